"""The text of PDF and Word documents is read as their readers see it."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly

TEXT = (
    "A report on looms",
    "Copyright (c) 2021 Ostrava Loom",
    "Modified from halloway/loom (https://loom.example/loom)",
)
NOTICES = [
    ("copyright", "Copyright (c) 2021 Ostrava Loom"),
    ("attribution", "Modified from halloway/loom (https://loom.example/loom)"),
]


def seen(path: str, data: bytes) -> list[tuple[str, str]]:
    return [(notice.kind, notice.text) for notice in extract(archive_path(path), data).notices]


def pdf_with(lines: tuple[str, ...]) -> bytes:
    """A page in the PDF standard's own terms: an upright font, one line under another."""
    shown = "".join(f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T* " for line in lines)
    content = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(data),
    )


def word_document_with(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        referred = [name for name in parts if name not in {"document", "styles"}]
        archive.writestr("word/_rels/document.xml.rels", "".join(map(relation, referred)))
        sections = "".join(f'<w:footerReference w:type="default" r:id="{name}"/>' for name in referred)
        for name, body in parts.items():
            more = f"<w:sectPr>{sections}</w:sectPr>" if name == "document" else ""
            archive.writestr(f"word/{name}.xml", f"<w:{name}>{body}{more}</w:{name}>")
    return content.getvalue()


def relation(name: str) -> str:
    return f'<Relationship Id="{name}" Type="x" Target="{name}.xml"/>'


def archived(**parts: str) -> bytes:
    """Of parts whose names have `__` for what divides them."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_html", ".html"), body)
    return content.getvalue()


def visibilities(path: str, data: bytes) -> list[str]:
    return [notice.visibility for notice in extract(archive_path(path), data).notices]


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def test_a_pdf_s_text_is_read() -> None:
    pytest.importorskip("pypdf")

    found = extract(archive_path("report.pdf"), pdf_with(TEXT))

    assert (NOTICES, None) == ([(notice.kind, notice.text) for notice in found.notices], found.unread)


def test_a_pdf_without_a_notice_yields_nothing_and_is_read() -> None:
    pytest.importorskip("pypdf")

    found = extract(archive_path("report.pdf"), pdf_with(("A report on looms",)))

    assert ((), None) == (found.notices, found.unread)


def test_the_library_that_reads_a_pdf_says_nothing_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypdf")

    extract(archive_path("report.pdf"), b"\x1b[31mlooms" + pdf_with(TEXT))

    assert ("", "") == capsys.readouterr()


def test_a_cut_off_pdf_is_told() -> None:
    pytest.importorskip("pypdf")

    found = extract(archive_path("report.pdf"), b"%PDF-1.4\n1 0 obj\n")

    assert found.unread is not None
    assert "it is no PDF that can be read" == found.unread.en


def test_a_pdf_is_told_where_nothing_can_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)

    found = extract(archive_path("report.pdf"), pdf_with(TEXT))

    assert found.unread is not None
    expected = (
        "it is a PDF; `pip install hatch-oaml[pdf]` lets `check` read what is in it; for builds, which are isolated,"
        ' `build-system.requires` must say `"hatch-oaml[pdf]"` in place of `"hatch-oaml"`'
    )
    assert expected == found.unread.en


def test_a_word_document_s_paragraphs_are_read_whatever_runs_they_are_cut_into() -> None:
    body = paragraph(TEXT[0]) + paragraph("Copy", "right (c) 20", "21 Ostrava Loom") + paragraph(TEXT[2])

    assert NOTICES == seen("a.docx", word_document_with(document=body))


def test_a_word_document_s_footer_and_notes_are_read() -> None:
    data = word_document_with(
        document=paragraph("Looms."), footer1=paragraph(TEXT[1]), footnotes=paragraph("版权所有 2020 云梭科技")
    )

    assert [NOTICES[0], ("copyright", "版权所有 2020 云梭科技")] == seen("a.docx", data)


@pytest.mark.parametrize(
    ("path", "part", "text"),
    [
        (
            "a.pptx",
            "ppt/slides/slide12.xml",
            "<a:p><a:r><a:t>Copyright 2021 </a:t></a:r><a:r><a:t>Ostrava Loom</a:t></a:r></a:p>",
        ),
        (
            "a.pptx",
            "ppt/notesSlides/notesSlide1.xml",
            "<a:p><a:t>Copyright 2021 Ostrava Loom</a:t></a:p><a:p><a:t>Next</a:t></a:p>",
        ),
        (
            "a.odt",
            "content.xml",
            "<text:h>Looms</text:h><text:p>Copyright 2021 <text:span>Ostrava Loom</text:span></text:p>",
        ),
        ("a.odt", "styles.xml", "<style:footer><text:p>Copyright 2021 Ostrava Loom</text:p></style:footer>"),
        ("a.epub", "OEBPS/copyright.xhtml", "<title>Looms</title><p>Copyright 2021 Ostrava Loom<br/>All of it</p>"),
        ("a.epub", "OEBPS/content.opf", "<dc:title>Looms</dc:title><dc:rights>Copyright 2021 Ostrava Loom</dc:rights>"),
    ],
)
def test_slides_documents_and_books_are_read_too(path: str, part: str, text: str) -> None:
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr(part, text)
        data = target.getvalue()

    assert [("copyright", "Copyright 2021 Ostrava Loom")] == seen(path, data)


def test_deleted_words_of_a_word_document_are_not_read() -> None:
    data = word_document_with(document=f"<w:p><w:del><w:r><w:delText>{TEXT[1]}</w:delText></w:r></w:del></w:p>")

    assert [] == seen("a.docx", data)


def test_hidden_words_of_a_document_are_told_apart_and_those_around_them_are_open() -> None:
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{TEXT[1]}</w:t></w:r>"
    body = f"<w:p><w:r><w:t>Looms.</w:t></w:r>{hidden}</w:p><w:p>{paragraph(TEXT[1])}</w:p>"

    alone = word_document_with(document=f"<w:p><w:r><w:t>Looms.</w:t></w:r>{hidden}</w:p>")
    assert (["hidden"], [NOTICES[0]]) == (visibilities("a.docx", alone), seen("a.docx", alone))
    assert ["hidden", "open"] == sorted(visibilities("a.docx", word_document_with(document=body)))


def run(properties: str = "", text: str = TEXT[1]) -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (run(), ["open"]),
        (run('<w:vanish w:val="true"/>'), ["hidden"]),
        (run("<w:b/><w:webHidden/>"), ["hidden"]),
        (run('<w:vanish w:val="0"/>'), ["open"]),
        (run('<w:strike w:val="false"/><w:dstrike w:val="off"/>'), ["open"]),
        (run("<w:strike/>"), ["withdrawn"]),
        (run('<w:dstrike w:val="1"/>'), ["withdrawn"]),
        (run("<w:rPrChange><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange>"), ["open"]),
        (run('<w:rStyle w:val="Unseen"/>'), ["hidden"]),
        (run('<w:rStyle w:val="Struck"/>'), ["withdrawn"]),
        (run('<w:rStyle w:val="Strong"/>'), ["open"]),
        ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>".join(run().split("<w:p>", 1)), ["open"]),
        (f"<w:ins>{run()}</w:ins>", ["open"]),
        (f"<w:moveTo>{run()}</w:moveTo>", ["open"]),
        (f"<w:moveFrom>{run()}</w:moveFrom>", []),
        (f"<w:del>{run()}</w:del>", []),
    ],
)
def test_what_word_hides_strikes_or_deletes_is_told_from_what_it_shows(body: str, expected: list[str]) -> None:
    styles = (
        '<w:style w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Struck"><w:rPr><w:strike/></w:rPr>'
        '</w:style><w:style w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    )

    assert expected == visibilities("a.docx", word_document_with(document=paragraph("Looms.") + body, styles=styles))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<text:p>{TEXT[1]}</text:p>", ["open"]),
        (f"<text:tracked-changes><text:deletion><text:p>{TEXT[1]}</text:p></text:deletion></text:tracked-changes>", []),
        (f'<text:p><text:hidden-text text:is-hidden="true">{TEXT[1]}</text:hidden-text></text:p>', ["hidden"]),
        (f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{TEXT[1]}</text:p>', ["hidden"]),
        (f'<text:p><text:hidden-paragraph text:is-hidden="false"/>{TEXT[1]}</text:p>', ["open"]),
        (f'<text:section text:display="none"><text:p>{TEXT[1]}</text:p></text:section>', ["hidden"]),
        (f"<text:p>Looms<office:annotation><text:p>{TEXT[1]}</text:p></office:annotation></text:p>", ["hidden"]),
        (f'<text:p><text:span text:style-name="T1">{TEXT[1]}</text:span></text:p>', ["withdrawn"]),
        (f'<text:p text:style-name="P9">{TEXT[1]}</text:p>', ["hidden"]),
        (f'<text:p text:style-name="P1">{TEXT[1]}</text:p>', ["open"]),
    ],
)
def test_what_open_document_hides_strikes_or_deletes_is_told_from_what_it_shows(body: str, expected: list[str]) -> None:
    styles = (
        '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="P9"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="P1"><style:text-properties style:text-line-through-style="none"/></style:style>'
    )

    assert expected == visibilities("a.odt", archived(content_xml=f"<text:p>Looms.</text:p>{body}", styles_xml=styles))


WORD_STYLES = (
    '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Made"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:styleId="Shown"><w:basedOn w:val="Made"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    '<w:style w:styleId="Pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:styleId="Rows"><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style>'
)


def styled(style: str, properties: str = "") -> str:
    return run(properties).replace("<w:p>", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>')


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (run('<w:color w:val="FFFFFF"/>'), ["hidden"]),
        (run('<w:color w:val="fdfdfd"/>'), ["hidden"]),
        (run('<w:color w:val="808080"/>'), ["open"]),
        (run('<w:color w:val="auto"/>'), ["open"]),
        (run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'), ["open"]),
        (run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="auto"/>'), ["hidden"]),
        (run('<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3864"/>'), ["hidden"]),
        (run('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'), ["open"]),
        (run('<w:sz w:val="2"/>'), ["hidden"]),
        (run('<w:sz w:val="12"/>'), ["open"]),
        (run('<w:rStyle w:val="Made"/>'), ["hidden"]),
        (run('<w:rStyle w:val="Shown"/>'), ["open"]),
        (run('<w:rStyle w:val="Made"/><w:vanish w:val="false"/>'), ["open"]),
        (styled("Made"), ["hidden"]),
        (styled("Made", '<w:vanish w:val="0"/>'), ["open"]),
        (styled("Pale"), ["hidden"]),
        (styled("Pale", '<w:color w:val="000000"/>'), ["open"]),
        (styled("Round"), ["open"]),
        (styled("Rows"), ["open"]),
        (f'<w:tbl><w:tc><w:tcPr><w:shd w:fill="000000"/></w:tcPr>{styled("Pale")}</w:tc></w:tbl>', ["open"]),
        (f'<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/></w:tblPr><w:tc>{styled("Pale")}</w:tc></w:tbl>', ["open"]),
        (f"<w:txbxContent>{styled('Pale')}</w:txbxContent>", ["open"]),
        (f'<w:background w:color="000000"/>{styled("Pale")}', ["open"]),
    ],
)
def test_word_s_letters_that_nobody_can_read_are_hidden(body: str, expected: list[str]) -> None:
    data = word_document_with(document=paragraph("Looms.") + body, styles=WORD_STYLES)

    assert expected == visibilities("a.docx", data)


@pytest.mark.parametrize(
    "styles",
    [
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:vanish/></w:rPr></w:style>',
    ],
)
def test_what_all_text_of_a_document_is_a_run_may_undo(styles: str) -> None:
    undone = word_document_with(document=run('<w:vanish w:val="0"/>'), styles=styles)

    assert ["hidden"] == visibilities("a.docx", word_document_with(document=run(), styles=styles))
    assert ["open"] == visibilities("a.docx", undone)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('fo:color="#ffffff"', ["hidden"]),
        ('fo:color="#ffffff" fo:background-color="#000000"', ["open"]),
        ('fo:color="#ffffff" fo:background-color="transparent"', ["hidden"]),
        ('fo:font-size="1pt"', ["hidden"]),
        ('fo:font-size="10pt"', ["open"]),
        ('text:display="none"', ["hidden"]),
        ('text:display="true"', ["open"]),
    ],
)
def test_a_style_of_open_document_is_what_it_is_made_of(properties: str, expected: list[str]) -> None:
    styles = f'<style:style style:name="Up"><style:text-properties {properties}/></style:style>'
    own = '<style:style style:name="P1" style:parent-style-name="Up"/>'
    body = f'<text:p>Looms.</text:p><text:p text:style-name="P1">{TEXT[1]}</text:p>'

    assert expected == visibilities("a.odt", archived(content_xml=own + body, styles_xml=styles))


def test_white_letters_on_a_slide_may_stand_on_anything() -> None:
    styles = '<style:style style:name="P1"><style:text-properties fo:color="#ffffff"/></style:style>'
    slide = f'<office:presentation><text:p text:style-name="P1">{TEXT[1]}</text:p></office:presentation>'

    assert ["open"] == visibilities("a.odp", archived(content_xml=styles + slide))


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        ("<p:sld><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:sld>", ["open"]),
        ('<p:sld show="0"><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:sld>', ["hidden"]),
        ('<a:p><a:r><a:rPr strike="sngStrike"/><a:t>{}</a:t></a:r></a:p>', ["withdrawn"]),
        ('<a:p><a:r><a:rPr sz="100"/><a:t>{}</a:t></a:r></a:p>', ["hidden"]),
        ('<a:p><a:r><a:rPr sz="1000"/><a:t>{}</a:t></a:r></a:p>', ["open"]),
        ("<a:p><a:r><a:rPr><a:noFill/></a:rPr><a:t>{}</a:t></a:r></a:p>", ["hidden"]),
        ('<p:sp><p:nvSpPr><p:cNvPr id="2" hidden="1"/></p:nvSpPr><a:p><a:t>{}</a:t></a:p></p:sp>', ["hidden"]),
        ('<p:sp><p:nvSpPr><p:cNvPr id="2" hidden="0"/></p:nvSpPr><a:p><a:t>{}</a:t></a:p></p:sp>', ["open"]),
        ('<a:p><a:r><a:rPr strike="noStrike"/><a:t>{}</a:t></a:r></a:p>', ["open"]),
    ],
)
def test_what_slides_hide_or_strike_is_told_from_what_they_show(slide: str, expected: list[str]) -> None:
    assert expected == visibilities("a.pptx", archived(ppt__slides__slide1_xml=slide.format(TEXT[1])))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ('<a:off x="838200" y="365125"/><a:ext cx="100" cy="100"/>', ["open"]),
        ('<a:off x="-50" y="-50"/><a:ext cx="100" cy="100"/>', ["open"]),
        ('<a:off x="-500" y="0"/><a:ext cx="100" cy="100"/>', ["hidden"]),
        ('<a:off x="0" y="-500"/><a:ext cx="100" cy="100"/>', ["hidden"]),
        ('<a:off x="12192001" y="0"/><a:ext cx="100" cy="100"/>', ["hidden"]),
        ('<a:off x="0" y="6858001"/><a:ext cx="100" cy="100"/>', ["hidden"]),
    ],
)
def test_a_shape_beside_its_slide_is_hidden(place: str, expected: list[str]) -> None:
    shape = f"<p:sp><p:spPr><a:xfrm>{place}</a:xfrm></p:spPr><a:p><a:t>{TEXT[1]}</a:t></a:p></p:sp>"
    slide = {"ppt__slides__slide1_xml": f"<p:sld><p:spTree>{shape}</p:spTree></p:sld>"}
    size = '<p:presentation><p:sldSz cx="12192000" cy="6858000"/></p:presentation>'

    assert expected == visibilities("a.pptx", archived(ppt__presentation_xml=size, **slide))


def test_parts_that_nothing_refers_to_are_not_read() -> None:
    text = paragraph(TEXT[1])
    document = f"<w:document>{paragraph('Looms.')}</w:document>"

    assert [] == seen("a.docx", archived(word__document_xml=document, word__footer9_xml=text))
    assert [] == seen("a.docx", archived(word__document_xml=document, zz__hidden_html=f"<p>{TEXT[1]}</p>"))
    unreferred = {"word__document_xml": document, "word__footer9_xml": text, "word___rels__document_xml.rels": ""}
    assert [] == seen("a.docx", archived(**{**unreferred, "word___rels__document_xml.rels": relation("footer9")}))
    slides = {"ppt__slides__slide2_xml": f"<a:p><a:t>{TEXT[1]}</a:t></a:p>"}
    related = '<Relationship Id="r1" Target="slides/slide1.xml"/>'
    assert [] == seen("a.pptx", archived(**slides, **{"ppt___rels__presentation_xml.rels": related}))
    related = related.replace("slide1", "slide2")
    assert [NOTICES[0]] == seen("a.pptx", archived(**slides, **{"ppt___rels__presentation_xml.rels": related}))


def test_of_a_book_the_pages_are_read_that_it_lists_and_comments_in_them_are_hidden() -> None:
    book = {"OEBPS__book.opf": '<manifest><item href="a%20page.html"/></manifest>'}
    page = f"<p>{TEXT[1]}</p>"

    assert ["open"] == visibilities("a.epub", archived(**book, **{"OEBPS__a page_html": page}))
    assert ["hidden"] == visibilities("a.epub", archived(**book, **{"OEBPS__a page_html": f"<!-- {TEXT[1]} -->"}))
    assert [] == visibilities("a.epub", archived(**book, OEBPS__b_html=page))


@pytest.mark.parametrize(
    ("name", "xml", "expected"),
    [
        (
            "docProps__core_xml",
            "<cp:lastModifiedBy>Ada</cp:lastModifiedBy><dc:description>{}</dc:description>",
            TEXT[1],
        ),
        (
            "docProps__core_xml",
            "<dc:creator>Ada</dc:creator><dc:rights>{}</dc:rights><dc:title>Looms</dc:title>",
            TEXT[1],
        ),
        (
            "docProps__custom_xml",
            '<property fmtid="x" name="Copyright"><vt:lpwstr>2021 Ostrava Loom</vt:lpwstr></property>',
            "Copyright: 2021 Ostrava Loom",
        ),
        ("docProps__custom_xml", '<property name="Note"><vt:lpwstr>{}</vt:lpwstr></property>', TEXT[1]),
        (
            "meta_xml",
            '<meta:user-defined meta:name="Copyright">2021 Ostrava Loom</meta:user-defined>',
            "Copyright: 2021 Ostrava Loom",
        ),
        ("ppt__slideMasters__slideMaster1_xml", "<a:p><a:r><a:t>{}</a:t></a:r></a:p>", TEXT[1]),
        ("ppt__slideLayouts__slideLayout2_xml", "<a:p><a:r><a:t>{}</a:t></a:r></a:p>", TEXT[1]),
    ],
)
def test_what_a_document_says_of_itself_and_what_stands_on_every_slide_is_read(
    name: str, xml: str, expected: str
) -> None:
    assert [("copyright", expected)] == seen("a.docx", archived(**{name: xml.format(TEXT[1])}))


@pytest.mark.parametrize("tab", ["<w:tab/>", "<w:ptab w:alignment='right'/>"])
def test_a_tab_divides_fields(tab: str) -> None:
    body = f"<w:p><w:pPr><w:tabs><w:tab w:val='right'/></w:tabs></w:pPr><w:r><w:t>© 2021 Ostrava Loom</w:t>{tab}<w:t>Page 3</w:t></w:r></w:p>"

    assert [("copyright", "© 2021 Ostrava Loom")] == seen("a.docx", word_document_with(document=body))
    apart = f"<w:p><w:r><w:t>Copyright</w:t>{tab}<w:t>2021 Ostrava Loom</w:t></w:r></w:p>"
    assert [("copyright", "Copyright 2021 Ostrava Loom")] == seen("a.docx", word_document_with(document=apart))
    spaced = "<text:p>© 2021 Ostrava<text:s/>Loom<text:tab/>Page 4</text:p>"
    assert [("copyright", "© 2021 Ostrava Loom")] == seen("a.odt", archived(content_xml=spaced))


@pytest.mark.parametrize(
    "opening",
    [
        "<w:r>",
        "<w:delText>",
        "<",
        "<w:r><w:vanish/>",
        "<a:br ",
        "</w:r>",
        "<w:p>",
        "<w",
        "<w:r></w:p>",
        "<property name=",
    ],
)
def test_a_document_of_what_is_left_open_is_read_in_linear_time(opening: str) -> None:
    assert grows_linearly(lambda count: seen("a.docx", word_document_with(document=opening * count)), 40_000)


def test_a_document_that_unpacks_to_very_much_is_none() -> None:
    found = extract(archive_path("a.docx"), word_document_with(document=" " * (40 << 20), footer1=" " * (40 << 20)))

    assert found.unread is not None
    assert "it is no document that can be read" == found.unread.en
