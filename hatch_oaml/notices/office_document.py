"""Notices in the text of documents, slides and books, which need no library: they are XML in a ZIP.

.docx and .pptx (ECMA-376), .odt and .odp (OpenDocument 1.3), .epub (EPUB 3.3). Tables (.xlsx, .ods) hold rows of data.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from hatch_oaml.notices._contract import NoticeSource, Unreadable
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

_LARGEST = 64 << 20
"""Bytes of XML in all parts together: what unpacks to more is no document."""
_PART = expression(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$|ppt/(?:slides/slide|notesSlides/notesSlide)\d+\.xml$"
    r"|(?:content|styles)\.xml$|.*\.x?html?$|.*\.opf$"
)
_PARAGRAPH_END = expression(
    r"</(?:w|a):p>|</text:(?:p|h)>|<(?:w|a):br\b[^<>]*>|<w:cr\b[^<>]*>|<text:line-break\b[^<>]*>"
    r"|</(?:p|h[1-6]|li|div|td|title|dc:\w+)>|<br\b[^<>]*>"
)
_TAG = expression(r"<[^<>]*>")
_RUN = expression(r"<w:r\b")
_RUN_END = "</w:r>"
_VANISHED = expression(r"<w:vanish\s*/>")
_UNSHOWN = expression(r"<w:(?:instrText|delText)\b[^<>]*>")
_UNSHOWN_END = expression(r"</w:(?:instrText|delText)>")


_UNREADABLE = Unreadable(reason=Bilingual(en="it is no document that can be read", zh="不是可读取的文档"))


def _read(data: bytes) -> tuple[Passage, ...] | Unreadable:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [info for info in archive.infolist() if _PART.match(info.filename)]
            if sum(part.file_size for part in parts) > _LARGEST:
                return _UNREADABLE
            xml = [archive.read(part).decode("utf-8") for part in parts]
    except (zipfile.BadZipFile, zlib.error, OSError, UnicodeDecodeError, NotImplementedError, RuntimeError, EOFError):
        return _UNREADABLE
    return tuple(Passage(text=_words(part)) for part in xml)


def _sample(data: bytes) -> bytes:
    """What a reader sees of it."""
    answer = _read(data)
    if isinstance(answer, Unreadable):
        return b""
    return "\n\n".join(passage.text for passage in answer if passage.visibility == "open").encode(
        "utf-8", "surrogatepass"
    )


def _words(xml: str) -> str:
    visible = _without_unshown(_without_vanished(xml))
    return unescaped(_TAG.sub("", _PARAGRAPH_END.sub("\n\n", visible)))


def _without_vanished(xml: str) -> str:
    """Without the runs of which a property says that nobody sees them; in linear time, whatever is left open."""
    if _VANISHED.search(xml) is None:
        return xml
    *runs, rest = xml.split(_RUN_END)
    return "".join(map(_shown, runs)) + rest


def _shown(piece: str) -> str:
    """`piece` ends where a run does: with the run and its end, or without."""
    run = _RUN.search(piece)
    if run is not None and _VANISHED.search(piece, run.end()):
        return piece[: run.start()]
    return piece + _RUN_END


def _without_unshown(xml: str) -> str:
    """Without what is computed or deleted; in linear time, whatever is left open."""
    shown, place = [], 0
    while (begin := _UNSHOWN.search(xml, place)) and (end := _UNSHOWN_END.search(xml, begin.end())):
        shown.append(xml[place : begin.start()])
        place = end.end()
    return "".join((*shown, xml[place:]))


_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".pptx", ".pptm", ".ppsx", ".odt", ".ott", ".odp", ".epub"})

SOURCE = NoticeSource(name="office-document", suffixes=_SUFFIXES, read_binary=_read, sample=_sample)
