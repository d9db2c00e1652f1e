"""The order of things: a gathered release is judged, and judged again once its bytes have passed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.checks import all_checks
from hatch_oaml.findings import Report
from hatch_oaml.project.model_digests import digest_model_tensors, hash_files
from hatch_oaml.values.errors import ChangedWhileReadingError
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.records.members import Progress
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256


def judge(release: Release) -> Report:
    """What all checks say; with digests still unknown, what is certain without them."""
    return Report.of(release, (ruling for check in all_checks().values() for ruling in check.rulings(release)))


def judge_again(report: Report, digests: Mapping[ArchivePath, Sha256]) -> Report:
    """The same judgement once the digests are known: only what they can add to is asked again."""
    release = report.release.with_digests(digests)
    checks = all_checks()
    known = (ruling for ruling in report.rulings if not checks[ruling.check].asks_digests)
    asked = (ruling for check in checks.values() if check.asks_digests for ruling in check.rulings(release))
    return Report.of(release, (*known, *asked))


def judge_before_writing(release: Release, progress: Progress) -> Report:
    """What lets a build begin, or refuses it: first what needs no reading of weights, then what their tensors tell."""
    report = judge(release)
    if report.errors or not release.asks_for_tensors:
        return report
    try:
        return judge(with_tensor_facts(release, progress))
    except ChangedWhileReadingError as error:
        return judge_changed(release, error, {})


def with_tensor_facts(release: Release, progress: Progress) -> Release:
    """With the digests of its tensors, and so of its model files, where a base has tensors to compare them with.

    The price of `record --tensors`: a build reads the weights twice, here and when it writes them. Where no base has
    tensors nothing is read here.
    """
    if not release.asks_for_tensors:
        return release
    return replace(release, inventory=release.inventory.with_files(digest_model_tensors(release.inventory, progress)))


def examine(release: Release, progress: Progress) -> Report:
    """The whole judgement of a project, every byte of its release read once."""
    try:
        release = with_tensor_facts(release, progress)
        return judge(release.with_digests(hash_files(release.inventory, progress)))
    except ChangedWhileReadingError as error:
        return judge_changed(release, error, {})


def judge_changed(
    release: Release, error: ChangedWhileReadingError, origins: Mapping[ArchivePath, ArchivePath]
) -> Report:
    path = ArchivePath(error.path)
    return judge(replace(release, changed=(origins.get(path, path),)))
