"""Finds what model cards and research code say of whose code, model and data they were made from: `built upon`, `quantized version of`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.evidence import attribution
from hatch_oaml.recognition.hearsay import is_told_to_a_model
from hatch_oaml.recognition.rows import Rows
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words.lineage import ASIDE, LINEAGE
from hatch_oaml.recognition.words.lineage_zh import LINEAGE_ZH
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.recognition.reading import Reading

_LINEAGE = Rows(LINEAGE)
_LINEAGE_ZH = Rows(LINEAGE_ZH)
_ASIDE = expression(ASIDE.either, re.IGNORECASE)


def find(reading: Reading) -> Iterator[Found]:
    """The sentences that tell of it, each with the work or whose it is named."""
    for start, end, match in _sentences(reading, _LINEAGE):
        yield attribution(start, end, match, sure=True)


def find_chinese(reading: Reading) -> Iterator[Found]:
    """As `find`, for Chinese."""
    for start, end, match in _sentences(reading, _LINEAGE_ZH):
        yield attribution(start, end, match, sure=_is_sure(match))


def _sentences(reading: Reading, lineage: Rows) -> Iterator[tuple[int, int, re.Match[str]]]:
    text = reading.folded
    for match in lineage.finditer(reading):
        anchor = match.start() + len(match[0]) - len(match[0].lstrip())
        start, end = sentence_around(text, anchor, match.end())
        if not (
            _ASIDE.search(text[start:end])
            or is_told_to_a_model(text, start, match.end())
            or is_template(text[start:end])
        ):
            yield start, end, match


def _is_sure(match: re.Match[str]) -> bool:
    """By an address, an owner or a verb of copying: a model's name alone tells what a card says of its own model, and may change with it."""
    groups = match.groupdict()
    return "/" in match[0] or bool(groups.get("taken") or groups.get("whose"))
