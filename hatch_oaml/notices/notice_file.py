"""Whole notice files, kept paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource, no_lines
from hatch_oaml.notices._yaml_people import yaml_people
from hatch_oaml.recognition.boilerplate import is_known_license
from hatch_oaml.recognition.passage import Passage, WholeNotices
from hatch_oaml.recognition.visibility import parts, parts_of_markdown
from hatch_oaml.values.legal_names import legal_kind

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

_OTHERS = (".pdf",)
"""Read by a source of their own, whatever their name."""
_CITATION = ".cff"
"""Whose authors surely are some; what else it says may rightly change."""

_MARKDOWN = (".md", ".markdown")


def _claims(path: ArchivePath) -> bool:
    return legal_kind(path) is not None and not path.lower().endswith(_OTHERS)


def _read(path: ArchivePath, text: str) -> tuple[Passage, ...]:
    """What nobody sees in it, rendered, is told apart: a comment in a notice file tells recipients nothing."""
    people, rest = yaml_people(text) if path.lower().endswith(_CITATION) else ((), text)
    whole = _as_kept(path, rest)
    parted = parts_of_markdown(rest) if path.lower().endswith(_MARKDOWN) else parts(rest)
    return (*people, *(replace(whole, text=part, visibility=visibility) for visibility, part in parted))


def _as_kept(path: ArchivePath, text: str) -> Passage:
    kind = legal_kind(path)
    if kind == "notice":
        return Passage(text=text, content=WholeNotices(kind="attribution"))
    if kind == "people":
        return Passage(text=text, content=WholeNotices(kind="attribution", each="line"))
    if kind == "citation":
        return Passage(text=text, content=WholeNotices(kind="attribution", each="line", sure=False))
    if is_known_license(text):
        return Passage(text=text)
    return Passage(text=text, content=WholeNotices(kind="license", sure=False))


SOURCE = NoticeSource(name="notice-file", claims=_claims, read_text=_read, sample=no_lines)
