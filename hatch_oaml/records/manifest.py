"""`OAML-MANIFEST.json`: what an archive holds, for whoever receives it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, get_args

from hatch_oaml.records.integrity import PromisedNotice
from hatch_oaml.records.listing import MODES, Written
from hatch_oaml.records.notice import KINDS
from hatch_oaml.records.project import Author, Project
from hatch_oaml.values.digests import sha256
from hatch_oaml.values.epoch import LAST
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.many import Many
from hatch_oaml.values.packed import Packed
from hatch_oaml.values.paths import archive_path, prefix_of
from hatch_oaml.values.roles import ROLES, Kind
from hatch_oaml.values.wording import shown_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.roles import Role

FORMAT = 1

LARGEST_IN_ONE_PIECE = 256 << 20
"""Bytes of JSON that are parsed at once; a manifest that has a line for each file may be larger."""
_FIRST_FILE, _BETWEEN, _BEHIND_FILES = b'\n  "files": [\n    ', b",\n    ", b"\n  ]"
_OPENING = len(b"[\n    ")
_MARK = "each on a line of its own"
_ROWS = b'"each on a line of its own"'
"""Stands for the files while the rest is read: a JSON string never goes over several lines."""
_ROLES: dict[str, Role] = {role: role for role in ROLES}
_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
_EXECUTABLE = {mode: executable for executable, mode in MODES.items()}


@frozen
class ManifestFile:
    """A file that the manifest lists; `path` is its whole name in the archive."""

    path: ArchivePath
    release: ArchivePath | None
    role: Role
    kind: Kind
    size: int
    executable: bool
    sha256: Sha256


@frozen
class Manifest:
    """What `render_manifest` wrote down; `settings` is the table `[tool.oaml]`, `version` that of the hatch-oaml that wrote.

    `data` are its bytes: what a table of it does not say here is still to be held against them.
    """

    version: str
    project: Project
    settings: Mapping[str, object]
    files: Sequence[ManifestFile]
    notices: tuple[PromisedNotice, ...]
    written: Written
    data: Packed

    @property
    def root(self) -> str:
        return self.written.root

    @property
    def target(self) -> str:
        return self.written.target


def parse_manifest(data: bytes, members: Iterable[ArchivePath] = ()) -> Manifest:
    """:param members: of a file that lies at the path of one of them the very path is kept.
    :raises ValueError: `data` is no manifest of ours, or was damaged.
    """
    known: dict[str, ArchivePath] = {path: path for path in members}
    try:
        return _as_rendered(data, known) or _parse(_values_of(data), data, known)
    except KeyError as error:
        raise ValueError(f"it lacks {error}") from error
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _as_rendered(data: bytes, known: Mapping[str, ArchivePath]) -> Manifest | None:
    """A manifest with a line for each file, read line by line; None of one that is written otherwise."""
    start = data.find(_FIRST_FILE)
    end = data.find(_BEHIND_FILES, start)
    if start < 0 or end < 0 or _ROWS in data:
        return None
    start += len(_FIRST_FILE)
    around = b"".join((data[: start - _OPENING], _ROWS, data[end + len(_BEHIND_FILES) :]))
    try:
        values = _values_of(around)
        if not isinstance(values, dict) or values.get("files") != _MARK:
            return None
        return _parse(values | {"files": _rows(data, start, end)}, data, known)
    except json.JSONDecodeError:
        return None


def _rows(data: bytes, start: int, end: int) -> Iterator[Any]:
    """The items of a list in JSON that has one on each line."""
    while start < end:
        stop = data.find(_BETWEEN, start, end)
        stop = end if stop < 0 else stop
        yield _values_of(data[start:stop])
        start = stop + len(_BETWEEN)


def _values_of(data: bytes) -> Any:
    if len(data) > LARGEST_IN_ONE_PIECE:
        raise ValueError("it is written otherwise than hatch-oaml writes, and too large to be read so")
    return json.loads(data.decode(), object_pairs_hook=_table_without_twins)


def _table_without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key stands in it twice")
    return table


def _parse(values: Any, data: bytes, known: Mapping[str, ArchivePath]) -> Manifest:
    if values["tool"]["name"] != "hatch-oaml" or values["format"] != FORMAT:
        raise ValueError("it is of another tool or of a newer format")
    root, project = _text(values["root"]), values["project"]
    above = prefix_of(archive_path(root) if root else "")
    files = Many(ManifestFile, (_parse_file(above, file, known) for file in values["files"]))
    _refuse_twice(list(files.column("path")))
    _refuse_twice([release for release in files.column("release") if release is not None])
    writer = values["writer"]
    return Manifest(
        version=_text(values["tool"]["version"]),
        project=Project(
            root=None,
            name=_text(project["name"]),
            version=_text(project["version"]),
            import_name=_text(project["import_name"]),
            license_expression=_text(project["license"]),
            license_files=(_text(values["license"]["path"]),),
            authors=tuple(_parse_author(author) for author in values["publisher"]),
        ),
        settings=_table(values["settings"]),
        files=files,
        notices=tuple(_parse_notice(notice) for notice in values["notices"]),
        written=Written(target=_text(writer["target"]), root=root, epoch=_number(writer["epoch"], LAST)),
        data=Packed.of(data),
    )


def _parse_file(above: str, values: Any, known: Mapping[str, ArchivePath]) -> ManifestFile:
    path = archive_path(f"{above}{_text(values['path'])}")
    if values["role"] not in ROLES:
        raise ValueError(f"no role is called {shown_value(values['role'])}")
    if values["kind"] not in _KINDS:
        raise ValueError(f"no kind is called {shown_value(values['kind'])}")
    return ManifestFile(
        path=known.get(path, path),
        release=None if values["release"] is None else archive_path(_text(values["release"])),
        role=_ROLES[values["role"]],  # else each file would have words of its own
        kind=_KINDS[values["kind"]],
        size=_number(values["size"], sys.maxsize),
        executable=_EXECUTABLE[_text(values["mode"])],
        sha256=sha256(_text(values["sha256"])),
    )


def _parse_author(values: Any) -> Author:
    return Author(name=_text(values["name"]), email=_text(values["email"]))


def _parse_notice(values: Any) -> PromisedNotice:
    if values["kind"] not in KINDS:
        raise ValueError(f"no notice is of the kind {shown_value(values['kind'])}")
    return PromisedNotice(
        base=_text(values["base"]), path=_text(values["path"]), kind=values["kind"], text=_text(values["text"])
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a text, got {shown_value(value)}")
    value.encode()  # JSON can escape a lone surrogate, which no text can hold
    return value


def _number(value: object, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError(f"expected a whole number up to {most}, got {shown_value(value)}")
    return value


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"expected a table, got {shown_value(value)}")
    json.dumps(value, ensure_ascii=False).encode()  # as in `_text`
    return value


def _refuse_twice(paths: Sequence[str]) -> None:
    if len(set(paths)) < len(paths):
        raise ValueError("it lists a path twice")
