"""The core metadata that Hatchling wrote, completed by what it cannot know: parts, every legal text, and for whom it is.

https://packaging.python.org/en/latest/specifications/core-metadata/
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.errors import MessageError
from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name

from hatch_oaml.records.generated import MODIFICATIONS_PAGE
from hatch_oaml.records.members import BytesContent
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.paths import sort_key
from hatch_oaml.values.spdx import joined
from hatch_oaml.values.wheel_names import SDIST_METADATA, is_core_metadata, is_metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.members import Member
    from hatch_oaml.records.project import Author
    from hatch_oaml.release import Release

_PRIVATE = "Classifier: Private :: Do Not Upload"
_CLASSIFIER = "Classifier: "
_EXPRESSION, _FILE = "License-Expression: ", "License-File: "
_HEADER = expression(r"[A-Za-z][A-Za-z0-9-]*:(?: |$)")
_LICENSE_TEXT = expression(r"^License: .*(?:\n[ \t].*)+", re.MULTILINE)
_OLD_LICENSE = "License: "
"""What `License-Expression` took the place of: with both, older readers are told other terms."""


def with_terms(member: Member, release: Release) -> Member:
    """`member` as it is, unless it holds core metadata of Hatchling's."""
    folder, _, name = member.path.rpartition("/")
    is_of_sdist = name == SDIST_METADATA and bool(folder) and "/" not in folder
    if not (is_of_sdist or is_core_metadata(member.path)) or not isinstance(member.content, BytesContent):
        return member
    return replace(member, content=BytesContent(data=complete(member.content.data, release)))


def complete(metadata: bytes, release: Release) -> bytes:
    """The headers completed; the description below them stays as it is.

    `complete(complete(metadata)) == complete(metadata)`.
    """
    head, blank, description = metadata.partition(b"\n\n")
    before = head.decode().rstrip("\n").split("\n")
    after = list(_lines(before, release))
    return metadata if after == before else "\n".join(after).encode() + (blank or b"\n") + description


def _lines(lines: list[str], release: Release) -> Iterator[str]:
    has_expression = any(line.startswith(_EXPRESSION) for line in lines)
    named = {line.removeprefix(_FILE) for line in lines if line.startswith(_FILE)}
    legal = (file.path for file in release.inventory if file.role == "legal" and not is_metadata(file.path))
    missing = sorted({*legal, MODIFICATIONS_PAGE} - named, key=sort_key) if has_expression else []
    last = max((index for index, line in enumerate(lines) if line.startswith((_EXPRESSION, _FILE))), default=-1)
    for index, line in enumerate(lines):
        yield _with_parts(line, release) if line.startswith(_EXPRESSION) else line
        if index == last:
            yield from (f"{_FILE}{path}" for path in missing)
    if release.config.profile == "hosted-service" and _PRIVATE not in lines:
        yield _PRIVATE


def _with_parts(line: str, release: Release) -> str:
    expression = line.removeprefix(_EXPRESSION)
    return _EXPRESSION + joined(expression, (part.license for part in release.config.parts))


def is_of(metadata: bytes, release: Release) -> bool:
    """Do `metadata` name the release and its terms as ours do, once each?"""
    if not _is_read_alike(metadata):
        return False
    name, version = _fields(metadata, "Name: "), _fields(metadata, "Version: ")
    terms = joined(release.project.license_expression, (part.license for part in release.config.parts))
    files = _fields(metadata, _FILE)
    return (
        tuple(map(canonicalize_name, name)) == (canonicalize_name(release.project.name),)
        and version == (release.project.version,)
        and _publishers(metadata) == _publishers(_told_of(release.project.authors))
        and _fields(metadata, _EXPRESSION) == ((terms,) if release.project.license_expression else ())
        and not (release.project.license_expression and _fields(metadata, _OLD_LICENSE))
        and all(file == MODIFICATIONS_PAGE or file in release.inventory.by_path for file in files)
        and complete(metadata, release) == metadata
    )


def _publishers(metadata: bytes) -> tuple[tuple[str, ...], ...]:
    return _fields(metadata, "Author: "), _fields(metadata, "Author-email: ")


def _told_of(authors: Iterable[Author]) -> bytes:
    """As Hatchling tells of them: by name alone in one header, by address in another."""
    names = [author.name for author in authors if not author.email]
    addresses = [_address(author) for author in authors if author.email]
    fields = (("Author: ", names), ("Author-email: ", addresses))
    return "".join(f"{name}{', '.join(values)}\n" for name, values in fields if values).encode()


def _address(author: Author) -> str:
    """What no address can be, a forger wrote: it stands in no metadata."""
    from email.headerregistry import Address  # noqa: PLC0415  # slow, and only a publisher with an address asks for it

    try:
        return str(Address(display_name=author.name, addr_spec=author.email))
    except (ValueError, IndexError, MessageError):
        return f"{author.name} <{author.email}>"


def _is_read_alike(metadata: bytes) -> bool:
    """Does every reader find the same headers?

    What else ends a line does so for some, other bytes are no text, what begins with a space goes on with the header above,
    and behind a line that is none there are no headers for most.
    """
    try:
        head = metadata.partition(b"\n\n")[0].decode().removesuffix("\n")
    except UnicodeDecodeError:
        return False
    return len(head.splitlines()) == head.count("\n") + 1 and all(map(_HEADER.match, _unfolded(head).split("\n")))


def _unfolded(head: str) -> str:
    """Without the further lines of a license's text, which Hatchling has in them and which no field of ours is."""
    return _LICENSE_TEXT.sub(_OLD_LICENSE, head)


def classifiers(metadata: bytes | None) -> tuple[str, ...]:
    """Those that core metadata have; none where there are no metadata."""
    return _fields(metadata or b"", _CLASSIFIER)


def _fields(metadata: bytes, name: str) -> tuple[str, ...]:
    """The values of the header called `name`, whatever its case and whether a space follows its colon, in their order."""
    head = metadata.partition(b"\n\n")[0].decode(errors="replace")
    wanted = name.rstrip(": ").lower()
    headers = (line.partition(":") for line in head.split("\n"))
    return tuple(value.strip() for key, colon, value in headers if colon and key.rstrip().lower() == wanted)
