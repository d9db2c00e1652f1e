"""Notices in HTML, SVG and XML; those that no browser shows are told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.notices._elements import passage_of, says_so
from hatch_oaml.notices._xml_people import describes_a_work, xml_people
from hatch_oaml.notices._xml_rows import without_records
from hatch_oaml.recognition.visibility import parts
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.recognition.passage import Passage
    from hatch_oaml.values.paths import ArchivePath


_LISTING = expression(rb"<pre\b[^<>]*>(.*?)</pre\s*>", re.DOTALL | re.IGNORECASE)
_TAG = expression(rb"<[^<>]*>")


_META = expression(r"<meta\s[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = expression(r"""\b(name|property|content|value)\s*=\s*(?:(["'])([^"'<>]{2,400})\2)""", re.IGNORECASE)
_NAMES = {
    "author": "author:",
    "creator": "author:",
    "copyright": "copyright:",
    "rights": "copyright:",
    "rightsholder": "copyright:",
}
"""Of a `<meta>`, its namespace left out, with what a notice of it begins."""
_BROKEN_TAG = expression(
    r"<(?:a|span|p|div|td|li|font|em|b|i|code|tt)\s[^<>\n]*\n[^<>]*>|<(?:a|span|p|div|td|li|font)\n[^<>]*>",
    re.IGNORECASE,
)
"""A tag over several lines, of which a line by itself shows no more than a part."""


_SUFFIXES = (
    *(
        ".html",
        ".htm",
        ".xhtml",
        ".shtml",
        ".svg",
        ".xml",
        ".xsl",
        ".xslt",
        ".rng",
        ".xsd",
        ".wsdl",
        ".dbk",
        ".docbook",
    ),
    *(".rss", ".atom", ".opf", ".rdf", ".owl", ".xmp", ".resx", ".nuspec", ".csproj", ".vbproj", ".fsproj", ".vcxproj"),
    *(
        ".props",
        ".targets",
        ".wxs",
        ".plist",
        ".xaml",
        ".ui",
        ".dita",
        ".ditamap",
        ".fb2",
        ".kml",
        ".gpx",
        ".mei",
        ".musicxml",
    ),
)


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    if path.lower().endswith(".xml"):
        text = without_records(text)
    people, text = xml_people(text) if describes_a_work(path) else ((), text)
    text = _META.sub(_told, text)
    shown = (passage_of(_without_broken_tags(part), visibility) for visibility, part in parts(text))
    return (*people, *shown)


def _without_broken_tags(text: str) -> str:
    return _BROKEN_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text)


def _told(meta: re.Match[str]) -> str:
    """What it says, under its name, the lines that it takes behind it."""
    attributes = {name.lower(): told for name, _, told in _ATTRIBUTE.findall(meta[0])}
    name = attributes.get("name", attributes.get("property", "")).lower().rpartition(".")[2].rpartition(":")[2]
    said = attributes.get("content", attributes.get("value", ""))
    label = _NAMES.get(name)
    if label is None or not said:
        return meta[0]
    told = said if says_so(said) else f"{label} {said}"
    return f"</p><p>{told}</p>" + "\n" * meta[0].count("\n")


def _sample(data: bytes) -> bytes:
    """With the lines of the listings in it, as a program has them."""
    listings = b"\n".join(_TAG.sub(b"", listing) for listing in _LISTING.findall(data))
    if not listings:
        return data
    return data + b"\n" + unescaped(listings.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


SOURCE = NoticeSource(
    name="hypertext",
    suffixes=frozenset(_SUFFIXES),
    read_text=_read,
    may_be_notice_file=True,
    sample=_sample,
)
