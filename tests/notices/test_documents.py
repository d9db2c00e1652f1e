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
        for name, body in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name}>{body}</w:{name}>")
    return content.getvalue()


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


def test_hidden_words_of_a_document_are_not_read_and_those_around_them_are() -> None:
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{TEXT[1]}</w:t></w:r>"
    body = f"<w:p><w:r><w:t>Looms.</w:t></w:r>{hidden}</w:p><w:p>{paragraph(TEXT[1])}</w:p>"

    assert [] == seen("a.docx", word_document_with(document=f"<w:p><w:r><w:t>Looms.</w:t></w:r>{hidden}</w:p>"))
    assert [NOTICES[0]] == seen("a.docx", word_document_with(document=body))


@pytest.mark.parametrize("opening", ["<w:r>", "<w:delText>", "<", "<w:r><w:vanish/>", "<a:br ", "</w:r>"])
def test_a_document_of_what_is_left_open_is_read_in_linear_time(opening: str) -> None:
    assert grows_linearly(lambda count: seen("a.docx", word_document_with(document=opening * count)), 40_000)


def test_a_document_that_unpacks_to_very_much_is_none() -> None:
    found = extract(archive_path("a.docx"), word_document_with(document=" " * (40 << 20), footer1=" " * (40 << 20)))

    assert found.unread is not None
    assert "it is no document that can be read" == found.unread.en
