"""A file that shares what its base's file has is the same file; where they differ, nothing is taken over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.records.shared_values import known_at, sharing
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.fingerprints import fingerprint
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith

PATH = "data/part.txt"


def test_an_unchanged_file_keeps_the_values_of_its_base_s(file_with: FileWith, base_with: BaseWith) -> None:
    base = base_with(file_with(PATH, "text", fingerprint=fingerprint("00c0ffee")))
    file = replace(file_with(PATH, "text", fingerprint=fingerprint("00c0ffee")), path=ArchivePath((" " + PATH)[1:]))

    shared = sharing(file, known_at(PATH, [base]))

    [known] = base.files
    assert file == shared
    assert shared.path is known.path
    assert shared.sha256 is known.sha256
    assert shared.fingerprint is known.fingerprint


def test_a_modified_file_keeps_its_own(file_with: FileWith, base_with: BaseWith) -> None:
    base = base_with(file_with(PATH, "text", fingerprint=fingerprint("00c0ffee")))
    file = file_with(PATH, "other text")

    assert file == sharing(file, known_at(PATH, [base]))
    assert sha256_of(b"other text") == sharing(file, known_at(PATH, [base])).sha256


def test_a_file_that_no_base_has_is_itself(file_with: FileWith, base_with: BaseWith) -> None:
    file = file_with("new.txt", "text")

    assert sharing(file, known_at("new.txt", [base_with(file_with(PATH, "text"))])) is file
