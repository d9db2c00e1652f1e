"""The names that a project's own files give to its bases: card, configuration of an adapter, of a merge."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from hatch_oaml.statements import LONGEST, statements_of
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.model_names import last_of_path, model_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from hatch_oaml.records.base_file import BaseFile


def proposed_name(folder: Path, source: Path, files: Sequence[BaseFile], *, is_only: bool) -> str:
    """The one that is called as the source's folder is; of the only source, the only one that is surely a base; else "".

    :param files: the source's; one that the project has as it was there speaks of what the source was made from.
    """
    digests = {str(file.path): file.sha256 for file in files}
    found = list(_names_in(folder, digests))
    last = source.resolve().name.casefold()
    alike = {name for name, _ in found if last_of_path(name).casefold() == last}
    sure = {name for name, is_sure in found if is_sure}
    for names in (alike, sure if is_only else set()):
        if len(names) == 1:
            return names.pop()
    return ""


def _names_in(folder: Path, digests: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Each with whether a base is surely meant."""
    for path in sorted(os.listdir(folder)):
        data = _small(folder / path)
        if path in digests and sha256_of(data) == digests[path]:
            continue
        for statement in statements_of(path, data):
            name = model_name(statement.value) if statement.about in {"base", "possible-base"} else None
            if name:
                yield name, statement.about == "base"


def _small(file: Path) -> bytes:
    with suppress(OSError):
        if file.is_file() and file.stat().st_size <= LONGEST:
            return file.read_bytes()
    return b""
