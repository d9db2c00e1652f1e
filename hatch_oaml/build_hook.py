"""The door to the standard targets: `wheel` and `sdist` get the model through this hook, or nothing does."""

from __future__ import annotations

import glob
import os
from contextlib import suppress
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

from hatch_oaml.facts_cache.cache import facts_cache, forget
from hatch_oaml.packing.advising import advice
from hatch_oaml.packing.earlier import altered_after_writing, earlier_archives, told_of_fault, told_of_refusal
from hatch_oaml.packing.handing_over import Handed, HandingOver
from hatch_oaml.packing.hatchling_archives import set_aside
from hatch_oaml.packing.writing import Built, complete_sdist, complete_wheel
from hatch_oaml.pipeline import judge_before_writing
from hatch_oaml.progress import log_progress
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.hatchling_selection import PLUGIN_NAME
from hatch_oaml.project.hatchling_wheel import SELECTS_NOTHING, wheel_has_packages
from hatch_oaml.project.model_root import refuse_sdist
from hatch_oaml.storage.os_errors import as_write_error
from hatch_oaml.storage.standing import standing
from hatch_oaml.streams import open_closed_streams, tell_of_interruption_in_one_line
from hatch_oaml.values.epoch import parse_epoch
from hatch_oaml.values.errors import OamlError
from hatch_oaml.verification.verdict import verify_archive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.findings import Report
    from hatch_oaml.storage.standing import Identity

_COMPLETE = {"wheel": complete_wheel, "sdist": complete_sdist}


# Hatchling's generics changed their arity between releases: never subscript them when running.
class OamlBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Refuses what can be refused without reading weights before Hatchling writes, the rest before the archive is named.

    Where a base record has tensors (`record --tensors`), the weights are read before Hatchling writes too.
    """

    PLUGIN_NAME = PLUGIN_NAME

    _handing_over: HandingOver | None = None
    _ours: Mapping[Path, Identity] = MappingProxyType({})
    """What this build has put under its name."""
    _earlier: Mapping[Path, Identity] = MappingProxyType({})

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" or self.target_name == PLUGIN_NAME:
            return  # developers are never held up; the target `oaml` has its gate in the builder
        open_closed_streams(StringIO)
        tell_of_interruption_in_one_line()
        builder = self.build_config.builder
        self._build_data = build_data
        try:
            if self.target_name in _COMPLETE:
                self._earlier = earlier_archives(builder, self.directory)
            self._epoch = parse_epoch(os.environ.get("SOURCE_DATE_EPOCH"))
            self._report = self._judged()
        except OamlError as error:
            self._cannot_go_on(error)
        if self._report.errors:
            self._refuse(self._report)
        if self.target_name == "wheel" and not wheel_has_packages(self.build_config):
            build_data["artifacts"].append(SELECTS_NOTHING)
        if self.target_name in _COMPLETE:
            self._handing_over = HandingOver(builder, self._complete, self._cannot_go_on)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # Hatchling's
        if version == "editable" or self._handing_over is None:
            return
        artifact = Path(artifact_path)
        try:
            if not self._handing_over.done:
                self._ours = standing(artifact.parent, [glob.escape(artifact.name)])
                with as_write_error(artifact), set_aside(artifact) as (small, folder):
                    self._complete(Handed(small=small, folder=folder, target=artifact))
            elif self._ours != standing(artifact.parent, [glob.escape(artifact.name)]):
                self._examine(artifact)
        except OamlError as error:
            self._cannot_go_on(error)
        if text := advice(self._report, self.metadata):
            with suppress(OSError):  # the archive is there, and nothing depends on who reads this
                self.app.display_warning(text)

    def _complete(self, handed: Handed) -> None:
        """The archive under its name, made of what Hatchling wrote; or the end of the build."""
        report = self._judged_last()
        if not report.errors:
            with log_progress(report.release.inventory.total_size, self.app.verbosity) as progress:
                built = Built(handed=handed, builder=self.build_config.builder, build_data=self._build_data)
                report = _COMPLETE[self.target_name](report, built, self._epoch, progress)
            if report.release.changed:
                forget(os.environ, self.root)
        if report.errors:
            self._refuse(report)
        self._report = report
        self._ours = standing(handed.target.parent, [glob.escape(handed.target.name)])

    def _examine(self, artifact: Path) -> None:
        """Another process that builds the same has put its own archive there, or another hook has changed ours.

        :raises OamlError: the second.
        """
        self._ours = standing(artifact.parent, [glob.escape(artifact.name)])
        with log_progress(sum(identity.size for identity in self._ours.values()), self.app.verbosity) as progress:
            report = verify_archive(artifact, progress)
        if report.errors:
            raise altered_after_writing(artifact, report)

    def _judged_last(self) -> Report:
        """The judgement of the release as it is now: hooks that run after this one may have changed the tree."""
        if self._build_data["build_hooks"][-1] == PLUGIN_NAME:
            return self._report
        return self._judged()

    def _judged(self) -> Report:
        if self.target_name == "sdist":
            refuse_sdist(self.metadata)
        with facts_cache(os.environ, self.root) as cache:
            release = gather(self.metadata, (self.target_name,), cache)
            with log_progress(release.weights_to_compare, self.app.verbosity) as progress:
                return judge_before_writing(release, progress, cache)

    def _refuse(self, report: Report) -> NoReturn:
        self._end(told_of_refusal(report, self._earlier))

    def _cannot_go_on(self, error: OamlError) -> NoReturn:
        """Nothing of this build is left, nor of an earlier one taken away."""
        self._end(told_of_fault(error, self._earlier, self._ours))

    def _end(self, text: str) -> NoReturn:
        self.app.abort(text)
        raise AssertionError  # `abort` never comes back
