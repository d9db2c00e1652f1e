"""The files of a base record as it was rendered: most have a few plain values, for which no parser of TOML is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hatch_oaml.records.base_file import BaseFile, parse_file
from hatch_oaml.values.digests import Sha256
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.fingerprints import fingerprint
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.sameness import same
from hatch_oaml.values.toml_pieces import tables_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from re import Match

    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.toml_tables import Table

KEY = "file"
_HEADER = f"\n[[{KEY}]]\n"
_TEXT = r'"([^"\\\x00-\x1f\x7f]*)"\n'
_PLAIN = expression(
    rf'\[\[{KEY}\]\]\npath = {_TEXT}size = (0|[1-9][0-9]{{0,17}})\nsha256 = "([0-9a-f]{{64}})"\n'
    rf"(?:lines = {_TEXT})?\n?(?=\[\[{KEY}\]\]\n|\Z)"
)
"""A table that holds these values and nothing else, none of them with an escape."""


class Known(Protocol):
    """What is in memory already of the file at a path."""

    @property
    def release(self) -> ArchivePath | None: ...

    @property
    def sha256(self) -> Sha256: ...


def files_in(
    pieces: Iterable[str],
    table_of: Callable[[dict[str, object]], Table],
    known: Mapping[ArchivePath, Known] | None = None,
) -> Iterator[BaseFile]:
    """The files that are told of in `pieces`, each of whole tables; what is wrong goes to the errors of the tables made.

    :param known: by path: what is equal is kept once.
    :raises ValueError: one is no TOML, or holds something else too; or a plain value is not what it must be.
    """
    for piece in pieces:
        begin = 0
        while begin < len(piece):
            if (plain := _PLAIN.match(piece, begin)) is not None:
                yield _file(plain, known or {})
                begin = plain.end()
                continue
            end = piece.find(_HEADER, begin) + 1 or len(piece)
            yield from (parse_file(table_of(values)) for values in tables_in(piece[begin:end], KEY))
            begin = end


def _file(plain: Match[str], known: Mapping[ArchivePath, Known]) -> BaseFile:
    path, size, sha256, lines = plain.groups("")
    at, digest = archive_path(path), Sha256(sha256)
    if (one := known.get(at)) is not None:
        at, digest = one.release or at, same(digest, one.sha256)
    return BaseFile(path=at, size=int(size), sha256=digest, fingerprint=fingerprint(lines))
