"""The facts of a file that is no model file, as they are kept: all that its bytes told, and nothing that its place tells."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, get_args

from hatch_oaml.facts_cache.shapes import (
    Shape,
    by_name,
    digest,
    number,
    one_of,
    optional,
    plain,
    record,
    several,
    text,
    truth,
    unordered,
)
from hatch_oaml.records.annotation import PRECEDENCES, Annotation
from hatch_oaml.records.found_secret import SECRET_KINDS, FoundSecret
from hatch_oaml.records.inventory import LfsPointer, ReleaseFile
from hatch_oaml.records.license_text import LicenseText
from hatch_oaml.records.model_card import ModelCard
from hatch_oaml.records.notice import KINDS, VISIBILITIES, Notice
from hatch_oaml.records.statement import About, Statement
from hatch_oaml.records.tensors import ShardIndex
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.fingerprints import fingerprint, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping


_said = record(Bilingual, en=text, zh=text)
_notice = record(
    Notice,
    kind=one_of(KINDS),
    text=text,
    line=number,
    end_line=number,
    sure=truth,
    whole=truth,
    visibility=one_of(VISIBILITIES),
)
_license_text = record(
    LicenseText, is_empty=truth, known=unordered(text), is_known_whole=truth, is_published=truth, names_ours=truth
)
_statement = record(Statement, about=one_of(get_args(About)), key=text, value=text, line=number)
_annotation = record(
    Annotation,
    globs=several(text),
    license=text,
    line=number,
    precedence=one_of(PRECEDENCES),
    copyrights=several(text),
)
_card = record(
    ModelCard,
    description=text,
    task=text,
    library=text,
    languages=several(text),
    tags=several(text),
    datasets=several(text),
    metrics=several(text),
    users=text,
    uses=text,
    limitations=text,
    ethics=text,
)

FACTS: Mapping[str, Shape] = {
    "sha256": digest,
    "pointer": record(LfsPointer, sha256=digest, size=number),
    "notices": several(_notice),
    "fingerprint": lambda value: fingerprint(text(value)),
    "unread": _said,
    "not_a_contribution": number,
    "secret": record(FoundSecret, kind=one_of(SECRET_KINDS), line=number),
    "declared": text,
    "license_text": _license_text,
    "alters_license": truth,
    "statements": several(_statement),
    "annotations": several(_annotation),
    "card": _card,
    "shards": record(ShardIndex, weight_map=by_name(text), total_size=optional(number), faults=several(_said)),
}
"""The fields of `ReleaseFile` that are kept, where they say anything."""
_UNTOLD = tuple((field.name, field.default) for field in fields(ReleaseFile) if field.name in FACTS)


def kept_of(file: ReleaseFile) -> dict[str, Any]:
    """What is kept of a file with a known digest: `facts_in(kept_of(file))` are its fields."""
    kept = {}
    for name, untold in _UNTOLD:
        value = getattr(file, name)
        if value is not untold and value != untold:
            kept[name] = text_of(value) if name == "fingerprint" else plain(value)
    return kept


def facts_in(kept: object) -> dict[str, Any]:
    """:raises ValueError: these are no such facts."""
    if not isinstance(kept, dict) or "sha256" not in kept or not kept.keys() <= FACTS.keys():
        raise ValueError(kept)
    return {name: FACTS[name](value) for name, value in kept.items()}
