"""Notices in the text of a `.docx` file, which needs no library: it is XML in a ZIP."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from html import unescape

from hatch_oaml.notices._contract import NoticeSource, Unreadable
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression

_LARGEST = 64 << 20
"""Bytes of XML that are read of one part: a document that unpacks to more is no document."""
_PART = expression(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_PARAGRAPH_END = expression(r"</w:p>|<w:br\b[^>]*>|<w:cr\b[^>]*>")
_TAG = expression(r"<[^>]*>")
_VANISHED = expression(r"<w:r\b(?:(?!</w:r>).)*?<w:vanish\s*/>.*?</w:r>", re.DOTALL)
_TEXT_ONLY = expression(r"<w:(?:instrText|delText)\b[^>]*>.*?</w:(?:instrText|delText)>", re.DOTALL)


def _read(data: bytes) -> tuple[Passage, ...] | Unreadable:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [info for info in archive.infolist() if _PART.match(info.filename)]
            xml = [archive.open(part).read(_LARGEST).decode("utf-8") for part in parts if part.file_size <= _LARGEST]
    except (zipfile.BadZipFile, zlib.error, OSError, UnicodeDecodeError, NotImplementedError, RuntimeError, EOFError):
        return Unreadable(reason=Bilingual(en="it is no Word document that can be read", zh="不是可读取的 Word 文档"))
    return tuple(Passage(text=_words(part)) for part in xml)


def _words(xml: str) -> str:
    visible = _TEXT_ONLY.sub("", _VANISHED.sub("", xml))
    return unescape(_TAG.sub("", _PARAGRAPH_END.sub("\n\n", visible)))


SOURCE = NoticeSource(name="word-document", suffixes=frozenset({".docx", ".docm"}), read_binary=_read)
