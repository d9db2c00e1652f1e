"""Tells whether a sentence speaks to a model, and not of whose this work is."""

from __future__ import annotations

from hatch_oaml.recognition.words.hearsay import TO_A_MODEL
from hatch_oaml.values.expressions import expression

_TO_A_MODEL = expression(TO_A_MODEL.either)
_REACH = 400
"""Characters before who is named in which a prompt begins."""


def is_told_to_a_model(text: str, first: int, anchor_end: int) -> bool:
    """Is the sentence that begins at `first` one of a prompt, or of a model's answer, up to the words that end at `anchor_end`?"""
    return _TO_A_MODEL.search(text[max(first, anchor_end - _REACH) : anchor_end]) is not None
