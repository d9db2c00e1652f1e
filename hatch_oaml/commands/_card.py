"""The model card and REUSE.toml of a project's folder, written where there is none; what is there stays, byte for byte."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from hatch_oaml.authoring.card import (
    CARD,
    REUSE,
    Facts,
    card_lacks,
    head_of_card,
    is_bare,
    new_card,
    reuse_table,
)
from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._speaking import advise, say_line
from hatch_oaml.commands._writing import write_file
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import MANIFEST, MODIFICATIONS_PAGE
from hatch_oaml.records.modifications import parse_modifications

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.values.bilingual import Language

READMES = (CARD, "README.rst", "README.txt")
_QUOTING = ("bases/**", "NOTICE*", MODIFICATIONS_PAGE, MANIFEST)
"""With the changelog and the records, what quotes notices of others, in the tree or in an archive of it."""


def readme_in(folder: Path) -> str:
    """The project's own, else the card that is about to be written."""
    return next((name for name in READMES if (folder / name).is_file()), CARD)


def write_card(
    folder: Path, values: Mapping[str, object] | None, records: Sequence[tuple[str, BaseRecord]], language: Language
) -> None:
    """:raises ConfigurationError: the changelog cannot be read."""
    facts = _facts(folder, values, records)
    card = folder / CARD
    data = bytes_if_there(card)
    if data is not None:
        _complete(card, data, facts, language)
    elif readme_in(folder) == CARD:
        _write(card, new_card(facts).encode(), "+")


def write_reuse(folder: Path, values: Mapping[str, object] | None, records: Sequence[tuple[str, BaseRecord]]) -> None:
    """Where nothing of REUSE's is there."""
    if (folder / REUSE).exists() or (folder / ".reuse").exists():
        return
    config = parse_config(_options(values))
    parts = [(part.files.lines, part.license) for part in config.parts]
    quoting = dict.fromkeys((config.modifications, *config.bases, *(path for path, _ in records), *_QUOTING))
    _write(folder / REUSE, reuse_table(config.license, parts, tuple(quoting)).encode(), "+")


def _complete(card: Path, data: bytes, facts: Facts, language: Language) -> None:
    text = data.decode("utf-8-sig", "replace")
    if is_bare(text):
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        _write(card, mark + head_of_card(facts).encode() + b"\n" + data.removeprefix(mark), "=+")
    elif lack := card_lacks(facts, text):
        advise(lack, language)


def _facts(folder: Path, values: Mapping[str, object] | None, records: Sequence[tuple[str, BaseRecord]]) -> Facts:
    config = parse_config(_options(values))
    changelog = bytes_if_there(folder / config.modifications)
    project = values.get("project") if values else None
    name = project.get("name") if isinstance(project, dict) else None
    return Facts(
        name=str(name or folder.absolute().name),
        license=config.license,
        bases=tuple(record.name for _, record in records),
        modifications=None if changelog is None else parse_modifications(changelog, config.modifications),
    )


def _options(values: Mapping[str, object] | None) -> Mapping[str, object]:
    tool = values.get("tool") if values else None
    options = tool.get("oaml") if isinstance(tool, dict) else None
    return options if isinstance(options, dict) else {}


def _write(target: Path, data: bytes, mark: str) -> None:
    write_file(target, data)
    say_line(f"{mark} {target.name}")
