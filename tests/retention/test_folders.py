"""Which folder became which is told by files that are surely the same, and by paths where a record has one too many."""

from __future__ import annotations

import pytest

from hatch_oaml.retention.folders import FolderRenaming, folder_renamings, prefix_of


def renaming(old: str, new: str) -> FolderRenaming:
    return FolderRenaming(old=old, new=new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a/x.py", "b/x.py", [renaming("a", "b")]),
        ("a/in/x.py", "b/in/x.py", [renaming("a", "b")]),
        ("x.py", "b/x.py", [renaming("", "b")]),
        ("a/x.py", "x.py", [renaming("a", "")]),
        ("a/x.py", "a/x.py", []),
        ("a/x.py", "b/y.py", []),
    ],
)
def test_a_file_that_kept_its_name_tells_what_became_of_its_folder(
    old: str, new: str, expected: list[FolderRenaming]
) -> None:
    assert expected == folder_renamings([(old, new)])


def test_the_deepest_folder_comes_first_then_the_best_attested() -> None:
    witnesses = [
        ("a/x.py", "b/x.py"),
        ("a/y.py", "c/y.py"),
        ("a/z.py", "c/z.py"),
        ("a/in/x.py", "d/else/x.py"),
        ("q.py", "top/q.py"),
    ]

    assert [
        renaming("a/in", "d/else"),
        renaming("a", "c"),
        renaming("a", "b"),
        renaming("", "top"),
    ] == folder_renamings(witnesses)


@pytest.mark.parametrize(
    ("old", "new", "path", "expected"),
    [
        ("a", "b", "a/x.py", "b/x.py"),
        ("a", "", "a/x.py", "x.py"),
        ("", "b", "x.py", "b/x.py"),
        ("a", "b", "ab/x.py", None),
        ("a", "b", "x.py", None),
    ],
)
def test_a_path_below_a_renamed_folder_moves_with_it(old: str, new: str, path: str, expected: str | None) -> None:
    assert expected == renaming(old, new).moved(path)


BELOW = ("kelp/a.py", "kelp/b.py", "kelp/docs/c.md")


@pytest.mark.parametrize(
    ("base", "release", "expected"),
    [
        (BELOW, {"a.py", "b.py", "docs/c.md"}, renaming("kelp", "")),
        (("a.py", "b.py"), {"kelp/a.py", "kelp/b.py"}, renaming("", "kelp")),
        (("in/kelp/a.py", "in/kelp/b.py"), {"a.py", "b.py"}, renaming("in/kelp", "")),
        (BELOW, {"a.py", "b.py"}, renaming("kelp", "")),
        (BELOW, {"a.py"}, None),
        (BELOW, {"a.py", "b.py", "kelp/a.py"}, None),
        ((*BELOW, "x/1", "x/2", "x/3", "x/4"), {"a.py", "b.py", "docs/c.md"}, None),
        ((), {"a.py"}, None),
    ],
)
def test_a_record_of_the_folder_above_or_below_is_seen_by_its_paths(
    base: tuple[str, ...], release: set[str], expected: FolderRenaming | None
) -> None:
    assert expected == prefix_of(base, release)
