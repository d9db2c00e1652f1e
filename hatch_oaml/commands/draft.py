"""`hatch-oaml draft`: changelog entries for what none names yet."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING

import click

from hatch_oaml.authoring.changelog_entries import HEADER, draft_entries
from hatch_oaml.commands._history import set_history_aside
from hatch_oaml.commands._project import append, examined, project_folder
from hatch_oaml.commands._terminal import lang_option, locale_language, root_option, told
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.values.bilingual import Language


@click.command()
@root_option
@lang_option
def draft(root: Path | None, lang: Language | None) -> None:
    """Add an entry to the changelog for what none names yet. 为尚无条目的修改在修改说明中添加条目。

    `how` stays empty: a person must write it. 修改方式留空，须由人填写。
    """
    language = lang or locale_language()
    with told(language):
        folder = project_folder(root)
        release = examined(folder).release
        if not release.bases:
            raise ConfigurationError(
                Bilingual(
                    en="pyproject.toml: tool.oaml.bases: names no base, so nothing can be told to be modified",
                    zh="pyproject.toml: tool.oaml.bases：没有列出基础模型，无从判断哪些文件经过修改",
                )
            )
        config = release.config
        set_history_aside(
            folder,
            config.modifications,
            list(zip(config.bases, release.bases, strict=True)),
            release.changelog.all_paths,
            language,
        )
        changelog = folder / config.modifications
        header = HEADER if release.modifications is None else ""
        text = draft_entries(release, datetime.now(tz=timezone.utc).astimezone().date())
        append(changelog, header + text if text or header else "")
