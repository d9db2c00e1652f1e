"""The record of an archive is the record of the folder that it was made from, whatever its format."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.archive_records import record_archive
from hatch_oaml.archives._contract import silent
from hatch_oaml.base import parse_base
from hatch_oaml.cli import main
from hatch_oaml.errors import SourceError
from hatch_oaml.sources import record_folder
from tests.finished import FORMATS, built, members_of, packed, project_in, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_in(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def archives(project: Path) -> Mapping[str, Path]:
    return built(project)


@pytest.mark.parametrize("name", FORMATS)
def test_the_record_of_an_archive_is_that_of_its_folder(name: str, archives: Mapping[str, Path], project: Path) -> None:
    expected = record_folder(project, silent)

    assert [] != [notice for file in expected for notice in file.notices]
    assert expected == record_archive(archives[name], silent)


@pytest.mark.parametrize("name", FORMATS)
def test_the_record_of_an_unpacked_archive_is_that_of_the_archive(
    name: str, archives: Mapping[str, Path], tmp_path: Path
) -> None:
    folder = unpacked(members_of(archives[name]), tmp_path / "unpacked")

    assert record_archive(archives[name], silent) == record_archive(folder, silent)


def test_the_command_records_an_archive_as_it_records_a_folder(
    archives: Mapping[str, Path], project: Path, tmp_path: Path
) -> None:
    arguments = ["--name", "example-lab/Lantern-Chat", "--version", "0.2.0", "--output"]

    for source, output in ((archives["tar"], "archive.toml"), (project, "folder.toml")):
        run = CliRunner().invoke(main, ["record", str(source), *arguments, str(tmp_path / output)])
        assert 0 == run.exit_code, run.output

    assert (tmp_path / "archive.toml").read_bytes() == (tmp_path / "folder.toml").read_bytes()
    assert "example-lab/Lantern-Chat" == parse_base((tmp_path / "archive.toml").read_bytes(), "archive.toml").name


def test_an_archive_without_a_manifest_is_not_recorded(archives: Mapping[str, Path], tmp_path: Path) -> None:
    members = {path: data for path, data in members_of(archives["tar"]).items() if not path.endswith("MANIFEST.json")}
    archive = packed(members, tmp_path / "a.oaml.tar")

    with pytest.raises(SourceError) as caught:
        record_archive(archive, silent)
    assert f"{archive}: no archive that hatch-oaml wrote; unpack it and record the folder" == (
        caught.value.messages[0].en
    )
    assert f"{archive}：不是 hatch-oaml 生成的归档；请解包后对文件夹运行 record" == caught.value.messages[0].zh


@pytest.mark.parametrize("fault", ["altered", "missing"])
def test_an_archive_that_is_not_what_its_manifest_tells_of_is_not_recorded(
    fault: str, archives: Mapping[str, Path], tmp_path: Path
) -> None:
    members = members_of(archives["tar"])
    path = "lantern_chat-0.2.0/NOTICE"
    if fault == "altered":
        members[path] = b"nothing\n"
    else:
        del members[path]
    archive = packed(members, tmp_path / "a.oaml.tar")

    with pytest.raises(SourceError) as caught:
        record_archive(archive, silent)
    assert f"{archive}: {path} is not what the manifest tells of; fetch the archive again" == (
        caught.value.messages[0].en
    )
    assert f"{archive}：{path} 与清单所载不符；请重新获取该归档" == caught.value.messages[0].zh


def test_a_renamed_archive_has_the_same_record(archives: Mapping[str, Path], tmp_path: Path) -> None:
    renamed = tmp_path / "other.tar.gz"
    shutil.copy(archives["sdist"], renamed)

    assert record_archive(archives["sdist"], silent) == record_archive(renamed, silent)
