"""A tag counts wherever it stands alone on a line of a comment, and a snippet's in any place."""

from __future__ import annotations

import pytest

from hatch_oaml.terms.tags_below import TOP, TagBelow, tags_below
from tests.growing import grows_linearly

TAG = "SPDX-License-Identifier: MIT"
BELOW = "x\n" * TOP


def told(text: str) -> list[TagBelow]:
    return list(tags_below(text.encode()))


@pytest.mark.parametrize(
    "line",
    [
        f"# {TAG}",
        f"// {TAG}",
        f" * {TAG}",
        f"/* {TAG} */",
        f"<!-- {TAG} -->",
        f"-- {TAG}",
        f"REM {TAG}",
        TAG,
        f"# {TAG}\r",
    ],
)
def test_a_tag_further_down_is_told_with_its_line(line: str) -> None:
    assert [TagBelow("MIT", TOP + 1, is_quoted=False)] == told(f"{BELOW}{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        f"print('{TAG}')",
        f"# add {TAG} to each",
        f'tag = "{TAG}"',
        f"# {TAG}, or so it says",
        "# SPDX-License-Identifier:",
    ],
)
def test_what_stands_among_other_words_is_no_tag(line: str) -> None:
    assert [] == told(f"{BELOW}{line}\n")


def test_one_at_the_top_is_told_by_its_notice() -> None:
    assert [] == told(f"# {TAG}\n{BELOW}")


def test_a_snippet_s_is_told_wherever_it_stands() -> None:
    text = f"# SPDX-SnippetBegin\n# {TAG}\n# SPDX-SnippetEnd\n# SPDX-License-Identifier: ISC\n"

    assert [TagBelow("MIT", 2, is_quoted=False)] == told(text)


def test_what_is_to_be_ignored_is_quoted() -> None:
    text = f"# REUSE-IgnoreStart\n# {TAG}\n# REUSE-IgnoreEnd\n{BELOW}# {TAG}\n"

    assert [TagBelow("MIT", 2, is_quoted=True), TagBelow("MIT", TOP + 4, is_quoted=False)] == told(text)


@pytest.mark.parametrize("hostile", ["# ", "/", f"# {TAG}\n", "# SPDX-SnippetBegin\n", f"# {TAG} ("])
def test_any_text_is_read_in_linear_time(hostile: str) -> None:
    assert grows_linearly(lambda size: told(TAG + "\n" + hostile * (size // len(hostile))), 400_000)
