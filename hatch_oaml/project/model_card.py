"""A model card read for what it says of the model: keys of its front matter, and the text below headings that are known.

https://huggingface.co/docs/hub/model-cards
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.project.card_headings import what_stands_below
from hatch_oaml.project.sections import sections
from hatch_oaml.records.model_card import ModelCard
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.front_matter import front_matter, front_matter_block
from hatch_oaml.values.placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hatch_oaml.project.card_headings import About
    from hatch_oaml.values.front_matter import Value

_READ = 1 << 20
"""Characters: more than any card has."""
_LONGEST = 8000
"""Characters of a section that are told: whole paragraphs."""

_OPENING = frozenset("*_\"'(“「《")
"""What plain words may begin with, beside a letter."""


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
    for position, section in enumerate(sections(_without_comments(body))):
        paragraphs = list(_paragraphs(section.lines))
        about = what_stands_below(section.title)
        told = _as_far_as_it_is_told(paragraphs)
        if about is not None and told and about not in found:
            found[about] = told
        if position <= 1 and paragraphs and not lead:
            lead = _prose(paragraphs[0])
    if lead:
        found.setdefault("description", lead)
    yield from found.items()


def _without_comments(text: str) -> str:
    before, *behind = text.split("<!--")
    return before + "".join(part.partition("-->")[2] for part in behind)


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    gathered: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            gathered.append(line)
        elif gathered:
            yield "\n".join(gathered).strip()
            gathered.clear()


def _as_far_as_it_is_told(paragraphs: Iterable[str]) -> str:
    """The text of a section, without what says that it is still to be written."""
    told: list[str] = []
    for part in paragraphs:
        if is_placeholder(part):
            continue
        if sum(map(len, told)) + len(part) > _LONGEST:
            break
        told.append(part)
    return "\n\n".join(told)


def _prose(paragraph: str) -> str:
    """A paragraph if it is plain words: no picture, no link alone, no table, no list."""
    first, second = paragraph[0], paragraph[1:2]
    is_plain = first.isalnum() or (first in _OPENING and bool(second.strip()))
    return (
        " ".join(paragraph.split()) if is_plain and len(paragraph) <= _LONGEST and not is_placeholder(paragraph) else ""
    )
