from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hatch_oaml.checks import missing_license, missing_modifications
from hatch_oaml.checks.hosted_only import CHECK
from hatch_oaml.findings import Report
from hatch_oaml.pipeline import judge
from hatch_oaml.records.integrity import Integrity
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import PageShows, ReleaseWith, Sample

SEAL = Integrity(archive="demo-1.0.oaml.tar", has_manifest=True)


def hosted(release_with: ReleaseWith, **changes: Any) -> Release:
    return release_with(config={"profile": "hosted-service"}, license=None, modifications=None, **changes)


def errors(release: Release) -> list[str]:
    return [ruling.check for ruling in judge(release).errors]


def test_whoever_is_handed_such_an_archive_was_given_a_distribution(release_with: ReleaseWith) -> None:
    expected = [CHECK.name, missing_license.CHECK.name, missing_modifications.CHECK.name]

    assert sorted(expected) == sorted(errors(hosted(release_with, integrity=SEAL)))


def test_who_runs_the_service_says_so_and_the_license_lifts_the_two(release_with: ReleaseWith) -> None:
    assert [] == errors(hosted(release_with, integrity=SEAL, receiver="hosted-service"))


def test_the_publisher_may_build_it(release_with: ReleaseWith) -> None:
    assert [] == errors(hosted(release_with))


def test_a_receiver_cannot_make_a_distribution_something_else(release_with: ReleaseWith) -> None:
    distribution = release_with(license=None, integrity=SEAL, receiver="hosted-service")

    assert [missing_license.CHECK.name] == errors(distribution)


def test_a_build_says_for_whom_it_is_though_nothing_else_is_to_be_told(release_with: ReleaseWith) -> None:
    assert Report.of(hosted(release_with), ()).tells_something
    assert not Report.of(release_with(), ()).tells_something


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    faulty = release_of_sample(sample(CHECK.name, "faulty"))
    integrity = replace(faulty.held_against_manifest, archive="lantern_chat-0.2.0.oaml.tar")
    page_shows(CHECK, replace(faulty, integrity=integrity))
