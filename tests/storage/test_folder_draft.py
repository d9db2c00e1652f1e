"""A folder that takes another's place: the name holds the one or the other, whatever ends the process."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from hatch_oaml.storage import folder_draft
from hatch_oaml.storage.exchange import exchanged
from hatch_oaml.storage.folder_draft import drafted_folder

ONE_STEP = pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="two names change places in no one step")


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A folder of one file."""
    folder = tmp_path / "release"
    folder.mkdir()
    (folder / "file").write_text("earlier")
    return folder


def put(target: Path) -> None:
    with drafted_folder(target, lambda _: None) as draft:
        (draft / "file").write_text("later")


def held(folder: Path) -> str:
    return (folder / "file").read_text()


def in_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_draft, "exchanged", lambda *_: False)


@ONE_STEP
def test_two_folders_change_places(earlier: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()

    assert exchanged(earlier, other)

    assert ("earlier", []) == (held(other), list(earlier.iterdir()))


@ONE_STEP
def test_a_folder_does_not_change_places_with_nothing(earlier: Path, tmp_path: Path) -> None:
    assert not exchanged(earlier, tmp_path / "other")
    assert "earlier" == held(earlier)


def test_a_system_without_such_a_step_has_none(earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    assert not exchanged(earlier, tmp_path)


@pytest.mark.parametrize(
    ("platform", "call"), [("linux", "renameat2"), ("darwin", "renamex_np")], ids=["Linux", "macOS"]
)
def test_each_system_is_asked_by_its_own_call(
    earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, call: str
) -> None:
    asked: list[tuple[object, ...]] = []

    def answer(*arguments: object) -> int:
        asked.append(arguments)
        return 0

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace(**{call: answer}))

    assert exchanged(earlier, tmp_path / "other")

    names = [argument for argument in asked[0] if isinstance(argument, bytes)]
    assert [os.fsencode(earlier), os.fsencode(tmp_path / "other")] == names


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_a_library_without_the_call_leaves_both(
    earlier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())

    assert not exchanged(earlier, tmp_path)


@pytest.mark.parametrize("steps", [1, 2])
def test_a_folder_takes_the_place_of_the_earlier_and_leaves_nothing_beside_it(
    earlier: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    if steps == 2:
        in_two_steps(monkeypatch)

    put(earlier)

    assert "later" == held(earlier)
    assert [earlier] == list(earlier.parent.iterdir())


@ONE_STEP
def test_a_process_that_is_killed_while_it_replaces_a_folder_leaves_the_later_under_its_name(
    earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def killed(path: Path, *target: Path) -> None:
        if target:
            replace(path, *target)
        os._exit(9)

    child = os.fork()
    if child == 0:
        monkeypatch.setattr(Path, "replace", killed)
        monkeypatch.setattr(folder_draft, "_discard", killed)
        put(earlier)
    assert 9 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert "later" == held(earlier)
    assert any(".partial-" in path.name for path in earlier.parent.iterdir())
    put(earlier)
    assert [earlier] == list(earlier.parent.iterdir())


def test_where_two_steps_are_needed_an_interruption_between_them_gives_the_earlier_its_name_back(
    earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        if (path / "file").read_text() == "later":
            raise KeyboardInterrupt
        return replace(path, target)

    in_two_steps(monkeypatch)
    monkeypatch.setattr(Path, "replace", interrupted)

    with pytest.raises(KeyboardInterrupt):
        put(earlier)

    assert "earlier" == held(earlier)
    assert [earlier] == list(earlier.parent.iterdir())
