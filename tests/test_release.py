"""A release knows how it differs from its bases, as far as that is certain; digests only ever add to what it says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.checks import all_checks
from hatch_oaml.findings import Report
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.records.notice import Notice
from hatch_oaml.retention import counterparts
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.conftest import _base, _file, _release
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, ReleaseWith

MODEL = "model.safetensors"


def changelog(*entries: tuple[str, str]) -> str:
    """The text of a changelog: for each entry a pattern, and the base that it names or ""."""
    return "format = 1\n" + "".join(
        f'[[change]]\nfiles = ["{pattern}"]\nrelation = "modified"\nbase = "{base}"\nhow.en = "Trained."\n'
        "date = 2026-11-01\n"
        for pattern, base in entries
    )


def differences(release: Release) -> dict[str, str | None]:
    return {str(path): difference for path, difference in release.differences.items()}


# what is known later


def test_what_files_were_made_from_is_sought_once_where_a_digest_changes_nothing_of_it(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = base_with(file_with(MODEL, "old", role="model"), file_with("read.py", "text"))
    files = [file_with(MODEL, role="model"), file_with("read.py", "text")]
    release = release_with(
        files=[replace(file, sha256=None) if file.path == MODEL else file for file in files], bases=[base]
    )
    digests = {archive_path(MODEL): sha256_of(b"new")}
    expected = replace(release, inventory=release.inventory.with_digests(digests)).counterparts.of(base, base.files[0])
    assert release.counterparts.of(base, base.files[0])
    monkeypatch.setattr(counterparts, "ReleaseSide", lambda _files: pytest.fail("it was sought again"))

    later = release.with_digests(digests)

    assert expected == later.counterparts.of(base, base.files[0])
    assert release.counterparts.of(base, base.files[0]) == later.before_weights.counterparts.of(base, base.files[0])


# difference


def test_a_file_differs_in_one_of_four_ways(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("same", "s"), file_with("modified", "old"), file_with("was/here", "m"))

    release = release_with(
        files=[file_with("same", "s"), file_with("modified", "new"), file_with("moved", "m"), file_with("added", "a")],
        bases=[base],
    )

    assert {"same": "same", "modified": "modified", "moved": "moved", "added": "added"} == differences(release)


def test_a_path_with_other_bytes_is_modified_even_if_the_base_has_those_bytes_elsewhere(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(files=[file_with("a", "b")], bases=[base_with(file_with("a", "a"), file_with("b", "b"))])

    assert {"a": "modified"} == differences(release)


def test_any_base_s_bytes_at_the_path_are_the_same(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    bases = [base_with(file_with("a", "one"), name="one"), base_with(file_with("a", "two"), name="two")]

    assert {"a": "same"} == differences(release_with(files=[file_with("a", "two")], bases=bases))
    assert {"a": "modified"} == differences(release_with(files=[file_with("a", "three")], bases=bases))


def test_without_a_base_everything_is_added(release_with: ReleaseWith) -> None:
    assert {"added"} == set(differences(release_with()).values())


@pytest.mark.parametrize(
    ("path", "size", "expected"),
    [
        ("a", 3, None),  # the same, or modified
        ("a", 4, "modified"),
        ("b", 3, None),  # moved, or added
        ("b", 5, "added"),
        ("b", 7, None),
    ],
)
def test_while_a_digest_is_unknown_only_the_size_can_tell(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, path: str, size: int, expected: str | None
) -> None:
    base = base_with(file_with("a", "xxx"), file_with("c", "x" * 7))

    release = release_with(files=[file_with(path, size=size, sha256=None)], bases=[base])

    assert {path: expected} == differences(release)


# needs_an_entry, unlisted_files


def test_what_was_modified_and_every_new_model_file_needs_an_entry(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("demo.py", "old"), file_with("kept.py", "k"), file_with("m.gguf", "m"))
    files = [
        file_with("demo.py", "new"),
        file_with("kept.py", "k"),
        file_with("new.py", "n"),
        file_with("new.gguf", "n"),
        file_with("moved.gguf", "m"),
    ]

    release = release_with(files=files, bases=[base])

    assert ["demo.py", "new.gguf"] == [file.path for file in release.unlisted_files()]


def test_the_release_s_own_records_and_the_license_need_none(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    own = ("LICENSE", "MODIFICATIONS.toml", "bases/1.toml")
    base = base_with(*(file_with(path, "old") for path in own))
    files = [file_with(path, "new", **kind) for path, kind in zip(own, ({}, {}, {"kind": "base-record"}), strict=True)]

    release = release_with(files=files, bases=[base])

    assert {"modified"} == set(differences(release).values())
    assert [] == list(release.unlisted_files())


def test_a_notice_file_that_was_modified_needs_an_entry(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(files=[file_with("NOTICE", "new")], bases=[base_with(file_with("NOTICE", "old"))])

    assert ["NOTICE"] == [file.path for file in release.unlisted_files()]


def test_an_original_release_needs_no_entries(release_with: ReleaseWith) -> None:
    assert [] == list(release_with().unlisted_files())


def test_without_a_changelog_everything_that_needs_an_entry_is_unlisted(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with(MODEL, "new")], bases=[base_with(file_with(MODEL, "old"))], modifications=None
    )

    assert {} == release.changelog.entries
    assert [MODEL] == [file.path for file in release.unlisted_files()]
    assert [] == list(release.idle_changes())


# entries


def test_each_file_knows_all_entries_that_name_it(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("a.py"), file_with("b.py"), file_with("c.md")],
        bases=[base_with(file_with("x"))],
        modifications=changelog(("*.py", ""), ("a.*", "")),
    )

    assert release.modifications is not None
    first, second = release.modifications.changes
    assert {"a.py": (first, second), "b.py": (first,)} == release.changelog.entries


@pytest.mark.parametrize(("named", "listed"), [("", True), ("one", True), ("two", False), ("nobody", False)], ids=str)
def test_an_entry_that_names_a_base_speaks_of_that_base_s_files(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, named: str, *, listed: bool
) -> None:
    bases = [base_with(file_with("a.py", "old"), name="one"), base_with(file_with("z.py"), name="two")]

    release = release_with(files=[file_with("a.py", "new")], bases=bases, modifications=changelog(("a.py", named)))

    assert ([] if listed else ["a.py"]) == [file.path for file in release.unlisted_files()]


@pytest.mark.parametrize("named", ["", "one", "two"])
def test_an_entry_may_name_any_base_for_a_file_that_none_has(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, named: str
) -> None:
    bases = [base_with(file_with("y"), name="one"), base_with(file_with("z"), name="two")]

    release = release_with(files=[file_with(MODEL, "n")], bases=bases, modifications=changelog(("*", named)))

    assert [] == list(release.unlisted_files())


# idle_changes


@pytest.mark.parametrize(
    ("pattern", "idle"),
    [("modified", False), ("added", False), ("moved", False), ("removed", False), ("same", True), ("nothing", True)],
)
def test_an_entry_is_idle_unless_something_differs_or_was_taken_out(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, pattern: str, *, idle: bool
) -> None:
    base = base_with(
        file_with("same", "s"), file_with("modified", "1"), file_with("was", "m"), file_with("removed", "r")
    )
    files = [file_with("same", "s"), file_with("modified", "2"), file_with("moved", "m"), file_with("added", "a")]

    release = release_with(files=files, bases=[base], modifications=changelog((pattern, "")))

    assert idle == bool(list(release.idle_changes()))


def test_an_entry_for_weights_that_are_not_read_yet_is_not_idle(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with(MODEL, "new", sha256=None)],
        bases=[base_with(file_with(MODEL, "old"))],
        modifications=changelog((MODEL, "")),
    )

    assert {MODEL: None} == differences(release)
    assert [] == list(release.idle_changes())


def test_every_entry_of_an_original_release_is_idle(release_with: ReleaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with(MODEL)], modifications=changelog((MODEL, "")))

    assert release.modifications is not None
    assert list(release.modifications.changes) == list(release.idle_changes())


# digests


def test_digests_make_another_release_and_leave_the_first_as_it_was(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    release = release_with(files=[file_with(MODEL, "n", sha256=None)])

    told = release.with_digests({archive_path(MODEL): sha256_of(b"n")})

    assert [None] == [file.sha256 for file in release.inventory]
    assert [sha256_of(b"n")] == [file.sha256 for file in told.inventory]
    assert told == replace(release, inventory=told.inventory)


def test_what_is_judged_is_a_project_an_archive_or_one_past_the_gate(release_with: ReleaseWith) -> None:
    archives = [release_with(integrity=Integrity(archive="a.tar", has_manifest=has)) for has in (True, False)]

    assert ["project", "archive", "ungated archive"] == [release.subject for release in (release_with(), *archives)]
    with pytest.raises(TypeError):
        _ = release_with().held_against_manifest


def test_where_the_upstream_is_unknown_nothing_is_asked_of_it(release_with: ReleaseWith) -> None:
    release = release_with(
        integrity=Integrity(archive="a.tar", has_manifest=True),
        config={"original": False, "bases": ["b.toml"]},
        modifications=None,
        upstream_is_known=False,
    )

    asked = {ruling.clause for check in all_checks().values() for ruling in check.rulings(release)}
    assert asked.isdisjoint({"1.3", "3.1 2)", "3.1 3)"})


# what a file of the base became, wherever it went

SOURCE = "\n".join(f"value_{number} = compute_the_thing({number}, 'word {number}')" for number in range(40))


def made_of(path: str, text: str) -> ReleaseFile:
    return replace(shipped(path, text), source=f"/project/{path}")


def test_an_edited_file_under_a_new_name_is_modified_and_tells_what_it_was(release_with: ReleaseWith) -> None:
    base = recorded({"demo.py": SOURCE})
    release = release_with(
        files=[made_of("chat/run.py", f"{SOURCE}\nmore = 1")], bases=[base], modifications="format = 1\n"
    )

    assert {"chat/run.py": "modified"} == release.differences
    assert (base, "demo.py") == ((found := release.origins[archive_path("chat/run.py")])[0], found[1].path)
    assert ["chat/run.py"] == [file.path for file in release.unlisted_files()]


def test_a_moved_file_needs_no_entry_and_tells_what_it_was(release_with: ReleaseWith) -> None:
    base = recorded({"demo.py": SOURCE})
    release = release_with(files=[made_of("chat/run.py", SOURCE)], bases=[base], modifications="format = 1\n")

    assert {"chat/run.py": "moved"} == release.differences
    assert ["chat/run.py"] == list(release.origins)
    assert [] == list(release.unlisted_files())


def test_a_base_recorded_one_folder_too_high_hides_no_modification(release_with: ReleaseWith) -> None:
    base = recorded({"kelp/demo.py": SOURCE, "kelp/config.json": '{"size": 64}', "kelp/README.md": "# Kelp\n"})
    files = [made_of("demo.py", SOURCE), made_of("config.json", '{"size": 65}'), made_of("README.md", "# Mine\n")]
    release = release_with(files=files, bases=[base], modifications="format = 1\n")

    assert {"demo.py": "moved", "config.json": "modified", "README.md": "modified"} == release.differences
    renaming = release.counterparts.prefix(base)
    assert renaming is not None
    assert ("kelp", "") == (renaming.old, renaming.new)


def test_what_is_alike_by_chance_is_new(release_with: ReleaseWith) -> None:
    base = recorded({"a/__init__.py": '"""A package."""\n\nfrom __future__ import annotations\n'})
    release = release_with(
        files=[made_of("b/__init__.py", '"""Another."""\n\nfrom __future__ import annotations\n')],
        bases=[base],
        modifications="format = 1\n",
    )

    assert {"b/__init__.py": "added"} == release.differences


# laws: what is claimed before digests are known still holds when they are

WEIGHTS = (MODEL, "other.safetensors", "sub/model.safetensors")
TEXTS = ("README.md", "NOTICE", "demo.py", "LICENSE")
HOLDERS = ("", "Ostrava Loom", "Wick and Glass Ltd.")


@st.composite
def _files(draw: st.DrawFn) -> list[ReleaseFile]:
    """Files of few sizes, so that size alone seldom tells; no text has the bytes of weights."""
    files = []
    for path in draw(st.lists(st.sampled_from((*WEIGHTS, *TEXTS)), unique=True, max_size=4)):
        holder, padding = draw(st.sampled_from(HOLDERS)), draw(st.sampled_from(("", "1", "2", "22")))
        notice = Notice(kind="copyright", text=f"Copyright 2023 {holder}", line=1, end_line=1)
        data = f"{'weights' if path in WEIGHTS else 'text'} {holder[:1]:1}{padding}"
        files.append(_file(path, data, notices=(notice,) if holder and path in TEXTS else ()))
    return files


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Release, Release]:
    """The same release twice: with some weights' digests unknown, and with all known."""
    bases: list[BaseRecord] = [
        _base(*draw(_files().filter(bool)), name=f"base-{count}") for count in range(draw(st.integers(0, 2)))
    ]
    patterns = st.sampled_from((*WEIGHTS, *TEXTS, "*", "*.safetensors", "nothing"))
    entries = st.lists(st.tuples(patterns, st.sampled_from(("", "base-0", "base-1"))), max_size=3)
    text = changelog(*draw(entries)) if draw(st.booleans()) else None
    files = draw(_files())
    unknown = draw(st.sets(st.sampled_from(WEIGHTS), min_size=1))
    partly = [replace(file, sha256=None) if file.path in unknown else file for file in files]
    known = _release(files=files, bases=bases, modifications=text)
    return _release(files=partly, bases=bases, modifications=text), known


