"""The cache lies where the user's system keeps such things, or where the environment says, and never in a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.facts_cache.location import cache_folder
from hatch_oaml.values.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "/srv/project"


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({"HOME": "/home/mina"}, "linux", "/home/mina/.cache/hatch-oaml"),
        ({"HOME": "/home/mina", "XDG_CACHE_HOME": "/scratch/mina"}, "linux", "/scratch/mina/hatch-oaml"),
        ({"HOME": "/home/mina", "XDG_CACHE_HOME": "cache"}, "linux", "/home/mina/.cache/hatch-oaml"),
        ({"HOME": "/Users/mina"}, "darwin", "/Users/mina/Library/Caches/hatch-oaml"),
        ({"LOCALAPPDATA": r"C:\Users\mina\AppData\Local"}, "win32", r"C:\Users\mina\AppData\Local\hatch-oaml"),
        ({"HOME": "/home/mina", "HATCH_OAML_CACHE": ""}, "linux", "/home/mina/.cache/hatch-oaml"),
        ({"HOME": "/home/mina", "HATCH_OAML_CACHE": "/scratch/of-mina"}, "linux", "/scratch/of-mina/hatch-oaml"),
        ({"HOME": "/home/mina", "HATCH_OAML_CACHE": "off"}, "linux", None),
        ({}, "linux", None),
        ({}, "darwin", None),
        ({}, "win32", None),
        ({"HOME": "here"}, "linux", None),
        ({"HOME": ROOT}, "linux", None),
    ],
)
def test_the_system_and_the_environment_say_where(
    environment: dict[str, str], platform: str, folder: str | None
) -> None:
    assert folder == cache_folder(environment, ROOT, platform)


@pytest.mark.parametrize("said", ["cache", "./cache", "Off", "~/cache"])
def test_a_folder_that_depends_on_where_one_stands_is_refused(said: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        cache_folder({"HATCH_OAML_CACHE": said}, ROOT, "linux")

    assert [
        f'HATCH_OAML_CACHE: "{said}": expected `off` or the absolute path of a folder outside of the project',
        f'HATCH_OAML_CACHE："{said}"：应为 `off`，或项目之外的文件夹的绝对路径',
    ] == str(raised.value).splitlines()


def test_a_folder_in_the_project_is_refused_by_whatever_way_it_is_named(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "link").symlink_to(project)

    for said in (project, project / "cache", tmp_path / "link" / "cache", tmp_path / "other" / ".." / "project"):
        with pytest.raises(ConfigurationError, match="lies inside the project") as raised:
            cache_folder({"HATCH_OAML_CACHE": str(said)}, str(project))
        assert "位于项目之内，可能随之发布；请指定项目之外的文件夹，或 `off`" in str(raised.value)
    assert cache_folder({"HATCH_OAML_CACHE": str(tmp_path / "project-cache")}, str(project))
