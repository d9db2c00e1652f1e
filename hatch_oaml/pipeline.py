"""The order of things: a gathered release is judged, and judged again once its bytes have passed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.checks import all_checks
from hatch_oaml.facts_cache.cache import NO_CACHE
from hatch_oaml.findings import Report
from hatch_oaml.project.model_digests import digest_model_tensors, hash_files
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ChangedWhileReadingError
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.wording import shown_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hatch_oaml.facts_cache.cache import FactsCache
    from hatch_oaml.findings import Check, Finding, Ruling
    from hatch_oaml.project.model_digests import Digesting
    from hatch_oaml.records.members import Progress
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256


def judge(release: Release) -> Report:
    """What all checks say; with digests still unknown, what is certain without them."""
    return Report.of(release, _rulings(release, all_checks().values()))


def judge_again(report: Report, digests: Mapping[ArchivePath, Sha256]) -> Report:
    """The same judgement once the digests are known: only what they can add to is asked again."""
    release = report.release.with_digests(digests)
    checks = all_checks()
    known = (ruling for ruling in report.rulings if not checks[ruling.check].asks_digests)
    asked = _rulings(release, [check for check in checks.values() if check.asks_digests])
    return Report.of(release, (*known, *asked))


def _rulings(release: Release, checks: Collection[Check]) -> list[Ruling]:
    """Of the release, and of each target's archive that differs from it."""
    found = [ruling for check in checks for ruling in check.rulings(release)]
    unused = {check.name for check in checks if check.finds_unused}
    for files in release.targets:
        shipped = release.as_shipped(files)
        of_target = [ruling for check in checks for ruling in check.rulings(shipped)]
        found = [ruling for ruling in found if ruling.check not in unused or ruling in of_target]
        more = [ruling for ruling in of_target if ruling.check not in unused and ruling not in found]
        brought = shipped.inventory.by_path.keys() - (release.inventory.by_path.keys() - files.replaced)
        for ruling in more:
            path = ruling.finding.path
            note = _brought_in(files.target, path) if path in brought else _replaced_in(files.target)
            found.append(replace(ruling, finding=_with_note(ruling.finding, note)))
    return found


def _brought_in(target: str, path: str) -> Bilingual:
    """By which door a file comes into one target's archive."""
    path = shown_name(path)
    return Bilingual(
        en=f"only the {target} holds `{path}`: a setting of that target brings it in (`force-include`, shared data,"
        " scripts, metadata, SBOMs) or another build hook; take that out, or put the file into the project",
        zh=f"只有 {target} 含有 `{path}`：由该目标自己的设置（`force-include`、共享数据、脚本、元数据、SBOM）"
        "或另一个构建钩子放入；请删去该设置，或将该文件放入项目",
    )


def _replaced_in(target: str) -> Bilingual:
    return Bilingual(
        en=f"this is so in the {target} alone, where `force-include` puts other files in the place of the release's",
        zh=f"仅 {target} 如此：其中 `force-include` 以其他文件取代了本发布的文件",
    )


def _with_note(finding: Finding, note: Bilingual) -> Finding:
    return replace(finding, fix=Bilingual(en=f"{finding.fix.en}\n\n{note.en}", zh=f"{finding.fix.zh}\n\n{note.zh}"))


def judge_before_writing(
    release: Release, progress: Progress, cache: FactsCache = NO_CACHE, digesting: Digesting | None = None
) -> Report:
    """What lets a build begin, or refuses it: first what needs no reading of weights, then what their tensors tell.

    What `cache` tells of weights is an expectation: a writer refuses bytes that have another digest.
    """
    report = judge(release)
    if report.errors or not release.asks_for_tensors:
        return report
    try:
        return judge(with_tensor_facts(release, progress, cache, digesting))
    except ChangedWhileReadingError as error:
        return judge_changed(release, error, {})


def with_tensor_facts(
    release: Release, progress: Progress, cache: FactsCache = NO_CACHE, digesting: Digesting | None = None
) -> Release:
    """With the digests of its tensors, and so of its model files, where a base has tensors to compare them with.

    The price of `record --tensors`: a build reads the weights twice, here and when it writes them, unless `cache` has what
    was read for a `check` before. Where no base has tensors nothing is read here.
    """
    if not release.asks_for_tensors:
        return release
    models = digest_model_tensors(release.inventory, progress, cache, digesting)
    return replace(release, inventory=release.inventory.with_files(models))


def examine(
    release: Release, progress: Progress, cache: FactsCache = NO_CACHE, digesting: Digesting | None = None
) -> Report:
    """The whole judgement of a project, every byte of its release read once; not even that, as far as `cache` knows it."""
    try:
        release = with_tensor_facts(release, progress, cache, digesting)
        return judge(release.with_digests(hash_files(release.inventory, progress, cache, digesting)))
    except ChangedWhileReadingError as error:
        return judge_changed(release, error, {})


def judge_changed(
    release: Release, error: ChangedWhileReadingError, origins: Mapping[ArchivePath, ArchivePath]
) -> Report:
    path = ArchivePath(error.path)
    return judge(replace(release, changed=(origins.get(path, path),)))
