"""An entry of the modification changelog that is still to be written, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wording import printable, toml_string

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.modifications import Relation

_UNSAID = Bilingual(en="", zh="")


@frozen
class Entry:
    """`files` are the paths that it is drafted for, `patterns` what names them; `facts` stand above it as comments.

    `how` and `by` are "" where nobody has said it yet.
    """

    patterns: tuple[str, ...]
    files: tuple[str, ...]
    relation: Relation
    is_model: bool = False
    facts: tuple[str, ...] = ()
    how: Bilingual = _UNSAID
    by: str = ""


def render_entries(entries: Iterable[Entry], today: datetime.date) -> str:
    """What to append to a changelog; "" where there are none."""
    return "".join("\n" + "\n".join([*_facts(entry), *_change(entry, today), ""]) for entry in entries)


def _facts(entry: Entry) -> Iterator[str]:
    for fact in entry.facts:
        yield f"# {printable(fact)}"


def _change(entry: Entry, today: datetime.date) -> Iterator[str]:
    yield "[[change]]"
    if len(entry.patterns) == 1:
        yield f"files = [{toml_string(entry.patterns[0])}]"
    else:
        yield "files = ["
        yield from (f"    {toml_string(pattern)}," for pattern in entry.patterns)
        yield "]"
    yield f'relation = "{entry.relation}"  # finetune adapter quantized merge distilled pruned converted modified'
    yield f"how.en = {toml_string(entry.how.en)}"
    yield f"how.zh = {toml_string(entry.how.zh)}"
    yield f"date = {today.isoformat()}"
    if entry.by:
        yield f"by = {toml_string(entry.by)}"
