"""Where in a tree of anybody's the license lies, wherever that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.license.copies import compare_license
from hatch_oaml.license.versions import is_published_pdf
from hatch_oaml.values.legal_names import holds_license
from hatch_oaml.values.paths import ArchivePath, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.license.copies import LicenseCopy, State
    from hatch_oaml.published.trees import Tree
    from hatch_oaml.records.inventory import ReleaseFile

_BEST: tuple[State, ...] = ("verbatim", "typographic", "partial", "altered", "missing")
_MOST = 8
"""So many texts are held against the license word by word: of more, those at the top."""
_SIZES = range(1 << 10, 1 << 20)
"""Bytes of a text that can be the license, whole, in part or with something added."""
_TOLD_BY_NAME = ("licen", "openatom", "许可", "开放原子")


def license_in(tree: Tree) -> tuple[ArchivePath, LicenseCopy | None]:
    """The best copy, with its path; None with the path where one looks for it."""
    found = [(path, compare_license(data)) for path in _candidates(tree) if (data := tree.text(path)) is not None]
    if not found:
        return tree.config.license, None
    return min(found, key=lambda one: _BEST.index(one[1].state))


def published_pdf_in(tree: Tree) -> ArchivePath | None:
    return next((file.path for file in tree.inventory if file.sha256 and is_published_pdf(file.sha256)), None)


def _candidates(tree: Tree) -> Iterator[ArchivePath]:
    """The file that is the license by its name or bytes, then those that may be, nearest to the top first."""
    likely = [file for file in tree.inventory if _may_be_the_license(file, tree.config.license)]
    likely.sort(key=lambda file: (_rank(file, tree.config.license), file.path.count("/"), sort_key(file.path)))
    published = [file for file in likely if file.license_text and file.license_text.is_published]
    yield from (file.path for file in published[:1] or likely[:_MOST])


def _may_be_the_license(file: ReleaseFile, path: ArchivePath) -> bool:
    if file.path == path:
        return True
    told = file.license_text is not None or may_be_called_license(file.path)
    return told and file.size in _SIZES and file.role != "model"


def may_be_called_license(path: str) -> bool:
    name = path.rpartition("/")[2].casefold()
    return holds_license(path) or any(word in name for word in _TOLD_BY_NAME)


def _rank(file: ReleaseFile, path: ArchivePath) -> int:
    if file.license_text and file.license_text.names_ours:
        return 0
    return 1 if file.path == path else 2
