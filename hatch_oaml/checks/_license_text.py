"""How the published text of the license gets to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable, toml_string

if TYPE_CHECKING:
    from hatch_oaml.records.config import Config

WRITTEN_AT = "LICENSE"
"""Where `hatch-oaml init` writes the text, if nothing is there."""


def writing(config: Config) -> Bilingual:
    """Where no text is."""
    if config.license == WRITTEN_AT:
        return Bilingual(
            en="run `hatch-oaml init`, which writes the published text",
            zh="运行 `hatch-oaml init`，由其写入发布的原文",
        )
    line = f"license = {toml_string(config.license)}"
    return Bilingual(
        en=f"delete `{line}` from `[tool.oaml]` and run `hatch-oaml init`, which writes the published text to"
        f" `{WRITTEN_AT}`",
        zh=f"从 `[tool.oaml]` 中删除 `{line}`，再运行 `hatch-oaml init`，由其将发布的原文写入 `{WRITTEN_AT}`",
    )


def rewriting(config: Config) -> Bilingual:
    """Where another text is."""
    path, then = printable(config.license), writing(config)
    return Bilingual(en=f"delete the file `{path}`, then {then.en}", zh=f"删除文件 `{path}`，然后{then.zh}")
