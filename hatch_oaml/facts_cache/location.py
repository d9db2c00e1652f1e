"""Where the cache lies: in the user's folder for such things, unless the environment says otherwise."""

from __future__ import annotations

import ntpath
import os
import posixpath
import sys
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "HATCH_OAML_CACHE"
OFF = "off"
_NAME = "hatch-oaml"


def cache_folder(environment: Mapping[str, str], root: str, platform: str = sys.platform) -> str | None:
    """The folder of what is kept of all projects; None where nothing is to be kept.

    By the XDG base directory specification, which has relative paths ignored; on macOS `~/Library/Caches`, on Windows
    `%LOCALAPPDATA%`. Never inside of the project, which is what lies below `root`.

    :raises ConfigurationError: `HATCH_OAML_CACHE` is neither `off` nor the absolute path of a folder outside of the project.
    """
    said = environment.get(VARIABLE, "")
    if said == OFF:
        return None
    paths = ntpath if platform == "win32" else posixpath
    if not said:
        folder = _folder_of_user(environment, platform)
        return str(paths.join(folder, _NAME)) if paths.isabs(folder) and not _lies_in(folder, root) else None
    if not paths.isabs(said):
        raise _unfit(
            said,
            "expected `off` or the absolute path of a folder outside of the project",
            "应为 `off`，或项目之外的文件夹的绝对路径",
        )
    if _lies_in(said, root):
        raise _unfit(
            said,
            "lies inside the project, where it could be released; name a folder outside of it, or `off`",
            "位于项目之内，可能随之发布；请指定项目之外的文件夹，或 `off`",
        )
    return str(paths.join(said, _NAME))


def _folder_of_user(environment: Mapping[str, str], platform: str) -> str:
    if platform == "win32":
        return environment.get("LOCALAPPDATA", "")
    home = environment.get("HOME", "")
    if platform == "darwin":
        return posixpath.join(home, "Library", "Caches")
    chosen = environment.get("XDG_CACHE_HOME", "")
    return chosen if posixpath.isabs(chosen) else posixpath.join(home, ".cache")


def _lies_in(folder: str, root: str) -> bool:
    """By where both really are."""
    real, above = os.path.realpath(folder), os.path.realpath(root)
    return real == above or real.startswith(above.rstrip(os.sep) + os.sep)


def _unfit(said: str, en: str, zh: str) -> ConfigurationError:
    shown = abbreviated(said)
    return ConfigurationError(Bilingual(en=f'{VARIABLE}: "{shown}": {en}', zh=f'{VARIABLE}："{shown}"：{zh}'))
