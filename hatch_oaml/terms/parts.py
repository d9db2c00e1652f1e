"""Where the text of a part's license lies, and what is wrong with it (clause 3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.terms.known import key_of, known_licenses
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.records.config import Part
    from hatch_oaml.records.inventory import ReleaseFile

TextDefect = Literal["missing", "empty", "another", "without copyright"]

_SUFFIXES = (".txt", ".md", "")


@frozen
class PartText:
    """The text of `license_id` for a part: `file` holds it, or is the nearest to it; None where there is none.

    `known` are the licenses whose text that file holds instead.
    """

    license_id: str
    file: ReleaseFile | None
    defect: TextDefect | None
    known: frozenset[str] = frozenset()


def part_text(part: Part, license_id: str, files: Sequence[ReleaseFile]) -> PartText:
    """In `LICENSES/`, by the license's name, or in the part itself, or in a folder above it that is not the whole release."""
    named = [file for file in files if file.path.casefold() in _names_of_text(license_id)]
    members = [file for file in files if part.files.match(file.path)]
    own = list(_own_texts(members, files))
    holding = [file for file in named if _is_text_of(file, license_id, by_name=True)]
    holding += [file for file in own if _is_text_of(file, license_id, by_name=False)]
    if holding:
        lacks = _wants_copyright(license_id) and not _has_copyright((*holding, *members, *_spoken_for(part, files)))
        return PartText(license_id=license_id, file=holding[0], defect="without copyright" if lacks else None)
    if not named and not own:
        return PartText(license_id=license_id, file=None, defect="missing")
    nearest = (named or own)[0]
    text = nearest.license_text
    if text is None or text.is_empty:
        return PartText(license_id=license_id, file=nearest, defect="empty")
    return PartText(license_id=license_id, file=nearest, defect="another", known=text.known)


def _names_of_text(license_id: str) -> frozenset[str]:
    """Where the text may lie, in lower case, since ids know no case; all of one version have one text."""
    name = license_id.casefold()
    names = {name, name.removesuffix("+"), key_of(name), f"{key_of(name)}-only", f"{key_of(name)}-or-later"}
    return frozenset(f"licenses/{one}{suffix}" for one in names for suffix in _SUFFIXES)


def _own_texts(members: Iterable[ReleaseFile], files: Iterable[ReleaseFile]) -> Iterator[ReleaseFile]:
    """The license texts among the part's files, then those in the folders that these lie in."""
    paths = {file.path for file in members}
    folders = {folder for path in paths for folder in folders_above(path)}
    for file in files:
        is_text = file.license_text is not None and not file.path.endswith(".license")
        if is_text and (file.path in paths or file.path.rpartition("/")[0] in folders):
            yield file


def folders_above(path: str) -> Iterator[str]:
    """All that `path` lies in, but the whole release."""
    parts = path.split("/")[:-1]
    return ("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _is_text_of(file: ReleaseFile, license_id: str, *, by_name: bool) -> bool:
    text = file.license_text
    if text is None or text.is_empty:
        return False
    if key_of(license_id) in known_licenses():
        return key_of(license_id) in text.known
    if text.is_published:
        return False
    # a name of one's own may stand for any text; of hundreds of others the text is on no list of ours, and some have one
    # of these in them
    return license_id.casefold().startswith("licenseref-") or not text.is_known_whole or not by_name


def _wants_copyright(license_id: str) -> bool:
    known = known_licenses().get(key_of(license_id))
    return known is not None and known.wants_copyright


def _has_copyright(files: Iterable[ReleaseFile]) -> bool:
    return any(notice.kind == "copyright" and notice.sure for file in files for notice in file.notices)


def _spoken_for(part: Part, files: Iterable[ReleaseFile]) -> Iterator[ReleaseFile]:
    """What speaks of the part from outside: REUSE.toml, a file's `.license` beside it."""
    for file in files:
        if file.path.casefold() == "reuse.toml" or part.files.match(file.path.removesuffix(".license")):
            yield file
