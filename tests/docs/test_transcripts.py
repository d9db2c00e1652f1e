"""How the commands of a page are found, run and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docs.transcripts import Command, Written, agrees, failures, run, steps, with_answers

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """# A page

```console
$ echo one
one
$ cat words/file.txt
```

1. Then:

   ```toml title="words/file.txt"
   [table]
   ```

   ```console
   $ cat words/file.txt
   ?
   $ cd words
   $ false
   $ echo $?
   0
   ```
"""


def test_commands_and_files_are_found_in_order() -> None:
    found = list(steps(PAGE.replace("$ cat words/file.txt\n```\n\n1", "```\n\n1")))

    assert [Command, Written, Command, Command, Command, Command] == list(map(type, found))
    assert Command("echo one", ("one",), 3, "") == found[0]
    assert Written("words/file.txt", "[table]\n") == found[1]


def test_they_run_in_one_shell_and_failures_that_no_page_tells_are_found(tmp_path: Path) -> None:
    ran = run(PAGE, tmp_path, {})

    assert ["cat words/file.txt"] == failures(ran)
    assert [("one",), ("[table]",), (), (), ("1",)] == [ran[index].answer for index in (0, 2, 3, 4, 5)]


def test_a_page_is_written_anew_only_where_it_says_something_else(tmp_path: Path) -> None:
    renewed = with_answers(PAGE, run(PAGE, tmp_path, {}))

    assert PAGE.replace("   ?\n", "   [table]\n").replace("   0\n", "   1\n") == renewed


@pytest.mark.parametrize(
    ("expected", "found", "answer"),
    [
        ([], ["anything"], True),
        (["a", "b"], ["a", "b"], True),
        (["a"], ["a", "b"], False),
        (["a …"], ["a 12 s"], True),
        (["a …"], ["a", "b"], False),
        (["a", "…", "d"], ["a", "b", "c", "d"], True),
        (["a", "…", "d"], ["a", "b", "c"], False),
        (["a.c"], ["abc"], False),
    ],
)
def test_what_a_page_shows_is_compared_but_for_what_it_leaves_open(
    expected: list[str], found: list[str], *, answer: bool
) -> None:
    assert answer == agrees(expected, found)


def test_a_shell_that_ends_early_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended after 0 of 1"):
        run("```console\n$ exit 3\n```\n", tmp_path, {})
