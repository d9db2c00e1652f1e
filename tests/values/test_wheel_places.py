from __future__ import annotations

import pytest

from hatch_oaml.values.wheel_places import may_lie_at

RELEASES = frozenset({"README.md", "docs/a.md", "src/tiny/x.py", "src/tiny/README.md", "b/x.py"})


@pytest.mark.parametrize(
    ("path", "release"),
    [
        ("tiny/README.md", "README.md"),
        ("tiny/_top_level/README.md", "README.md"),
        ("tiny/docs/a.md", "docs/a.md"),
        ("tiny/x.py", "src/tiny/x.py"),
        ("tiny/README.md", "src/tiny/README.md"),
        ("small/deep/x.py", "src/tiny/x.py"),
        ("tiny/x.py", "tiny/x.py"),
        ("tiny.py", "src/tiny.py"),
    ],
)
def test_a_package_and_what_lies_below_the_import_name(path: str, release: str) -> None:
    assert may_lie_at(path, release, "tiny", RELEASES)


@pytest.mark.parametrize(
    ("path", "release"),
    [
        ("tiny/hidden/LICENSE.txt", "LICENSE"),
        ("tiny/docs/b.md", "docs/a.md"),
        ("tiny/b/x.py", "src/tiny/x.py"),
        ("tiny/y.py", "src/tiny/x.py"),
        ("tiny/old-README.md", "README.md"),
        ("iny/README.md", "src/tin/README.mdx"),
    ],
)
def test_no_other_name_and_no_other_file_s_place(path: str, release: str) -> None:
    assert not may_lie_at(path, release, "tiny", RELEASES)


def test_the_place_of_a_file_that_gave_way_is_free() -> None:
    assert not may_lie_at("small/deep/README.md", "src/tiny/README.md", "small/deep", RELEASES)
    assert may_lie_at("small/deep/README.md", "src/tiny/README.md", "small/deep", RELEASES - {"README.md"})
