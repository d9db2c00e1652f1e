from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.bom.comparison import told_of
from hatch_oaml.bom.document import render_bill
from hatch_oaml.bom.layout import laid_out
from hatch_oaml.checks.altered_bill_of_materials import CHECK
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.packed import Packed
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from hatch_oaml.records.integrity import Papers
    from hatch_oaml.release import Release
    from tests.conftest import PageShows, ReleaseWith, Sample


@pytest.fixture
def clean(sample: Sample) -> Release:
    return release_of_sample(sample(CHECK.name, "clean"))


def papers_of(release: Release) -> Papers:
    papers = release.held_against_manifest.papers
    assert papers is not None
    return papers


def with_papers(release: Release, **changes: Any) -> Release:
    papers = replace(papers_of(release), **changes)
    return replace(release, integrity=replace(release.held_against_manifest, papers=papers))


def of_version(release: Release, version: str) -> Release:
    """As another version of hatch-oaml wrote it."""
    other = with_papers(release, version=version)
    return with_papers(other, bill=render_bill(told_of(other, papers_of(other))))


def with_values(release: Release, **values: object) -> Release:
    """And its keys in another order."""
    papers = papers_of(release)
    bill = json.loads(papers.bill or render_bill(told_of(release, papers))) | values
    return with_papers(release, bill=json.dumps(dict(reversed(bill.items())), indent=1).encode())


def is_refused(release: Release) -> bool:
    return bool(list(CHECK.rulings(release)))


def test_the_bill_that_was_made_is_lawful(clean: Release) -> None:
    papers = papers_of(clean)

    assert papers.bill is None
    assert papers.bill_place is not None
    assert sha256_of(render_bill(told_of(clean, papers))) == papers.digests[papers.bill_place]
    assert not is_refused(clean)
    assert is_refused(with_papers(clean, digests={**papers.digests, papers.bill_place: sha256_of(b"another")}))


def test_the_same_content_in_another_layout_is_for_other_versions_alone(clean: Release) -> None:
    other = of_version(clean, "0.0.1")

    assert is_refused(with_values(clean))
    assert not is_refused(other)
    assert not is_refused(with_values(other))
    assert is_refused(with_papers(other, version="0.0.2"))


@pytest.mark.parametrize(
    "values",
    [{"version": 2}, {"components": []}, {"metadata": {}}, {"annotations": []}, {"specVersion": "1.7"}],
    ids=lambda values: next(iter(values)),
)
def test_what_another_version_says_otherwise_is_refused(clean: Release, values: dict[str, object]) -> None:
    assert is_refused(with_values(of_version(clean, "0.0.1"), **values))


@pytest.mark.parametrize(
    "bill",
    [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"serialNumber": 1}', b"NaN"],
    ids=["empty", "a list", "nothing", "no text", "deep", "no number", "no table"],
)
def test_what_is_no_bill_is_refused_of_every_version(clean: Release, bill: bytes) -> None:
    assert is_refused(with_papers(clean, bill=bill))
    assert is_refused(with_papers(clean, bill=bill, version="0.0.1"))


def test_another_number_and_a_key_that_stands_twice_are_refused(clean: Release) -> None:
    other = of_version(clean, "0.0.1")
    bill = json.loads(papers_of(other).bill or b"")
    twice = laid_out(bill).replace("{", '{"bomFormat": "x",', 1)

    assert is_refused(with_papers(other, bill=laid_out({**bill, "serialNumber": "urn:uuid:" + "0" * 8}).encode()))
    assert is_refused(with_papers(other, bill=twice.encode()))


def test_kinds_that_another_version_saw_otherwise_are_those_of_its_manifest(clean: Release) -> None:
    said = papers_of(clean).manifest.whole()
    manifest = Packed.of(said.replace(b'"kind": "notice"', b'"kind": "other"'))
    assert manifest != papers_of(clean).manifest

    assert not is_refused(of_version(with_papers(clean, manifest=manifest), "0.0.1"))
    assert b'"hatch-oaml:kind", "value": "other"' in (
        papers_of(of_version(with_papers(clean, manifest=manifest), "0.0.1")).bill or b""
    )


def test_without_a_bill_another_check_speaks(clean: Release, release_with: ReleaseWith) -> None:
    assert not is_refused(with_papers(clean, bill_place=None))
    assert not is_refused(release_with(integrity=Integrity(archive="a.tar", has_manifest=True)))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
