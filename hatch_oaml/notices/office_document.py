"""Notices in the text of documents, slides and books, which need no library: they are XML in a ZIP.

.docx and .pptx (ECMA-376), .odt and .odp (OpenDocument 1.3), .epub (EPUB 3.3). Tables (.xlsx, .ods) hold rows of data.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from hatch_oaml.notices._contract import NoticeSource, Unreadable
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

_LARGEST = 64 << 20
"""Bytes of XML that are read of one part: a document that unpacks to more is no document."""
_PART = expression(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$|ppt/(?:slides/slide|notesSlides/notesSlide)\d+\.xml$"
    r"|(?:content|styles)\.xml$|.*\.x?html?$|.*\.opf$"
)
_PARAGRAPH_END = expression(
    r"</(?:w|a):p>|</text:(?:p|h)>|<(?:w|a):br\b[^>]*>|<w:cr\b[^>]*>|<text:line-break\b[^>]*>"
    r"|</(?:p|h[1-6]|li|div|td|title|dc:\w+)>|<br\b[^>]*>"
)
_TAG = expression(r"<[^>]*>")
_VANISHED = expression(r"<w:r\b(?:(?!</w:r>).)*?<w:vanish\s*/>.*?</w:r>", re.DOTALL)
_TEXT_ONLY = expression(r"<w:(?:instrText|delText)\b[^>]*>.*?</w:(?:instrText|delText)>", re.DOTALL)


def _read(data: bytes) -> tuple[Passage, ...] | Unreadable:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [info for info in archive.infolist() if _PART.match(info.filename)]
            xml = [archive.open(part).read(_LARGEST).decode("utf-8") for part in parts if part.file_size <= _LARGEST]
    except (zipfile.BadZipFile, zlib.error, OSError, UnicodeDecodeError, NotImplementedError, RuntimeError, EOFError):
        return Unreadable(reason=Bilingual(en="it is no document that can be read", zh="不是可读取的文档"))
    return tuple(Passage(text=_words(part)) for part in xml)


def _words(xml: str) -> str:
    visible = _TEXT_ONLY.sub("", _VANISHED.sub("", xml))
    return unescaped(_TAG.sub("", _PARAGRAPH_END.sub("\n\n", visible)))


_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".pptx", ".pptm", ".ppsx", ".odt", ".ott", ".odp", ".epub"})

SOURCE = NoticeSource(name="office-document", suffixes=_SUFFIXES, read_binary=_read)
