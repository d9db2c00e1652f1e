"""A file that a project declares its notice file is read as one, whatever it is called; programs and data stay what they are."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract, extract_declared, may_take_notices
from hatch_oaml.values.paths import archive_path

_TEXT = b"m.py, from kelp-lab/kelp: Copyright 2020 Loom AB\n\nMina Torv drew the pictures.\n"


@pytest.mark.parametrize("name", ["THIRD", "third.txt", "third.md", "README.md", "third.rst", "third.html"])
def test_of_a_declared_text_every_paragraph_is_kept(name: str) -> None:
    path = archive_path(f"legal/{name}")

    found = [notice.text for notice in extract_declared(path, _TEXT).notices if notice.sure]

    assert ["m.py, from kelp-lab/kelp:", "Copyright 2020 Loom AB", "Mina Torv drew the pictures."] == found
    assert may_take_notices(path)


@pytest.mark.parametrize(
    "name", ["tool.py", "parts.json", "parts.yaml", "notebook.ipynb", "page.rtf", "page.pdf", "a.docx"]
)
def test_a_declared_program_and_declared_data_are_read_as_what_they_are(name: str) -> None:
    path = archive_path(f"legal/{name}")

    assert extract(path, _TEXT).notices == extract_declared(path, _TEXT).notices
    assert not may_take_notices(path)


@pytest.mark.parametrize("name", ["NOTICE", "AUTHORS", "LICENSE.txt", "CITATION.cff"])
def test_what_is_a_legal_text_by_its_name_is_read_as_ever(name: str) -> None:
    path = archive_path(name)

    assert extract(path, _TEXT).notices == extract_declared(path, _TEXT).notices
    assert may_take_notices(path)
