"""What the files of a release say of its bases, held against what the project says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.lineage import earlier
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.model_names import is_project, is_surely_a_name, last_of_path, model_name, same_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.statement import Statement
    from hatch_oaml.release import Release


@frozen
class NamedBase:
    """`file` names a base; `name` is None where it is but a path on somebody's disk."""

    file: ReleaseFile
    statement: Statement
    name: str | None


def named_bases(release: Release) -> Iterator[NamedBase]:
    """What files of the release name as its bases and no record, no `own-bases` and no file of the release is; once a file."""
    told = set()
    for file, statement in own_statements(release):
        if statement.about not in {"base", "possible-base", "record"}:
            continue
        if statement.about == "record" and file.path in release.config.bases:
            continue
        name = statement.value if statement.about == "record" else model_name(statement.value)
        named = NamedBase(file=file, statement=statement, name=name)
        known = (file.path, (name or statement.value).casefold())
        if known not in told and not _is_accounted_for(release, named):
            told.add(known)
            yield named


def own_statements(release: Release) -> Iterator[tuple[ReleaseFile, Statement]]:
    """Those of the release itself: a file as the base had it speaks of the base, one of a part of that part."""
    for file in release.inventory.telling:
        if release.differences[file.path] in {"same", "moved", None}:
            continue  # None: what only its digest can tell is told once that is known
        if _speaks_of_a_part(release, file):
            continue
        for statement in file.statements:
            yield file, statement


def _speaks_of_a_part(release: Release, file: ReleaseFile) -> bool:
    """Weights, and what lies at the top, speak of the release, whatever part they are said to be of."""
    is_inside = file.role != "model" and "/" in file.path
    return is_inside and release.config.names_in_a_part(file.path)


def _is_accounted_for(release: Release, named: NamedBase) -> bool:
    if named.statement.about != "record" and _lies_in_release(release, named):
        return True
    if named.name is None:
        return _is_last_part_of_a_base(release, named.statement.value)
    if named.statement.about == "possible-base" and not is_surely_a_name(named.name):
        return True
    if named.statement.about != "record" and is_project(named.name, release.project.name):
        return True
    known = filter(None, map(model_name, (*_recorded(release), *release.config.own_bases)))
    return any(same_model(named.name, name) for name in known)


def _recorded(release: Release) -> Iterator[str]:
    """The names and addresses of the bases, and of what these were made from."""
    for base in release.bases:
        for one in (base.as_ancestor, *earlier(base.bases)):
            yield from (text for text in (one.name, one.url) if text)


def _lies_in_release(release: Release, named: NamedBase) -> bool:
    """Is it a folder of the release, from where the file lies or from the top?"""
    folder = named.file.path.rpartition("/")[0]
    path = named.statement.value.strip().replace("\\", "/").rstrip("/")
    if path in {".", ".."}:
        return path == "." or bool(folder)
    plain = path.removeprefix("./").removeprefix("../")
    return not plain.startswith(("/", "~")) and any(
        file.path.startswith((f"{plain}/", f"{folder}/{plain}/")) for file in release.inventory
    )


def _is_last_part_of_a_base(release: Release, path: str) -> bool:
    last = last_of_path(path).casefold()
    names = (*(base.name for base in release.bases), *release.config.own_bases)
    return any(name.rpartition("/")[2].casefold() == last for name in names)
