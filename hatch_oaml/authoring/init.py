"""What a model repository lacks before it can be released: `hatch-oaml init`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.authoring.advice import advised, other_profile
from hatch_oaml.authoring.project_texts import GATE, HOOK, Said, changelog, new_project as project_text, options
from hatch_oaml.authoring.said_already import HATCH, PYPROJECT, build_table, lookup, says_original
from hatch_oaml.records.config import parse_config
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.authoring.said_already import HatchBuild
    from hatch_oaml.values.bilingual import Bilingual


@frozen
class NewText:
    """Text for a file that is not there yet, or to go behind what is there."""

    path: str
    text: str
    appended: bool


@frozen
class Found:
    """What lies in the folder already: the name of its README, and the paths of base records."""

    readme: str = ""
    records: tuple[str, ...] = ()


_NOTHING = Found()
_UNSAID = Said()


@frozen
class Plan:
    """What can be written, and what only a person can put in place; `covered` are the checks whose findings that mends."""

    additions: tuple[NewText, ...]
    advice: tuple[Bilingual, ...]
    covered: frozenset[str]


def wanted(values: Mapping[str, object] | None) -> tuple[str, str]:
    """The paths of license text and changelog.

    :param values: pyproject.toml parsed, None if there is none.
    :raises ConfigurationError: with everything that is wrong in `[tool.oaml]`.
    """
    table = lookup(values, "tool", "oaml")
    config = parse_config(table if isinstance(table, dict) else {})
    return config.license, config.modifications


def plan(
    values: Mapping[str, object] | None,
    hatch: Mapping[str, object] | None,
    present: frozenset[str],
    folder: str,
    license_text: str,
    found: Found = _NOTHING,
    said: Said = _UNSAID,
) -> Plan:
    """What the project lacks.

    :param values: pyproject.toml parsed, None if there is none.
    :param hatch: hatch.toml likewise: a table in it replaces the one in pyproject.toml, as Hatchling has it.
    :param present: which of the `wanted` files exist.
    :param folder: the project folder's name.
    :param found: is taken into what is written, and told where that cannot be changed any more.
    :raises ConfigurationError: with everything that is wrong in `[tool.oaml]`.
    """
    new_project = values is None
    project = values if values is not None else {}
    is_original = said.original or says_original(values)
    texts = zip(wanted(values), (license_text, changelog(original=is_original)), strict=True)
    additions = [NewText(path=path, text=text, appended=False) for path, text in texts if path not in present]
    build = build_table(project, hatch)
    if build.file == HATCH and not build.has_hook:
        additions.append(NewText(path=HATCH, text=f"\n[{build.header}.hooks.oaml]\n", appended=True))
    text = project_text(said, folder, found.readme) if new_project else ""
    text += _missing_tables(project, build, found.records, said)
    if text:
        additions.append(NewText(path=PYPROJECT, text=text, appended=not new_project))
    told = [
        *advised(project, build, found.records, new_project=new_project, original=said.original),
        *other_profile(project, said),
    ]
    return Plan(
        additions=tuple(additions),
        advice=tuple(advice for _, advice in told),
        covered=frozenset(check for check, _ in told if check),
    )


def _missing_tables(values: Mapping[str, object], build: HatchBuild, records: tuple[str, ...], said: Said) -> str:
    parts = []
    if build.values is None:
        parts.append(GATE)
    if build.file == PYPROJECT and not build.has_hook:
        parts.append(HOOK)
    if lookup(values, "tool", "oaml") is None:
        parts.append(options(records, said))
    return "".join(f"\n{part}" for part in parts)
