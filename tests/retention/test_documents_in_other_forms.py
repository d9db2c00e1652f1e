"""A document that was converted, renamed or wrapped otherwise takes its notices with it."""

from __future__ import annotations

import html
import io
import json
import textwrap
import zipfile
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.notices._sentences import in_sentences
from tests.growing import grows_linearly
from tests.shipping import judged, lost

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HOLDER = "Copyright 2021 Dogwood Code GmbH"
ENGLISH = [
    "The lantern is trimmed before the tide turns. Its wick isn't cut — it is drawn out by a thumb's breadth, and “no more”.",
    "A second keeper reads the glass each hour and writes into the book what the sea has told. He signs below.",
    "Oil is brought up the stairs at noon, when the lamp is cold, in cans of five litres that are numbered.",
    "The clockwork runs for seven hours. Who winds it too early tears the cord; who winds it too late stops the light.",
    "In fog the horn is sounded thrice in every minute, whatever the hour, until both headlands can be seen again.",
    "Visitors are shown the gallery & the stair. They are not shown the store, and none of them goes up alone.",
]
CHINESE = [
    "灯芯须在潮水转向之前修剪。修剪时不得剪断，只可抽出一指宽。",
    "第二名守灯人每小时察看一次玻璃，并将海况写入簿册。随后在下方签名。",
    "灯油须在正午灯冷之时，以编号的五升油桶运上楼梯。",
    "钟机可运行七小时。上弦过早会扯断绳索，过晚则灯会停转。",
    "有雾之时，无论何时，每分钟鸣号三次，直至两岬重新可见。",
    "访客可以参观回廊与楼梯。不得参观库房，也不得独自登塔。",
]
OTHER = [
    "Bread is set to rise in the evening. The dough rests below a cloth, and nobody opens the door of the room.",
    "The oven is heated with beech for two hours, and swept with a wet broom before the first loaf goes in.",
    "Rye wants more water than wheat does. Who doubts this may weigh both after they have been baked.",
    "Loaves are turned once. Those at the back are darker, and are sold first to whoever likes them so.",
    "Salt is bought in spring, when the road is dry again, and kept in the loft above the chimney.",
    "Apprentices sweep the floor. They are paid on Saturdays, and are given two loaves for the Sunday.",
]


def plain(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def one_line_each(paragraphs: Sequence[str]) -> str:
    return "\n".join(f"{text}\n" if text == HOLDER else text for text in paragraphs) + "\n"


def wrapped(paragraphs: Sequence[str]) -> str:
    """Where a line may end: in Chinese anywhere, but not within a link."""
    return plain([text if "://" in text and not text.isascii() else textwrap.fill(text, 50) for text in paragraphs])


def typed(paragraphs: Sequence[str]) -> str:
    """With what a keyboard has."""
    return plain(paragraphs).translate({ord("“"): '"', ord("”"): '"', ord("—"): "---", ord("’"): "'"})


def marked(paragraphs: Sequence[str], mark: Callable[[str], str]) -> list[str]:
    return [text if text == HOLDER else mark(text) for text in paragraphs]


def markdown(paragraphs: Sequence[str]) -> str:
    items = marked(paragraphs[:3], lambda text: f"- **{text[:3]}**{text[3:]}")
    linked = marked(paragraphs[3:], lambda text: f"[{text[:9]}](https://lantern.example/a_b){text[9:]}")
    return "# Keeping the light\n\n" + wrapped([*items, *linked])


def restructured(paragraphs: Sequence[str]) -> str:
    links = marked(paragraphs, lambda text: f"`{text[:4]} <https://lantern.example>`_{text[4:]}")
    return "Keeping the light\n=================\n\n" + wrapped(links)


def page(paragraphs: Sequence[str]) -> str:
    texts = marked(paragraphs, lambda text: f"<em>{html.escape(text[:5])}</em>{html.escape(text[5:])}")
    body = "".join(f'  <p class="a">{text}</p>\n' for text in texts)
    return f"<!doctype html>\n<html>\n<head><title>Keeping the light</title></head>\n<body>\n{body}</body>\n</html>\n"


def page_in_one_line(paragraphs: Sequence[str]) -> str:
    items = marked(paragraphs, lambda text: f"<li>{html.escape(text)}</li>")
    return "<html><body><ul>" + "".join(items).replace(HOLDER, f"<li>{HOLDER}</li>\n\n") + "</ul></body></html>"


def notebook(paragraphs: Sequence[str]) -> str:
    cells = [{"cell_type": "markdown", "metadata": {}, "source": [markdown(paragraphs)]}]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def zipped(parts: Mapping[str, str]) -> bytes:
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, text)
        return target.getvalue()


