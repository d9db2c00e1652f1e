"""Tells whether a sentence speaks to a model or of the world, and not of whose this work is."""

from __future__ import annotations

import re

from hatch_oaml.recognition.words.hearsay import OF_THE_PAST, OF_THE_WORLD, SAMPLED, TO_A_MODEL
from hatch_oaml.values.expressions import expression

_TO_A_MODEL = expression(TO_A_MODEL.either)
_OF_THE_WORLD = expression(OF_THE_WORLD.either, re.IGNORECASE)
_OF_THE_PAST = expression(OF_THE_PAST.either)
_SAMPLED = expression(SAMPLED.either, re.IGNORECASE)
_REACH = 400
"""Characters before who is named in which a prompt begins."""
_NEAR = 160
"""Characters behind a verb that tell who did it and when."""


def is_told_to_a_model(text: str, first: int, anchor_end: int) -> bool:
    """Is the sentence that begins at `first` one of a prompt, or of a model's answer, up to the words that end at `anchor_end`?"""
    return _TO_A_MODEL.search(text[max(first, anchor_end - _REACH) : anchor_end]) is not None


def is_of_the_world(text: str, first: int, anchor: int, anchor_end: int) -> bool:
    """Does the sentence that begins at `first` tell of another thing, or a sample of one, who is named behind `anchor_end`?

    :param anchor: where the words that name somebody begin.
    """
    first = max(first, anchor - _REACH)
    if _OF_THE_PAST.search(text[anchor_end : anchor_end + _NEAR]):
        return True
    if _OF_THE_WORLD.search(text[first:anchor]) or _OF_THE_WORLD.search(text[first:anchor_end]):
        return True
    line = max(text.rfind("\n", 0, anchor) + 1, anchor - _REACH)
    return _SAMPLED.search(text[line:anchor]) is not None
