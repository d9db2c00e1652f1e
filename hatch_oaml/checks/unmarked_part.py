"""Tells of files that say they are under other terms, and that no part names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hatch_oaml.checks._two_licenses import MOST_LINES, own_text, says_of, text_at_the_top, two_licenses
from hatch_oaml.checks._wording import listed
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.license.versions import may_name_license, names_license
from hatch_oaml.terms.annotations import TABLE, Annotations, is_annotating
from hatch_oaml.terms.headers import terms_called
from hatch_oaml.terms.known import key_of
from hatch_oaml.terms.parts import folders_above
from hatch_oaml.terms.tags_below import TOP
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.license_names import license_name
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.spdx import always_holds, license_ids, spelled
from hatch_oaml.values.wording import abbreviated, pattern_for, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set as AbstractSet

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release
    from hatch_oaml.terms.annotations import Said
    from hatch_oaml.values.digests import Sha256

_TAG = expression(r"(?i:spdx-license-identifier)\s*:\s*(?P<expression>.+)")


def _run(release: Release) -> Iterator[Finding]:
    yield from _saying_so(release)
    yield from _annotated(release)
    marked = _marked_folders(release)
    yield from _of_folders(release, marked)
    yield from _with_own_texts(release, marked)
    yield from _texts_at_the_top(release)


def _saying_so(release: Release) -> Iterator[Finding]:
    """One finding for all files of one expression, and one for those that say it in words."""
    found: dict[tuple[bool, str], list[tuple[ReleaseFile, int]]] = defaultdict(list)
    inherited, annotations = _of_bases(release), Annotations(release.inventory)
    telling = {file.path for file in release.inventory.telling}
    for file in release.inventory:
        tag = _tag_of(file) if file.notices else None
        if (tag is None and file.path not in telling) or file.sha256 in inherited:
            continue  # most say nothing
        if _is_in_a_part(release, file.path.removesuffix(".license")):
            continue
        for is_tag, terms, line in _terms_of(file, tag):
            if _is_another(terms) and (is_tag or not _is_told_beside(release, file, annotations)):
                found[is_tag, terms].append((file, line))
    for (is_tag, terms), files in found.items():
        yield (_of_tag if is_tag else _of_header)(terms, files)


def _of_bases(release: Release) -> frozenset[Sha256]:
    """Of files as bases under this license have them: what is said there was said by these, and is no part of this release's making."""
    ours = (base for base in release.bases if names_license(base.license))
    return frozenset(file.sha256 for base in ours for file in base.files if file.sha256)


def _is_told_beside(release: Release, file: ReleaseFile, annotations: Annotations) -> bool:
    """Does REUSE say already of a file without a tag that it is under other terms?"""
    beside = release.inventory.by_path.get(f"{file.path}.license")
    tag = _tag_of(beside) if beside else None
    said = [] if tag is None else [tag[0]]
    return any(map(_is_another, (*said, *(one.annotation.license for one in annotations.of(file.path)))))


def _terms_of(file: ReleaseFile, tag: tuple[str, int] | None) -> Iterator[tuple[bool, str, int]]:
    """Under which terms the file says that it is, each once: whether by a tag, and on which line; in words where no tag stands at its top."""
    if file.role == "model" or file.kind == "data" or file.path.casefold().startswith("licenses/"):
        return
    tags = dict[str, int]()
    for terms, line in ([tag] if tag else []) + _tags_below(file):
        tags.setdefault(terms, line)
    yield from ((True, terms, line) for terms, line in tags.items())
    for said in file.statements if tag is None else ():
        if said.about == "own-terms" and said.key == "header" and said.value not in tags:
            yield False, said.value, said.line


def _tag_of(file: ReleaseFile) -> tuple[str, int] | None:
    """The tag at the top of the file, and its line; None where there is none."""
    if file.role == "model" or file.kind == "data" or file.path.casefold().startswith("licenses/"):
        return None
    for notice in file.notices:
        if notice.kind != "license" or notice.line > TOP or notice.visibility not in {"open", "hidden"}:
            continue
        if (tag := _TAG.search(notice.text)) and not _is_quoted(file, notice.line):
            return tag["expression"].strip(), notice.line
    return None


def _is_quoted(file: ReleaseFile, line: int) -> bool:
    return any(said.about == "quoted-terms" and said.line == line for said in file.statements)


def _tags_below(file: ReleaseFile) -> list[tuple[str, int]]:
    """Those further down that are no string and, in a document, no example."""
    said = [one for one in file.statements if one.about == "own-terms" and one.key == "tag"]
    if not said:
        return []
    seen = {"hidden"} if file.kind == "documentation" else {"open", "hidden"}
    lines = {one.line for one in file.notices if one.kind == "license" and one.visibility in seen}
    return [(one.value, one.line) for one in said if one.line in lines]


def _is_another(terms: str) -> bool:
    return bool(license_ids(terms)) and not always_holds(terms, names_license)


def _annotated(release: Release) -> Iterator[Finding]:
    """One finding for all files of one annotation."""
    annotations = Annotations(release.inventory)
    found: dict[Said, list[str]] = defaultdict(list)
    for file in release.inventory if annotations else ():
        if _can_be_annotated(file) and not _is_in_a_part(release, file.path):
            for said in annotations.of(file.path):
                if _is_another(said.annotation.license) and not _is_said_already(release, file, said):
                    found[said].append(file.path)
    for said, paths in found.items():
        yield _of_annotation(release, said, paths)


def _can_be_annotated(file: ReleaseFile) -> bool:
    """Texts of licenses, and what annotates, are under no terms that a table could name."""
    return file.role != "legal" and file.license_text is None and not is_annotating(file.path)


