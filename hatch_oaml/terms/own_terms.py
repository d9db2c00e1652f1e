"""What a file says of the terms that it is under itself, beside the tag at its top."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.terms.headers import HINTS, LONGEST, header_terms
from hatch_oaml.terms.tags_below import MOST, TAG, tags_below
from hatch_oaml.values.legal_names import is_legal_name

if TYPE_CHECKING:
    from collections.abc import Iterator


def own_terms(path: str, data: bytes) -> tuple[Statement, ...]:
    """:param data: as much of the file as is read for notices; no other is searched for tags."""
    found = tuple(_stated(path, data)) if HINTS.search(data, 0, LONGEST) or TAG in data else ()
    return () if found and is_legal_name(path) else found


def _stated(path: str, data: bytes) -> Iterator[Statement]:
    header = header_terms(path, data)
    if header is not None:
        terms, line = header
        yield Statement(about="own-terms", key="header", value=terms, line=line)
    for tag in islice(tags_below(data), MOST):
        yield Statement(
            about="quoted-terms" if tag.is_quoted else "own-terms", key="tag", value=tag.terms, line=tag.line
        )
