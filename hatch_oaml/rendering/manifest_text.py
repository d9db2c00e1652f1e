"""`OAML-MANIFEST.json` as it is written."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from hatch_oaml import __version__
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.records.checksums import below
from hatch_oaml.records.listing import MODES
from hatch_oaml.records.manifest import FORMAT
from hatch_oaml.values.digests import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.listing import Listed, Written
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath


def render_manifest(
    release: Release,
    listed: Sequence[Listed],
    written: Written,
    digests: Mapping[ArchivePath, Sha256],
    version: str = __version__,
) -> bytes:
    """The manifest as JSON. Its size does not depend on `digests`, so that room can be kept before they are known.

    :param version: of hatch-oaml, which writes it or wrote it.
    """
    return text_of(manifest_values(release, listed, written, digests, version))


def text_of(values: Mapping[str, object]) -> bytes:
    """`values` as a manifest is written down."""
    return b"".join(pieces_of(values))


def pieces_of(values: Mapping[str, object]) -> Iterator[bytes]:
    """`text_of(values)`, bit by bit."""
    for line in _lines(values):
        yield line.encode()


class FileRows:
    """What the manifest says of each file, made anew whenever it is gone through: all at once take more than they tell of."""

    def __init__(self, listed: Sequence[Listed], root: str, digests: Mapping[ArchivePath, Sha256]) -> None:
        self._listed, self._root, self._digests = listed, root, digests

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for file in self._listed:
            yield {
                "path": below(self._root, file.path),
                "release": file.release,
                "role": file.role,
                "kind": file.kind,
                "size": file.size,
                "mode": MODES[file.executable],
                "sha256": self._digests.get(file.path, UNKNOWN),
            }

    def as_json(self) -> Iterator[str]:
        """Each as it is written down; put together here, since there may be very many."""
        for file in self._listed:
            release = "null" if file.release is None else encode_basestring(file.release)
            yield (
                f'{{"path": {encode_basestring(below(self._root, file.path))}, "release": {release},'
                f' "role": {encode_basestring(file.role)}, "kind": {encode_basestring(file.kind)}, "size": {file.size},'
                f' "mode": "{MODES[file.executable]}", "sha256": "{self._digests.get(file.path, UNKNOWN)}"}}'
            )


def manifest_values(
    release: Release,
    listed: Sequence[Listed],
    written: Written,
    digests: Mapping[ArchivePath, Sha256],
    version: str = __version__,
) -> dict[str, Any]:
    """What stands in the manifest, by its keys: as it is known before the weights are read, but for `digests`.

    Its `files` are `FileRows`.
    """
    known = release.before_weights
    return {
        "format": FORMAT,
        "tool": {"name": "hatch-oaml", "version": version},
        "project": {
            "name": release.project.name,
            "version": release.project.version,
            "import_name": release.project.import_name,
            "license": release.project.license_expression,
        },
        "publisher": [{"name": author.name, "email": author.email} for author in release.project.authors],
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
        "files": FileRows(listed, written.root, digests),
        "notices": [
            {"base": kept.base, "path": kept.path, "kind": kept.notice.kind, "text": kept.notice.text}
            for kept in known.retention.retained
        ],
        "writer": {"target": written.target, "epoch": written.epoch},
    }


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
        if isinstance(value, FileRows):
            yield from _items(value.as_json())
        elif isinstance(value, list):
            yield from _items(map(_ENCODE, value))
        else:
            yield _ENCODE(value)
        opening = ","
    yield "\n}\n"


def _items(values: Iterable[str]) -> Iterator[str]:
    """:param values: JSON already."""
    before = "[\n    "
    for value in values:
        yield before + value
        before = ",\n    "
    yield "[]" if before.startswith("[") else "\n  ]"
