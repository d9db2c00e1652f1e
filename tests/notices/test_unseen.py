"""What a page or a card hides keeps no notice that stood open, and what it shows does."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly
from tests.shipping import judged

NOTICE = "Copyright 2022 Cedar Docs Team Inc."


def visibilities(path: str, text: str) -> set[str]:
    found = extract(archive_path(path), text.replace("{}", NOTICE).encode()).notices
    return {notice.visibility for notice in found if "2022" in notice.text}


UNSEEN = {
    "<dialog>{}</dialog>": "<dialog open>{}</dialog>",
    '<input type=hidden value="{}">': '<input type="text" value="{}">',
    '<param value="{}">': '<input placeholder="{}">',
    "<datalist><option>{}</option></datalist>": "<select><option>{}</option></select>",
    "<canvas>{}</canvas>": "<figure>{}</figure>",
    "<div hidden><div>a</div>{}</div>": "<div><div hidden>a</div>{}</div>",
    "<p\n  hidden>{}</p>": "<p\n  title=hidden>{}</p>",
    "<p title='>' hidden>{}</p>": "<p title=' hidden '>{}</p>",
    "<p hidden>a {}": "<p hidden>a<p>{}",
    "<div hidden/>{}": "<div hidden></div>{}",
    "<div popover id=x>{}</div>": "<button popovertarget=x>a</button><div popover id=x>{}</div>",
    "<p style=display:none>{}</p>": "<p style=display:block>{}</p>",
    '<p style="display:block;display:none!important;display:block">{}</p>': '<p style="display:none;display:block">{}</p>',
    '<p style="text-indent:-9999px">{}</p>': '<p style="text-indent:-2em">{}</p>',
    '<p style="clip:rect(0,0,0,0)">{}</p>': '<p style="clip:auto">{}</p>',
    '<p style="max-height:0;overflow:hidden">{}</p>': '<p style="max-height:9em;overflow:hidden">{}</p>',
    '<p style="transform:scale(0)">{}</p>': '<p style="transform:scale(0.5)">{}</p>',
    '<div style="visibility:hidden"><p>{}</p></div>': (
        '<div style="visibility:hidden"><p style="visibility:visible">{}</p></div>'
    ),
    '<div style="font-size:1px"><p>{}</p></div>': '<div style="font-size:0"><p style="font-size:12px">{}</p></div>',
    '<p style="color:#fefefe">{}</p>': '<p style="color:#aaa">{}</p>',
    '<p style="color:rgba(0,0,0,0)">{}</p>': '<p style="color:rgba(0,0,0,.5)">{}</p>',
    '<font color="white">{}</font>': '<font color="white"><b style="color:red">{}</b></font>',
    '<div style="background:#111"><p style="color:black">{}</p></div>': (
        '<div style="background:#111"><p style="color:white">{}</p></div>'
    ),
    '<div style="background:#fff"><p style="color:white">{}</p></div>': (
        '<div style="background:url(a.png)"><p style="color:white">{}</p></div>'
    ),
    "<style>.x{display:none}</style><p class='a x'>{}</p>": "<style>.x{display:none}</style><p class='a'>{}</p>",
    "<style>#x{visibility:hidden}</style><p id=x>{}</p>": "<style>#x{visibility:hidden}</style><p id=y>{}</p>",
    "<style>p.x, b{font-size:0}</style><p class=x>{}</p>": "<style>b.x{font-size:0}</style><p class=x>{}</p>",
    "<style>.a .x{opacity:0}</style><p class=a><b class=x>{}</b></p>": (
        "<style>.a .x{opacity:0}</style><p class=b><b class=x>{}</b></p>"
    ),
    "<style>@media screen{.x{left:-9999px}}</style><p class=x>{}</p>": (
        "<style>@media print{.x{display:none}}</style><p class=x>{}</p>"
    ),
    "<style>/* a */ .x{display:none; & b{color:red}}</style><p class=x>{}</p>": (
        "<style>/* .x{display:none} */</style><p class=x>{}</p>"
    ),
    "<style>.x{display:none}</style><p class='x on'>{}</p>": (
        "<style>.x.on{display:block}.x{display:none}</style><p class='x on'>{}</p>"
    ),
    "<style>.x{color:#eee;background:#fff}</style><p class=x>{}</p>": (
        "<style>body{background:#222;color:#eee}</style><p class=x>{}</p>"
    ),
    "<p class=x>{}</p><style>.x{display:none}</style>": "<p class=x>{}</p><style>.x:hover{display:none}</style>",
    '<svg display="none"><text>{}</text></svg>': '<svg display="inline"><text>{}</text></svg>',
    '<svg><g visibility="hidden"><text>{}</text></g></svg>': '<svg fill="none"><text fill="black">{}</text></svg>',
    '<svg><text fill="none">{}</text></svg>': '<svg><text fill="none" stroke="black">{}</text></svg>',
    "<svg><defs><text>{}</text></defs></svg>": '<svg><defs><text id="x">{}</text></defs><use href="#x"/></svg>',
}
"""What hides a notice → what is like it and does not."""


@pytest.mark.parametrize("path", ["README.md", "docs/use.md", "a.html", "NOTICE.md", "COPYRIGHT.html"])
@pytest.mark.parametrize("text", UNSEEN)
def test_what_a_page_hides_is_told_from_what_it_shows(path: str, text: str) -> None:
    assert ({"hidden"}, {"open"}) == (visibilities(path, text), visibilities(path, UNSEEN[text]))


@pytest.mark.parametrize(
    "text",
    [
        "<details><summary>Legal</summary>{}</details>",
        '<p aria-hidden="true">{}</p>',
        "<title>{}</title>",
        '<meta name="copyright" content="{}">',
        "<svg><desc>{}</desc></svg>",
        "<svg><metadata>{}</metadata></svg>",
        "<style>@media (prefers-color-scheme: dark){body{background:#000;color:#fff}}</style><p>{}</p>",
        "<style>code{white-space: pre-wrap;} .hang{text-indent:-2em} a::before{color:white}</style><p>{}</p>",
    ],
)
def test_what_a_click_or_a_window_shows_is_open(text: str) -> None:
    assert {"open"} == visibilities("a.html", text)


OF_MARKDOWN = {
    "![{}](a.png)": "[{}](a.html)",
    '[x](a.html "{}")': "x (a.html, {})",
    '[x]: <> "{}"': "[x]: {}",
    '[x]: https://a.example "{}"': "[x]: https://a.example\n\n{}",
    "  [//]: # ({})": "\\[//]: {}",
    "> [note]: # ({})": "> {}",
    "[x]:\n  https://a.example\n  '{}'": "[x]:\n  https://a.example\n\n{}",
    "[^1]: {}": "text[^1]\n\n[^1]: {}",
    "*[CDT]: {}": "* [CDT]: {}",
    "{::comment}\n{}\n{:/comment}": "{: .note}\n{}",
    "{% comment %}\n{}\n{% endcomment %}": "{% include a %}\n{}",
    "<!-- `a` {} -->": "Write `<!--` for a comment.\n\n{}",
    "<div>\n`<b hidden>`{}</b></div>": "Write `<b hidden>` to hide.\n\n{}",
    "```\na\n```\n<p hidden>{}</p>": "```html\n<template>\n<!--\n```\n\n{}",
    "<p hidden>\n\n```\n{}\n```\n\n</p>": "```html\n<p hidden>{}</p>\n```",
}


@pytest.mark.parametrize("path", ["README.md", "docs/use.md", "NOTICE.md"])
@pytest.mark.parametrize("text", OF_MARKDOWN)
def test_what_markdown_does_not_render_is_told_from_what_it_shows(path: str, text: str) -> None:
    assert ({"hidden"}, {"open"}) == (visibilities(path, text), visibilities(path, OF_MARKDOWN[text]))


@pytest.mark.parametrize(
    "text", ["<dialog>{}</dialog>", '[x]: <> "{}"', "<style>.x{display:none}</style><p class=x>{}"]
)
def test_a_notice_does_not_go_out_of_sight_and_one_that_was_stays_there(text: str) -> None:
    shown, unseen = f"# Kelp\n\n{NOTICE}\n", f"# Kelp\n\n{text.replace('{}', NOTICE)}\n"

    moved = judged({"README.md": shown}, {"README.md": unseen})
    stayed = judged({"README.md": unseen}, {"README.md": f"{unseen}\nMore.\n"})
    shown_now = judged({"README.md": unseen}, {"README.md": shown})

    assert [NOTICE] == [altered.notice.text for altered in moved.altered]
    assert [((), ()), ((), ())] == [(one.altered, one.dropped) for one in (stayed, shown_now)]


def test_a_notice_of_several_lines_is_told_on_the_lines_where_it_stands() -> None:
    text = f"# A\n\n[x]:\n  https://a.example\n  'a'\n\n<p\n hidden>\n{NOTICE}\n</p>\n\n![a](b)\n{NOTICE}\n"

    assert [(9, "hidden"), (13, "open")] == [
        (notice.line, notice.visibility) for notice in extract(archive_path("docs/a.md"), text.encode()).notices
    ]


@pytest.mark.parametrize(
    "piece",
    [
        *("<p hidden>", "<a '\"", "<style>.x{", "<style>/*", "<p class=x>", "<li hidden>", "`", "> ```", '[x]: a "'),
        *("[^x]: a\n", '](a "', "{::comment}", "*[a]: ", "<script>", "[a]: b (()", "<div>\n`a` ", "<div>"),
        *("<style>.x{color:#fff}</style><p class=x>", "<x style='transform:" + "translate(" * 40, "{% comment"),
    ],
)
def test_what_hides_is_read_in_linear_time(piece: str) -> None:
    assert grows_linearly(lambda count: visibilities("docs/a.md", f"{piece * count}\n\n{{}}"), 6000)
