"""Hatchling's metadata, completed: every legal text and every part's license, and what is not to be uploaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from packaging.metadata import Metadata

from hatch_oaml.records.members import BytesContent, Member
from hatch_oaml.rendering import core_metadata
from hatch_oaml.rendering.core_metadata import complete, with_terms
from hatch_oaml.values.paths import ArchivePath
from tests.conftest import LICENSE_ID

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import FileWith, ReleaseWith

WRITTEN = f"""\
Metadata-Version: 2.4
Name: tiny
Version: 1.0
License-Expression: {LICENSE_ID}
License-File: LICENSE
Requires-Python: >=3.10
Description-Content-Type: text/markdown

License-File: of the description, not of the head
""".encode()


def parsed(data: bytes) -> Metadata:
    return Metadata.from_email(data)


@pytest.fixture
def with_part(release_with: ReleaseWith, file_with: FileWith) -> Release:
    texts = ("LICENSE", "LICENSES/MIT.txt", "lib/COPYING", "MODIFICATIONS.toml", "NOTICE")
    parts = [{"files": ["lib/**"], "license": "MIT OR Apache-2.0"}, {"files": ["x/**"], "license": LICENSE_ID}]
    return release_with(files=[file_with(path, path) for path in (*texts, "lib/a.py")], config={"part": parts})


def test_every_legal_text_is_a_license_file(with_part: Release) -> None:
    expected = ["LICENSE", "LICENSES/MIT.txt", "MODIFICATIONS.md", "MODIFICATIONS.toml", "NOTICE", "lib/COPYING"]

    assert expected == [str(file) for file in parsed(complete(WRITTEN, with_part)).license_files or ()]


def test_the_expression_names_the_licenses_of_all_parts(with_part: Release) -> None:
    assert f"{LICENSE_ID} AND (MIT OR Apache-2.0)" == parsed(complete(WRITTEN, with_part)).license_expression


def test_what_is_complete_stays_as_it_is(with_part: Release) -> None:
    once = complete(WRITTEN, with_part)

    assert once == complete(once, with_part)


def test_the_description_is_nobody_s_but_the_author_s(with_part: Release) -> None:
    assert WRITTEN.partition(b"\n\n")[2] == complete(WRITTEN, with_part).partition(b"\n\n")[2]


@pytest.mark.parametrize("data", [WRITTEN, WRITTEN.partition(b"\n\n")[0] + b"\n"])
def test_a_hosted_service_s_is_not_to_be_uploaded(release_with: ReleaseWith, data: bytes) -> None:
    hosted, plain = release_with(config={"profile": "hosted-service"}), release_with()

    assert ["Private :: Do Not Upload"] == parsed(complete(data, hosted)).classifiers
    assert not parsed(complete(data, plain)).classifiers


@pytest.mark.parametrize(
    ("path", "is_metadata"),
    [
        ("tiny-1.0.dist-info/METADATA", True),
        ("tiny-1.0/PKG-INFO", True),
        ("tiny-1.0/docs/PKG-INFO", False),
        ("tiny-1.0/README.md", False),
    ],
)
def test_hatchling_s_metadata_alone_is_completed(release_with: ReleaseWith, path: str, is_metadata: bool) -> None:  # noqa: FBT001  # a case's
    member = Member(path=ArchivePath(path), content=BytesContent(data=WRITTEN))

    assert is_metadata == (with_terms(member, release_with()) != member)


def test_the_further_lines_of_a_license_s_text_are_read_alike_and_those_of_no_other_field() -> None:
    assert core_metadata._is_read_alike(b"Name: tiny\nLicense: mine\n        and yours\nVersion: 1\n")
    assert not core_metadata._is_read_alike(b"Name: tiny\nSummary: mine\n        and yours\nVersion: 1\n")
