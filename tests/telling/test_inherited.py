"""What came along with the base is no word of the release's, whether the base's text is at hand or only its record."""

from __future__ import annotations

import pytest

from hatch_oaml.recognition.fingerprint import fingerprint_of
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.telling.inherited import bare, is_own_line
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path

OLD = "# Changelog\n\n" + "".join(
    f"- file{number}.py: what was done to it in the year {number}\n" for number in range(300)
)
NEW = "## 2.0\n\n- config.json: a longer context\n\n"


def own(data: str, base: str, *, at_hand: bool) -> list[str]:
    file = BaseFile(
        path=archive_path("CHANGELOG.md"),
        size=len(base.encode()),
        sha256=sha256_of(base.encode()),
        fingerprint=fingerprint_of(base.encode()),
    )
    test = is_own_line(data.encode(), file, frozenset(map(bare, base.splitlines())) if at_hand else None)
    return [line for number, line in enumerate(data.split("\n"), 1) if line and test(number, line)]


@pytest.mark.parametrize("at_hand", [True, False], ids=["text", "record"])
@pytest.mark.parametrize("place", ["top", "below the title", "end"])
def test_what_was_put_in_is_the_release_s(place: str, at_hand: bool) -> None:  # noqa: FBT001  # a parameter of the test
    title = len("# Changelog\n\n")
    data = {"top": NEW + OLD, "below the title": OLD[:title] + NEW + OLD[title:], "end": OLD + NEW}[place]

    assert ["## 2.0", "- config.json: a longer context"] == [line for line in own(data, OLD, at_hand=at_hand) if line]


def test_what_was_put_in_at_several_places_is_told_by_the_text() -> None:
    data = NEW + OLD.replace("- file7.py: what", "- chat.py: trims blanks\n- file7.py: what")

    assert ["## 2.0", "- config.json: a longer context", "- chat.py: trims blanks"] == own(data, OLD, at_hand=True)


def test_a_record_alone_tells_a_short_text_by_its_lines() -> None:
    base = OLD[:2000]
    data = NEW + base.replace("- file7.py: what", "- chat.py: trims blanks\n- file7.py: what")

    assert {"- config.json: a longer context", "- chat.py: trims blanks"} <= set(own(data, base, at_hand=False))
    assert not any("file" in line for line in own(data, base, at_hand=False))


def test_all_of_a_text_that_the_base_has_not_is_the_release_s() -> None:
    assert is_own_line(b"x", None, None)(1, "x")


@pytest.mark.parametrize(
    "line",
    [
        "- `esentutl.py`: how to read a database (e.g. of looms)",
        "* [esentutl.py](examples/esentutl.py): how to read a database (e.g. of looms)",
        "  b. esentutl.py: How to read a database (e.g. of looms).",
    ],
)
def test_a_line_is_known_in_another_markup(line: str) -> None:
    assert bare("* esentutl.py: how to read a database (e.g. of looms)") == bare(line)


def test_lines_of_other_words_are_told_apart() -> None:
    assert bare("- config.json: 8192") != bare("- config.json: 4096")


def test_an_entry_that_says_again_what_an_old_one_said_is_the_release_s() -> None:
    assert ["## 2.0", OLD.splitlines()[2]] == own(f"## 2.0\n\n{OLD.splitlines()[2]}\n\n{OLD}", OLD, at_hand=True)
