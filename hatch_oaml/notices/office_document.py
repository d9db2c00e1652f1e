"""Notices in the text of documents, slides and books, which need no library: they are XML in a ZIP.

.docx and .pptx (ECMA-376), .odt and .odp (OpenDocument 1.3), .epub (EPUB 3.3). Tables (.xlsx, .ods) hold rows of data.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hatch_oaml.notices._contract import NoticeSource, Unreadable
from hatch_oaml.notices._looks import ON_WHITE, UNKNOWN, with_parents
from hatch_oaml.notices._office_text import slide_size, styles_of, told
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.visibility import parts
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from hatch_oaml.notices._office_text import Styles

_LARGEST = 64 << 20
"""Bytes of XML in all parts together: what unpacks to more is no document."""
_PART = expression(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|styles)\.xml$|word/_rels/document\.xml\.rels$"
    r"|ppt/(?:slides/slide|notesSlides/notesSlide|slideMasters/slideMaster|slideLayouts/slideLayout)\d+\.xml$"
    r"|ppt/(?:_rels/presentation\.xml\.rels|presentation\.xml)$|docProps/(?:core|custom)\.xml$"
    r"|(?:content|styles|meta)\.xml$|.*\.x?html?$|.*\.opf$"
)
_PAGE = expression(r".*\.x?html?$")
_BOOK = expression(r".*\.opf$")
_STYLES = frozenset({"word/styles.xml", "styles.xml", "content.xml"})
_RELATIONS = "word/_rels/document.xml.rels"
_SLIDE_RELATIONS = "ppt/_rels/presentation.xml.rels"
_BODY = "word/document.xml"
_REFERRED = expression(r"word/(?:header|footer|footnotes|endnotes)")
_IN_SECTIONS = expression(r"word/(?:header|footer)")
_SLIDE = expression(r"ppt/slides/")
_PRESENTATION = "ppt/presentation.xml"
_OF_OFFICE = (_BODY, _PRESENTATION, "content.xml")
"""A page of HTML beside one of these is shown by nobody."""
_IS_PRESENTED = "<office:presentation"
_RELATION = expression(r"<(?:[\w-]+:)?Relationship\b(?P<rest>[^<>]*)>")
_ID, _TARGET = expression(r"\bId=[\"']([^\"'<>]*)"), expression(r"\bTarget=[\"']([^\"'<>]*)")
_REFERENCE = expression(r":id=[\"']([^\"'<>]*)")
_NAMED_FIELD = expression(
    r"<(?:property|meta:user-defined)\b[^<>]*\bname=[\"'](?:copyright|rights)[\"'][^<>]*>", re.IGNORECASE
)
"""A field that somebody made, whose name says what its value is."""
_COMMENT_MARK = expression(r"<!--|-->")
_UNREADABLE = Unreadable(reason=Bilingual(en="it is no document that can be read", zh="不是可读取的文档"))


def _read(data: bytes) -> tuple[Passage, ...] | Unreadable:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if _PART.match(info.filename)]
            if sum(info.file_size for info in infos) > _LARGEST:
                return _UNREADABLE
            xml = {info.filename: archive.read(info).decode("utf-8") for info in infos}
    except (zipfile.BadZipFile, zlib.error, OSError, UnicodeDecodeError, NotImplementedError, RuntimeError, EOFError):
        return _UNREADABLE
    return tuple(_passages(xml))


def _passages(xml: Mapping[str, str]) -> Iterator[Passage]:
    styles: Styles = {}
    for name in sorted(_STYLES & xml.keys()):
        styles |= styles_of(xml[name])
    styles = with_parents(styles)
    paper = UNKNOWN if any(map(_SLIDE.match, xml)) or _IS_PRESENTED in xml.get("content.xml", "") else ON_WHITE
    slide = slide_size(xml.get(_PRESENTATION, ""))
    for name in _shown(xml):
        if _PAGE.match(name):
            seen = [
                (visibility, told(_COMMENT_MARK.sub("", part), {})["open"]) for visibility, part in parts(xml[name])
            ]
        else:
            seen = [*told(_NAMED_FIELD.sub(r"\g<0>Copyright: ", xml[name]), styles, paper, slide).items()]
        yield from (Passage(text=text, visibility=visibility) for visibility, text in seen)


def _shown(xml: Mapping[str, str]) -> Iterator[str]:
    """The parts that a reader meets: a part that nothing refers to is one that nobody sees."""
    is_office = any(name in xml for name in _OF_OFFICE) or any(map(_SLIDE.match, xml))
    referred = set(_targets(xml.get(_RELATIONS, ""), _REFERENCE.findall(xml.get(_BODY, "")), "word"))
    slides = set(_targets(xml.get(_SLIDE_RELATIONS, ""), None, "ppt"))
    for name in xml:
        if _REFERRED.match(name) and _BODY in xml and name not in referred:
            continue
        if _SLIDE.match(name) and _SLIDE_RELATIONS in xml and name not in slides:
            continue
        if _PAGE.match(name) and (is_office or not _is_in_book(name, xml)):
            continue
        if name.endswith(".rels") or name in {"word/styles.xml", _PRESENTATION}:
            continue
        yield name


def _targets(relations: str, references: Collection[str] | None, folder: str) -> Iterator[str]:
    """The parts that are related: headers and footers only where the text names their relation too."""
    for relation in _RELATION.finditer(relations):
        known, target = _ID.search(relation["rest"]), _TARGET.search(relation["rest"])
        if known is None or target is None:
            continue
        path = target[1].removeprefix("/")
        part = path if path.startswith(f"{folder}/") else f"{folder}/{path}"
        if references is None or known[1] in references or not _IN_SECTIONS.match(part):
            yield part


def _is_in_book(page: str, xml: Mapping[str, str]) -> bool:
    """Does a book's list of its files name `page`, if there is such a list?"""
    books = [text for name, text in xml.items() if _BOOK.match(name)]
    return not books or any(page.rpartition("/")[2] in unquote(book) for book in books)


def _sample(data: bytes) -> bytes:
    """What a reader sees of it."""
    answer = _read(data)
    if isinstance(answer, Unreadable):
        return b""
    return "\n\n".join(passage.text for passage in answer if passage.visibility == "open").encode(
        "utf-8", "surrogatepass"
    )


_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".pptx", ".pptm", ".ppsx", ".odt", ".ott", ".odp", ".epub"})

SOURCE = NoticeSource(name="office-document", suffixes=_SUFFIXES, read_binary=_read, sample=_sample)
