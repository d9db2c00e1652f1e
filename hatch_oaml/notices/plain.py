"""Notices in prose of any kind, and in files of which nothing is known; those that are made of rows are data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._card_names import is_card
from hatch_oaml.notices._card_sections import of_card
from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._outlines import of_asciidoc, of_restructured
from hatch_oaml.notices._rows import has_many_lines, has_no_gaps, head, header, is_table, is_talk, is_word_list
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_VOCABULARY = expression(
    r"(?:.*/)?(?:(?:vocab(?:ulary|s)?|merges|tokens|dict(?:ionary)?|word[-_]?list|words|lexicon|phones|units|labels|classes|categories"
    r"|synsets?)(?:[-_.][^/]*)?\.txt|[^/]*[-_.](?:vocab|merges|bpe|codes|lexicon|dict)(?:\.txt)?)$",
    re.IGNORECASE,
)
_CORPUS = expression(
    r"(?:.*/)?(?:[^/]*[-_.])?(?:train(?:ing)?|valid(?:ation)?|val|dev|test|eval|corpus|corpora|sentences?|dialog(?:ue)?s?|conversations?|chats?"
    r"|utterances?|transcripts?|wiki|wikitext|text8|enwik[89]|queries|passages|prompts|src|tgt)"
    r"(?:[-_.][^/]*)?\.(?:txt|text|raw|tokens|tok|src|tgt|[a-z]{2})$"
    r"|(?:.*/)?(?!readme)[^/]*\.utf-?8$",
    re.IGNORECASE,
)
"""By what such files are called; with the encoding for a suffix, those of the bakeoffs of SIGHAN."""
_ASCIIDOC = (".adoc", ".asciidoc", ".asc")
_TITLE = 3
"""Lines that may be of the file, and not the first of its rows."""
_IN_DATA = expression(r"(?:.*/)?(?:data|datasets?|corpus|corpora)/(?!(?:.*/)?readme)", re.IGNORECASE)


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    if _VOCABULARY.match(path):
        return (Passage(text=header(text)),)
    if is_talk(text) or _CORPUS.match(path) or (_IN_DATA.match(path) and has_many_lines(text)):
        return (Passage(text=head(text)),)
    if is_table(text) or is_word_list(text):
        return (Passage(text=header(text)),)
    if path.lower().endswith((".txt", ".text")) and has_no_gaps(text):
        return (Passage(text=header(text) or "\n".join(text.split("\n", _TITLE)[:_TITLE])),)
    if is_card(path):
        return tuple(of_card(text, of_asciidoc if path.lower().endswith(_ASCIIDOC) else of_restructured))
    return (Passage(text=text),)


def _is_vocabulary(path: ArchivePath) -> bool:
    return _VOCABULARY.match(path) is not None


SOURCE = NoticeSource(
    name="plain",
    suffixes=frozenset({"", ".txt", ".text", ".tex", ".license"}),
    read_text=_read,
    may_be_notice_file=True,
    reads_cards=True,
    is_told_by_its_beginning=_is_vocabulary,
)
