"""An installed wheel is recorded with the name, version, license and legal texts that its metadata have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.recording.base import Told, record_base
from hatch_oaml.recording.folders import record_folder
from hatch_oaml.values.errors import SourceError
from tests.building import build, project_in
from tests.finished import members_of, unpacked
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

METADATA = """\
Metadata-Version: 2.4
Name: kelp-model
Version: 1.2
License-Expression: Apache-2.0
Project-URL: Home, https://example.org/kelp

Kelp.
"""


def installed(site: Path, package: str = "kelp", name: str = "kelp_model-1.2") -> Path:
    info = site / f"{name}.dist-info"
    files = {
        site / package / "__init__.py": "x = 1\n",
        site / package / "model.gguf": "weights",
        site / package / "__pycache__" / "__init__.cpython-312.pyc": "x",
        info / "METADATA": METADATA,
        info / "RECORD": f"{package}/__init__.py,,\n{package}/model.gguf,,\n{info.name}/RECORD,,\n",
        info / "licenses" / "NOTICE": "Kelp\nCopyright 2024 Kelp Research Ltd.\n",
    }
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return site / package


def test_the_folder_of_an_installed_package_tells_what_its_metadata_tell(tmp_path: Path) -> None:
    package = installed(tmp_path)
    installed(tmp_path, "other", "other-2.0")

    record = record_base(package, Told(), silent).record

    told = (record.name, record.version, record.license, record.url)
    assert ("kelp-model", "1.2", "Apache-2.0", "https://example.org/kelp") == told
    assert ["NOTICE", "__init__.py", "model.gguf"] == [file.path for file in record.files]
    assert ["Copyright 2024 Kelp Research Ltd."] == [
        notice.text for file in record.files for notice in file.notices if notice.kind == "copyright"
    ]


def test_the_folder_of_one_unpacked_wheel_is_recorded_without_its_metadata(tmp_path: Path) -> None:
    installed(tmp_path)

    record = record_base(tmp_path, Told(), silent).record

    assert ("kelp-model", "1.2") == (record.name, record.version)
    assert ["NOTICE", "kelp/__init__.py", "kelp/model.gguf"] == [file.path for file in record.files]


def test_a_whole_environment_is_no_model_s_folder(tmp_path: Path) -> None:
    installed(tmp_path)
    installed(tmp_path, "other", "other-2.0")

    with pytest.raises(SourceError) as caught:
        record_folder(tmp_path, silent)
    [said] = caught.value.messages
    assert (
        f"{tmp_path}: several packages are installed there; point to the folder of the one that is the base" == said.en
    )
    assert f"{tmp_path}：其中安装了多个软件包；请指向作为基础模型的那一个的文件夹" == said.zh


def test_the_metadata_are_not_the_package(tmp_path: Path) -> None:
    package = installed(tmp_path)

    with pytest.raises(SourceError) as caught:
        record_folder(tmp_path / "kelp_model-1.2.dist-info", silent)
    [said] = caught.value.messages
    assert f"holds none of its files; point to `{package}`" in said.en
    assert f"不含其文件；请指向 `{package}`" in said.zh


@pytest.mark.parametrize("below", ["", "lantern_chat"])
def test_an_installed_wheel_of_ours_is_recorded_under_the_release_s_own_paths(below: str, tmp_path: Path) -> None:
    project = project_in(tmp_path)
    assert 0 == build(project, "-t", "wheel").returncode
    [wheel] = (project / "dist").glob("*.whl")
    site = unpacked(members_of(wheel), tmp_path / "site")
    (site / "lantern_chat" / "__pycache__").mkdir()
    (site / "lantern_chat" / "__pycache__" / "x.pyc").touch()

    found = record_base(site / below, Told(), silent).record

    assert record_base(wheel, Told(), silent).record == found
    assert record_folder(project, silent) == found.files


def test_a_release_of_ours_that_was_changed_since_is_recorded_as_it_lies_there(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    assert 0 == build(project, "-t", "sdist").returncode
    [sdist] = (project / "dist").glob("*.tar.gz")
    folder = unpacked(members_of(sdist), tmp_path / "unpacked")
    before = (folder / "README.md").read_bytes()
    (folder / "README.md").write_bytes(before[:-2] + b"!\n")
    (folder / "added.py").write_text("x = 1\n", encoding="utf-8")

    files = {file.path: file for file in record_folder(folder, silent)}

    assert len(before) == files[next(path for path in files if path == "README.md")].size
    assert "added.py" in files
