"""The header of a weight file: GGUF's `general.base_model.*` and `general.license`, and what trainers of adapters write.

https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._contract import Witness
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.license_names import license_name
from hatch_oaml.values.model_names import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.records.statement import About

_GGUF = expression(r"general\.base_model\.(?P<number>\d+)\.(?P<part>repo_url|name|organization|url)$")
_KEYS: dict[str, About] = {
    "base_model": "base",
    "base_model_name_or_path": "base",
    "ss_sd_model_name": "base",
    "general.source.huggingface.repository": "possible-base",
    "general.source.repo_url": "possible-base",
}
_LICENSES = ("general.license.name", "general.license", "modelspec.license", "license")
"""The first that names one; the last are Stability AI's and trainers' in safetensors (https://github.com/Stability-AI/ModelSpec)."""
_BEST_FIRST = ("repo_url", "name", "url")
"""An address tells the owner as a hub spells him."""


def _read(metadata: Mapping[str, str]) -> Iterator[Statement]:
    for key, about in _KEYS.items():
        if not says_nothing(metadata.get(key, "")):
            yield Statement(about=about, key=key, value=metadata[key])
    key, license_of_all = next(
        ((key, name) for key in _LICENSES if (name := license_name(metadata.get(key, ""))) is not None), ("", None)
    )
    if license_of_all is not None:
        yield Statement(about="possible-license", key=key, value=license_of_all)
    numbers = sorted({match["number"] for key in metadata if (match := _GGUF.match(key))}, key=int)
    for number in numbers:
        yield from _of_gguf(metadata, f"general.base_model.{number}.")


def _of_gguf(metadata: Mapping[str, str], prefix: str) -> Iterator[Statement]:
    told = {part: metadata.get(prefix + part, "") for part in ("organization", *_BEST_FIRST)}
    part = next((part for part in _BEST_FIRST if not says_nothing(told[part])), None)
    if part is None:
        return
    value = told[part]
    if part == "name" and not says_nothing(told["organization"]) and "/" not in value:
        value = "/".join(re.sub(r"\s+", "-", word.strip()) for word in (told["organization"], value))
    yield Statement(about="base", key=prefix + part, value=value)


WITNESS = Witness(name="model-header", read_metadata=_read)