def word(paragraphs: Sequence[str]) -> bytes:
    body = "".join(
        f"<w:p><w:r><w:t>{html.escape(text[:20])}</w:t></w:r><w:r><w:t>{html.escape(text[20:])}</w:t></w:r></w:p>"
        for text in paragraphs
    )
    return zipped(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>"}
    )


def slides(paragraphs: Sequence[str]) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            **{
                f"ppt/slides/slide{number}.xml": f"<p:sld><a:p><a:r><a:t>{html.escape(text)}</a:t></a:r></a:p></p:sld>"
                for number, text in enumerate(paragraphs, 1)
            },
        }
    )


def open_document(paragraphs: Sequence[str]) -> bytes:
    body = "".join(f"<text:p>{html.escape(text)}</text:p>" for text in paragraphs)
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:body><office:text>{body}</office:text></office:body>",
        }
    )


FORMS: dict[str, Callable[[Sequence[str]], str | bytes]] = {
    "keeping.txt": plain,
    "keeping-2.txt": one_line_each,
    "wrapped.txt": wrapped,
    "typed.text": typed,
    "guide.md": markdown,
    "guide.rst": restructured,
    "docs/guide.html": page,
    "site.htm": page_in_one_line,
    "guide.ipynb": notebook,
    "guide.docx": word,
    "talk.pptx": slides,
    "guide.odt": open_document,
    "MANUAL": plain,
    "manual.gb.txt": lambda paragraphs: typed(paragraphs).encode("gb18030"),
}


@pytest.mark.parametrize("paragraphs", [ENGLISH, CHINESE], ids=["English", "Chinese"])
@pytest.mark.parametrize("origin", FORMS)
def test_a_notice_that_was_left_out_on_the_way_is_missed(origin: str, paragraphs: list[str]) -> None:
    base = {origin: FORMS[origin]([HOLDER, *paragraphs])}

    assert {f"new/{path}": [HOLDER] for path in FORMS} == {
        f"new/{path}": lost(judged(base, {f"new/{path}": form(paragraphs)})) for path, form in FORMS.items()
    }


@pytest.mark.parametrize("origin", FORMS)
def test_a_notice_that_was_taken_along_is_kept(origin: str) -> None:
    base = {origin: FORMS[origin]([HOLDER, *ENGLISH])}

    assert {path: [] for path in FORMS} == {
        path: lost(judged(base, {f"new/{path}": form([*ENGLISH, HOLDER])})) for path, form in FORMS.items()
    }


@pytest.mark.parametrize("origin", FORMS)
def test_another_document_took_nothing(origin: str) -> None:
    base = {origin: FORMS[origin]([HOLDER, *ENGLISH])}

    assert {path: [] for path in FORMS} == {
        path: lost(judged(base, {f"new/{path}": form([*OTHER, ENGLISH[0]])})) for path, form in FORMS.items()
    }


PROGRAM = """\
#include <stdio.h>

int main(void) {
    int lamps[4] = {0, 1, 2, 3};
    for (int i = 0; i < 4; i++)
        printf("%d\\n", lamps[i] * light_of(i));
    return 0;
}
"""


def test_lines_of_a_program_stay_as_they_are() -> None:
    assert [line for line in PROGRAM.splitlines() if "{" in line or ";" in line] == [
        line for line in in_sentences(PROGRAM.encode()).decode().splitlines() if "{" in line or ";" in line
    ]


def test_a_fence_stays_as_it_is_and_what_is_around_it_does_not() -> None:
    text = "Run **this** and\nthen that. Now.\n\n```sh\npip install *lanterns*\n```\n\nIt `is` done.\n"

    expected = ["Run this and then that.", "Now.", "pip install *lanterns*", "It is done."]
    assert expected == in_sentences(text.encode()).decode().splitlines()


def test_marks_alone_are_told_where_they_hold_a_word() -> None:
    text = "Title\n=====\n\n<div class='lamp'>\n<p>Of the lamp &amp; its\nglass.</p>\n| one cell | two cells |\n"

    expected = ["Title", "<div class='lamp'>", "Of the lamp & its glass.", "one cell", "two cells"]
    assert expected == in_sentences(text.encode()).decode().splitlines()


def test_an_entity_that_is_a_line_feed_is_no_line() -> None:
    assert b"Oil is brought up the stairs." == in_sentences(b"Oil is brought&#10;up the stairs.")


@pytest.mark.parametrize(
    "sign", ["[", "![", "[a](", "<a", "`", "`a <", "_", "*", "<!--", ".", "| ", "- ", "&", ":a", "。"]
)
def test_signs_that_nothing_closes_are_read_in_linear_time(sign: str) -> None:
    assert grows_linearly(lambda count: in_sentences((sign * count).encode()), 20_000)
