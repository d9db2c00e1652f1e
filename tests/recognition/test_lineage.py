"""Every sentence that the tables of lineage find passes what is asked before them: the needles, and the words of a block."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.recognition import lineage
from hatch_oaml.recognition.reading import Reading
from hatch_oaml.recognition.words.lineage import LINEAGE
from hatch_oaml.recognition.words.lineage_zh import LINEAGE_ZH
from hatch_oaml.values.paths import archive_path
from tests.recognition.rows import rows

SAMPLES = [sample for table in (LINEAGE, LINEAGE_ZH) for row in rows(table) for sample in row.yes]


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_of_a_row_is_found_in_a_file(sample: str) -> None:
    reading = Reading(text=sample)

    assert [*lineage.find(reading), *lineage.find_chinese(reading)]
    assert extract(archive_path("card.md"), f"{sample}\n".encode()).notices
