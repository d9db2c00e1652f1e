"""What was kept of a file is recalled as long as the file is what it was; whatever is wrong with the cache, it is no cache."""

from __future__ import annotations

import errno
import json
import os
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO

import pytest

from hatch_oaml.facts_cache import cache as module, draft, lines, recipe
from hatch_oaml.facts_cache.cache import FactsCache, facts_cache, forget
from hatch_oaml.values.digests import sha256_of
from tests.caching import caching, files_in, rewritten

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "0" * lines.KEY
ANSWER = {"sha256": "0" * 64, "notices": ["声明 \udcff\n"]}


@pytest.fixture(autouse=True)
def _caching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    caching(tmp_path / "cache", monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "cache" / "hatch-oaml")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_bytes(b"seen")
    return path


def keep(folder: str, *files: Path, answer: object = ANSWER, question: tuple[str, ...] = ("text",)) -> None:
    cache = FactsCache(folder, NAME)
    for file in files:
        cache.keep(question, str(file), file.stat(), answer)
    cache.close()


def recalled(folder: str, file: Path, question: tuple[str, ...] = ("text",)) -> Any:
    cache = FactsCache(folder, NAME)
    found = cache.recall(question, str(file), file.stat())
    cache.close()
    return found


def test_what_was_kept_is_recalled_by_the_next_command(folder: str, file: Path) -> None:
    keep(folder, file)

    assert recalled(folder, file) == ANSWER
    assert recalled(folder, file) == ANSWER, "and by the one after that"


def test_another_question_has_no_answer_yet(folder: str, file: Path) -> None:
    keep(folder, file)

    assert recalled(folder, file, ("text", "as a notice")) is None


def test_what_an_answer_depends_on_besides_takes_the_place_of_what_it_was(folder: str, file: Path) -> None:
    """A setting or a base record that changes, however often, makes no file grow."""
    for role in ("documentation", "notice"):
        keep(folder, file, question=("text", "notes.md", role), answer=role)
    keep(folder, file, question=("text", "docs/notes.md", "documentation"), answer="another place")

    assert recalled(folder, file, ("text", "notes.md", "notice")) == "notice"
    assert recalled(folder, file, ("text", "notes.md", "documentation")) is None
    assert recalled(folder, file, ("text", "docs/notes.md", "documentation")) == "another place"
    assert len(Path(folder, NAME).read_bytes().splitlines()) == 4


def test_a_name_that_is_no_text_is_kept_too(folder: str, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xed\xa0\xbd.md")
    try:
        path.write_bytes(b"seen")
    except OSError:
        pytest.skip("this file system has names of text alone")
    keep(folder, path)

    assert recalled(folder, path) == ANSWER


def longer(file: Path) -> None:
    file.write_bytes(b"seen!")


def of_the_same_size(file: Path) -> None:
    file.write_bytes(b"been")


def of_the_same_size_and_time(file: Path) -> None:
    before = file.stat()
    file.write_bytes(b"been")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def another_in_its_place(file: Path) -> None:
    before = file.stat()
    other = file.with_name("other")
    other.write_bytes(b"been")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)


@pytest.mark.parametrize("change", [longer, of_the_same_size, of_the_same_size_and_time, another_in_its_place])
def test_a_file_that_has_changed_is_unknown(folder: str, file: Path, change: Callable[[Path], None]) -> None:
    if os.name == "nt" and change is of_the_same_size_and_time:
        pytest.skip("Windows does not tell when a file's own times were set")
    keep(folder, file)
    time.sleep(0.02)  # a tick of the slowest clock that writes such times

    change(file)

    assert recalled(folder, file) is None


