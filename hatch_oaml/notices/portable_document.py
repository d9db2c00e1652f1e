"""Notices in the text of a PDF, where the extra `pdf` (pypdf) is installed."""

from __future__ import annotations

import io

from hatch_oaml.notices._contract import NoticeSource, Unreadable, no_lines
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.extras import how_to_read

_PUBLISHED_LICENSE = "df4d512900b37e4ee00b3f18d511af0bfa43492a78124ebf0f47da383bbee4f3"
"""The OpenAtom Model License as its steward publishes it: a license, and no notice of any base."""


def _read(data: bytes) -> tuple[Passage, ...] | Unreadable:
    if sha256_of(data) == _PUBLISHED_LICENSE:
        return ()
    import logging  # noqa: PLC0415  # nobody else needs it

    try:
        import pypdf  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415  # an optional library
    except ImportError:
        how = how_to_read("pdf")
        return Unreadable(reason=Bilingual(en=f"it is a PDF; {how.en}", zh=f"这是 PDF 文件；{how.zh}"))
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it would quote the file on standard error, raw
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except Exception:  # noqa: BLE001  # pypdf raises whatever a damaged file makes it raise
        return Unreadable(reason=Bilingual(en="it is no PDF that can be read", zh="不是可读取的 PDF 文件"))
    return (Passage(text="\n\n".join(pages)),)


SOURCE = NoticeSource(
    name="portable-document",
    suffixes=frozenset({".pdf"}),
    read_binary=_read,
    sample=no_lines,
    begins=(b"%PDF-",),
    by_library=True,
)
