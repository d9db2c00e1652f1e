"""`OAML-MANIFEST.json` as it is written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.records.checksums import below
from hatch_oaml.records.manifest import FORMAT
from hatch_oaml.values.digests import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Kind, Role


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
        "project": {
            "name": release.project.name,
            "version": release.project.version,
            "import_name": release.project.import_name,
            "license": release.project.license_expression,
        },
        "profile": release.config.profile,
        "root": written.root,
        "license": {"id": CURRENT.id, "path": release.config.license},
        "settings": release.config.values,
        "bases": [
            {
                "name": base.name,
                "version": base.version,
                "url": base.url,
                "license": base.license,
                "record": path,
                "bases": [_lineage(ancestor) for ancestor in base.bases],
                **({"tensors": diff.numbers()} if diff else {}),
            }
            for base, path, diff in zip(release.bases, release.config.bases, release.tensor_differences, strict=True)
        ],
        "files": [
            {
                "path": below(written.root, file.path),
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
    return "".join(_lines(manifest)).encode()


def _lineage(ancestor: Ancestor) -> dict[str, object]:
    """What a base goes back to, for programs; how each was modified tells its record."""
    return {
        "name": ancestor.name,
        "version": ancestor.version,
        "url": ancestor.url,
        "license": ancestor.license,
        "bases": [_lineage(base) for base in ancestor.bases],
    }


_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def _lines(values: Mapping[str, object]) -> Iterator[str]:
    """JSON with a line for each key, and for each item of a list: two manifests can be compared by eye."""
    opening = "{"
    for key, value in values.items():
        yield f"{opening}\n  {_ENCODE(key)}: "
        if isinstance(value, list) and value:
            yield "[\n    " + ",\n    ".join(map(_ENCODE, value)) + "\n  ]"
        else:
            yield _ENCODE(value)
        opening = ","
    yield "\n}\n"