@given(_pairs())
def test_a_difference_that_is_told_without_digests_is_the_true_one(pair: tuple[Release, Release]) -> None:
    unsure, sure = pair

    assert None not in differences(sure).values()
    assert {path: told for path, told in differences(unsure).items() if told}.items() <= differences(sure).items()


@given(_pairs())
def test_a_file_that_is_unlisted_without_digests_is_unlisted_with_them(pair: tuple[Release, Release]) -> None:
    unsure, sure = pair

    assert {file.path for file in unsure.unlisted_files()} <= {file.path for file in sure.unlisted_files()}


@given(_pairs())
def test_an_entry_that_is_idle_without_digests_is_idle_with_them(pair: tuple[Release, Release]) -> None:
    unsure, sure = pair

    assert {change.line for change in unsure.idle_changes()} <= {change.line for change in sure.idle_changes()}


@given(_pairs())
def test_learning_the_digests_makes_the_release_whose_digests_were_known(pair: tuple[Release, Release]) -> None:
    unsure, sure = pair
    digests = {file.path: file.sha256 for file in sure.inventory if file.sha256}

    assert differences(sure) == differences(unsure.with_digests(digests))
    assert list(sure.unlisted_files()) == list(unsure.with_digests(digests).unlisted_files())


def _errors(release: Release) -> set[tuple[str, str]]:
    """Which check refuses which file."""
    rulings = (ruling for check in all_checks().values() for ruling in check.rulings(release))
    return {(ruling.check, ruling.finding.path) for ruling in Report.of(release, rulings).errors}


