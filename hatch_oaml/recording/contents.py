"""What was read of a base, wherever it lay: its files, and the texts that tell of it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from hatch_oaml.records.config import parse_config
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.config import Config
    from hatch_oaml.records.integrity import PromisedNotice
    from hatch_oaml.values.bilingual import Bilingual


CARD_NAMES = ("README.md", "readme.md", "Readme.md", "README_zh.md", "MODEL_CARD.md", "model_card.md")


@frozen
class Contents:
    """`text` gives the bytes of a small file by its path in the base, None where there is none.

    `config` is the base's own `[tool.oaml]`, the defaults where it has none; `name`, `version`, `url` and `license` are ""
    where nothing that surrounds the files tells them; `header_license` is what the header of a weight file says, `promised` the notices
    that the manifest of a release promises.
    """

    files: tuple[BaseFile, ...]
    text: Callable[[str], bytes | None]
    config: Config = field(default_factory=lambda: parse_config({}))
    name: str = ""
    version: str = ""
    url: str = ""
    license: str = ""
    header_license: str = ""
    promised: tuple[PromisedNotice, ...] = ()
    notes: tuple[Bilingual, ...] = ()
