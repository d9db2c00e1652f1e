"""One file of a base record: what is known of it, as a table of TOML, and read again."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

import tomli_w

from hatch_oaml.records.notice import KINDS, VISIBILITIES, Notice
from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.digests import UNKNOWN, Sha256, sha256
from hatch_oaml.values.fingerprints import NO_LINES, Fingerprint, fingerprint, text_of
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.kept import RARE
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.toml_tables import Table

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
    notices: tuple[Notice, ...] = field(default=(), metadata=RARE)
    fingerprint: Fingerprint = NO_LINES
    format: str | None = field(default=None, metadata=RARE)
    dtype: str | None = field(default=None, metadata=RARE)
    tensors: tuple[Tensor, ...] = field(default=(), metadata=RARE)


def render_file(file: BaseFile) -> str:
    """`[[file]]` with its notices and tensors, an empty line before each table."""
    head = {
        "path": file.path,
        "size": file.size,
        "sha256": file.sha256,
        "lines": text_of(file.fingerprint),
        "weights": file.format,
        "dtype": file.dtype,
    }
    notices = (render_table("[[file.notice]]", _notice_values(notice)) for notice in file.notices)
    tensors = (render_table("[[file.tensor]]", _tensor_values(tensor)) for tensor in file.tensors)
    return render_table("[[file]]", head) + "".join(notices) + "".join(tensors)


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


def render_table(header: str, values: Mapping[str, object]) -> str:
    """:param values: those that are empty or None are left out."""
    given = {key: value for key, value in values.items() if value not in ("", None)}
    return f"\n{header}\n{tomli_w.dumps(given)}" if header else tomli_w.dumps(given)


def parse_file(table: Table) -> BaseFile:
    """What is wrong goes to the errors of `table`."""
    table.required("path", "size", "sha256")
    file = BaseFile(
        path=table.path("path", "unknown"),
        size=table.number("size", 0),
        sha256=_digest(table),
        fingerprint=fingerprint(table.text("lines")),
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
