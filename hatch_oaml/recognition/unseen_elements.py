"""Where a page's own markup hides its text: elements that are not shown, by their kind, their attributes or the page's style sheets."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hatch_oaml.recognition.colors import WHITE, are_alike, color, is_transparent
from hatch_oaml.recognition.html_tags import BLOCKS, IN_HTML, IN_MARKDOWN, RAW, attributes_in, tokens
from hatch_oaml.recognition.style_sheets import StyleSheet, declarations, overlay, said
from hatch_oaml.recognition.words.unseen import (
    CUT_OFF,
    NO_ROOM,
    SILENT_ELEMENTS,
    UNSEEN_DRAWN,
    UNSEEN_ELEMENTS,
    UNSEEN_INHERITED,
    UNSEEN_STYLE,
)
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.recognition.colors import Color

    Span = tuple[int, int]

_UNSEEN = expression(UNSEEN_ELEMENTS.either, re.IGNORECASE)
_UNSEEN_IN_DRAWING = expression(UNSEEN_DRAWN.either, re.IGNORECASE)
_SILENT = expression(SILENT_ELEMENTS.either, re.IGNORECASE)
_STYLE = expression(UNSEEN_STYLE.either, re.IGNORECASE)
_NO_ROOM, _CUT_OFF = expression(NO_ROOM.either, re.IGNORECASE), expression(CUT_OFF.either, re.IGNORECASE)
_INHERITED = expression(UNSEEN_INHERITED.either, re.IGNORECASE)
_IS_XML = expression(r"\s*\ufeff?<\?xml\b")
_IS_PAGE = expression(r"<(?:!doctype\s+html|html|body|svg)\b", re.IGNORECASE)
_BEGINNING = 4096
_TAKEN_UP = expression(r"<use\b|popovertarget", re.IGNORECASE)
"""Parts of a drawing, and what a click shows."""
_SHEET = expression(r"<style\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_CLOSES = {
    **{name: frozenset({"p"}) for name in BLOCKS},
    "li": frozenset({"li"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
    **dict.fromkeys(("td", "th"), frozenset({"td", "th"})),
    "tr": frozenset({"tr"}),
    "option": frozenset({"option"}),
}
"""What needs no end: it goes as far as to the next one of these."""
_PAPER = {"bgcolor": "background"}
_PRESENTED = {
    "font": {"color": "color"},
    "body": {"text": "color", **_PAPER},
    "table": _PAPER,
    "tr": _PAPER,
    "td": _PAPER,
    "th": _PAPER,
}
"""Attributes of HTML that are declarations."""
_DRAWN = frozenset({"display", "visibility", "opacity", "font-size", "fill", "fill-opacity", "stroke"})
"""Attributes of a drawing that are declarations."""
_FLIPS = ("visibility", "font-size")
_FILLED = {"fill": expression("none|transparent"), "fill-opacity": expression(r"0*(?:\.0*)?%?")}
_LONGEST = 200
"""Characters of what one property is: a longer one is of a picture."""


class _Element:
    """One that is open, with what its text inherits of it: `paper` is None where no one color is known for it."""

    __slots__ = ("hides", "ink", "name", "names", "paper", "unseen")

    def __init__(self, name: str, names: tuple[str, ...], above: _Element | None) -> None:
        self.name = name
        self.names = names
        self.unseen: bool = above.unseen if above else False
        self.hides: frozenset[str] = above.hides if above else frozenset()
        self.ink: str = above.ink if above else ""
        self.paper: Color | None = above.paper if above else WHITE

    @property
    def is_hidden(self) -> bool:
        if self.unseen or self.hides:
            return True
        if not self.ink:
            return False
        ink = color(self.ink)
        return is_transparent(self.ink) or (ink is not None and self.paper is not None and are_alike(ink, self.paper))

    def dress(self, declared: Mapping[str, str], *, is_drawn: bool) -> None:
        """With what is declared of it: what one element is dressed in, those inside may change, unless it is not shown at all."""
        if not declared and not is_drawn:
            return
        plain = {name: said(value) for name, value in declared.items()}
        told = [f"{name}:{value}" for name, value in plain.items() if len(value) <= _LONGEST]
        self.unseen = self.unseen or any(map(_STYLE.fullmatch, told))
        if any(map(_CUT_OFF.fullmatch, told)) and any(map(_NO_ROOM.fullmatch, told)):
            self.unseen = True
        for name in _FLIPS:
            if (value := plain.get(name)) and value != "inherit":
                is_hiding = _INHERITED.fullmatch(f"{name}:{value}") is not None
                self.hides = self.hides | {name} if is_hiding else self.hides - {name}
        ground = plain.get("background-image", plain.get("background-color", plain.get("background", "")))
        if ground and not is_transparent(ground) and ground not in {"none", "inherit", "initial"}:
            self.paper = color(ground)
        if is_drawn:
            self._fill(plain)
        elif (ink := plain.get("color")) and ink not in {"inherit", "initial", "currentcolor"}:
            self.ink = ink

    def _fill(self, plain: Mapping[str, str]) -> None:
        """Letters of a drawing, which are filled, or have an outline."""
        self.ink = ""
        for name, nothing in _FILLED.items():
            if value := plain.get(name):
                self.hides = self.hides | {name} if nothing.fullmatch(value) else self.hides - {name}
        if plain.get("stroke", "none") != "none":
            self.hides -= _FILLED.keys()


class _Page:
    """Goes through a text once, with the elements that are open."""

    def __init__(self, text: str, tags: re.Pattern[str]) -> None:
        self._text = text
        self._tags = tags
        self._is_xml = _IS_XML.match(text) is not None
        self._is_page = not self._is_xml or _IS_PAGE.search(text, 0, _BEGINNING) is not None
        self._has_use = _TAKEN_UP.search(text) is not None
        self._sheet = StyleSheet(list(_sheets(text, tags)))
        root = _Element("", ("html", "body"), None)
        root.dress(self._sheet.of(root.names, {}), is_drawn=False)
        root.unseen, root.hides = False, frozenset()
        self._open = [root]
        self._names: Counter[str] = Counter()
        self._around: Counter[str] = Counter(root.names)

    def hidden(self) -> Iterator[Span]:
        """None overlapping another, in order."""
        since: int | None = None
        for tag, end in tokens(self._text, self._tags):
            start = tag.start()
            if tag["name"] is None:
                if since is None:
                    yield start, end
                continue
            if tag["end"]:
                self._close(tag["name"].lower())
            else:
                is_silent = self._begin(tag["name"], tag["rest"])
                if is_silent and since is None and not self._open[-1].is_hidden:
                    yield start, end
            is_hidden = self._open[-1].is_hidden
            if is_hidden and since is None:
                since = start
            elif not is_hidden and since is not None:
                yield since, end if tag["end"] else start
                since = None
        if since is not None:
            yield since, len(self._text)

    def _begin(self, name: str, rest: str) -> bool:
        """Whether the tag itself says what nobody sees."""
        lower = name.lower()
        while len(self._open) > 1 and self._is_page and self._open[-1].name in _CLOSES.get(lower, ()):
            self._pop()
        attributes = attributes_in(rest) if rest.strip(" \t\n/") else {}
        names = (lower, *(f".{one}" for one in attributes.get("class", "").lower().split()))
        if "id" in attributes:
            names = (*names, f"#{attributes['id'].lower()}")
        element = _Element(lower, names, self._open[-1])
        in_drawing = lower == "svg" or self._names["svg"] > 0
        element.dress(self._declared(element, attributes, in_drawing=in_drawing), is_drawn=in_drawing)
        element.unseen = element.unseen or self._is_unseen(lower, attributes, in_drawing=in_drawing)
        is_alone = (lower in _VOID and self._is_page) or (rest.endswith("/") and (self._is_closing(name)))
        if not is_alone:
            self._open.append(element)
            self._names[lower] += 1
            self._around.update(names)
        if not self._is_page or name != lower or not attributes:
            return False
        return _SILENT.fullmatch(lower) is not None or (lower == "input" and attributes.get("type") == "hidden")

    def _is_closing(self, name: str) -> bool:
        """Does a slash end the element, as it does in XML, in a drawing and in what makes pages?"""
        return self._is_xml or self._names["svg"] > 0 or not name.islower() or name == "svg"

    def _declared(self, element: _Element, attributes: Mapping[str, str], *, in_drawing: bool) -> Mapping[str, str]:
        found = {name: attributes[name].lower() for name in _DRAWN & attributes.keys()} if in_drawing else {}
        for name, property_name in _PRESENTED.get(element.name, {}).items():
            if name in attributes:
                found[property_name] = attributes[name].lower()
        overlay(found, self._sheet.of(element.names, self._around))
        if style := attributes.get("style"):
            overlay(found, declarations(style))
        return found

    def _is_unseen(self, name: str, attributes: Mapping[str, str], *, in_drawing: bool) -> bool:
        if attributes.get("hidden", "false").lower() != "false":
            return True
        if _UNSEEN.fullmatch(name) and (self._is_page or name in {"template", "noscript", "script", "style"}):
            return True
        if in_drawing and not self._has_use and _UNSEEN_IN_DRAWING.fullmatch(name):
            return True
        if name == "dialog" and self._is_page:
            return "open" not in attributes
        return "popover" in attributes and not self._has_use

    def _close(self, name: str) -> None:
        """Whatever was left open in it; of what was never opened, nothing."""
        while self._names[name]:
            if self._pop() == name:
                return

    def _pop(self) -> str:
        closed = self._open.pop()
        self._names[closed.name] -= 1
        self._around.subtract(closed.names)
        return closed.name


def unseen_in(text: str) -> list[Span]:
    """What HTML hides of `text`: none overlapping another, in order."""
    return list(_Page(text, IN_HTML).hidden()) if "<" in text else []


def unseen_in_markdown(text: str) -> list[Span]:
    """As `unseen_in`, where what stands in code is shown as it is."""
    return list(_Page(text, IN_MARKDOWN).hidden()) if "<" in text else []


def _sheets(text: str, tags: re.Pattern[str]) -> Iterator[str]:
    if "<style" not in text and "<STYLE" not in text:
        return
    for tag, end in tokens(text, tags):
        sheet = _SHEET.match(tag[0])
        if sheet and attributes_in(sheet["rest"]).get("media", "all").lower() in {"", "all", "screen", "only screen"}:
            closing = RAW["style"].search(text, end)
            yield text[end : closing.start() if closing else len(text)]
