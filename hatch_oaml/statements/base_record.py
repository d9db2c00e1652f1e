"""A base record that lies in the release: somebody recorded what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.base_record import looks_like_base
from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._contract import Witness
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator


def _read(text: str) -> Iterator[Statement]:
    data = text.encode()
    if not looks_like_base(data):
        return
    head = text.partition("\n[[file]]")[0]
    try:
        name = parse_toml(head.encode(), "").get("name")
    except ConfigurationError:
        return
    if isinstance(name, str):
        yield Statement(about="record", key="name", value=name, line=head[: head.find("\nname")].count("\n") + 2)


WITNESS = Witness(name="base-record", claims=lambda path: path.lower().endswith(".toml"), read=_read)