def _is_said_already(release: Release, file: ReleaseFile, said: Said) -> bool:
    """By the file itself or the one beside it; an annotation that is only *closest* yields to these."""
    beside = release.inventory.by_path.get(f"{file.path}.license")
    own = _tag_of(file) or (_tag_of(beside) if beside else None)
    return own is not None and (said.annotation.precedence == "closest" or own[0] == said.annotation.license)


def _of_folders(release: Release, marked: AbstractSet[str]) -> Iterator[Finding]:
    """One finding for all files of packages, of data and of models below the top that name one license for their folder."""
    found: dict[str, list[tuple[ReleaseFile, int]]] = defaultdict(list)
    inherited = _of_bases(release)
    for file in release.inventory.telling:
        if file.path == release.project.readme or file.sha256 in inherited:
            continue
        folder = file.path.rpartition("/")[0]
        if not folder or folder in marked:
            continue
        for said in file.statements:
            name = license_name(said.value) if said.about in {"folder-license", "license"} else None
            if name is not None and not may_name_license(name):
                found[terms_called(name)].append((file, said.line))
    for terms, files in found.items():
        yield _of_field(terms, files)


def _marked_folders(release: Release) -> frozenset[str]:
    """Those that a file of a part lies in."""
    named = (file.path for file in release.inventory if _is_in_a_part(release, file.path))
    return frozenset(folder for path in named for folder in folders_above(path))


def _with_own_texts(release: Release, marked: AbstractSet[str]) -> Iterator[Finding]:
    for file in release.inventory.license_texts:
        folder = file.path.rpartition("/")[0]
        text = file.license_text
        if text is None or text.is_empty or not folder or folder.split("/")[0].casefold() == "licenses":
            continue
        if text.is_published or text.names_ours or file.path.endswith(".license"):
            continue
        if folder not in marked:
            yield own_text(file, folder)


def _texts_at_the_top(release: Release) -> Iterator[Finding]:
    """What a reader, and a hub, takes for the license of the whole; a base's own goes along as it had it."""
    said = [release.project.license_expression, *(part.license for part in release.config.parts)]
    named = {key_of(name) for terms in said for name in license_ids(terms)}
    for file in release.inventory.license_texts:
        text = file.license_text
        if text is None or "/" in file.path or file.path == release.config.license or text.is_published:
            continue
        if text.known and not text.known & named and release.differences[file.path] not in {"same", "moved"}:
            yield text_at_the_top(file, ", ".join(map(spelled, sorted(text.known))))


def _is_in_a_part(release: Release, path: str) -> bool:
    return release.config.names_in_a_part(path)


def _of_tag(terms: str, files: Sequence[tuple[ReleaseFile, int]]) -> Finding:
    paths = [file.path for file, _ in files]
    return two_licenses(
        (paths[0], files[0][1]),
        Bilingual(
            en=f"`SPDX-License-Identifier` says {abbreviated(terms)}",
            zh=f"`SPDX-License-Identifier` 写明 {abbreviated(terms)}",
        ),
        Bilingual(en="the tag if it is wrong", zh="如果标签有误，请更正"),
        terms,
        [pattern_for(path) for path in paths[:MOST_LINES]],
        others=paths if len(paths) > 1 else (),
    )


def _of_header(terms: str, files: Sequence[tuple[ReleaseFile, int]]) -> Finding:
    paths = [file.path for file, _ in files]
    headers, say = ("headers", "say") if len(paths) > 1 else ("header", "says")
    return two_licenses(
        (paths[0], files[0][1]),
        Bilingual(
            en=f"the {headers} of {listed(paths, ', ')} {say} {abbreviated(terms)}",
            zh=f"{listed(paths, '、')} 的文件头写明 {abbreviated(terms)}",
        ),
        Bilingual(en="the header if it is yours and wrong", zh="如果文件头由您所写且有误，请更正"),
        terms,
        [pattern_for(path) for path in paths[:MOST_LINES]],
    )


def _of_field(terms: str, files: Sequence[tuple[ReleaseFile, int]]) -> Finding:
    folders = list(dict.fromkeys(file.path.rpartition("/")[0] for file, _ in files))
    first, line = files[0]
    return two_licenses(
        (first.path, line),
        says_of(printable(first.path), terms, folders),
        Bilingual(en="the field if it is wrong", zh="如果该字段有误，请更正"),
        terms,
        [f"{pattern_for(folder)}/**" for folder in folders[:MOST_LINES]],
    )


def _of_annotation(release: Release, said: Said, paths: Sequence[str]) -> Finding:
    terms, name = said.annotation.license, printable(said.path)
    return two_licenses(
        (said.path, said.annotation.line),
        says_of(name, terms, paths),
        Bilingual(en=f"`{name}` if it is wrong", zh=f"如果 `{name}` 有误，请更正"),
        terms,
        _lines_for(release, said, paths),
    )


def _lines_for(release: Release, said: Said, paths: Sequence[str]) -> list[str]:
    """The annotation's own patterns where they match these files and no others, else the files."""
    folder = said.path[: -len(TABLE)] if said.path.endswith(TABLE) else ""
    lines = tuple(f"/{folder}{glob}" for glob in said.annotation.globs)
    try:
        matched = release.inventory.paths.matched_by(Patterns(lines))
    except ValueError:
        matched = frozenset()
    return list(lines) if matched == set(paths) else [pattern_for(path) for path in paths[:MOST_LINES]]


CHECK = Check(name="unmarked-part", clause="3.2", severity=ADVISORY, run=_run)
