"""Notices in HTML, SVG and XML; those that no browser shows are told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.visibility import parts
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath


_LISTING = expression(rb"<pre\b[^<>]*>(.*?)</pre\s*>", re.DOTALL | re.IGNORECASE)
_TAG = expression(rb"<[^<>]*>")


_META = expression(
    r"<meta\s+name\s*=\s*[\"']?author[\"']?\s+(?:content|value)\s*=\s*[\"']([^\"'<>\n]{2,200})[\"'][^<>\n]*>",
    re.IGNORECASE,
)
_BROKEN_TAG = expression(
    r"<(?:a|span|p|div|td|li|font|em|b|i|code|tt)\s[^<>\n]*\n[^<>]*>|<(?:a|span|p|div|td|li|font)\n[^<>]*>",
    re.IGNORECASE,
)
"""A tag over several lines, of which a line by itself shows no more than a part."""


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    text = _META.sub(r"author: \1", text) if "author" in text else text
    text = _BROKEN_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text)
    return tuple(Passage(text=part, visibility=visibility) for visibility, part in parts(text))


def _sample(data: bytes) -> bytes:
    """With the lines of the listings in it, as a program has them."""
    listings = b"\n".join(_TAG.sub(b"", listing) for listing in _LISTING.findall(data))
    if not listings:
        return data
    return data + b"\n" + unescaped(listings.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


SOURCE = NoticeSource(
    name="hypertext",
    suffixes=frozenset({".html", ".htm", ".xhtml", ".svg", ".xml", ".xsl", ".xslt", ".rng", ".xsd"}),
    read_text=_read,
    sample=_sample,
)
