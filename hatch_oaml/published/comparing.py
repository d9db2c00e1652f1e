"""What somebody gave out, held against what it was made from: the release that the checks are asked of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.published.bases import told_apart
from hatch_oaml.published.license_search import license_in, published_pdf_in
from hatch_oaml.published.telling import with_tellings
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.records.project import Project
from hatch_oaml.records.publication import Publication
from hatch_oaml.release import Release
from hatch_oaml.values.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.published.bases import Base
    from hatch_oaml.published.trees import Tree
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.modifications import Modifications
    from hatch_oaml.values.paths import ArchivePath


def compared(tree: Tree, name: str, bases: Sequence[Base], sources: Sequence[str]) -> Release:
    """:param name: what the tree was pointed at by, and `sources` what the bases were, for people to read."""
    return with_tellings(_release(tree, name, bases, sources), tree, bases)


def _release(tree: Tree, name: str, bases: Sequence[Base], sources: Sequence[str]) -> Release:
    path, copy = license_in(tree)
    config = replace(tree.config, license=path, original=False)
    return Release(
        project=Project(root="", name=tree.name or name, version=tree.version, import_name=""),
        config=config,
        inventory=Inventory.of(_with_own_papers(tree.inventory, config)),
        bases=tuple(told_apart(base.record for base in bases)),
        modifications=_changelog(tree, config.modifications),
        license=copy,
        license_pdf=published_pdf_in(tree),
        publication=Publication(name=name, sources=tuple(sources)),
    )


def _with_own_papers(files: Inventory, config: Config) -> Iterator[ReleaseFile]:
    """Base records that came along are the release's own, wherever they lie."""
    for file in files:
        is_record = file.path in config.bases
        yield replace(file, role="legal", kind="base-record") if is_record else file


def _changelog(tree: Tree, path: ArchivePath) -> Modifications | None:
    """None where it is missing, or is a text of another kind under that name: then it is read as any text is."""
    data = tree.text(path)
    try:
        return None if data is None else parse_modifications(data, path)
    except ConfigurationError:
        return None
