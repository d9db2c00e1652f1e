"""The model card and REUSE.toml of a project's folder, written where there is none; what is there stays, byte for byte."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from hatch_oaml.authoring.card import CARD, Facts, card_lacks, head_of_card, is_bare, new_card
from hatch_oaml.authoring.reuse import LICENSE_COPY, NO_HOLDER, REUSE, reuse_table
from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._writing import write_file
from hatch_oaml.license.canonical import canonical_text
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import MANIFEST, MODIFICATIONS_PAGE
from hatch_oaml.records.modifications import parse_modifications

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.values.bilingual import Bilingual

READMES = (CARD, "README.rst", "README.txt")
_QUOTING = ("bases/**", "NOTICE*", MODIFICATIONS_PAGE, MANIFEST)
"""With the changelog and the records, what quotes notices of others, in the tree or in an archive of it."""


def readme_in(folder: Path) -> str:
    """The project's own, else the card that is about to be written."""
    return next((name for name in READMES if (folder / name).is_file()), CARD)


def write_card(card: Path, before: bytes | None, facts: Facts) -> Bilingual | None:
    """The card, made of what stood there `before`; what a person has to add to one that has front matter.

    :raises WriteError: the system refuses it.
    """
    if before is None:
        write_file(card, new_card(facts).encode())
        return None
    text = before.decode("utf-8-sig", "replace")
    if not is_bare(text):
        return card_lacks(facts, text)
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    write_file(card, mark + head_of_card(facts).encode() + b"\n" + before.removeprefix(mark))
    return None


def facts_of(folder: Path, values: Mapping[str, object] | None, bases: Sequence[BaseRecord], name: str) -> Facts:
    """:raises ConfigurationError: the changelog cannot be read."""
    config = parse_config(_options(values))
    changelog = bytes_if_there(folder / config.modifications)
    return Facts(
        name=name,
        license=config.license,
        bases=tuple(record.name for record in bases),
        modifications=None if changelog is None else parse_modifications(changelog, config.modifications),
    )


def write_reuse(
    folder: Path, values: Mapping[str, object] | None, records: Sequence[tuple[str, BaseRecord]], holder: str
) -> bool:
    """Where nothing of REUSE's is there; tells whether it did."""
    if (folder / REUSE).exists() or (folder / ".reuse").exists():
        return False
    config = parse_config(_options(values))
    parts = [(part.files.lines, part.license) for part in config.parts]
    quoting = dict.fromkeys((config.modifications, *config.bases, *(path for path, _ in records), *_QUOTING))
    write_file(folder / REUSE, reuse_table(parts, tuple(quoting), holder).encode())
    if bytes_if_there(folder / LICENSE_COPY) is None:
        write_file(folder / LICENSE_COPY, canonical_text(CURRENT).encode())
    return True


def holders_are_named(folder: Path) -> bool:
    """In the REUSE.toml."""
    return NO_HOLDER not in (bytes_if_there(folder / REUSE) or b"").decode("utf-8", "replace")


def _options(values: Mapping[str, object] | None) -> Mapping[str, object]:
    tool = values.get("tool") if values else None
    options = tool.get("oaml") if isinstance(tool, dict) else None
    return options if isinstance(options, dict) else {}
