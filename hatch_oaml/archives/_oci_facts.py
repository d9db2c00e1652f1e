"""What an image layout tells of the release in it: taken from the release's own manifest, so that it can be derived again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hatch_oaml.records.generated import MANIFEST
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import ArchivePath, file_name, prefix_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hatch_oaml.records.manifest import Manifest

_DOCUMENTATION = "doc"
_KINDS = {"configuration": "weight.config", "code": "code", "data": "dataset"}
"""Kinds of ModelPack, by ours; of the Model all is `weight`."""


@frozen
class Facts:
    """All empty where an archive is no release of ours. `kinds` are ModelPack's, by the path in the release."""

    name: str = ""
    version: str = ""
    license: str = ""
    authors: tuple[str, ...] = ()
    bases: tuple[Mapping[str, str], ...] = ()
    format: str = ""
    kinds: Mapping[str, str]

    def kind_of(self, path: str) -> str:
        return self.kinds.get(path, _DOCUMENTATION)


NOTHING = Facts(kinds={})


def root_of(paths: Iterable[str]) -> str:
    """The one folder that all of them lie below; "" where there is none."""
    tops = {path.partition("/")[0] if "/" in path else "" for path in paths}
    return tops.pop() if len(tops) == 1 else ""


def manifest_among(paths: Iterable[ArchivePath]) -> ArchivePath | None:
    """The manifest nearest to the top."""
    found = [path for path in paths if file_name(path) == MANIFEST]
    return min(found, key=lambda path: (path.count("/"), path), default=None)


def facts_in(data: bytes, root: str) -> Facts:
    """:param data: of a release's manifest; of what is none, nothing is told."""
    try:
        manifest = parse_manifest(data)
        bases = tuple(_base(base) for base in json.loads(data)["bases"])
    except (ValueError, KeyError, TypeError):
        return NOTHING
    above = prefix_of(root)
    project = manifest.project
    authors = (f"{author.name} <{author.email}>" if author.email else author.name for author in project.authors)
    return Facts(
        name=project.name,
        version=project.version,
        license=project.license_expression,
        authors=tuple(author for author in authors if author),
        bases=bases,
        format=_format(manifest),
        kinds={
            file.path.removeprefix(above): "weight" if file.role == "model" else _KINDS.get(file.kind, _DOCUMENTATION)
            for file in manifest.files
        },
    )


def _base(values: Any) -> dict[str, str]:
    return {"name": str(values["name"]), "version": str(values["version"])}


def _format(manifest: Manifest) -> str:
    """What all weight files are called by, if that is one."""
    endings = {file.path.rpartition(".")[2].casefold() for file in manifest.files if file.kind == "weights"}
    return endings.pop() if len(endings) == 1 else ""
