"""What a build tells of a release that it lets pass is told once a call, and again in the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ADVISORY, Finding, Report, Ruling
from hatch_oaml.packing.advising import advice
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import ReleaseWith


class Call:
    """What all builders of one call share."""


def odd(path: str) -> Ruling:
    what = Bilingual(en="what is it?", zh="这是什么？")
    return Ruling(
        check="unclassified-file", clause="", severity=ADVISORY, finding=Finding(path=path, message=what, fix=what)
    )


def told_paths(text: str) -> list[str]:
    return [line.partition(":")[0] for line in text.split("\n") if "advisory/提示" in line]


def test_in_one_call_each_advisory_is_told_once_and_what_is_new_with_the_verdict(release_with: ReleaseWith) -> None:
    call = Call()
    one, both = (Report.of(release_with(), [odd(path) for path in paths]) for paths in (["a"], ["a", "b"]))

    first, second, third = advice(one, call), advice(one, call), advice(both, call)

    assert (["a"], "", ["b"]) == (told_paths(first), second, told_paths(third))
    assert "0 errors, 2 advisories" in third


def test_the_next_call_is_told_again(release_with: ReleaseWith) -> None:
    report = Report.of(release_with(), [odd("a")])
    calls = [Call(), Call()]

    assert [["a"], ["a"]] == [told_paths(advice(report, call)) for call in calls]


def test_of_a_release_with_nothing_to_tell_nothing_is_told(release_with: ReleaseWith) -> None:
    assert "" == advice(Report.of(release_with(), []), Call())
