from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unsigned_release import CHECK
from hatch_oaml.signing.trust import Trust, trust_in
from hatch_oaml.verification.signature import Asked
from tests.finished import release_of_sample
from tests.signed import SOMEBODY, public_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import PageShows, Sample


def test_where_nobody_asks_nothing_is_said(sample: Sample) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "faulty"))))


def test_a_signature_by_whomever_is_one(sample: Sample, tmp_path: Path) -> None:
    for trust in (Trust(), trust_in([public_file(tmp_path, SOMEBODY)], [])):
        assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"), Asked(trust=trust))))


@pytest.mark.parametrize("name", ["nowhere.sig", "folder/nowhere.sig"])
def test_the_place_that_was_named_is_where_it_is_looked_for(name: str, sample: Sample, tmp_path: Path) -> None:
    asked = Asked(trust=Trust(), place=tmp_path / name)

    [found] = CHECK.run(release_of_sample(sample(CHECK.name, "clean"), asked))

    assert "a signature was asked for, and `nowhere.sig` is not there" in found.message.en


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows, tmp_path: Path) -> None:
    asked = Asked(trust=trust_in([public_file(tmp_path)], []))
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"), asked)))
    faulty = release_of_sample(sample(CHECK.name, "faulty"), asked)
    integrity = faulty.held_against_manifest
    assert integrity.signature is not None
    name = "lantern_chat-0.2.0.oaml.tar"
    signature = replace(integrity.signature, place=f"{name}.sig")
    page_shows(CHECK, replace(faulty, integrity=replace(integrity, archive=name, signature=signature)))
