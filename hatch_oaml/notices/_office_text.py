"""What a part of a document shows, hides and strikes out, paragraph by paragraph.

WordprocessingML and DrawingML (ECMA-376), OpenDocument 1.3, HTML. What was deleted while changes were tracked is no part of the document.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hatch_oaml.records.notice import VISIBILITIES
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.records.notice import Visibility

_TAG = expression(r"<(?P<end>/?)(?P<name>[A-Za-z][\w.:-]*)(?![\w.:-])(?P<rest>[^<>]*)>|<[^<>]*>")
_NEITHER = frozenset({"0", "false", "off", "none"})
_DELETED = frozenset(
    {"w:del", "w:moveFrom", "w:delText", "w:instrText", "w:rPrChange", "w:pPrChange", "text:tracked-changes"}
)
_HIDDEN = frozenset({"text:hidden-text", "office:annotation"})
_PROPERTIES: Mapping[str, Visibility] = {
    "w:vanish": "hidden",
    "w:webHidden": "hidden",
    "w:specVanish": "hidden",
    "w:strike": "withdrawn",
    "w:dstrike": "withdrawn",
}
"""What a run of Word's, or a style, says of its text; `w:val` may take it back."""
_ATTRIBUTES: tuple[tuple[str, Visibility], ...] = (
    (r"text:display=[\"']none[\"']|text:is-hidden=[\"']true[\"']", "hidden"),
    (r"style:text-line-through-style=[\"'](?!none)|(?<![\w:])strike=[\"'](?:sngStrike|dblStrike)[\"']", "withdrawn"),
)
_UNSHOWN_SLIDE = expression(r"(?<![\w:])show=[\"'](?:0|false)[\"']")
_SAID = tuple((expression(pattern), visibility) for pattern, visibility in _ATTRIBUTES)
_OF_STYLES = frozenset({"w:rStyle", "w:pStyle"})
_OF_ABOVE = frozenset({"text:hidden-paragraph", "a:rPr", *_OF_STYLES})
"""They tell of what holds them: those of styles of what holds their properties."""
_STYLE = frozenset({"w:style", "style:style"})
_STYLE_NAME = expression(r"(?:w:styleId|(?<![\w:])style:name)=[\"']([^\"'<>]*)[\"']")
_STYLED = expression(r"text:style-name=[\"']([^\"'<>]*)[\"']")
_VALUE = expression(r"w:val=[\"']([^\"'<>]*)[\"']")
_PARAGRAPHS = frozenset(
    {"w:p", "a:p", "text:p", "text:h", "p", *(f"h{level}" for level in range(1, 7)), "li", "div", "td", "title"}
)
_FIELDS = ("dc:", "dcterms:", "cp:", "vt:", "meta:")
_BREAKS = frozenset({"w:br", "a:br", "w:cr", "text:line-break", "br"})
_TABS = frozenset({"w:tab", "w:ptab", "text:tab"})
_SIGNS = {"text:s": " ", "w:noBreakHyphen": "-"}

Styles = dict[str, "Visibility"]


class _Element:
    """One that is open: `seen` is what its text is, None where nobody reads it."""

    def __init__(self, name: str, seen: Visibility | None) -> None:
        self.name = name
        self.seen = seen

    def hide(self, visibility: Visibility) -> None:
        if self.seen is not None:
            self.seen = max(self.seen, visibility, key=VISIBILITIES.index)


class _Reader:
    """Goes through a part once, with the elements that are open."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open = [_Element("", "open")]
        self._names: Counter[str] = Counter()

    def read(self, xml: str) -> Iterator[tuple[Visibility | None, str]]:
        """The text in its order; None with what ends a line, a paragraph or a field for all."""
        reached = 0
        for tag in _TAG.finditer(xml):
            if seen := self._open[-1].seen:
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
        element = _Element(name, None if name in _DELETED else self._open[-1].seen)
        if name in _HIDDEN:
            element.hide("hidden")
        for visibility in self._said_of(name, rest):
            element.hide(visibility)
        self._open.append(element)
        self._names[name] += 1

    def _tell_of_above(self, name: str, rest: str) -> None:
        """What a property says is of the run, the paragraph or the field that holds it."""
        if name in _PROPERTIES and [one.name for one in self._open[-2:]] == ["w:r", "w:rPr"]:
            if _is_on(rest):
                self._open[-2].hide(_PROPERTIES[name])
        elif name in _OF_ABOVE and len(self._open) > 1:
            holder = self._open[-2 if name in _OF_STYLES else -1]
            for visibility in self._said_of(name, rest):
                holder.hide(visibility)

    def _said_of(self, name: str, rest: str) -> Iterator[Visibility]:
        if "=" not in rest:
            return
        yield from (visibility for pattern, visibility in _SAID if pattern.search(rest))
        if name == "p:sld" and _UNSHOWN_SLIDE.search(rest):
            yield "hidden"
        styled = _VALUE.search(rest) if name in _OF_STYLES else _STYLED.search(rest)
        if styled and styled[1] in self._styles:
            yield self._styles[styled[1]]

    def _close(self, name: str) -> None:
        """Whatever was left open in it; of what was never opened, nothing."""
        while self._names[name]:
            closed = self._open.pop().name
            self._names[closed] -= 1
            if closed == name:
                return


def _is_on(rest: str) -> bool:
    value = _VALUE.search(rest)
    return value is None or value[1].lower() not in _NEITHER


def told(xml: str, styles: Styles) -> dict[Visibility, str]:
    """The text of each visibility that there is, with an empty line behind each paragraph."""
    found: dict[Visibility, list[str]] = {"open": [], "hidden": [], "withdrawn": []}
    for visibility, text in _Reader(styles).read(xml):
        for one in found if visibility is None else (visibility,):
            found.get(one, []).append(text)
    texts = {visibility: unescaped("".join(pieces)) for visibility, pieces in found.items()}
    return {visibility: text for visibility, text in texts.items() if visibility == "open" or text.strip()}


def styles_of(xml: str) -> Styles:
    """The styles that hide or strike out, by their names."""
    found: Styles = {}
    name = ""
    for tag in _TAG.finditer(xml):
        if tag["name"] in _STYLE:
            named = _STYLE_NAME.search(tag["rest"])
            name = "" if tag["end"] or named is None else named[1]
        elif name and tag["name"] in _PROPERTIES and _is_on(tag["rest"]):
            found[name] = _PROPERTIES[tag["name"]]
        elif name and tag["name"] == "style:text-properties":
            found.update((name, visibility) for pattern, visibility in _SAID if pattern.search(tag["rest"]))
    return found
