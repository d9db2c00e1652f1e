"""Lists and blocks of lines, as findings show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS
from hatch_oaml.values.wording import pattern_for, printable, shown_name, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(paths: Iterable[str], separator: str) -> str:
    """The first few of `paths` in backquotes; the rest as `…`."""
    known = [f"`{shown_name(path)}`" for path in paths]
    return separator.join(known[:3] + ["…"] * (len(known) > 3))


def one_line(said: Bilingual) -> Bilingual:
    """What a reader of files says of one, and what it quotes from there."""
    return Bilingual(en=printable(said.en), zh=printable(said.zh))


def block(*lines: str) -> str:
    """Lines to paste, set off below the sentence that asks for them."""
    return "\n\n" + "\n".join(f"    {line}" if line else "" for line in lines)


def weight_pattern(path: str) -> str:
    """The known name that the weight file at `path` goes by, else its own."""
    return next((pattern for pattern in WEIGHT_PATTERNS if Patterns((pattern,)).match(path)), pattern_for(path))


def model_lines(paths: Iterable[str]) -> str:
    """The setting that takes these weight files, ignored or not."""
    patterns = ", ".join(sorted({toml_string(weight_pattern(path)) for path in paths}))
    return block("[tool.oaml]", f"model = [{patterns}]")
