"""Where else than in its file, or in a notice file, a notice is kept: beside it as REUSE has it, in another legal text of the whole tree."""

from __future__ import annotations

import pytest

from tests.shipping import LANTERN, judged, lost

HOLDER = "Copyright 2021 Dogwood Code GmbH"
CODE = "".join(f"def step_{number}(value):\n    return weave(value, {number})\n" for number in range(20))
BASE = {"src/demo.py": f"# {HOLDER}\n{CODE}"}


def moved_to(release: dict[str, str]) -> list[str]:
    retention = judged(BASE, release)
    assert ([] if retention.moved else [HOLDER]) == lost(retention)
    return [one.to.path for one in retention.moved]


def table(path: str, holder: str = "2021 Dogwood Code GmbH", more: str = "") -> str:
    said = (
        f'path = "{path}"\nSPDX-FileCopyrightText = ["2024 Wick Ltd.", "{holder}"]\nSPDX-License-Identifier = "MIT"\n'
    )
    return f"version = 1\n\n[[annotations]]\n{said}{more}"


def test_a_file_beside_it_keeps_the_notices_of_a_file() -> None:
    sidecar = "SPDX-FileCopyrightText: 2021 Dogwood Code GmbH\n\nSPDX-License-Identifier: MIT\n"

    assert ["src/demo.py.license"] == moved_to({"src/demo.py": CODE, "src/demo.py.license": sidecar})
    assert ["lib/demo.py.license"] == moved_to({"lib/demo.py": CODE, "lib/demo.py.license": sidecar})
    assert [] == moved_to({"src/demo.py": CODE, "src/other.py.license": sidecar})
    assert [] == moved_to({"src/demo.py": CODE, "src/demo.py.license": sidecar.replace("Dogwood", "Wick")})
    assert [] == moved_to({"src/demo.py": CODE, "src/demo.py.license": f"<!-- {HOLDER} -->\n"})


@pytest.mark.parametrize("path", ["src/demo.py", "src/*.py", "src/**", "**"])
def test_a_table_of_reuse_keeps_the_notices_of_the_files_that_it_names(path: str) -> None:
    assert ["REUSE.toml"] == moved_to({"src/demo.py": CODE, "REUSE.toml": table(path)})


def test_a_table_in_a_folder_is_of_that_folder() -> None:
    assert ["src/REUSE.toml"] == moved_to({"src/demo.py": CODE, "src/REUSE.toml": table("demo.py")})
    assert [] == moved_to({"src/demo.py": CODE, "lib/REUSE.toml": table("demo.py")})


def test_a_table_that_names_other_files_or_others_keeps_nothing() -> None:
    later = '\n[[annotations]]\npath = "src/**"\nSPDX-FileCopyrightText = "2024 Wick Ltd."\n'

    assert [] == moved_to({"src/demo.py": CODE, "REUSE.toml": table("src/other.py")})
    assert [] == moved_to({"src/demo.py": CODE, "REUSE.toml": table("src/demo.py", "2021 Wick Ltd.")})
    assert [] == moved_to({"src/demo.py": CODE, "REUSE.toml": table("src/demo.py", more=later)})


def test_the_closest_annotation_says_nothing_of_a_file_that_says_whose_it_is() -> None:
    altered = f"# Copyright 2024 Wick Ltd.\n{CODE}"
    both = table("src/demo.py").replace("path", 'precedence = "aggregate"\npath')

    retention = judged(BASE, {"src/demo.py": altered, "REUSE.toml": table("src/demo.py")})
    assert [HOLDER] == [one.notice.text for one in retention.altered]
    assert ["REUSE.toml"] == moved_to({"src/demo.py": altered, "REUSE.toml": both})


def test_the_table_of_debian_is_one_too() -> None:
    text = "Format: x\n\nFiles: src/*\nCopyright: 2024 Wick Ltd.\n 2021 Dogwood Code GmbH\nLicense: MIT\n"

    assert [".reuse/dep5"] == moved_to({"src/demo.py": CODE, ".reuse/dep5": text})


MIT = (
    f"MIT License\n\n{HOLDER}\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software"
    ' to deal in the Software without restriction.\n\nTHE SOFTWARE IS PROVIDED "AS IS".\n'
)
OTHER = "OpenAtom Model License, Version 1.0\n\nThe terms of another license.\n"


@pytest.mark.parametrize(
    "path",
    ["LICENSE-MIT", "LICENSES/MIT.txt", "LICENSE_kelp.txt", "COPYING", "third_party/LICENSE", "licenses/kelp/LICENSE"],
)
def test_a_license_is_kept_byte_for_byte_under_another_license_s_name(path: str) -> None:
    base = {"LICENSE": MIT, "demo.py": CODE}
    changed = MIT.replace("Dogwood Code GmbH", "Wick Ltd.")

    assert [] == lost(judged(base, {"LICENSE": OTHER, "demo.py": CODE, path: MIT}))
    assert [HOLDER] == lost(judged(base, {"LICENSE": OTHER, "demo.py": CODE, path: changed}))


@pytest.mark.parametrize("path", ["mit.txt", "docs/guide.md", "licenser.py"])
def test_under_the_name_of_anything_else_a_license_is_not_kept(path: str) -> None:
    assert [HOLDER] == lost(judged({"LICENSE": MIT, "demo.py": CODE}, {"LICENSE": OTHER, "demo.py": CODE, path: MIT}))


def test_a_copy_that_the_base_had_of_a_part_is_not_the_license_of_the_whole() -> None:
    base = {"LICENSE": MIT, "vendor/LICENSE": MIT, "vendor/demo.py": CODE}

    assert [HOLDER] == lost(judged(base, {**base, "LICENSE": OTHER}))


PEOPLE = "Mina Halloway <mina@loom.example>\nUdo Tessel <udo@loom.example>\n"


@pytest.mark.parametrize("path", ["THIRD_PARTY_NOTICES.md", "CONTRIBUTORS.md", "CREDITS.txt", "THANKS"])
@pytest.mark.parametrize("name", [LANTERN, "Lantern-7B"])
def test_a_list_of_authors_may_go_into_another_legal_text_that_names_what_it_is_of(path: str, name: str) -> None:
    base = {"AUTHORS": PEOPLE, "demo.py": CODE}

    assert [] == lost(judged(base, {"demo.py": CODE, path: f"# Authors of {name}\n\n{PEOPLE}"}))
    assert PEOPLE.splitlines() == lost(judged(base, {"demo.py": CODE, path: f"# The people\n\n{PEOPLE}"}))
    assert PEOPLE.splitlines() == lost(
        judged(base, {"demo.py": CODE, f"docs/{path}": f"# Authors of {name}\n\n{PEOPLE}"})
    )
    fewer = PEOPLE.splitlines()[0]
    assert PEOPLE.splitlines()[1:] == lost(judged(base, {"demo.py": CODE, path: f"# Authors of {name}\n\n{fewer}\n"}))


def test_a_notice_of_one_file_goes_into_no_such_text() -> None:
    assert [] == moved_to({"src/demo.py": CODE, "CONTRIBUTORS.md": f"# Of src/demo.py\n\n{HOLDER}\n"})
