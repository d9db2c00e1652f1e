"""What a bill of materials is made of: a release, and how its archive is laid out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml import __version__
from hatch_oaml.values.digests import UNKNOWN
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.listing import Listed, Written
    from hatch_oaml.records.model_card import ModelCard
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath


@frozen
class Told:
    """`listed` are the members that the bill tells of; `copyrights` the texts of the copyright notices that are retained;
    `version` that of the hatch-oaml that writes it or wrote it.
    """

    release: Release
    listed: Sequence[Listed]
    written: Written
    digests: Mapping[ArchivePath, Sha256]
    copyrights: tuple[str, ...]
    version: str = __version__

    def digest(self, path: ArchivePath) -> Sha256:
        return self.digests.get(path, UNKNOWN)

    @cached_property
    def card_file(self) -> ReleaseFile | None:
        """The model card of the whole."""
        return next((file for file in self.release.inventory if file.card is not None), None)

    @property
    def card(self) -> ModelCard | None:
        return None if self.card_file is None else self.card_file.card


def retained_copyrights(release: Release) -> tuple[str, ...]:
    """As they were known before the weights were read: the manifest promises the same."""
    kept = release.before_weights.retention.retained
    return each_once(one.notice.text for one in kept if one.notice.kind == "copyright")


def each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
