"""A notice that is struck out, denied or out of sight is told apart from one that holds."""

from __future__ import annotations

import time

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.recognition.denials import DENIALS, Denial
from hatch_oaml.values.paths import archive_path
from tests.shipping import judged

NOTICE = "Copyright 2022 Cedar Docs Team Inc."


def visibilities(path: str, text: str) -> set[str]:
    return {notice.visibility for notice in extract(archive_path(path), text.encode()).notices if "2022" in notice.text}


@pytest.mark.parametrize("row", DENIALS, ids=lambda row: f"{row.language}: {row.yes[:40]}")
def test_words_that_take_a_notice_back_are_told_from_words_like_them(row: Denial) -> None:
    assert {"withdrawn"} == visibilities("README.md", row.yes)
    assert {"open"} == visibilities("README.md", row.no)


def test_each_language_has_words_at_each_place() -> None:
    places = {"before", "leading", "behind"}

    assert places == {row.place for row in DENIALS if row.language == "en"}
    assert places == {row.place for row in DENIALS if row.language == "zh"}


STRUCK = [
    f"~~{NOTICE}~~",
    f"~{NOTICE}~",
    f"<s>{NOTICE}</s>",
    f"<DEL cite='x'>\n{NOTICE}\n</DEL>",
    f"<strike>{NOTICE}</strike>",
    f'<p style="text-decoration: line-through">{NOTICE}</p>',
]


@pytest.mark.parametrize("text", STRUCK)
@pytest.mark.parametrize("path", ["README.md", "NOTICE", "NOTICE.md", "COPYRIGHT.html", "docs/page.html"])
def test_a_notice_that_is_struck_out_is_withdrawn(path: str, text: str) -> None:
    assert {"withdrawn"} == visibilities(path, f"{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        f"A text begins with `<s>` and ends with `</s>`.\n\n{NOTICE}\n\n`</s>`",
        f"```\n<s>[INST]\n```\n\n{NOTICE}\n\n```\n</s>\n```\n",
        f"A tag <s> that nothing closes.\n\n{NOTICE}",
        f"about ~5 GB and ~/models\n{NOTICE}\nor ~ 6 GB",
        f"```\n~~\n```\n{NOTICE}\n```\n~~\n```",
    ],
)
def test_signs_that_strike_nothing_out_leave_a_notice_open(text: str) -> None:
    assert {"open"} == visibilities("README.md", text)


@pytest.mark.parametrize("path", ["NOTICE", "NOTICE.md", "NOTICE.html", "AUTHORS.md", "LICENSES/x.md"])
def test_a_comment_in_a_notice_file_is_hidden(path: str) -> None:
    assert {"hidden"} == visibilities(path, f"Notices\n\n<!-- {NOTICE} -->\n")


def test_a_denial_may_stand_in_the_paragraph_above() -> None:
    assert {"withdrawn"} == visibilities("README.md", f"The following notice is void:\n\n{NOTICE}\n")
    assert {"open"} == visibilities("README.md", f"The following notice is kept:\n\n{NOTICE}\n")


@pytest.mark.parametrize("text", [*STRUCK, f"This is no longer {NOTICE}", f"<!-- {NOTICE} -->"])
def test_what_was_open_in_the_base_is_not_kept_so(text: str) -> None:
    base, release = {"README.md": f"# Kelp\n\n{NOTICE}\n"}, {"README.md": f"# Kelp\n\n{text}\n"}

    retention = judged(base, release)

    assert [NOTICE] == [altered.notice.text for altered in retention.altered]


@pytest.mark.parametrize("text", [*STRUCK, f"This is no longer {NOTICE}"])
def test_what_the_base_itself_has_so_stays_as_it_was(text: str) -> None:
    base = {"README.md": f"# Kelp\n\n{text}\n"}

    retention = judged(base, {"README.md": f"# Kelp 2\n\n{text}\n"})

    assert ((), ()) == (retention.altered, retention.dropped)


@pytest.mark.parametrize("text", ["<s>" * 40_000, "~~a " * 40_000, "<p style='line-through'>" * 10_000])
def test_signs_that_nothing_closes_are_read_in_linear_time(text: str) -> None:
    began = time.process_time()
    visibilities("README.md", f"{text}\n\n{NOTICE}")

    assert time.process_time() - began < 5
