"""The files of a base record as it was rendered: most have a few plain values, for which no parser of TOML is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.base_file import BaseFile, parse_file
from hatch_oaml.values.digests import Sha256
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.fingerprints import fingerprint
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.toml_pieces import tables_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from re import Match

    from hatch_oaml.values.toml_tables import Table

KEY = "file"
_HEADER = f"\n[[{KEY}]]\n"
_TEXT = r'"([^"\\\x00-\x1f\x7f]*)"\n'
_PLAIN = expression(
    rf'\[\[{KEY}\]\]\npath = {_TEXT}size = (0|[1-9][0-9]{{0,17}})\nsha256 = "([0-9a-f]{{64}})"\n'
    rf"(?:lines = {_TEXT})?\n?(?=\[\[{KEY}\]\]\n|\Z)"
)
"""A table that holds these values and nothing else, none of them with an escape."""


def files_in(pieces: Iterable[str], table_of: Callable[[dict[str, object]], Table]) -> Iterator[BaseFile]:
    """The files that are told of in `pieces`, each of whole tables; what is wrong goes to the errors of the tables made.

    :raises ValueError: one is no TOML, or holds something else too; or a plain value is not what it must be.
    """
    for piece in pieces:
        begin = 0
        while begin < len(piece):
            if (plain := _PLAIN.match(piece, begin)) is not None:
                yield _file(plain)
                begin = plain.end()
                continue
            end = piece.find(_HEADER, begin) + 1 or len(piece)
            yield from (parse_file(table_of(values)) for values in tables_in(piece[begin:end], KEY))
            begin = end


def _file(plain: Match[str]) -> BaseFile:
    path, size, sha256, lines = plain.groups("")
    return BaseFile(path=archive_path(path), size=int(size), sha256=Sha256(sha256), fingerprint=fingerprint(lines))
