"""RECORD: each file of a wheel with its digest and its size."""

from __future__ import annotations

import base64
import csv
import io
from typing import TYPE_CHECKING

from hatch_oaml.values.digests import Sha256
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def render_record(record: str, rows: Iterable[tuple[ArchivePath, Sha256, int]]) -> bytes:
    """:param record: its own path, which stands last and without a digest."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerows((path, f"sha256={_base64(digest)}", size) for path, digest, size in rows)
    table.writerow((record, "", ""))
    return text.getvalue().encode()


def parse_record(data: bytes) -> Iterator[tuple[ArchivePath, Sha256]]:
    """Paths and digests, up to the first row that makes no sense; a row of another algorithm tells nothing."""
    try:
        for path, digest, _ in csv.reader(data.decode(errors="replace").splitlines()):
            algorithm, _, value = digest.partition("=")
            if algorithm == "sha256":
                yield ArchivePath(path), Sha256(base64.urlsafe_b64decode(f"{value}=").hex())
    except (ValueError, csv.Error):
        return


def _base64(digest: Sha256) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(digest)).rstrip(b"=").decode()
