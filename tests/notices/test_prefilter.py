"""The quick search finds whatever looking for each needle in turn would find."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.recognition import prefilter
from hatch_oaml.recognition.prefilter import lines_with_needle, may_hold_notice
from hatch_oaml.recognition.words.needles import SIGNS, WIDE_WORDS, WORDS
from hatch_oaml.recognition.words.worthy import WORTHY
from hatch_oaml.values.decoding import decode
from tests.recognition.rows import rows

NEEDLES = (*WORDS, *SIGNS)
PIECES = st.one_of(
    st.sampled_from(NEEDLES),
    st.sampled_from(WIDE_WORDS),
    st.sampled_from([word[:-1] for word in NEEDLES]),
    st.sampled_from([word[1:] for word in NEEDLES]),
    st.sampled_from(sorted({letter for word in NEEDLES for letter in word})),
    st.text("\n \téab版", max_size=3),
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize("word", NEEDLES)
@pytest.mark.parametrize("around", [("", ""), ("x", "x"), ("c", "c"), ("\n", "\n"), ("é", "é"), ("&", "|")])
def test_every_needle_is_found_in_any_case(word: str, around: tuple[str, str]) -> None:
    for form in (word, word.upper(), word.title()):
        assert may_hold_notice(f"{around[0]}{form}{around[1]}".encode())


@pytest.mark.parametrize("word", WIDE_WORDS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_every_chinese_needle_is_found_in_any_encoding(word: str, encoding: str) -> None:
    assert may_hold_notice(f"本x{word}x".encode(encoding))


def test_the_sign_is_found_in_latin_1() -> None:
    assert may_hold_notice("é © Zoë".encode("latin-1"))


@given(TEXTS)
def test_what_holds_a_needle_is_told_so_and_what_holds_none_is_not(text: str) -> None:
    data = text.encode()

    held = any(needle.encode() in data.lower() for needle in NEEDLES)
    wide = any(needle in text for needle in WIDE_WORDS)

    assert may_hold_notice(data) or not (held or wide)
    assert may_hold_notice(data) == held or not text.isascii()


@given(TEXTS, st.sampled_from(["utf-8", "gb18030", "utf-8-sig", "utf-16"]))
def test_a_file_with_a_line_to_look_at_is_looked_at(text: str, encoding: str) -> None:
    data = text.encode(encoding)

    assert may_hold_notice(data) or not lines_with_needle(decode(data).text)  # few letters of GB 18030 may be UTF-8 too


@pytest.mark.parametrize("text", ["来源: 织机", "来源：织机", "作  者：林晚舟", "作 者: 林晚舟"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_label_whose_letters_or_colon_are_written_either_way_is_looked_at(text: str, encoding: str) -> None:
    assert may_hold_notice(text.encode(encoding))
    assert [0] == lines_with_needle(text)


@given(TEXTS)
def test_every_line_with_a_word_that_needs_nothing_behind_it_is_told(text: str) -> None:
    plain = ("copyright", "patent", "trademark", "spdx-", "rights reserved", "written by", *WIDE_WORDS)

    held = {index for index, line in enumerate(text.split("\n")) if any(word in line.lower() for word in plain)}

    assert held <= set(lines_with_needle(text))


def texts() -> list[str]:
    """Samples of all rows of needles, alone and many in one text."""
    samples = [sample.lower() for row in rows(WORTHY) for sample in (*row.yes, *row.no)]
    words = [f"a {word} b" for word in (*WORDS, *SIGNS)]
    return [*samples, *words, *("\n".join((*samples, *words)[start::17]) for start in range(17))]


def test_in_the_first_texts_is_found_what_is_found_in_all_others() -> None:
    for text in texts():
        few, many = (sorted(prefilter._offsets(text, is_one_of_few=few)) for few in (True, False))

        assert few == many
        worthy = [any(row.match(text, at) for row in prefilter._WORTHY.that_may_find(text)) for at in many]
        assert worthy == [prefilter._ANY_WORTHY.match(text, at) is not None for at in many]


class EveryText:
    """Counts each as one of the first."""

    def __contains__(self, _: str) -> bool:
        return True


@pytest.mark.parametrize("few", [EveryText(), ()], ids=["the first", "the others"])
def test_the_first_files_may_hold_what_all_others_may(
    monkeypatch: pytest.MonkeyPatch, few: EveryText | tuple[()]
) -> None:
    monkeypatch.setattr(prefilter, "_FEW_BYTES", few)

    found = [may_hold_notice(text.encode()) for text in texts()]

    assert [any(word in text for word in NEEDLES) or not text.isascii() for text in texts()] == found
