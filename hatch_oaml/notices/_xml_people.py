"""The people and holders whom the elements of a package's description, a picture or a book in XML name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._people_fields import PEOPLE, people_in
from hatch_oaml.notices._rights_fields import holders_in
from hatch_oaml.recognition.passage import Passage, WholeNotices
from hatch_oaml.recognition.unfilled import is_unfilled
from hatch_oaml.values.blanks import blanked
from hatch_oaml.values.entities import unescaped
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.line_numbers import LineNumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath

_BLOCK = r"(?P<said>(?:[^<>]{0,400}<(?!/?(?:dc:)?(?:creator|contributor|author|developer|rights)s?\b)[^<>]{1,300}>){0,40}[^<>]{0,2000})"
_PERSON = expression(
    rf"<(?P<tag>(?:dc:)?(?P<role>creator|contributor|author|developer)s?)(?:\s[^<>]{{0,300}})?>{_BLOCK}</(?P=tag)\s*>",
    re.IGNORECASE,
)
_RIGHTS = expression(
    r"<dc:rights(?:\s[^<>]{0,300})?>(?P<said>(?:\s*<(?!/)[^<>]{1,300}>){1,4}[^<>]{1,300}(?:</[^<>]{1,60}>\s*){1,4})</dc:rights\s*>",
    re.IGNORECASE,
)
_NAME = expression(r"<(?:dc:title|rdf:li|name|foaf:name|personname)\b[^<>]*>(?P<name>[^<>]{1,200})</", re.IGNORECASE)
_EMAIL = expression(r"<email>(?P<email>[^<>]{1,200})</", re.IGNORECASE)
_PROGRAM = expression(r"\bv?\d+\.\d|://")
"""Its version, or where it is had: `Matplotlib v3.5.1, https://matplotlib.org/`."""
_PARTS = expression(r"[^;,]+")
_TEXT = expression(r"<[^<>]*>")
_DESCRIBES = expression(
    r"(?:.*/)?(?:pom\.xml|[^/]+\.(?:pom|nuspec|(?:cs|vb|fs|vcx)proj|props|targets|svg|opf|xmp|rdf|owl))$", re.IGNORECASE
)
"""One work, and not records of many."""
HOLDERS = WholeNotices(kind="copyright", each="line")


def describes_a_work(path: ArchivePath) -> bool:
    return _DESCRIBES.match(path) is not None


def xml_people(text: str) -> tuple[tuple[Passage, ...], str]:
    """A passage for each person and holder, and `text` without the elements that name them."""
    lines, found, rest, reached = LineNumbers(text), list[Passage](), list[str](), 0
    for element, content, told in sorted(_told(text), key=lambda each: each[0].start()):
        if element.start() >= reached:
            at = lines.at(element.start())
            found += (Passage(text=one, numbers=(at,), content=content) for one in told)
            rest += (text[reached : element.start()], blanked(element[0]))
            reached = element.end()
    return tuple(found), "".join((*rest, text[reached:]))


def _told(text: str) -> Iterator[tuple[re.Match[str], WholeNotices, list[str]]]:
    for element in _PERSON.finditer(text):
        people = (one for one in _people(element) if not _PROGRAM.search(one["name"]) and not is_unfilled(one["name"]))
        if told := [said for one in people for said in people_in(element["role"].lower(), one)]:
            yield element, PEOPLE, told
    for element in _RIGHTS.finditer(text):
        said = " ".join(unescaped(_TEXT.sub(" ", element["said"])).split())
        if holders := list(holders_in("copyrightHolder", said, is_listed=True)):
            yield element, HOLDERS, holders


def _people(element: re.Match[str]) -> Iterator[dict[str, str]]:
    if "<" not in element["said"]:
        for name in _PARTS.findall(unescaped(element["said"])):
            yield {"name": " ".join(name.split())}
        return
    email = _EMAIL.search(element["said"])
    for name in _NAME.finditer(element["said"]):
        yield {"name": " ".join(unescaped(name["name"]).split()), "email": email["email"] if email else ""}
