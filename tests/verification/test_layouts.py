"""However a project has Hatchling lay out its archives, what was built is what its receiver derives; and no more passes."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.recording.archives import record_archive
from hatch_oaml.rendering.manifest_text import text_of
from hatch_oaml.verification.verdict import verify_archive
from tests.building import build, project_in
from tests.finished import members_of, named_by, resealed, unpacked
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

    from tests.finished import Members

FILES = {
    "src/tiny/__init__.py": "X = 1\n",
    "src/tiny/README.md": "# The package\n",
    "src/tiny/sub/__init__.py": "",
    "src/tiny/sub2/__init__.py": "",
    "docs/a.md": "# A\n",
    "tests/test_x.py": "def test():\n    pass\n",
}
_WHEEL = "\n[tool.hatch.build.targets.wheel]\n"
LAYOUTS = {
    "a package below src": f'{_WHEEL}packages = ["src/tiny"]\n',
    "a package under another name": f'{_WHEEL}only-include = ["src/tiny"]\nsources = {{"src/tiny" = "small/deep"}}\n',
    "copies under other names": f'{_WHEEL}packages = ["src/tiny"]\n[tool.hatch.build.targets.wheel.force-include]\n'
    '"config.json" = "tiny/other.json"\n"docs/a.md" = "tiny/docs/b.md"\n"README.md" = "share/README.md"\n'
    '"LICENSE" = "third/LICENSE"\n',
    "files beside the package": f'{_WHEEL}packages = ["src/tiny"]\nshared-data = {{"docs" = "share/tiny"}}\n'
    'extra-metadata = {"docs/a.md" = "extra.md"}\nsbom-files = ["config.json"]\n',
    "an sdist of its own": '\n[tool.hatch.build.targets.oaml]\nexclude = ["tests"]\n'
    '[tool.hatch.build.targets.sdist.force-include]\n"docs/a.md" = "more/c.md"\n"config.json" = "more/config.json"\n',
}


def project_with(layout: str, folder: Path) -> Path:
    project_in(folder)
    project = folder / "original-release"
    shutil.rmtree(project / "lantern_tiny")
    for path, text in FILES.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    file = project / "pyproject.toml"
    text = file.read_text(encoding="utf-8").replace('name = "lantern-tiny"', 'name = "tiny"')
    file.write_text(text + layout, encoding="utf-8")
    return project


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_what_was_built_is_derived_and_recorded(layout: str, tmp_path: Path) -> None:
    project = project_with(layout, tmp_path)

    assert 0 == build(project, "-t", "wheel", "-t", "sdist", "-t", "oaml").returncode
    archives = [path for path in project.glob("dist*/*") if path.is_file()]
    assert 3 == len(archives)
    for archive in archives:
        assert [] == named_by(archive)
        assert len(record_archive(archive, silent)) >= len(FILES) - 1


def test_a_package_folder_alone_is_judged_as_that_part_of_its_wheel(tmp_path: Path) -> None:
    project = project_with(LAYOUTS["files beside the package"], tmp_path)
    assert 0 == build(project, "-t", "wheel").returncode
    [archive] = (project / "dist").glob("*.whl")
    members = members_of(archive)
    package = unpacked({path: data for path, data in members.items() if path.startswith("tiny/")}, tmp_path / "alone")

    assert any(path.startswith("tiny-1.0.0.data/data/share/") for path in members)
    assert ["partial-release"] == [ruling.check for ruling in verify_archive(package, silent).rulings]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Members:
    project = project_with(LAYOUTS["a package below src"], tmp_path_factory.mktemp("project"))
    assert 0 == build(project, "-t", "wheel").returncode
    [archive] = (project / "dist").glob("*.whl")
    return members_of(archive)


def forged(members: Members, **releases: str | None) -> Members:
    """The rows of the files that `releases` names (by the end of their paths, `_` for what no name can hold) renamed."""
    place = next(path for path in members if path.endswith("OAML-MANIFEST.json"))
    manifest = json.loads(members[place])
    for row in manifest["files"]:
        for end, release in releases.items():
            if row["path"].replace("/", "_").replace(".", "_").endswith(end):
                row["release"] = release
    return resealed({**members, place: text_of(manifest)})


@pytest.mark.parametrize(
    "releases",
    [
        {"tiny_docs_a_md": "config.json", "tiny_config_json": "docs/a.md"},
        {"tiny_LICENSE": "old/terms"},
        {"tiny_docs_a_md": None},
        {"tiny_sub___init___py": "docs/a.py"},
        {"tiny_config_json": "settings.json"},
    ],
)
def test_a_wheel_that_calls_its_files_otherwise_is_refused(
    releases: dict[str, str | None], wheel: Members, tmp_path: Path
) -> None:
    forgery = forged(wheel, **releases)

    assert forgery != wheel
    assert [] != named_by(unpacked(forgery, tmp_path))
