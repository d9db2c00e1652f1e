"""`OAML-MANIFEST.json` and `SHA256SUMS`: what an archive holds, for whoever receives it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.digests import UNKNOWN
from hatch_oaml.license.versions import CURRENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hatch_oaml.digests import Sha256
    from hatch_oaml.paths import ArchivePath
    from hatch_oaml.release import Release
    from hatch_oaml.roles import Kind, Role

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A member of an archive as the manifest lists it.

    `path` is its whole name there, `release` its path in the release; None for what only the build needs.
    """

    path: ArchivePath
    release: ArchivePath | None
    role: Role
    kind: Kind
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """By which writer an archive is made, with all that its bytes depend on.

    `root` is the archive's one folder at the top, "" where it has several.
    """

    format: str
    root: str
    epoch: int
    parameters: Mapping[str, object]


def render_manifest(
    release: Release, listed: Sequence[Listed], written: Written, digests: Mapping[ArchivePath, Sha256]
) -> bytes:
    """The manifest as JSON. Its size does not depend on `digests`, so that room can be kept before they are known."""
    manifest = {
        "format": FORMAT,
        "tool": {"name": "hatch-oaml", "version": __version__},
        "project": {"name": release.project.name, "version": release.project.version},
        "profile": release.config.profile,
        "original": release.config.original,
        "root": written.root,
        "license": {"id": CURRENT.id, "path": release.config.license},
        "modifications": release.config.modifications,
        "bases": [
            {"name": base.name, "version": base.version, "url": base.url, "license": base.license, "record": path}
            for base, path in zip(release.bases, release.config.bases, strict=True)
        ],
        "files": [
            {
                "path": _below(written.root, file.path),
                "release": file.release,
                "role": file.role,
                "kind": file.kind,
                "size": file.size,
                "sha256": digests.get(file.path, UNKNOWN),
            }
            for file in listed
        ],
        "notices": [
            {"base": kept.base, "path": kept.path, "kind": kept.notice.kind, "text": kept.notice.text}
            for kept in release.retention.retained
        ],
        "writer": {"format": written.format, "epoch": written.epoch, "parameters": dict(written.parameters)},
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"


def render_checksums(folder: str, paths: Sequence[ArchivePath], digests: Mapping[ArchivePath, Sha256]) -> bytes:
    """The digests of the `paths` below `folder`, as `sha256sum -c` reads them when run in that folder."""
    lines = (_checksum_line(digests.get(path, UNKNOWN), _below(folder, path)) for path in paths)
    return "".join(lines).encode()


def _below(folder: str, path: ArchivePath) -> str:
    return path.removeprefix(f"{folder}/") if folder else path


def _checksum_line(digest: Sha256, name: str) -> str:
    if "\n" in name or "\r" in name:
        # GNU coreutils escapes such names, and marks the line with a backslash in front
        escaped = name.replace("\n", "\\n").replace("\r", "\\r")
        return f"\\{digest}  {escaped}\n"
    return f"{digest}  {name}\n"
