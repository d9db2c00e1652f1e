"""A license's text as runs of words, each a short digest: what two copies of it have in common, however they are set."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTH = 5
"""Words of a run."""
_WORD = expression(r"[a-z0-9]+|[\u3400-\u9fff]")
_BRITISH = {"licence": "license", "licences": "licenses", "licenced": "licensed"}
_COPYRIGHT = expression(r"^[^\n]{0,20}copyright\s*(?:\(c\)|©|\d|<|\[)[^\n]*$", 2 | 8)  # re.IGNORECASE | re.MULTILINE
_BLANK = expression(r"(?i:all\s+rights\s+reserved\.?)|<[^<>\n]{1,60}>|\[[^\[\]\n]{1,60}\]|\{[^{}\n]{1,60}\}")
_LIST_MARK = expression(r"^[ \t]*(?:\(?(?:\d{1,2}|[a-z])[.)]|[*•·-])[ \t]+", 2 | 8)
_GAP = " \x00 "


def words(text: str) -> list[str]:
    """In order, without case and punctuation; what everybody fills in for himself is left out, with a gap in its place."""
    plain = unicodedata.normalize("NFKC", _BLANK.sub(_GAP, _LIST_MARK.sub("", _COPYRIGHT.sub("", text)))).casefold()
    found = (word for part in plain.split("\x00") for word in (*_WORD.findall(part), ""))
    return [_BRITISH.get(word, word) for word in found][:-1]


def shingles(row: Sequence[str]) -> frozenset[str]:
    """The digests of all runs of these `words` that no gap is in."""
    runs = {tuple(row[index : index + LENGTH]) for index in range(len(row) - LENGTH + 1)}
    return frozenset(_digest(" ".join(run)) for run in runs if all(run))


def _digest(run: str) -> str:
    return sha256_of(run.encode())[:6]
