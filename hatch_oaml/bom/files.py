"""The files of a release as components, each with its digest and what it is to the license; as JSON, since there may be very many."""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING
from urllib.parse import quote

from hatch_oaml.bom.layout import Rows, quoted
from hatch_oaml.records.checksums import below
from hatch_oaml.values.patterns import PathIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hatch_oaml.bom.told import Told
    from hatch_oaml.records.listing import Listed
    from hatch_oaml.values.digests import Sha256


def files_of_model(told: Told) -> Rows:
    """All but Data, in the order of the manifest."""
    return Rows(lambda: (f'{{"type": "file", {row}}}' for _, row in _rows(told, _others(told))))


def data(told: Told) -> Rows:
    """Data that is shipped (clause 1.5)."""
    return Rows(lambda: _data(told))


def _data(told: Told) -> Iterator[str]:
    for name, row in _rows(told, filter(is_data, told.listed)):
        content = f'{{"type": "dataset", "name": {quoted(name)}, "contents": {{"url": {quoted(quote(name))}}}}}'
        yield f'{{"type": "data", {row}, "data": [{content}]}}'


def references_of_data(told: Told) -> Rows:
    root = told.written.root
    return Rows(lambda: (quoted(_reference(below(root, file.path))) for file in filter(is_data, told.listed)))


def is_data(file: Listed) -> bool:
    return file.role == "complementary" and file.kind == "data"


def in_order(told: Told) -> Iterator[Listed]:
    """The files as a bill tells of them."""
    yield from _others(told)
    yield from filter(is_data, told.listed)


def _others(told: Told) -> Iterator[Listed]:
    return filterfalse(is_data, told.listed)


def hashes(digest: Sha256) -> str:
    return f'"hashes": [{{"alg": "SHA-256", "content": "{digest}"}}]'


def _reference(name: str) -> str:
    return f"file:{name}"


def _rows(told: Told, files: Iterable[Listed]) -> Iterator[tuple[str, str]]:
    """Each with its name in the archive."""
    terms = _terms(told)
    for file in files:
        name = below(told.written.root, file.path)
        other = _licenses(terms[file.release]) if file.release in terms else ""
        properties = (
            f'{{"name": "hatch-oaml:role", "value": "{file.role}"}}, {{"name": "hatch-oaml:kind", "value": "{file.kind}"}},'
            f' {{"name": "hatch-oaml:size", "value": "{file.size}"}}'
        )
        called = f'"bom-ref": {quoted(_reference(name))}, "name": {quoted(name)}, {hashes(told.digest(file.path))}'
        yield name, f'{called},{other} "properties": [{properties}]'


def _licenses(expression: str) -> str:
    return f' "licenses": [{{"expression": {quoted(expression)}, "acknowledgement": "declared"}}],'


def _terms(told: Told) -> Mapping[str | None, str]:
    """Path in the release → the terms of the part that it belongs to; several parts may name a file."""
    found: dict[str | None, str] = {}
    if not told.release.config.parts:
        return found
    paths = PathIndex(file.release for file in told.listed if file.release is not None)
    for part in told.release.config.parts:
        for path in paths.matched_by(part.files):
            found[path] = f"({found[path]}) AND ({part.license})" if path in found else part.license
    return found
