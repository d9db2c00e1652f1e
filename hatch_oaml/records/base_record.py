"""A base record: what an upstream release shipped, as digests and notices."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import tomli_w

from hatch_oaml.records.lineage import Ancestor, history_values, parse_history
from hatch_oaml.records.notice import KINDS, VISIBILITIES, Notice
from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.digests import UNKNOWN, Sha256, sha256, sha256_of
from hatch_oaml.values.errors import raise_all
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.log_lines import toml_text
from hatch_oaml.values.paths import ArchivePath, sort_key
from hatch_oaml.values.toml_tables import Table, parse_toml
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.records.modifications import Change
    from hatch_oaml.values.bilingual import Bilingual

FORMAT = 1
_DIGITS = 19
"""Of a dimension: as many as a whole number of 64 bits has."""


@frozen
class BaseFile:
    """One file of the base; `fingerprint` as in `ReleaseFile`.

    `format`, `dtype` and `tensors` as in `Weights`, of a weight file whose tensors were recorded; else None and none.
    """

    path: ArchivePath
    size: int
    sha256: Sha256
    notices: tuple[Notice, ...] = ()
    fingerprint: tuple[str, ...] = ()
    format: str | None = None
    dtype: str | None = None
    tensors: tuple[Tensor, ...] = ()


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
    body = _body(record)
    head = _head(record, sha256_of((_head(record, UNKNOWN) + body).encode()))
    return toml_text(head + body)


def _body(record: BaseRecord) -> str:
    files = sorted(record.files, key=lambda file: sort_key(file.path))
    history = history_values(record.changes, record.bases)
    return (f"\n{tomli_w.dumps(history)}" if history else "") + "".join(_render_file(file) for file in files)


def _head(record: BaseRecord, digest: Sha256) -> str:
    head = {
        "format": FORMAT,
        "name": record.name,
        "version": record.version,
        "url": record.url,
        "license": record.license,
        "digest": digest,
    }
    return _table("", head)


def _table(header: str, values: Mapping[str, object]) -> str:
    given = {key: value for key, value in values.items() if value not in ("", None)}
    return f"\n{header}\n{tomli_w.dumps(given)}" if header else tomli_w.dumps(given)


def _render_file(file: BaseFile) -> str:
    head = {
        "path": file.path,
        "size": file.size,
        "sha256": file.sha256,
        "lines": " ".join(file.fingerprint),
        "weights": file.format,
        "dtype": file.dtype,
    }
    notices = (_table("[[file.notice]]", _notice_values(notice)) for notice in file.notices)
    tensors = (_table("[[file.tensor]]", _tensor_values(tensor)) for tensor in file.tensors)
    return _table("[[file]]", head) + "".join(notices) + "".join(tensors)


def _notice_values(notice: Notice) -> dict[str, object]:
    return {
        "kind": notice.kind,
        "line": notice.line,
        "end_line": notice.end_line if notice.end_line != notice.line else None,
        "possible": None if notice.sure else True,
        "whole": True if notice.whole else None,
        "visibility": notice.visibility if notice.visibility != "open" else None,
        "text": notice.text,
    }


def _tensor_values(tensor: Tensor) -> dict[str, object]:
    return {
        "name": tensor.name,
        "dtype": tensor.dtype,
        "shape": " ".join(map(str, tensor.shape)),
        "sha256": tensor.sha256,
    }


def looks_like_base(data: bytes) -> bool:
    """Is `data`, as far as its beginning tells, a base record that we rendered?"""
    if not data.startswith((b"format = ", b"\xef\xbb\xbfformat = ")) or b'\ndigest = "' not in data[:4096]:
        return False
    return b"\n[[file]]\n" in data or b"\n[[file]]\r\n" in data


def parse_base(data: bytes, name: str) -> BaseRecord:
    """:raises ConfigurationError: with everything that is wrong in the file called `name`."""
    errors: list[Bilingual] = []
    table = Table(parse_toml(data, name), f"{name}: ", errors)
    table.required("format", "name", "version", "digest", "file")
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
        files=tuple(sorted((_parse_file(file) for file in table.tables("file")), key=lambda file: sort_key(file.path))),
    )
    digest = table.text("digest")
    table.finish()
    if len(record.by_path) != len(record.files):
        table.wrong("file", "a path is recorded twice", "有路径被记录了两次")
    if not errors and digest != sha256_of((_head(record, UNKNOWN) + _body(record)).encode()):
        table.wrong(
            "digest",
            "the record was edited after it was made; make it again with `hatch-oaml record`",
            "记录生成之后被改动过；请用 `hatch-oaml record` 重新生成",
        )
    raise_all(errors)
    return record


def _parse_file(table: Table) -> BaseFile:
    table.required("path", "size", "sha256")
    file = BaseFile(
        path=table.path("path", "unknown"),
        size=table.number("size", 0),
        sha256=_digest(table),
        fingerprint=tuple(table.text("lines").split()),
        format=table.text("weights") or None,
        dtype=table.text("dtype") or None,
        notices=tuple(_parse_notice(notice) for notice in table.tables("notice")),
        tensors=tuple(_parse_tensor(tensor) for tensor in table.tables("tensor")),
    )
    table.finish()
    return file


def _digest(table: Table) -> Sha256:
    text = table.text("sha256", UNKNOWN)
    try:
        return sha256(text)
    except ValueError:
        table.wrong(
            "sha256",
            f'expected 64 hexadecimal digits, got "{abbreviated(text)}"',
            f'应为 64 位十六进制数字，实为 "{abbreviated(text)}"',
        )
        return UNKNOWN


def _parse_notice(table: Table) -> Notice:
    table.required("kind", "line", "text")
    line = table.number("line", 1)
    notice = Notice(
        kind=table.choice("kind", KINDS, "copyright"),
        line=line,
        end_line=table.number("end_line", line),
        sure=not table.flag("possible"),
        whole=table.flag("whole"),
        visibility=table.choice("visibility", VISIBILITIES, "open"),
        text=table.text("text"),
    )
    table.finish()
    return notice


def _parse_tensor(table: Table) -> Tensor:
    table.required("name", "dtype")  # a scalar has no `shape`
    shape = table.text("shape").split()
    if not all(part.isascii() and part.isdecimal() and len(part) <= _DIGITS for part in shape):
        table.wrong(
            "shape",
            f"expected whole numbers of at most {_DIGITS} digits between spaces",
            f"应为以空格分隔、不超过 {_DIGITS} 位的整数",
        )
        shape = []
    tensor = Tensor(
        name=table.text("name"),
        dtype=table.text("dtype"),
        shape=tuple(map(int, shape)),
        sha256=_digest(table) if table.has("sha256") else None,
    )
    table.finish()
    return tensor
