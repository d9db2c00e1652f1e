"""`OAML-MANIFEST.json` and `SHA256SUMS`: what an archive holds, for whoever receives it."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from hatch_oaml import __version__
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.notice import KINDS
from hatch_oaml.project import Project
from hatch_oaml.seal import PromisedNotice
from hatch_oaml.values.digests import UNKNOWN, sha256
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.roles import ROLES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Role

FORMAT = 1

_KINDS = frozenset(get_args(Kind))
_LAST_EPOCH = (1 << 32) - 1  # what the header of a gzip member can hold, and SOURCE_DATE_EPOCH is held to


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
                **({"tensors": diff.numbers()} if diff else {}),
            }
            for base, path, diff in zip(release.bases, release.config.bases, release.tensor_differences, strict=True)
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
    return "".join(_lines(manifest)).encode()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestFile:
    """A file that the manifest lists; `path` is its whole name in the archive."""

    path: ArchivePath
    release: ArchivePath | None
    role: Role
    kind: Kind
    size: int
    sha256: Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What `render_manifest` wrote down; `settings` is the table `[tool.oaml]`."""

    root: str
    project: Project
    settings: Mapping[str, object]
    files: tuple[ManifestFile, ...]
    notices: tuple[PromisedNotice, ...]
    format: str
    epoch: int


def parse_manifest(data: bytes) -> Manifest:
    """:raises ValueError: `data` is no manifest of ours, or was damaged."""
    try:
        return _parse(json.loads(data))
    except KeyError as error:
        raise ValueError(f"it lacks {error}") from error
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _parse(values: Any) -> Manifest:
    if values["tool"]["name"] != "hatch-oaml" or values["format"] != FORMAT:
        raise ValueError("it is of another tool or of a newer format")
    root, project = _text(values["root"]), values["project"]
    above = f"{archive_path(root)}/" if root else ""
    files = tuple(_parse_file(above, file) for file in values["files"])
    _refuse_twice([file.path for file in files])
    _refuse_twice([file.release for file in files if file.release is not None])
    return Manifest(
        root=root,
        project=Project(
            root="",
            name=_text(project["name"]),
            version=_text(project["version"]),
            import_name=_text(project["import_name"]),
            license_expression=_text(project["license"]),
            license_files=(_text(values["license"]["path"]),),
        ),
        settings=_table(values["settings"]),
        files=files,
        notices=tuple(_parse_notice(notice) for notice in values["notices"]),
        format=_text(values["writer"]["format"]),
        epoch=_number(values["writer"]["epoch"], _LAST_EPOCH),
    )


def _parse_file(above: str, values: Any) -> ManifestFile:
    if values["role"] not in ROLES:
        raise ValueError(f"no role is called {values['role']!r}")
    if values["kind"] not in _KINDS:
        raise ValueError(f"no kind is called {values['kind']!r}")
    return ManifestFile(
        path=archive_path(f"{above}{_text(values['path'])}"),
        release=None if values["release"] is None else archive_path(_text(values["release"])),
        role=values["role"],
        kind=values["kind"],
        size=_number(values["size"], sys.maxsize),
        sha256=sha256(_text(values["sha256"])),
    )


def _parse_notice(values: Any) -> PromisedNotice:
    if values["kind"] not in KINDS:
        raise ValueError(f"no notice is of the kind {values['kind']!r}")
    return PromisedNotice(
        base=_text(values["base"]), path=_text(values["path"]), kind=values["kind"], text=_text(values["text"])
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a text, got {value!r}")
    value.encode()  # JSON can escape a lone surrogate, which no text can hold
    return value


def _number(value: object, most: int) -> int:
    if not isinstance(value, int) or not 0 <= value <= most:
        raise ValueError(f"expected a whole number up to {most}, got {value!r}")
    return value


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"expected a table, got {value!r}")
    json.dumps(value, ensure_ascii=False).encode()  # as in `_text`
    return value


def _refuse_twice(paths: Sequence[str]) -> None:
    if len(set(paths)) < len(paths):
        raise ValueError("it lists a path twice")


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
