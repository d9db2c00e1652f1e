"""Samples the lines of a text, so that a renamed file can be told from a new one without the text."""

from __future__ import annotations

import re
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from hatch_oaml.recognition.words.code import COMMON
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.fingerprints import SAMPLE, WHOLE, fingerprint
from hatch_oaml.values.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.fingerprints import Fingerprint

_SHORT = 12
_WHOLES = range(32, 4096)
"""Bytes: what is all alike in less may be so by chance, and more is not short."""
_HEAD = 1 << 20
"""Bytes of a file that are looked at: beyond them a large file is told by its beginning. Programs are smaller, data need not be."""
_LONGEST = 1 << 16
"""Bytes of a line that somebody reads."""
_LEAST = 12
"""Shorter lines are everywhere."""
_SPACE = rb"(?=(\s*))\1"
"""All there is, and never less."""
_COMMENT = rb"/\*.*?\*/|<!--.*?-->"
_COMMENT_LINES = rb"(?:[ \t]*(?:#|//|--|;|%|\*)[^\n]*\n|[ \t\r]*\n)+"
_HEADER = expression(
    b"".join((rb"(?:\xef\xbb\xbf)?(?:", _SPACE, b"(?:", _COMMENT, b"|", _COMMENT_LINES, rb")|\s*\n)")), re.DOTALL
)
_COMMON = expression(COMMON.encode("latin-1"), re.DOTALL)
_COMMON_STARTS = (
    *(b"from", b"import", b"#include", b"using", b"package", b"use", b"require"),
    *(b"export", b"return", b"else", b"def __init__(self", b"@", b"if __name__"),
)
_COMMON_WORDS = (
    *(b"copyright", b"licen", b"warrant", b"permission", b"redistribut", b"liab", b'as is"', b"apache", b"spdx"),
    *(b"\xa9", b"\xe7\x89\x88\xe6\x9d\x83", b"\xe8\xae\xb8\xe5\x8f\xaf"),
)
"""What `_COMMON` needs, of which to look for all in many lines costs less than for the pattern in each."""


def fingerprint_of(data: bytes) -> Fingerprint:
    """The smallest hashes of the informative lines in `data`, its header and license lines left out.

    The smallest ones of a part are found again in the whole, so two samples tell how much of one text is in another. Of a
    text with few such lines, also the hash of all its lines as one, which begins with `WHOLE`.
    """
    body = _head(data)
    header = _HEADER.match(body)
    stripped = [*map(bytes.strip, body[header.end() if header else 0 :].split(b"\n"))]
    lines = {zlib.crc32(line): line for line in set(stripped) if len(line) >= _LEAST}
    sample = [f"{number:08x}" for number in islice(_informative(lines), SAMPLE)]
    if len(sample) < _SHORT and len(body) < _WHOLES.stop:
        sample.extend(_whole(stripped))
    return fingerprint(" ".join(sample))


def _head(data: bytes) -> bytes:
    """As much of it as is looked at: a picture or a model that somebody put into a line hides nothing of what stands below."""
    if len(data) <= _HEAD or not any(len(line) > _LONGEST for line in data.split(b"\n")):
        return data[:_HEAD]
    return b"\n".join(line for line in data.split(b"\n") if len(line) <= _LONGEST)[:_HEAD]


def _is_common(lower: bytes) -> bool:
    return holds_any(lower, _COMMON_WORDS)


def _whole(lines: list[bytes]) -> Iterator[str]:
    text = b"\n".join(filter(None, lines))
    text = (
        b"\n".join(line for line in lines if line and not _is_common(line.lower()))
        if _is_common(text.lower())
        else text
    )
    if len(text) in _WHOLES:
        yield f"{WHOLE}{zlib.crc32(text):08x}"


def _informative(lines: dict[int, bytes]) -> Iterator[int]:
    """The smallest numbers first; as many lines at a time as may do."""
    numbers = sorted(lines)
    for first in range(0, len(numbers), SAMPLE):
        some = numbers[first : first + SAMPLE]
        text = b"\n".join([lines[number] for number in some]).lower()
        wordy = holds_any(text, _COMMON_WORDS)
        for number, line in zip(some, text.split(b"\n"), strict=True):
            if not ((wordy or line.startswith(_COMMON_STARTS)) and _COMMON.match(line)):
                yield number
