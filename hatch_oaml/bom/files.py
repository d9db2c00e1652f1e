"""The files of a release as components: each with its digest and what it is to the license."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hatch_oaml.bom.terms import licenses
from hatch_oaml.records.checksums import below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.bom.told import Told
    from hatch_oaml.records.listing import Listed


def files_of_model(told: Told) -> Iterator[dict[str, Any]]:
    """All but Data, in the order of the manifest."""
    terms = _terms(told)
    for file in told.listed:
        if not is_data(file):
            yield {"type": "file", **_file(told, file, terms)}


def data(told: Told) -> Iterator[dict[str, Any]]:
    """Data that is shipped (clause 1.5)."""
    terms = _terms(told)
    for file in told.listed:
        if is_data(file):
            name = below(told.written.root, file.path)
            content = {"type": "dataset", "name": name, "contents": {"url": quote(name)}}
            yield {"type": "data", **_file(told, file, terms), "data": [content]}


def is_data(file: Listed) -> bool:
    return file.role == "complementary" and file.kind == "data"


def reference(told: Told, file: Listed) -> str:
    return f"file:{below(told.written.root, file.path)}"


def _file(told: Told, file: Listed, terms: dict[str, str]) -> dict[str, Any]:
    name = below(told.written.root, file.path)
    other = {"licenses": licenses(terms[file.release])} if file.release in terms else {}
    return {
        "bom-ref": reference(told, file),
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": told.digest(file.path)}],
        **other,
        "properties": [
            {"name": "hatch-oaml:role", "value": file.role},
            {"name": "hatch-oaml:kind", "value": file.kind},
            {"name": "hatch-oaml:size", "value": str(file.size)},
        ],
    }


def _terms(told: Told) -> dict[str, str]:
    """Path in the release → the terms of the part that it belongs to; several parts may name a file."""
    paths = [file.release for file in told.listed if file.release is not None]
    found: dict[str, str] = {}
    for part in told.release.config.parts:
        for path in part.files.matches(paths):
            found[path] = f"({found[path]}) AND ({part.license})" if path in found else part.license
    return found