def test_a_file_that_changed_a_moment_ago_may_change_again_without_a_sign_and_is_not_kept(
    folder: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_GRAIN", 2_000_000_000)
    keep(folder, file)
    assert [] == files_in(Path(folder).parent)

    monkeypatch.setattr(time, "time_ns", lambda: file.stat().st_ctime_ns + 2_000_000_001)
    keep(folder, file)
    assert recalled(folder, file) == ANSWER


def test_a_file_from_the_future_is_not_kept(folder: str, file: Path) -> None:
    os.utime(file, (time.time() + 3600,) * 2)

    keep(folder, file)

    assert [] == files_in(Path(folder).parent)


@pytest.mark.parametrize("count", [1, 3, 4])
def test_each_of_few_files_is_kept_and_of_more_than_are_written_at_once(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Of a small project it is not the bytes that take time, but what must be imported and compiled to read any."""
    monkeypatch.setattr(module, "_AT_ONCE", 3)
    files = [tmp_path / f"{number}.md" for number in range(count)]
    for path in files:
        path.write_bytes(b"seen")

    keep(folder, *files)

    assert [ANSWER] * count == [recalled(folder, path) for path in files]


def test_what_is_new_joins_what_is_still_true(folder: str, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("same.md", "changed.md", "removed.md", "unasked.md", "new.md")]
    for path in files:
        path.write_bytes(b"seen")
    keep(folder, *files[:4], answer="old")
    files[1].write_bytes(b"changed")
    files[2].unlink()

    cache = FactsCache(folder, NAME)
    assert cache.recall(("text",), str(files[0]), files[0].stat()) == "old"
    for path in (files[1], files[4]):
        cache.keep(("text",), str(path), path.stat(), "new")
    cache.close()

    kept = [json.loads(line[lines.KEY :]) for line in Path(folder, NAME).read_bytes().splitlines()[1:-1]]
    assert sorted((Path(source).name, answer) for _, source, _, answer in kept) == [
        ("changed.md", "new"),
        ("new.md", "new"),
        ("same.md", "old"),
        ("unasked.md", "old"),
    ]


@pytest.mark.parametrize("index", range(0, 500, 7))
def test_a_file_with_any_byte_turned_is_nothing(folder: str, file: Path, index: int) -> None:
    keep(folder, file)
    kept = Path(folder, NAME)
    data = bytearray(kept.read_bytes())
    data[index % len(data)] ^= 1
    kept.write_bytes(data)

    assert recalled(folder, file) is None


@pytest.mark.parametrize("cut", [0, 1, 40, 100, -66, -65, -1])
def test_a_file_that_ends_too_early_is_nothing_and_is_written_anew(folder: str, file: Path, cut: int) -> None:
    keep(folder, file)
    kept = Path(folder, NAME)
    kept.write_bytes(kept.read_bytes()[:cut])

    assert recalled(folder, file) is None
    keep(folder, file)
    assert recalled(folder, file) == ANSWER


def test_a_file_that_goes_on_behind_its_end_is_nothing(folder: str, file: Path) -> None:
    keep(folder, file)
    kept = Path(folder, NAME)
    kept.write_bytes(kept.read_bytes() + b"\n")

    assert recalled(folder, file) is None


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[" * 100_000, b"{}", b"[1]", b'["a","b","c","d"]', b"[[],1,2,3]", b"[[],1,2]", b"\xff"]
)
def test_a_line_that_is_none_of_ours_is_nothing(folder: str, file: Path, line: bytes) -> None:
    keep(folder, file)
    kept = Path(folder, NAME)
    first, old, _ = kept.read_bytes().splitlines(keepends=True)
    data = first + old[: lines.KEY] + b" " + line + b"\n"
    kept.write_bytes(data + f"{sha256_of(data)}\n".encode())

    assert recalled(folder, file) is None
    other = file.with_name("other.md")
    other.write_bytes(b"seen")
    keep(folder, other)
    assert len(kept.read_bytes().splitlines()) == 3, "it is not carried over"


def test_what_other_code_has_found_is_nothing(folder: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(folder, file)

    recipe.recipe.cache_clear()
    monkeypatch.setattr(recipe, "FORMAT", recipe.FORMAT + 1)
    assert recalled(folder, file) is None
    recipe.recipe.cache_clear()


def test_a_package_that_lies_in_no_folder_keeps_nothing(
    folder: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(folder, file)

    recipe.recipe.cache_clear()
    monkeypatch.setattr("hatch_oaml.__file__", str(file / "package.zip" / "__init__.py"))
    assert recalled(folder, file) is None
    keep(folder, file)
    recipe.recipe.cache_clear()


def test_one_that_is_too_large_is_nothing(folder: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(folder, file)

    monkeypatch.setattr(lines, "LARGEST", 100)
    assert recalled(folder, file) is None


def test_what_would_become_too_large_is_not_written(folder: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "LARGEST", 100)
    keep(folder, file)

    assert [] == files_in(Path(folder).parent)


def test_the_projects_asked_of_longest_ago_make_room(folder: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(folder, file)
    size = Path(folder, NAME).stat().st_size
    today, yesterday, long_ago, longest_ago = (digit * lines.KEY for digit in "4321")
    for age, name in enumerate((today, yesterday, long_ago, longest_ago), 1):
        put(folder, name, age * 86400, size)
    monkeypatch.setattr(draft, "LARGEST", 3 * size)

    keep(folder, file)

    assert [NAME, yesterday, today] == [path.name for path in files_in(Path(folder).parent)]


def put(folder: str, name: str, age: float, size: int = 1) -> None:
    """:param age: in seconds."""
    Path(folder, name).write_bytes(b"-" * size)
    os.utime(Path(folder, name), (time.time() - age,) * 2)


def test_what_is_none_of_ours_stays_whatever_room_there_is(
    folder: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's own folder may have the name."""
    keep(folder, file)
    names = ["a" * lines.KEY + ".bak", "b" * (lines.KEY + 1), "notes.md", "work.draft"]
    for name in names:
        put(folder, name, 10 * 86400)
    Path(folder, "c" * lines.KEY).mkdir()
    monkeypatch.setattr(draft, "LARGEST", Path(folder, NAME).stat().st_size)

    keep(folder, file)

    assert sorted([NAME, *names, "c" * lines.KEY]) == [path.name for path in files_in(Path(folder).parent)]


def test_to_be_asked_is_to_be_used(folder: str, file: Path) -> None:
    keep(folder, file)
    os.utime(Path(folder, NAME), (0, 0))

    assert recalled(folder, file) == ANSWER
    assert Path(folder, NAME).stat().st_mtime > 0


def test_drafts_of_the_dead_go_and_those_of_the_living_stay(folder: str, file: Path) -> None:
    keep(folder, file)
    dead, living = (f"{NAME}.{digit * 16}.draft" for digit in "12")
    put(folder, dead, 2 * 86400)
    put(folder, living, 60)

    keep(folder, file)

    assert [NAME, living] == [path.name for path in files_in(Path(folder).parent)]


@pytest.mark.parametrize("call", ["mkdir", "open", "replace", "makedirs", "lstat", "scandir", "utime"])
def test_a_disk_that_refuses_costs_the_cache_and_nothing_else(
    folder: str, file: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refused)
        keep(folder, file)
    keep(folder, file)
    with monkeypatch.context() as patch:
        patch.setattr(os, call, refused)
        assert recalled(folder, file) in (ANSWER, None)

    assert recalled(folder, file) == ANSWER
    assert [NAME] == [path.name for path in files_in(Path(folder).parent)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_disk_that_is_full_leaves_no_draft(folder: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def created(path: str) -> BinaryIO:
        Path(path).touch()
        return Path("/dev/full").open("wb")

    monkeypatch.setattr(draft, "create_private", created)

    keep(folder, file)

    assert [] == files_in(Path(folder).parent)


def test_an_interruption_is_no_failure_of_the_cache_and_leaves_no_draft(
    folder: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        keep(folder, file)

    assert [] == files_in(Path(folder).parent)


def test_two_that_write_at_once_leave_one_whole_file(folder: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.md" for number in range(20)]
    for path in files:
        path.write_bytes(b"seen")

    threads = [Thread(target=keep, args=(folder, *files[number:])) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert recalled(folder, files[-1]) == ANSWER
    assert [NAME] == [path.name for path in files_in(Path(folder).parent)]


def test_what_replaces_the_file_while_one_reads_changes_nothing_for_the_reader(folder: str, file: Path) -> None:
    keep(folder, file, answer="first")
    reader = FactsCache(folder, NAME)
    if os.name != "nt":
        keep(folder, file, answer="second")

    assert reader.recall(("text",), str(file), file.stat()) == "first"
    reader.close()


def test_a_project_has_a_file_of_its_own_and_off_is_none(tmp_path: Path, file: Path) -> None:
    told = {"HATCH_OAML_CACHE": str(tmp_path / "cache")}
    for name in ("one", "two"):
        with facts_cache(told, str(tmp_path / name)) as cache:
            cache.keep(("text",), str(file), file.stat(), name)
    with facts_cache({"HATCH_OAML_CACHE": "off"}, str(tmp_path / "three")) as cache:
        cache.keep(("text",), str(file), file.stat(), "three")
        assert cache.recall(("text",), str(file), file.stat()) is None

    assert len(files_in(tmp_path / "cache")) == 2
    with facts_cache(told, str(tmp_path / "one")) as cache:
        assert cache.recall(("text",), str(file), file.stat()) == "one"

    forget(told, str(tmp_path / "one"))
    forget(told, str(tmp_path / "one"))
    forget({"HATCH_OAML_CACHE": "off"}, str(tmp_path / "two"))
    with facts_cache(told, str(tmp_path / "one")) as cache:
        assert cache.recall(("text",), str(file), file.stat()) is None
    assert len(files_in(tmp_path / "cache")) == 1


def test_what_was_learnt_before_a_failure_is_kept(tmp_path: Path, file: Path) -> None:
    told = {"HATCH_OAML_CACHE": str(tmp_path / "cache")}

    def interrupted() -> None:
        with facts_cache(told, str(tmp_path / "project")) as cache:
            cache.keep(("text",), str(file), file.stat(), ANSWER)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    with facts_cache(told, str(tmp_path / "project")) as cache:
        assert cache.recall(("text",), str(file), file.stat()) == ANSWER


def test_an_answer_can_be_put_in_by_who_has_the_user_s_own_rights(folder: str, file: Path) -> None:
    """So that what such answers can do is asked of whole builds."""
    keep(folder, file)
    rewritten(Path(folder).parent, lambda _source, _answer: "another")

    assert recalled(folder, file) == "another"
