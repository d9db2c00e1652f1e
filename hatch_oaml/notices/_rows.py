"""Tells data from documents: in data a notice stands in the file's own header or in a notice field, and never in a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

IS_NOTICE_FIELD = expression(
    r"[_@]{0,8}(?:\w+[.:])*(?:copyrights?|licen[sc]es?|notices?|patents?|trademarks?|rights|attributions?|credits?"
    r"|版权|版權|著作权|许可证?|声明)(?:[_-]\w+|(?-i:[A-Z])\w*)?$",
    re.IGNORECASE,
)
"""What a key or a column is called that says whose a row is."""
HOLDS_WORDS = expression(
    r"(?:id2label|label2id|added_tokens\w*|\w*special_tokens\w*|vocab(?:ulary)?|merges)$", re.IGNORECASE
)
"""What a key is called whose values are words of a model."""
HOLDS_SAMPLES = expression(
    r"(?:labels|class(?:es|_?names)|categories|\w*few_?-?shots?(?:_\w+)?|\w*examples?|samples|demonstrations|dialogu?es|conversations)$",
    re.IGNORECASE,
)
"""What a key is called whose list holds words or samples."""
IS_TOKEN = expression(r"(?:bos|eos|pad|unk|cls|sep|mask)_token$")
"""What a key is called whose value is a word of a model."""
_TRANSLATION = expression(
    r"(?:.*/)?(?:locales?|i18n|l10n|intl|lang|languages?|translations?)/(?:.*/)?[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*(?:[./][^/]*)?"
    r"\.(?:ya?ml|json|properties|toml|ini)$",
    re.IGNORECASE,
)
_COMMENT = expression(r"\s*(?:#|//|;|--|%|@[a-z]+\s)")
_BLOCK = expression(r"\s*/\*")
_LOOKED_AT = 400
"""Lines that tell what a file is."""
_LEAST_WORDS = 5
"""Fewer lines of one word each may be a heading and a name."""
_LEAST_ROWS = 50
_LEAST_TURNS = 10
_NEARLY_ALL = 0.95
_HARDLY_A_GAP = 0.98
_LONGEST_HEAD = 20
_TURN = expression(r"\s*[\[(<]?(?P<who>[^\s:：][^:：]{0,19})[\])>]?\s*[:：]\s*\S")
_ENDS_OF_SENTENCES = tuple(".!?。！？…\"'”」)")


def is_translation(path: str) -> bool:
    """Does the file hold the words of a program's window in one language, `author: Autor` among them?"""
    return _TRANSLATION.match(path) is not None


def header(text: str) -> str:
    """The comments and tags, and the empty lines among them, with which `text` begins."""
    return "\n".join(_comments(text))


def head(text: str) -> str:
    """As `header`; where there is none, the paragraphs of a few lines that stand apart, before anyone speaks."""
    comments = header(text)
    if comments.strip():
        return comments
    lines = text.rstrip().split("\n", _LONGEST_HEAD)[:_LONGEST_HEAD]
    spoken = next((index for index, line in enumerate(lines) if _TURN.match(line)), len(lines))
    apart = max((index for index, line in enumerate(lines[:spoken]) if not line.strip()), default=0)
    return "\n".join(lines[:apart])


def _comments(text: str) -> Iterator[str]:
    inside = False
    for line in text.split("\n"):
        inside = inside or _BLOCK.match(line) is not None
        if line.strip() and not (inside or _COMMENT.match(line)):
            return
        yield line
        inside = inside and "*/" not in line


def is_talk(text: str) -> bool:
    """Is `text` made of turns of a talk, or of one sentence a line?"""
    return _is_dialogue(text) or _is_sentence_list(text)


def is_table(text: str) -> bool:
    """Are all lines of `text` rows of as many columns, parted by tabs, or of many rows by blanks?"""
    lines = [*_content(text)]
    indented = all(line.startswith("\t") for line in lines)
    tabs = [(line.lstrip("\t") if indented else line).count("\t") for line in lines]
    if len(tabs) > 1 and min(tabs) == max(tabs) > 0:
        return True
    words = [len(line.split()) for line in lines]
    return len(words) >= _LEAST_ROWS and max(words) > 1 and _share(count == words[-1] for count in words) >= _NEARLY_ALL


def is_word_list(text: str) -> bool:
    """Is nearly each line of `text` one word: a vocabulary?"""
    lines = [*_content(text)]
    return len(lines) >= _LEAST_WORDS and _share(len(line.split()) == 1 for line in lines) >= _NEARLY_ALL


def _is_dialogue(text: str) -> bool:
    """Does nearly each line begin with one of a few who speak?"""
    lines = [*_content(text)]
    said = [turn["who"].casefold() for line in lines if (turn := _TURN.match(line))]
    few = len(set(said)) <= max(2, len(said) // 5)
    return len(lines) >= _LEAST_TURNS and few and len(said) >= _NEARLY_ALL * len(lines)


def _is_sentence_list(text: str) -> bool:
    """Are there many lines without a gap, nearly each of them a whole sentence?"""
    body = text[len(header(text)) :].strip("\n")
    lines = body[: _LOOKED_AT * 200].split("\n")[:_LOOKED_AT]
    if len(lines) < 2 * _LEAST_ROWS or _share(not line.strip() for line in lines) > 1 - _NEARLY_ALL:
        return False
    return _share(line.rstrip().endswith(_ENDS_OF_SENTENCES) for line in lines) >= _NEARLY_ALL


def has_many_lines(text: str) -> bool:
    return sum(1 for _ in _content(text)) >= 2 * _LEAST_ROWS


def has_no_gaps(text: str) -> bool:
    """Are there many lines, and hardly an empty one? What people write for readers has paragraphs."""
    body = text[len(header(text)) :].strip()
    lines = body[: _LOOKED_AT * 200].split("\n")[:_LOOKED_AT]
    return len(lines) >= 3 * _LEAST_ROWS and _share(bool(line.strip()) for line in lines) >= _HARDLY_A_GAP


def _share(answers: Iterator[bool]) -> float:
    told = [*answers]
    return sum(told) / len(told) if told else 0.0


def _content(text: str) -> Iterator[str]:
    body = text[len(header(text)) :]
    looked = body[: _LOOKED_AT * 200].split("\n")[:_LOOKED_AT]
    return (line.strip("\r ") for line in looked if line.strip())
