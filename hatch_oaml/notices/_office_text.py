"""What a part of a document shows, hides and strikes out, paragraph by paragraph.

WordprocessingML and DrawingML (ECMA-376), OpenDocument 1.3, HTML. What was deleted while changes were tracked is no part of the document.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hatch_oaml.notices._looks import UNKNOWN, WORD_PROPERTIES, of_open_document, of_word, visibility_of
from hatch_oaml.records.notice import VISIBILITIES
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from hatch_oaml.notices._looks import Look
    from hatch_oaml.records.notice import Visibility

_TAG = expression(r"<(?P<end>/?)(?P<name>[A-Za-z][\w.:-]*)(?![\w.:-])(?P<rest>[^<>]*)>|<[^<>]*>")
_DELETED = frozenset(
    {"w:del", "w:moveFrom", "w:delText", "w:instrText", "w:rPrChange", "w:pPrChange", "text:tracked-changes"}
)
_HIDDEN = frozenset({"text:hidden-text", "office:annotation"})
_ATTRIBUTES: tuple[tuple[str, Visibility], ...] = (
    (r"text:display=[\"']none[\"']|text:is-hidden=[\"']true[\"']", "hidden"),
    (r"style:text-line-through-style=[\"'](?!none)|(?<![\w:])strike=[\"'](?:sngStrike|dblStrike)[\"']", "withdrawn"),
    (r"(?<![\w:])sz=[\"'](?:\d{1,2}|100)[\"']|presentation:visibility=[\"']hidden[\"']", "hidden"),
)
_UNSHOWN_SLIDE = expression(r"(?<![\w:])show=[\"'](?:0|false)[\"']")
_SAID = tuple((expression(pattern), visibility) for pattern, visibility in _ATTRIBUTES)
_OF_STYLES = frozenset({"w:rStyle", "w:pStyle"})
"""They tell of what holds the properties that they stand in."""
_OF_ABOVE = frozenset({"text:hidden-paragraph", "a:rPr"})
"""They tell of what holds them."""
_STYLE = frozenset({"w:style", "style:style"})
_STYLE_NAME = expression(r"(?:w:styleId|(?<![\w:])style:name)=[\"']([^\"'<>]*)[\"']")
_STYLED = expression(r"(?:text|draw|table):style-name=[\"']([^\"'<>]*)[\"']")
_PARENT = expression(r"style:parent-style-name=[\"']([^\"'<>]*)[\"']")
_DEFAULT = expression(r"w:default=[\"'](?:1|true)[\"']")
_IS_OF_PARAGRAPHS = expression(r"w:type=[\"']paragraph[\"']")
_DEFAULTS = frozenset({"w:docDefaults", "style:default-style"})
_OF_OPEN_DOCUMENT = frozenset(
    {
        "style:text-properties",
        "style:paragraph-properties",
        "style:table-cell-properties",
        "style:drawing-page-properties",
    }
)
_HOLDERS = {"w:rPr": "w:r", "w:pPr": "w:p", "w:tcPr": "w:tc"}
_ON_SOMETHING = frozenset({"w:txbxContent", "v:textbox", "draw:frame", "draw:custom-shape", "draw:page"})
_PAPER = expression(r"w:color=[\"']([0-9A-Fa-f]{6})[\"']")
_UNSHOWN_SHAPE = expression(r"(?<![\w:])hidden=[\"'](?:1|true)[\"']")
_OFFSET = expression(r"(?<![\w:])x=[\"'](-?\d{1,12})[\"'][^<>]*(?<![\w:])y=[\"'](-?\d{1,12})[\"']")
_EXTENT = expression(r"(?<![\w:])cx=[\"'](\d{1,12})[\"'][^<>]*(?<![\w:])cy=[\"'](\d{1,12})[\"']")
_SLIDE_SIZE = expression(r"<p:sldSz\b[^<>]*>")
_OF_SHAPE = ["p:spTree", "p:sp", "p:spPr", "a:xfrm"]
_VALUE = expression(r"w:val=[\"']([^\"'<>]*)[\"']")
_PARAGRAPHS = frozenset(
    {"w:p", "a:p", "text:p", "text:h", "p", *(f"h{level}" for level in range(1, 7)), "li", "div", "td", "title"}
)
_FIELDS = ("dc:", "dcterms:", "cp:", "vt:", "meta:")
_BREAKS = frozenset({"w:br", "a:br", "w:cr", "text:line-break", "br"})
_TABS = frozenset({"w:tab", "w:ptab", "text:tab"})
_SIGNS = {"text:s": " ", "w:noBreakHyphen": "-"}

Styles = dict[str, "Look"]
Size = tuple[int, int]


class _Element:
    """One that is open: `seen` is what its text is, None where nobody reads it, however it looks."""

    def __init__(self, name: str, seen: Visibility | None, look: Look) -> None:
        self.name = name
        self.seen = seen
        self._look = look
        self._read: Visibility | None = None

    @property
    def look(self) -> Look:
        return self._look

    def dress(self, look: Look) -> None:
        self._look = {**self._look, **look}
        self._read = None

    @property
    def read(self) -> Visibility | None:
        """What its text is, as it looks."""
        if self.seen is None:
            return None
        if self._read is None:
            self._read = visibility_of(self._look)
        return max(self.seen, self._read, key=VISIBILITIES.index)

    def hide(self, visibility: Visibility) -> None:
        if self.seen is not None:
            self.seen = max(self.seen, visibility, key=VISIBILITIES.index)


class _Reader:
    """Goes through a part once, with the elements that are open."""

    def __init__(self, styles: Styles, paper: Look, slide: Size | None) -> None:
        self._styles = styles
        self._slide = slide
        self._offset: re.Match[str] | None = None
        self._open = [_Element("", "open", {**paper, **styles.get("", {})})]
        self._names: Counter[str] = Counter()

    def read(self, xml: str) -> Iterator[tuple[Visibility | None, str]]:
        """The text in its order; None with what ends a line, a paragraph or a field for all."""
        reached = 0
        for tag in _TAG.finditer(xml):
            if tag.start() > reached and (seen := self._open[-1].read):
                yield seen, xml[reached : tag.start()]
            reached = tag.end()
            name = tag["name"]
            if name is None:
                continue
            if tag["end"]:
                self._close(name)
            else:
                self._begin(name, tag["rest"])
            if sign := self._sign(name, is_end=bool(tag["end"])):
                yield None, sign
        yield "open", xml[reached:]

    def _sign(self, name: str, *, is_end: bool) -> str:
        if is_end:
            return "\n\n" if name in _PARAGRAPHS or name.startswith(_FIELDS) else ""
        if name in _TABS:
            return "" if self._open[-1].name == "w:tabs" else "\n"
        return "\n\n" if name in _BREAKS else _SIGNS.get(name, "")

    def _begin(self, name: str, rest: str) -> None:
        self._tell_of_above(name, rest)
        if rest.endswith("/"):
            return
        above = self._open[-1]
        element = _Element(name, None if name in _DELETED else above.seen, above.look)
        if name in _ON_SOMETHING:
            element.dress(UNKNOWN)
        styled = _STYLED.search(rest) if "style-name" in rest else None
        if styled and (look := self._styles.get(styled[1])):
            element.dress(look)
        if name in _HIDDEN:
            element.hide("hidden")
        for visibility in self._said_of(name, rest):
            element.hide(visibility)
        self._open.append(element)
        self._names[name] += 1

    def _tell_of_above(self, name: str, rest: str) -> None:
        """What a property says is of the run, the paragraph or the field that holds it."""
        holder = self._open[-2 if len(self._open) > 1 else -1]
        if name in WORD_PROPERTIES and _HOLDERS.get(self._open[-1].name) == holder.name:
            holder.dress(of_word(name, rest))
        elif name in _OF_STYLES and (style := _VALUE.search(rest)):
            holder.dress(self._styles.get(style[1], {}))
        elif name == "w:tblStyle":
            holder.dress(UNKNOWN)
        elif name == "w:background" and (paper := _PAPER.search(rest)):
            self._open[-1].dress({"paper": paper[1]})
        elif (name == "p:cNvPr" and _UNSHOWN_SHAPE.search(rest)) or (name == "a:noFill" and holder.name == "a:r"):
            holder.hide("hidden")
        elif name in {"a:off", "a:ext"} and [one.name for one in self._open[-4:]] == _OF_SHAPE:
            self._lay_out(name, rest)
        elif name in _OF_ABOVE and len(self._open) > 1:
            for visibility in self._said_of(name, rest):
                self._open[-1].hide(visibility)

    def _lay_out(self, name: str, rest: str) -> None:
        """A shape that lies beside its slide as a whole is not seen."""
        if name == "a:off":
            self._offset = _OFFSET.search(rest)
            return
        extent = _EXTENT.search(rest)
        if extent is None or self._offset is None:
            return
        for side in (1, 2):
            begin, length = int(self._offset[side]), int(extent[side])
            if begin + length < 0 or (self._slide is not None and begin > self._slide[side - 1]):
                self._open[-3].hide("hidden")

    def _said_of(self, name: str, rest: str) -> Iterator[Visibility]:
        if "=" not in rest:
            return
        yield from (visibility for pattern, visibility in _SAID if pattern.search(rest))
        if name == "p:sld" and _UNSHOWN_SLIDE.search(rest):
            yield "hidden"

    def _close(self, name: str) -> None:
        """Whatever was left open in it; of what was never opened, nothing."""
        while self._names[name]:
            closed = self._open.pop().name
            self._names[closed] -= 1
            if closed == name:
                return


def slide_size(presentation: str) -> Size | None:
    """Of all slides, its width and its height."""
    tag = _SLIDE_SIZE.search(presentation)
    extent = _EXTENT.search(tag[0]) if tag else None
    return (int(extent[1]), int(extent[2])) if extent else None


def told(xml: str, styles: Styles, paper: Look = UNKNOWN, slide: Size | None = None) -> dict[Visibility, str]:
    """The text of each visibility that there is, with an empty line behind each paragraph.

    :param styles: each with what it has of its parents.
    :param slide: the width and height of a slide, in the unit of its shapes.
    """
    found: dict[Visibility, list[str]] = {"open": [], "hidden": [], "withdrawn": []}
    for visibility, text in _Reader(styles, paper, slide).read(xml):
        for one in found if visibility is None else (visibility,):
            found.get(one, []).append(text)
    texts = {visibility: unescaped("".join(pieces)) for visibility, pieces in found.items()}
    return {visibility: text for visibility, text in texts.items() if visibility == "open" or text.strip()}


def styles_of(xml: str) -> Styles:
    """How the styles say that text looks, by their names, and under "" all text; `parent` is the one that a style is made of."""
    found: Styles = {}
    name: str | None = None
    is_of_parts = False
    for tag in _TAG.finditer(xml):
        kind, rest = tag["name"], tag["rest"]
        if kind in _STYLE or kind in _DEFAULTS:
            name = None if tag["end"] else _style_name(kind, rest)
            if name and (parent := _PARENT.search(rest)):
                found[name] = {**found.get(name, {}), "parent": parent[1]}
            name = None if rest.endswith("/") else name
        elif kind == "w:tblStylePr":  # of a table's first row and the like
            is_of_parts = not tag["end"]
        elif name is not None and not is_of_parts and (look := _look_of(kind, rest)):
            found[name] = {**found.get(name, {}), **look}
    return found


def _style_name(kind: str, rest: str) -> str | None:
    """Of that which all paragraphs have, ""."""
    if kind in _DEFAULTS or (_DEFAULT.search(rest) and _IS_OF_PARAGRAPHS.search(rest)):
        return ""
    named = _STYLE_NAME.search(rest)
    return named[1] if named else None


def _look_of(kind: str, rest: str) -> Look:
    if kind in _OF_OPEN_DOCUMENT:
        hidden = {"text:display": "on"} if any(p.search(rest) for p, seen in _SAID if seen == "hidden") else {}
        return {**of_open_document(rest), **hidden}
    if kind == "w:basedOn" and (value := _VALUE.search(rest)):
        return {"parent": value[1]}
    return of_word(kind, rest) if kind in WORD_PROPERTIES else {}
