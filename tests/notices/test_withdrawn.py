"""A notice that is struck out, denied or out of sight is told apart from one that holds."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly
from tests.shipping import judged

NOTICE = "Copyright 2022 Cedar Docs Team Inc."


def visibilities(path: str, text: str) -> set[str]:
    return {notice.visibility for notice in extract(archive_path(path), text.encode()).notices if "2022" in notice.text}


DENIED = {
    "This is not Copyright 2022 Cedar Docs Team Inc.": "This is not all. Copyright 2022 Cedar Docs Team Inc.",
    "The following claim is false and has been withdrawn: Copyright 2022 Cedar Docs Team Inc.": (
        "The following notices are kept whole: Copyright 2022 Cedar Docs Team Inc."
    ),
    "It is not true that this includes work of Copyright 2022 Cedar Docs Team Inc.": (
        "It is true that this is Copyright 2022 Cedar Docs Team Inc."
    ),
    "Please disregard the following notice: Copyright 2022 Cedar Docs Team Inc.": (
        "Do not ignore errors. Copyright 2022 Cedar Docs Team Inc."
    ),
    "Copyright 2022 Cedar Docs Team Inc. This notice is void.": (
        "Copyright 2022 Cedar Docs Team Inc. This notice is kept."
    ),
    "Copyright 2022 Cedar Docs Team Inc. (withdrawn)": "Copyright 2022 Cedar Docs Team Inc. (authors)",
    "This is no longer true: Copyright 2022 Cedar Docs Team Inc.": "This is true: Copyright 2022 Cedar Docs Team Inc.",
    "We do not recognise this claim: Copyright 2022 Cedar Docs Team Inc.": (
        "We acknowledge: Copyright 2022 Cedar Docs Team Inc."
    ),
    f"This was formerly {NOTICE}": f"The former project. {NOTICE}",
    f"{NOTICE} does not apply.": f"{NOTICE} applies.",
    f"{NOTICE} The above claim no longer holds.": f"{NOTICE} The above claim holds.",
    "以下说明不属实：版权所有 (c) 2022 云梭科技有限公司": "以下说明属实：版权所有 (c) 2022 云梭科技有限公司",
    "本文件并非版权所有 (c) 2022 云梭科技有限公司": "本文件是版权所有 (c) 2022 云梭科技有限公司",
    "以下声明不实，现予撤回：版权所有 (c) 2022 云梭科技有限公司": (
        "以下声明完整保留：版权所有 (c) 2022 云梭科技有限公司"
    ),
    "请忽略以下声明：版权所有 (c) 2022 云梭科技有限公司": "请勿忽视许可证。版权所有 (c) 2022 云梭科技有限公司",
    "版权所有 (c) 2022 云梭科技有限公司。上述声明已作废。": "版权所有 (c) 2022 云梭科技有限公司。上述声明须保留。",
    f"Removed: {NOTICE}": f"Removed code: {NOTICE}",
    f"Deleted notice: {NOTICE}": f"Notice: {NOTICE}",
    f"Superseded: {NOTICE}": f"Superseded in part by what follows. {NOTICE}",
    f"Formerly: {NOTICE}": f"Formerly known as Cedar. {NOTICE}",
    f"Was: {NOTICE}": f"The original notice was: {NOTICE}",
    f"No longer: {NOTICE}": f"No longer maintained: {NOTICE}",
    f"Old notice, no longer valid: {NOTICE}": f"Old notice, still valid: {NOTICE}",
    f"Not applicable: {NOTICE}": f"Applicable: {NOTICE}",
    f"Fake: {NOTICE}": f"Fake data generator: {NOTICE}",
    f"Do not keep: {NOTICE}": f"Do not remove: {NOTICE}",
    f"Example of a notice we do not claim: {NOTICE}": f"Example of a notice: {NOTICE}",
    f'This is NOT under the notice "{NOTICE}"': f'This is under the notice "{NOTICE}"',
    f"作废：{NOTICE}": f"声明：{NOTICE}",
    f"以下声明为误：{NOTICE}": f"以下声明为准：{NOTICE}",
    f"原声明（已撤销）：{NOTICE}": f"原声明（保留）：{NOTICE}",
    f"無効：{NOTICE}": f"有効：{NOTICE}",
    f"무효: {NOTICE}": f"유효: {NOTICE}",
    f"Ungültig: {NOTICE}": f"Gültig: {NOTICE}",
    f"Nul et non avenu : {NOTICE}": f"Annexe : {NOTICE}",
    f"Anulado: {NOTICE}": f"Anuncio: {NOTICE}",
    f"Annullato: {NOTICE}": f"Annotato: {NOTICE}",
}
"""What takes a notice back → what is like it and does not."""


@pytest.mark.parametrize("text", DENIED)
def test_words_that_take_a_notice_back_are_told_from_words_like_them(text: str) -> None:
    assert {"withdrawn"} == visibilities("README.md", text)
    assert {"open"} == visibilities("README.md", DENIED[text])


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


@pytest.mark.parametrize("text", [f"# ~~{NOTICE}~~", f"# <s>{NOTICE}</s>", f"// <del>{NOTICE}</del>"])
def test_what_nothing_renders_is_struck_out_all_the_same(text: str) -> None:
    assert {"withdrawn"} == visibilities("a.py" if text.startswith("#") else "a.c", f"{text}\nx = 1\n")
    assert {"withdrawn"} == visibilities("a.txt", text.lstrip("#/ "))


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


@pytest.mark.parametrize("sign", ["<s>", "~~a ", "<p style='line-through'>"])
def test_signs_that_nothing_closes_are_read_in_linear_time(sign: str) -> None:
    assert grows_linearly(lambda count: visibilities("README.md", f"{sign * count}\n\n{NOTICE}"), 12_000)
