"""Where the text of a part's license lies, and what is wrong with it (clause 3.2)."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Literal

from hatch_oaml.terms.known import key_of, known_licenses
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.patterns import PathIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hatch_oaml.records.config import Part
    from hatch_oaml.records.inventory import Inventory, ReleaseFile

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


class PartTexts:
    """Finds the texts among the files of a release: in `LICENSES/`, by the license's name, or in the part itself, or in a folder
    above it that is not the whole release.
    """

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._places = {file.path: number for number, file in enumerate(inventory)}

    def of(self, part: Part, license_id: str) -> PartText:
        named = self._named(license_id)
        members = [self._inventory.by_path[path] for path in self._inventory.paths.matched_by(part.files)]
        own = self._own_texts(members)
        holding = [file for file in named if _is_text_of(file, license_id, by_name=True)]
        holding += [file for file in own if _is_text_of(file, license_id, by_name=False)]
        if holding:
            lacks = _wants_copyright(license_id) and not _has_copyright((*holding, *members, *self._spoken_for(part)))
            return PartText(license_id=license_id, file=holding[0], defect="without copyright" if lacks else None)
        if not named and not own:
            return PartText(license_id=license_id, file=None, defect="missing")
        nearest = (named or own)[0]
        text = nearest.license_text
        if text is None or text.is_empty:
            return PartText(license_id=license_id, file=nearest, defect="empty")
        return PartText(license_id=license_id, file=nearest, defect="another", known=text.known)

    def _in_order(self, files: Iterable[ReleaseFile]) -> list[ReleaseFile]:
        return sorted(files, key=lambda file: self._places[file.path])

    def _named(self, license_id: str) -> list[ReleaseFile]:
        return self._in_order(chain.from_iterable(self._folded.get(name, ()) for name in _names_of_text(license_id)))

    @cached_property
    def _folded(self) -> Mapping[str, list[ReleaseFile]]:
        """By their paths in lower case."""
        return _grouped(self._inventory, lambda file: file.path.casefold())

    def _own_texts(self, members: Iterable[ReleaseFile]) -> list[ReleaseFile]:
        """The license texts among the part's files, and those in the folders that these lie in."""
        paths = {file.path for file in members}
        folders = {folder for path in paths for folder in folders_above(path)}
        above = chain.from_iterable(self._texts_in[folder] for folder in folders if folder in self._texts_in)
        found = {file.path: file for file in chain(members, above) if _is_own_text(file)}
        return self._in_order(found.values())

    @cached_property
    def _texts_in(self) -> Mapping[str, list[ReleaseFile]]:
        """By the folders that they lie in."""
        return _grouped(filter(_is_own_text, self._inventory.license_texts), lambda file: file.path.rpartition("/")[0])

    def _spoken_for(self, part: Part) -> Iterator[ReleaseFile]:
        """What speaks of the part from outside: REUSE.toml, a file's `.license` beside it."""
        yield from self._folded.get("reuse.toml", ())
        for path in self._spoken_of.matched_by(part.files):
            yield self._inventory.by_path[f"{path}.license"]

    @cached_property
    def _spoken_of(self) -> PathIndex:
        """The paths beside which a `.license` lies, whether a file lies there or not."""
        names = (file.path for file in self._inventory if file.path.endswith(".license"))
        return PathIndex(name.removesuffix(".license") for name in names)


def _grouped(files: Iterable[ReleaseFile], key: Callable[[ReleaseFile], str]) -> Mapping[str, list[ReleaseFile]]:
    found: dict[str, list[ReleaseFile]] = {}
    for file in files:
        found.setdefault(key(file), []).append(file)
    return found


def _names_of_text(license_id: str) -> frozenset[str]:
    """Where the text may lie, in lower case, since ids know no case; all of one version have one text."""
    name = license_id.casefold()
    names = {name, name.removesuffix("+"), key_of(name), f"{key_of(name)}-only", f"{key_of(name)}-or-later"}
    return frozenset(f"licenses/{one}{suffix}" for one in names for suffix in _SUFFIXES)


def _is_own_text(file: ReleaseFile) -> bool:
    return file.license_text is not None and not file.path.endswith(".license")


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
