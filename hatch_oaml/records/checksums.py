"""`SHA256SUMS`: a digest for each file, as `sha256sum -c` reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.digests import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath


def render_checksums(folder: str, paths: Sequence[ArchivePath], digests: Mapping[ArchivePath, Sha256]) -> bytes:
    """The digests of the `paths` below `folder`, as `sha256sum -c` reads them when run in that folder."""
    return b"".join(checksum_lines(folder, paths, digests))


def checksum_lines(folder: str, paths: Iterable[ArchivePath], digests: Mapping[ArchivePath, Sha256]) -> Iterator[bytes]:
    above = f"{folder}/" if folder else ""
    for path in paths:
        yield _checksum_line(digests.get(path, UNKNOWN), path.removeprefix(above)).encode()


def below(folder: str, path: ArchivePath) -> str:
    return path.removeprefix(f"{folder}/") if folder else path


def _checksum_line(digest: Sha256, name: str) -> str:
    if "\n" in name or "\r" in name:
        # GNU coreutils escapes such names, and marks the line with a backslash in front
        escaped = name.replace("\n", "\\n").replace("\r", "\\r")
        return f"\\{digest}  {escaped}\n"
    return f"{digest}  {name}\n"
