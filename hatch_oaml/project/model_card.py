"""A model card read for what it says of the model: keys of its front matter, and the text below headings that are known.

https://huggingface.co/docs/hub/model-cards
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.project.card_headings import what_stands_below
from hatch_oaml.records.model_card import ModelCard
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.front_matter import front_matter, front_matter_block
from hatch_oaml.values.placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.project.card_headings import About
    from hatch_oaml.values.front_matter import Value

_READ = 1 << 20
"""Characters: more than any card has."""
_LONGEST = 8000
"""Characters of a section that are told: whole paragraphs."""

_COMMENT = expression(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = expression(r"^ {0,3}(?P<fence>```+|~~~+)")
_HEADING = expression(r" {0,3}(?P<mark>#{1,6})[ \t]+(?P<title>.*?)(?:[ \t]+#+)?[ \t]*")
_RULE = expression(r" {0,3}(?P<rule>=+|-+)[ \t]*")
_PROSE = expression(r"[^\W_]|[*_\"'(“「《]\S")
_MISSING = expression(r"\W*(?:more information needed|需要更多信息)\W*", re.IGNORECASE)


def is_model_card(path: str) -> bool:
    """Is it the card of the whole, which hubs show? A folder's README speaks of that folder."""
    return path.lower() == "readme.md"


def read_model_card(start: bytes) -> ModelCard:
    """:param start: of the card's bytes as many as are read of any text."""
    decoded = decode(start)
    if not decoded.sure:
        return ModelCard()
    text = decoded.text[:_READ].replace("\r\n", "\n")
    block = front_matter_block(text)
    keys = front_matter(text)
    below = dict(_told(text[block.end() :] if block else text))
    return ModelCard(
        description=below.get("description", ""),
        users=below.get("users", ""),
        uses=below.get("uses", ""),
        limitations=below.get("limitations", ""),
        ethics=below.get("ethics", ""),
        task=next(_values(keys, "pipeline_tag"), ""),
        library=next(_values(keys, "library_name"), ""),
        languages=tuple(_values(keys, "language")),
        tags=tuple(_values(keys, "tags")),
        datasets=tuple(_values(keys, "datasets")),
        metrics=tuple(_values(keys, "metrics")),
    )


def _values(keys: Mapping[str, Sequence[Value]], key: str) -> Iterator[str]:
    """Each once; an escape may name half of a character, which no text can hold."""
    texts = (" ".join(value.text.encode(errors="replace").decode().split()) for value in keys.get(key, ()))
    yield from dict.fromkeys(text for text in texts if text and not is_placeholder(text))


def _told(body: str) -> Iterator[tuple[About, str]]:
    """The first section of each kind; without one that describes the model, the prose right below the title."""
    found: dict[About, str] = {}
    lead = ""
    for position, (title, text) in enumerate(_sections(_COMMENT.sub("", body))):
        about = what_stands_below(title)
        told = _paragraphs(text)
        if about is not None and told and about not in found:
            found[about] = told
        if position <= 1 and not lead:
            lead = _first_prose(text)
    if lead:
        found.setdefault("description", lead)
    yield from found.items()


def _sections(body: str) -> Iterator[tuple[str, str]]:
    """Each heading with what stands below it, up to the next one whatever its level; what stands above all, with none."""
    title, lines, fence = "", list[str](), ""
    for line in body.split("\n"):
        opening = _FENCE.match(line)
        if opening and (not fence or opening["fence"].startswith(fence)):
            fence = "" if fence else opening["fence"]
        heading = None if fence else _HEADING.fullmatch(line)
        if heading:
            yield title, "\n".join(lines)
            title, lines = heading["title"], []
        elif not fence and lines and lines[-1].strip() and _RULE.fullmatch(line):
            under = lines.pop()
            yield title, "\n".join(lines)
            title, lines = under, []
        else:
            lines.append(line)
    yield title, "\n".join(lines)


def _paragraphs(text: str) -> str:
    """The text of a section, without what says that it is still to be written."""
    parts = [part.strip() for part in re.split(r"\n[ \t]*\n", text)]
    told: list[str] = []
    for part in parts:
        if part and not is_placeholder(part) and not _MISSING.fullmatch(part):
            if sum(map(len, told)) + len(part) > _LONGEST:
                break
            told.append(part)
    return "\n\n".join(told)


def _first_prose(text: str) -> str:
    """The first paragraph if it is plain words: no picture, no link alone, no table, no list."""
    first = next((part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip()), "")
    if not _PROSE.match(first) or len(first) > _LONGEST or is_placeholder(first):
        return ""
    return " ".join(first.split())
