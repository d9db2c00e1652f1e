"""What to do for an extra of ours: commands run in one environment, builds in another."""

from __future__ import annotations

from hatch_oaml.values.bilingual import Bilingual


def how_to_read(extra: str) -> Bilingual:
    """The two edits that let what needs `extra` be read, by the commands and by isolated builds."""
    name = f"hatch-oaml[{extra}]"
    return Bilingual(
        en=f"`pip install {name}` lets `check` read what is in it; for builds, which are isolated, `build-system.requires` must say"
        f' `"{name}"` in place of `"hatch-oaml"`',
        zh=f"安装 `pip install {name}` 后 `check` 即可读取其内容；构建在隔离环境中进行，须在 `build-system.requires` 中"
        f'将 `"hatch-oaml"` 改为 `"{name}"`',
    )
