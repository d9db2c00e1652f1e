"""Which names are of one text in two forms: `loom.js`, `loom.min.js` and `loom.ts`, `weave.json` and `weave.yaml`."""

from __future__ import annotations

from itertools import chain

from hatch_oaml.values.expressions import expression

Stem = tuple[str, int] | None
"""A path without its suffix, and which family that is of; None of a suffix that is of none."""

_FAMILIES = (
    ("js", "mjs", "cjs", "jsx", "ts", "tsx", "mts", "cts"),
    ("css", "scss", "sass", "less"),
    ("json", "jsonc", "json5", "yaml", "yml", "toml"),
    ("py", "pyi", "pyx", "pxd"),
    ("c", "cc", "cpp", "cxx", "cu", "m", "mm", "metal", "hip"),
    ("h", "hh", "hpp", "hxx", "cuh"),
)
_FAMILY_OF = dict(chain.from_iterable(((name, number) for name in names) for number, names in enumerate(_FAMILIES)))
_NAME = expression(r"(?P<stem>.+?)(?:[.-]min)?\.(?P<suffix>\w{1,8})")


def stem_of(path: str) -> Stem:
    match = _NAME.fullmatch(path)
    family = None if match is None else _FAMILY_OF.get(match["suffix"].lower())
    return None if match is None or family is None else (match["stem"], family)
