"""A release: what was gathered once, and the questions that one may ask it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from hatch_oaml.comparison.file_difference import KnownFiles
from hatch_oaml.comparison.model_diff import compare_models, file_of_base, file_of_release
from hatch_oaml.license.versions import may_name_license
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.publication import Telling
from hatch_oaml.records.target_files import TargetFiles, path_as_shipped
from hatch_oaml.retention.changelog import Changelog
from hatch_oaml.retention.counterparts import Counterparts
from hatch_oaml.retention.judgement import judge_retention
from hatch_oaml.terms.annotations import Annotations
from hatch_oaml.terms.parts import PartTexts
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.mostly import Mostly
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from hatch_oaml.comparison.file_difference import Difference
    from hatch_oaml.comparison.tensor_diff import TensorDiff
    from hatch_oaml.license.copies import LicenseCopy
    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.build_facts import InactiveGate, LeftOutWeights
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.integrity import Integrity
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.modifications import Change, Modifications
    from hatch_oaml.records.project import Project
    from hatch_oaml.records.publication import Publication
    from hatch_oaml.retention.outcomes import Retention
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.profiles import Profile

Subject = Literal["project", "archive", "ungated archive", "comparison"]


@frozen
class Unguarded:
    """A model file that Hatchling would put into `target` by itself, past the gate."""

    path: ArchivePath
    target: str


@frozen
class Release:
    """All that is known of a release; it reads nothing and never changes.

    `license` is None where no file lies at `config.license`, `modifications` where none lies at
    `config.modifications`. `link_roots` are the folders that symbolic links may lead into.
    `idle_patterns` are the lines of `config.model` that match no file; `targets` those whose archives differ from the
    release; `ignored` the lines by which version control keeps files out of it; `changed` the files whose bytes were not the judged ones when they were written. Where not `upstream_is_known`, an archive's own records of
    its bases are damaged or gone, and `bases` and `modifications` say nothing. `integrity` is there for a release read from an archive;
    `receiver` is what its receiver says that he does with it. `publication` is there for what is held against bases without any project.
    """

    project: Project
    config: Config
    inventory: Inventory
    bases: tuple[BaseRecord, ...]
    modifications: Modifications | None
    license: LicenseCopy | None
    license_pdf: ArchivePath | None = None
    link_roots: tuple[str, ...] = ()
    unguarded: tuple[Unguarded, ...] = ()
    idle_patterns: tuple[str, ...] = ()
    targets: tuple[TargetFiles, ...] = ()
    inactive_gates: tuple[InactiveGate, ...] = ()
    left_out_weights: tuple[LeftOutWeights, ...] = ()
    ignored: tuple[str, ...] = ()
    changed: tuple[ArchivePath, ...] = ()
    upstream_is_known: bool = True
    integrity: Integrity | None = None
    receiver: Profile = "distribution"
    publication: Publication | None = None

    def with_digests(self, digests: Mapping[ArchivePath, Sha256]) -> Release:
        """With what `digests` tell of the files whose own were not known; asked twice for the same, it is the same release."""
        unknown = [file.path for file in self.inventory if file.sha256 is None and file.path in digests]
        if not unknown:
            return self  # and keep the answers that it has given
        told = tuple(digests[path] for path in unknown)
        if told not in self._with_digests:
            self._with_digests[told] = self._with_inventory(self.inventory.with_digests(digests))
        return self._with_digests[told]

    @cached_property
    def _with_digests(self) -> dict[tuple[Sha256, ...], Release]:
        return {}

    @cached_property
    def before_weights(self) -> Release:
        """As it is known before the weights are read: what is told of it must be the same then and later."""
        models = [file for file in self.inventory if file.role == "model" and file.sha256 is not None]
        if not models:
            return self  # and keep the answers that it has given
        return self._with_inventory(self.inventory.with_files(replace(file, sha256=None) for file in models))

    def _with_inventory(self, inventory: Inventory) -> Release:
        """The same files, of some of which the digest is known, or no longer: what they were made from is sought once, if it can."""
        release = replace(self, inventory=inventory)
        if "counterparts" in vars(self):
            found = self.counterparts.among(self.inventory, inventory)
            if found is not None:
                vars(release)["counterparts"] = found  # as `cached_property` keeps it
        return release

    def files_of(self, target: str) -> TargetFiles:
        """How the archive of `target` differs from the release, as far as that is known."""
        return next((files for files in self.targets if files.target == target), TargetFiles(target=target))

    def as_shipped(self, files: TargetFiles) -> Release:
        """The release as the archive of one target holds it; weights that the target brings in have passed no gate.

        A file that it brings to a path which in the release is another file's is told by the target's name before it.
        """
        if not files:
            return self  # and keep the answers that it has given
        kept = self.without(files.replaced).inventory
        added = [replace(file, path=path_as_shipped(file.path, files.target, kept.by_path)) for file in files.added]
        unguarded = [Unguarded(path=file.path, target=files.target) for file in added if file.role == "model"]
        return replace(
            self,
            inventory=Inventory.of((*kept, *added)),
            unguarded=(*self.unguarded, *unguarded),
            targets=(),
        )

    def without(self, paths: Collection[ArchivePath]) -> Release:
        if not paths:
            return self  # and keep the answers that it has given
        return replace(self, inventory=Inventory.of(file for file in self.inventory if file.path not in paths))

    @property
    def asks_for_tensors(self) -> bool:
        """Has a base tensor facts, so that the digests of our tensors tell more than those of our files?"""
        return any(base.has_tensors for base in self.bases)

    @property
    def subject(self) -> Subject:
        """What is judged: an *ungated archive* is one that nobody judged when it was written, a *comparison* is of what anybody
        gave out with what it was made from.
        """
        if self.publication is not None:
            return "comparison"
        if self.integrity is None:
            return "project"
        return "archive" if self.integrity.has_manifest else "ungated archive"

    @property
    def received_as(self) -> str | None:
        """The name of what was handed over; None of a project, whose files are where they are told of."""
        if self.publication is not None:
            return self.publication.name
        return self.integrity.archive if self.integrity else None

    def waives(self, clause: str) -> bool:
        """Does the license itself lift this clause?

        Whoever holds a file was handed a distribution, unless he runs the service that it was made for.
        """
        is_for_service = self.subject == "project" or self.receiver == "hosted-service"
        return is_for_service and self.config.waives(clause)

    @property
    def held_against_manifest(self) -> Integrity:
        """:raises TypeError: of a project, which is no archive; a fault of the caller."""
        if self.integrity is None:
            raise TypeError("a project has no manifest yet")
        return self.integrity

    @cached_property
    def retention(self) -> Retention:
        config = self.config
        records = {config.modifications, *config.bases}
        if self.publication is None or self.owes_the_license:  # else the file is any license's, with its own notices
            records.add(config.license)
        return judge_retention(
            self.bases,
            self.inventory,
            config.notices,
            config.waivers,
            self.counterparts,
            records=frozenset(records),
            annotations_of=Annotations(self.inventory).naming,
        )

    @cached_property
    def counterparts(self) -> Counterparts:
        """What the files of the bases became: the one finder for clauses 3.1 2) and 3.1 3)."""
        renamings = self.modifications.renamings if self.modifications else ()
        return Counterparts(self.bases, self.inventory, renamings)

    @cached_property
    def part_texts(self) -> PartTexts:
        """Where the license texts of parts under other terms lie."""
        return PartTexts(self.inventory)

    @cached_property
    def origins(self) -> Mapping[ArchivePath, tuple[BaseRecord, BaseFile]]:
        """Each file that lies at no path of a base, and was made from a base's file: that base and that file."""
        found: dict[ArchivePath, tuple[BaseRecord, BaseFile]] = {}
        for file in self.inventory:
            if any(file.path in base.by_path for base in self.bases):
                continue
            made = ((base, self.counterparts.origin(base, file)) for base in self.bases)
            known = next(((base, origin) for base, origin in made if origin is not None), None)
            if known is not None:
                found[file.path] = known
        return found

    @property
    def weights_to_compare(self) -> int:
        """Bytes that must be read to answer `tensor_differences`."""
        if not self.asks_for_tensors:
            return 0
        return sum(file.size for file in self.inventory if file.role == "model")

    @cached_property
    def tensor_differences(self) -> tuple[TensorDiff | None, ...]:
        """For each base, what became of its tensors; None where its record has none, and while ours are not read."""
        models = [file for file in self.inventory if file.role == "model"]
        if not all(file.sha256 for file in models):
            return (None,) * len(self.bases)
        ours = [file_of_release(file) for file in models]
        return tuple(
            compare_models(map(file_of_base, base.files), ours) if base.has_tensors else None for base in self.bases
        )

    @cached_property
    def differences(self) -> Mostly[ArchivePath, Difference | None]:
        """How each file differs from the bases."""
        known = KnownFiles(self.bases, self.origins.keys())
        found = ((file.path, known.difference(file)) for file in self.inventory)
        return Mostly(self.inventory.by_path, "same", found)

    def ignored_by(self, path: str) -> str | None:
        """The line of version control's ignore file that keeps a file at `path` out of the release; None where none does."""
        if not self.ignored or not Patterns(self.ignored).match(path):
            return None
        return next((line for line in reversed(self.ignored) if Patterns((line,)).match(path)), None)

    def needs_an_entry(self, file: ReleaseFile) -> bool:
        """Must the changelog name `file` (clause 3.1 3))? False also while that is not certain yet.

        The changelog and the base records are this release's own, and the license text has a gate of its own.
        """
        if not self.bases or file.kind in {"modifications", "base-record"} or file.path == self.config.license:
            return False
        if self.publication is not None and file.path in self.publication.unasked:
            return False
        difference = self.differences[file.path]
        return difference == "modified" or (difference == "added" and file.role == "model")

    @cached_property
    def changelog(self) -> Changelog:
        """Which changes are this release's own, and which files they name."""
        return Changelog(self.modifications, self.bases, self.inventory, lambda: self.origins)

    @cached_property
    def tellings(self) -> Mapping[ArchivePath, tuple[Telling, ...]]:
        """Each file that must be told of, with where the release tells of it; with nothing where it is silent."""
        return {file.path: tuple(self._told_of(file)) for file in self.inventory if self.needs_an_entry(file)}

    def _told_of(self, file: ReleaseFile) -> Iterator[Telling]:
        for change in self.changelog.entries.get(file.path, ()):
            says = " ".join(filter(None, (change.how_en, change.how_zh)))
            yield Telling(path=self.config.modifications, line=change.line, says=says)
        if self.publication is not None:
            yield from self.publication.tellings.get(file.path, ())

    @property
    def owes_the_license(self) -> bool:
        """Must its recipients be given the license (clause 3.1 1))? Not where all that it was made from is under another one by
        its own words.
        """
        return any(not base.license or may_name_license(base.license) for base in self.bases) or not self.bases

    def unlisted_files(self) -> Iterator[ReleaseFile]:
        """The files that were modified, and that no change names."""
        for file in self.inventory:
            if self.needs_an_entry(file) and not self.changelog.entries.get(file.path, ()):
                yield file

    def idle_changes(self) -> Iterator[Change]:
        """The changes that name nothing that differs from the bases, nor anything that was taken out of them."""
        return self.changelog.idle(self.differences.others)
