"""A base record: what an upstream release shipped, as digests and notices."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

import tomli
import tomli_w

from hatch_oaml.records.base_file import BaseFile, parse_file, render_file, render_table
from hatch_oaml.records.lineage import Ancestor, history_values, parse_history
from hatch_oaml.records.rendered_files import KEY, files_in
from hatch_oaml.values.digests import UNKNOWN, RunningSha256, Sha256, sha256_of_blocks
from hatch_oaml.values.errors import raise_all
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.log_lines import toml_text
from hatch_oaml.values.paths import sort_key
from hatch_oaml.values.toml_pieces import pieces_of
from hatch_oaml.values.toml_tables import Table, parse_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hatch_oaml.records.modifications import Change
    from hatch_oaml.records.rendered_files import Known
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.paths import ArchivePath

FORMAT = 1


@frozen
class BaseRecord:
    """`parse_base(render_base(record), ...) == record`; `files` in the order of their paths' UTF-8 bytes.

    `changes` are the base's own changelog and `bases` what it was made from, where it was a release that told so.
    """

    name: str
    version: str
    url: str = ""
    license: str = ""
    changes: tuple[Change, ...] = ()
    bases: tuple[Ancestor, ...] = ()
    files: tuple[BaseFile, ...]

    @cached_property
    def by_path(self) -> Mapping[str, BaseFile]:
        return {file.path: file for file in self.files}

    @property
    def as_ancestor(self) -> Ancestor:
        """What is told of this base in the lineage of a release that was made from it."""
        return Ancestor(
            name=self.name,
            version=self.version,
            url=self.url,
            license=self.license,
            changes=self.changes,
            bases=self.bases,
        )

    @cached_property
    def digests(self) -> frozenset[Sha256]:
        return frozenset(file.sha256 for file in self.files)

    @cached_property
    def has_tensors(self) -> bool:
        return any(file.tensors for file in self.files)

    @cached_property
    def sizes(self) -> frozenset[int]:
        return frozenset(file.size for file in self.files)


def render_base(record: BaseRecord) -> str:
    """The record as TOML, sorted, with the digest of its own content."""
    return base_as_bytes(record).decode()


def base_as_bytes(record: BaseRecord) -> bytes:
    """As `render_base`, each piece made once and kept once: of very many files the text is long."""
    running, written = RunningSha256(), BytesIO()
    for piece in _pieces(record):
        running.update(piece.encode())
        written.write(toml_text(piece).encode())
    head = toml_text(_head(record, UNKNOWN)).encode()
    written.seek(head.rindex(UNKNOWN.encode()))
    written.write(running.digest().encode())
    return written.getvalue()


def _digest(record: BaseRecord) -> Sha256:
    return sha256_of_blocks(map(str.encode, _pieces(record)))


def _pieces(record: BaseRecord) -> Iterator[str]:
    """The whole record, its own digest not known yet."""
    yield _head(record, UNKNOWN)
    yield from _body(record)


def _body(record: BaseRecord) -> Iterator[str]:
    """Piece by piece, each of whole lines."""
    files = sorted(record.files, key=lambda file: sort_key(file.path))
    history = history_values(record.changes, record.bases)
    if history:
        yield f"\n{tomli_w.dumps(history)}"
    yield from map(render_file, files)


def _head(record: BaseRecord, digest: Sha256) -> str:
    head = {
        "format": FORMAT,
        "name": record.name,
        "version": record.version,
        "url": record.url,
        "license": record.license,
        "digest": digest,
    }
    return render_table("", head)


def looks_like_base(data: bytes) -> bool:
    """Is `data`, as far as its beginning tells, a base record that we rendered?"""
    if not data.startswith((b"format = ", b"\xef\xbb\xbfformat = ")) or b'\ndigest = "' not in data[:4096]:
        return False
    return b"\n[[file]]\n" in data or b"\n[[file]]\r\n" in data


def parse_base(data: bytes, name: str, known: Mapping[ArchivePath, Known] | None = None) -> BaseRecord:
    """:param known: what is in memory already, by path: what the record says of these files too is kept once.
    :raises ConfigurationError: with everything that is wrong in the file called `name`.
    """
    return _as_rendered(data, name, known) or _as_written(data, name)


def _as_rendered(data: bytes, name: str, known: Mapping[ArchivePath, Known] | None) -> BaseRecord | None:
    """A record whose bytes are those that we rendered, read piece by piece; None of any other, be it right or wrong."""
    errors: list[Bilingual] = []
    try:
        pieces = pieces_of(data, KEY)
        table = Table(tomli.loads(next(pieces)), f"{name}: ", errors)
        record = _record(table, lambda: files_in(pieces, lambda values: Table(values, f"{name}: {KEY}", errors), known))
    except (ValueError, RecursionError):
        return None
    stated = table.text("digest")
    is_sound = not errors and stated == _digest_of_rendered(data, stated) and len(record.by_path) == len(record.files)
    return record if is_sound else None


def _digest_of_rendered(data: bytes, stated: str) -> Sha256 | None:
    """Of the document before it got its digest; without a second one in memory, which would be as long."""
    line = f'\ndigest = "{stated}"\n'.encode()
    at = data.find(line)
    if at < 0:
        return None
    whole = memoryview(data)
    return sha256_of_blocks([whole[:at], f'\ndigest = "{UNKNOWN}"\n'.encode(), whole[at + len(line) :]])


def _as_written(data: bytes, name: str) -> BaseRecord:
    errors: list[Bilingual] = []
    table = Table(parse_toml(data, name), f"{name}: ", errors)
    table.required(KEY)
    record = _record(table, lambda: map(parse_file, table.tables(KEY)))
    if len(record.by_path) != len(record.files):
        table.wrong(KEY, "a path is recorded twice", "有路径被记录了两次")
    if not errors and table.text("digest") != _digest(record):
        table.wrong(
            "digest",
            "the record was edited after it was made; make it again with `hatch-oaml record`",
            "记录生成之后被改动过；请用 `hatch-oaml record` 重新生成",
        )
    raise_all(errors)
    return record


def _record(table: Table, listed: Callable[[], Iterable[BaseFile]]) -> BaseRecord:
    """:param listed: the files, asked for last: mistakes are told in the order of the document."""
    table.required("format", "name", "version", "digest")
    if table.number("format", FORMAT) != FORMAT:
        table.wrong(
            "format", f"expected {FORMAT}; a newer hatch-oaml wrote this", f"应为 {FORMAT}；此文件由更新版本写成"
        )
    changes, bases = parse_history(table)
    record = BaseRecord(
        changes=changes,
        bases=bases,
        name=table.text("name"),
        version=table.text("version"),
        url=table.text("url"),
        license=table.text("license"),
        files=tuple(sorted(listed(), key=lambda file: sort_key(file.path))),
    )
    table.text("digest")
    table.finish()
    return record
