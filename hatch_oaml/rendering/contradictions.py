"""Where the papers of an archive say what is not so: each is rendered again from what the archive is, and compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from hatch_oaml import __version__
from hatch_oaml.rendering.manifest_text import manifest_values, pieces_of
from hatch_oaml.values.pieces import is_made_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.records.integrity import Papers
    from hatch_oaml.release import Release

    Table = Mapping[str, Any]


class Contradiction(NamedTuple):
    """What a manifest says at `key`, and what is so; `path` is the file that it says it of, "" where it is of none."""

    path: str
    key: str
    says: object
    is_so: object

    @property
    def tells_of_writing(self) -> bool:
        """Is it that the manifest says nothing untrue, in other bytes than those that hatch-oaml writes?"""
        return self.key == _NOT_AS_WRITTEN


_NOT_AS_WRITTEN = "not as written"

_JUDGED_BY_VERSION = frozenset({"version", "kind"})
"""What another version of hatch-oaml may say otherwise, and no duty hangs on."""

_KEYS_OF_NOTICE = ("base", "path", "kind", "text")


def contradictions(release: Release, papers: Papers) -> Iterator[Contradiction]:
    """Where the manifest says of the release, or of the archive, what is not so."""
    true = manifest_values(release, papers.listed, papers.written, papers.digests, papers.version)
    if papers.target == "oaml":
        true["root"] = f"{release.project.name}-{release.project.version}"
    if papers.target is None:
        yield Contradiction("", "writer.target", papers.written.target, None)
    if is_made_of(papers.manifest, pieces_of(true)):
        return
    stated = json.loads(papers.manifest.whole())
    is_ours = papers.version == __version__
    found = list(_differences(stated, true, is_ours=is_ours))
    yield from found
    is_explained = found or not _rows(true["notices"]).issuperset(_rows(stated["notices"]))
    if not is_made_of(papers.manifest, pieces_of(stated)) or (is_ours and not is_explained):
        yield Contradiction("", _NOT_AS_WRITTEN, None, None)


def _differences(stated: Table, true: Table, *, is_ours: bool) -> Iterator[Contradiction]:
    for key in dict.fromkeys([*true, *stated]):
        if key not in true or key not in stated:
            yield Contradiction("", key, stated.get(key), true.get(key))
        elif key == "files":
            yield from _in_files(stated[key], list(true[key]), is_ours=is_ours)
        elif key == "notices":
            yield from _unpromised(stated[key], true[key])
        elif isinstance(true[key], dict) and isinstance(stated[key], dict):
            of_another = _JUDGED_BY_VERSION if not is_ours and key == "tool" else frozenset()
            yield from _in_table("", f"{key}.", stated[key], true[key], of_another)
        elif stated[key] != true[key]:
            yield Contradiction("", key, stated[key], true[key])


def _in_table(
    path: str, above: str, stated: Table, true: Table, passed_over: frozenset[str] = frozenset()
) -> Iterator[Contradiction]:
    for key in dict.fromkeys([*true, *stated]):
        if key not in passed_over and (key not in true or key not in stated or stated[key] != true[key]):
            yield Contradiction(path, f"{above}{key}", stated.get(key), true.get(key))


def _in_files(stated: Sequence[Table], true: Sequence[Table], *, is_ours: bool) -> Iterator[Contradiction]:
    passed_over = frozenset() if is_ours else _JUDGED_BY_VERSION
    said, known = ({row["path"]: row for row in rows} for rows in (stated, true))
    for path in dict.fromkeys([*known, *said]):
        if path in said and path in known:
            yield from _in_table(path, "files.", said[path], known[path], passed_over)
        else:
            yield Contradiction(path, "files", *(path if path in rows else None for rows in (said, known)))


def _unpromised(stated: Sequence[Table], true: Sequence[Table]) -> Iterator[Contradiction]:
    """Notices that are retained, and that the manifest does not promise; those that it promises in vain are lost ones."""
    promised = _rows(stated)
    for row in true:
        if tuple(row[key] for key in _KEYS_OF_NOTICE) not in promised:
            yield Contradiction(row["path"], "notices", None, row["text"])
    for row in stated:
        for key in sorted(row.keys() - set(_KEYS_OF_NOTICE)):
            yield Contradiction("", f"notices.{key}", row[key], None)


def _rows(notices: Sequence[Table]) -> set[tuple[str, ...]]:
    return {tuple(row[key] for key in _KEYS_OF_NOTICE) for row in notices}
