"""What earlier builds left under the names that a build is going to write, and what becomes of it if that one fails."""

from __future__ import annotations

import glob
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from hatch_oaml.archives import archive_formats
from hatch_oaml.packing.release_folder import FOLDER_SUFFIX, remove_release_folder
from hatch_oaml.reports.text import render_error, render_log
from hatch_oaml.signing.place import SUFFIX
from hatch_oaml.storage.standing import remove_if_unchanged, standing
from hatch_oaml.storage.volumes import forget_removed
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import OamlError, WriteError
from hatch_oaml.values.log_lines import shown_message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatchling.builders.plugin.interface import BuilderInterface

    from hatch_oaml.findings import Report
    from hatch_oaml.storage.standing import Identity

_VOLUME = ".[0-9][0-9][0-9]"


def earlier_archives(builder: BuilderInterface[Any, Any], directory: str) -> dict[Path, Identity]:
    """The target's archives of this version that lie in `directory` now, whatever their tag or format.

    :raises WriteError: the file system refuses to tell.
    """
    return standing(Path(directory), _names(builder))


def _names(builder: BuilderInterface[Any, Any]) -> list[str]:
    if isinstance(builder, SdistBuilder):
        return [f"{glob.escape(builder.artifact_project_id)}.tar.gz"]
    if isinstance(builder, WheelBuilder):
        return [f"{glob.escape(builder.artifact_project_id)}-*.whl"]
    suffixes = [form.suffix for form in archive_formats().values() if form.target == builder.PLUGIN_NAME]
    folder = f"{glob.escape(builder.project_id)}{FOLDER_SUFFIX}"
    names = [f"{folder}{suffix}" for suffix in suffixes]
    return [folder, *names, *(f"{name}{ending}" for name in names for ending in (_VOLUME, SUFFIX))]


def told_of_refusal(report: Report, earlier: Mapping[Path, Identity]) -> str:
    """Both languages' words for a release that may not be built.

    An earlier archive of the same version must not pass for what was just refused: it is removed, but for one that another
    process has put there since. A file that changed at the wrong moment says nothing against it, and it stays.
    """
    text = render_log(report)
    if report.release.changed:
        return text + _kept(earlier)
    try:
        remove_if_unchanged(earlier, _remove)
        for folder in {path.parent for path in earlier}:
            forget_removed(folder)
    except OamlError as error:
        return f"{text}\n\n{render_error(error)}"
    return text + _kept(earlier)


def _remove(path: Path) -> None:
    """Of a folder only one that still is what a build wrote: what a user put there is not removed with it."""
    if path.suffix == FOLDER_SUFFIX:
        remove_release_folder(path)
    else:
        path.unlink()


def told_of_fault(error: OamlError, earlier: Mapping[Path, Identity], ours: Mapping[Path, Identity]) -> str:
    """Both languages' words for what kept a build from going on: it says nothing against an earlier archive.

    :param ours: what the build itself has already put under its name, and is removed.
    """
    text = render_error(error)
    try:
        remove_if_unchanged(ours)
    except OamlError as second:
        text += f"\n{render_error(second)}"
    return text + _kept(earlier)


def altered_after_writing(artifact: Path, report: Report) -> WriteError:
    """:param report: what a receiver would be told of it."""
    found = ", ".join(sorted({f"{ruling.finding.path} [{ruling.check}]" for ruling in report.errors}))
    return WriteError(
        Bilingual(
            en=f"{artifact}: changed after the gate had written it, by the `finalize` of a build hook or by another process"
            f" ({found}); let hooks change files of the project, in their `initialize`",
            zh=f"{artifact}：写入之后被某个构建钩子的 `finalize` 或其他进程改动（{found}）；"
            "请让钩子在其 `initialize` 中改动项目文件",
        )
    )


def _kept(earlier: Mapping[Path, Identity]) -> str:
    names = [str(path) for path in sorted(earlier) if path.exists()]
    if not names:
        return ""
    listed = ", ".join(names)
    note = Bilingual(
        en=f"{listed}: of an earlier build, left as it was; nothing of this build is in it",
        zh=f"{listed}：此前构建的归档，保持原样；其中没有本次构建的内容",
    )
    return f"\n\n{shown_message(note.en)}\n{shown_message(note.zh)}"