@given(_pairs())
def test_what_refuses_a_release_before_its_weights_are_read_refuses_it_after(pair: tuple[Release, Release]) -> None:
    unsure, sure = pair

    assert _errors(unsure) <= _errors(sure)


@given(_pairs())
def test_a_check_that_does_not_ask_digests_says_the_same_without_them(pair: tuple[Release, Release]) -> None:
    unsure, sure = pair
    checks = [check for check in all_checks().values() if not check.asks_digests]

    assert checks
    for check in checks:
        assert list(check.rulings(unsure)) == list(check.rulings(sure)), check.name


def test_a_notice_of_weights_that_were_moved_is_missed_as_soon_as_their_digest_is_known(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    notice = Notice(kind="copyright", text="Copyright 2023 Ostrava Loom.", line=1, end_line=1)
    base = base_with(file_with("sub/model.safetensors", "w"), file_with("sub/NOTICE", "n", notices=(notice,)))
    unread, read = (
        release_with(files=[file_with(MODEL, "w", **digest)], bases=[base]) for digest in ({"sha256": None}, {})
    )

    refused = _errors(read) - _errors(unread)

    assert refused
    assert all(all_checks()[name].asks_digests for name, _ in refused)


def test_unread_weights_that_may_be_another_base_s_do_not_alter_a_notice(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    ours = file_with(MODEL, "ours", notices=(Notice(kind="copyright", text="Copyright 2023 A", line=1, end_line=1),))
    other = file_with(MODEL, "their", notices=(Notice(kind="copyright", text="Copyright 2023 B", line=1, end_line=1),))
    bases = [base_with(ours, name="ours"), base_with(other, name="other")]

    release = release_with(files=[replace(ours, sha256=None)], bases=bases)

    assert _errors(release) <= _errors(release_with(files=[ours], bases=bases))
