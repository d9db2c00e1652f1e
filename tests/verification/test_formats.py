"""Archives that are out in the world stay verifiable: one of each kind for each number that a manifest's format ever had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml import __version__
from hatch_oaml.archives import format_of
from hatch_oaml.recording.archives import record_archive
from hatch_oaml.records.manifest import FORMAT
from hatch_oaml.verification.archived_release import read_archive
from tests.finished import FORMATS, ROOT, named_by
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

OF_ALL_NUMBERS = sorted((ROOT / "fixtures" / "formats").glob("*/*"))


def test_each_number_has_an_archive_of_every_format() -> None:
    found: dict[str, set[str]] = {}
    for path in OF_ALL_NUMBERS:
        form = format_of(path)
        assert form is not None
        found.setdefault(path.parent.name, set()).add(form.name)

    assert {str(number): set(FORMATS) for number in range(1, FORMAT + 1)} == found


@pytest.mark.parametrize("archive", OF_ALL_NUMBERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_an_earlier_version_wrote_is_verified_and_recorded(archive: Path) -> None:
    papers = read_archive(archive, silent).held_against_manifest.papers

    assert papers is not None
    assert __version__ != papers.version
    assert [] == named_by(archive)
    assert ["LICENSE", "MODIFICATIONS.toml", "NOTICE", "bases/lantern-tiny.toml", "model.safetensors"] == [
        file.path for file in record_archive(archive, silent)
    ]
