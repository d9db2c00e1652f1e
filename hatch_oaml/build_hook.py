"""The door to the standard targets: `wheel` and `sdist` get the model through this hook, or nothing does."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from hatch_oaml.packing.writing import Built, complete_sdist, complete_wheel
from hatch_oaml.pipeline import judge_before_writing
from hatch_oaml.progress import log_progress
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.hatchling_selection import PLUGIN_NAME, SELECTS_NOTHING, wheel_has_packages
from hatch_oaml.reports.text import render_error, render_log
from hatch_oaml.values.epoch import parse_epoch
from hatch_oaml.values.errors import OamlError

if TYPE_CHECKING:
    from hatch_oaml.findings import Report

_COMPLETE = {"wheel": complete_wheel, "sdist": complete_sdist}


# Hatchling's generics changed their arity between releases: never subscript them when running.
class OamlBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Refuses what can be refused without reading weights before Hatchling writes, the rest before the archive is named.

    Where a base record has tensors (`record --tensors`), the weights are read before Hatchling writes too.
    """

    PLUGIN_NAME = PLUGIN_NAME

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" or self.target_name == PLUGIN_NAME:
            return  # developers are never held up; the target `oaml` has its gate in the builder
        try:
            self._epoch = parse_epoch(os.environ.get("SOURCE_DATE_EPOCH"))
            self._report = self._judged()
        except OamlError as error:
            self._remove_stale(build_data)
            self._refuse(render_error(error))
        if self._report.errors:
            self._remove_stale(build_data)
            self._refuse(render_log(self._report))
        if self.target_name == "wheel" and not wheel_has_packages(self.build_config):
            build_data["artifacts"].append(SELECTS_NOTHING)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version == "editable" or self.target_name not in _COMPLETE:
            return
        artifact = Path(artifact_path)
        complete = _COMPLETE[self.target_name]
        try:
            report = self._judged_last(build_data)
            if not report.errors:
                with log_progress(report.release.inventory.total_size, self.app.verbosity) as progress:
                    built = Built(artifact=artifact, builder=self.build_config.builder, build_data=build_data)
                    report = complete(report, built, self._epoch, progress)
        except OamlError as error:
            artifact.unlink(missing_ok=True)
            self._refuse(render_error(error))
        if report.errors:
            artifact.unlink(missing_ok=True)
            self._refuse(render_log(report))
        self._tell(report)

    def _judged_last(self, build_data: dict[str, Any]) -> Report:
        """The judgement of the release as it is now: hooks that run after this one may have changed the tree."""
        if build_data["build_hooks"][-1] == PLUGIN_NAME:
            return self._report
        return self._judged()

    def _judged(self) -> Report:
        release = gather(self.metadata, (self.target_name,))
        with log_progress(release.weights_to_compare, self.app.verbosity) as progress:
            return judge_before_writing(release, progress)

    def _tell(self, report: Report) -> None:
        if report.tells_something:
            self.app.display_warning(render_log(report))

    def _refuse(self, text: str) -> NoReturn:
        self.app.abort(text)
        raise AssertionError  # `abort` never comes back

    def _remove_stale(self, build_data: dict[str, Any]) -> None:
        """No archive of an earlier run may pass for the one that was just refused."""
        builder = self.build_config.builder
        if isinstance(builder, SdistBuilder):
            Path(self.directory, f"{builder.artifact_project_id}.tar.gz").unlink(missing_ok=True)
        if isinstance(builder, WheelBuilder):
            inferred = builder.get_best_matching_tag if build_data["infer_tag"] else builder.get_default_tag
            tag = build_data.get("tag") or inferred()
            Path(self.directory, f"{builder.artifact_project_id}-{tag}.whl").unlink(missing_ok=True)
