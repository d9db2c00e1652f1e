"""What a model was made from, and how: its bases, and each entry of the changelog as a patch, generation by generation."""

from __future__ import annotations

from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any

from hatch_oaml.bom.files import hashes
from hatch_oaml.bom.layout import Rows, quoted
from hatch_oaml.bom.purls import purl_of_base
from hatch_oaml.bom.terms import named_license
from hatch_oaml.bom.told import each_once
from hatch_oaml.records.generated import MODIFICATIONS_PAGE
from hatch_oaml.rendering.page_entry import entry_head
from hatch_oaml.values.markdown import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.lineage import Ancestor
    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release

_IN_ADDRESSES = frozenset(f"{ascii_letters}{digits}._~:/?#@!$&'()*+,;=%-")
"""RFC 3986, without the brackets of IPv6."""


def pedigree(release: Release) -> dict[str, Any]:
    """Nothing of an original release."""
    changes = release.modifications.changes if release.modifications else ()
    return _pedigree([_base(base) for base in release.bases], changes)


def _pedigree(ancestors: list[dict[str, Any]], changes: Iterable[Change]) -> dict[str, Any]:
    patches = [_patch(position, change) for position, change in enumerate(changes, 1)]
    told: dict[str, Any] = {"ancestors": ancestors, "patches": patches}
    told = {key: value for key, value in told.items() if value}
    return {"pedigree": told} if told else {}


def _base(base: BaseRecord) -> dict[str, Any]:
    notices = (notice for file in base.files for notice in file.notices if notice.sure and notice.kind == "copyright")
    copyrights = "\n".join(each_once(notice.text for notice in notices))
    return _ancestor(base.as_ancestor) | {
        **({"copyright": copyrights} if copyrights else {}),
        "components": Rows(lambda: map(_file, base.files)),
    }


def _ancestor(ancestor: Ancestor) -> dict[str, Any]:
    purl = purl_of_base(ancestor)
    return {
        "type": "machine-learning-model",
        "name": ancestor.name,
        **({"version": ancestor.version} if ancestor.version else {}),
        **({"purl": purl} if purl else {}),
        **({"licenses": named_license(ancestor.license)} if ancestor.license else {}),
        **_pedigree([_ancestor(base) for base in ancestor.bases], ancestor.changes),
        **_references(ancestor),
    }


def _references(ancestor: Ancestor) -> dict[str, Any]:
    if not ancestor.url.startswith(("https://", "http://")) or not _IN_ADDRESSES.issuperset(ancestor.url):
        return {}
    return {"externalReferences": [{"type": "distribution", "url": ancestor.url}]}


def _file(file: BaseFile) -> str:
    return f'{{"type": "file", "name": {quoted(file.path)}, {hashes(file.sha256)}}}'


def _patch(position: int, change: Change) -> dict[str, Any]:
    text = {"contentType": "text/markdown", "content": "\n".join(_entry(position, change))}
    return {"type": "unofficial", "diff": {"text": text, "url": MODIFICATIONS_PAGE}}


def _entry(position: int, change: Change) -> Iterator[str]:
    """In both languages, as on the page."""
    yield from entry_head("###", position, change)
    yield f"**Files 文件**: {', '.join(map(code, change.files.lines))}"
