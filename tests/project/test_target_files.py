"""What one target alone ships passes the same checks as the release, whichever door brings it."""

from __future__ import annotations

import json
import shutil
import struct
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.commands._project import metadata_of
from hatch_oaml.pipeline import judge
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.target_files import BUILDERS
from hatch_oaml.values.errors import SourceError
from tests.building import PROJECTS, build
from tests.members import members

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.findings import Report

_HEADER = json.dumps({"w": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]}}).encode()
WEIGHTS = struct.pack("<Q", len(_HEADER)) + _HEADER + b"abcd"
INTERNAL = b"# Internal\n\nNot a Contribution\n"
KEY = b"-----BEGIN OPENSSH PRIVATE KEY-----\n"

DOORS = {
    "force-include of the wheel": (
        "wheel",
        '[tool.hatch.build.targets.wheel.force-include]\n"{}" = "extra/{}"',
        "extra/{}",
    ),
    "force-include of the sdist": (
        "sdist",
        '[tool.hatch.build.targets.sdist.force-include]\n"{}" = "extra/{}"',
        "extra/{}",
    ),
    "shared data": (
        "wheel",
        '[tool.hatch.build.targets.wheel.shared-data]\n"{}" = "share/{}"',
        "lantern_tiny-1.0.0.data/data/share/{}",
    ),
    "shared scripts": (
        "wheel",
        '[tool.hatch.build.targets.wheel.shared-scripts]\n"{}" = "{}"',
        "lantern_tiny-1.0.0.data/scripts/{}",
    ),
    "extra metadata": (
        "wheel",
        '[tool.hatch.build.targets.wheel.extra-metadata]\n"{}" = "{}"',
        "lantern_tiny-1.0.0.dist-info/extra_metadata/{}",
    ),
    "SBOMs": (
        "wheel",
        '[tool.hatch.build.targets.wheel]\nsbom-files = ["{}"]',
        "lantern_tiny-1.0.0.dist-info/sboms/{}",
    ),
}
FAULTS = {
    "secret-file": ("id_rsa", KEY),
    "not-a-contribution": ("notes.md", INTERNAL),
    "unguarded-weights": ("x.dat", WEIGHTS),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(PROJECTS / "original-release", tmp_path / "project", ignore=shutil.ignore_patterns("dist*"))
    return tmp_path / "project"


def configure(project: Path, tables: str) -> None:
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{tables}\n")


def judged(project: Path) -> Report:
    return judge(gather(metadata_of(project), BUILDERS))


def found(report: Report) -> list[tuple[str, str]]:
    return [(ruling.check, ruling.finding.path) for ruling in report.errors]


@pytest.mark.parametrize("check", FAULTS)
@pytest.mark.parametrize("door", DOORS)
def test_what_comes_in_by_a_door_of_one_target_is_judged_before_and_while_it_is_built(
    project: Path, door: str, check: str
) -> None:
    target, table, path = DOORS[door]
    name, data = FAULTS[check]
    outside = project.parent / "outside" / name
    outside.parent.mkdir()
    outside.write_bytes(data)
    configure(project, table.format(f"../outside/{name}", name))

    report = judged(project)
    built = build(project, "-t", target)

    assert [(check, path.format(name))] == found(report)
    assert f"only the {target} holds `{path.format(name)}`" in report.errors[0].finding.fix.en
    assert (1, True) == (built.returncode, f"[{check}]" in built.stderr)
    assert [] == list(project.glob("dist/*"))


@pytest.mark.parametrize("name", ["README.md", "config.json", "LICENSE", "model.safetensors.index.json"])
@pytest.mark.parametrize(("check", "data"), [("not-a-contribution", INTERNAL), ("unguarded-weights", WEIGHTS)])
def test_a_path_that_in_the_release_is_another_file_s_hides_nothing_in_the_wheel(
    project: Path, name: str, check: str, data: bytes
) -> None:
    (project.parent / "outside").write_bytes(data)
    configure(project, f'[tool.hatch.build.targets.wheel.force-include]\n"../outside" = "{name}"')

    report = judged(project)
    built = build(project, "-t", "wheel")

    assert (check, f"wheel/{name}") in found(report)
    assert f"only the wheel holds `wheel/{name}`" in next(
        ruling.finding.fix.en for ruling in report.errors if ruling.check == check
    )
    assert (1, True) == (built.returncode, f"[{check}]" in built.stderr)


@pytest.mark.parametrize("name", ["README.md", "config.json"])
def test_a_later_hook_s_file_at_such_a_path_is_judged_too(project: Path, name: str) -> None:
    outside = project.parent / "outside"
    outside.write_bytes(INTERNAL)
    line = f'build_data["force_include"]["{outside}"] = "{name}"'
    (project / "hatch_build.py").write_text(HOOK.format(line), encoding="utf-8")
    configure(project, "[tool.hatch.build.hooks.custom]")

    built = build(project, "-t", "wheel")

    assert (1, True) == (built.returncode, "[not-a-contribution]" in built.stderr)


def test_in_an_sdist_the_release_s_own_file_is_written_over_it(project: Path) -> None:
    (project.parent / "outside").write_bytes(INTERNAL)
    configure(project, '[tool.hatch.build.targets.sdist.force-include]\n"../outside" = "config.json"')

    report = judged(project)
    built = build(project, "-t", "sdist")

    assert [] == found(report)
    assert 0 == built.returncode, built.stderr
    [archive] = project.glob("dist/*")
    assert (project / "config.json").read_bytes() == members(archive)["lantern_tiny-1.0.0/config.json"]


def test_a_target_of_the_project_s_own_is_built_behind_the_same_gate(project: Path) -> None:
    (project / "hatch_build.py").write_text(BUILDER, encoding="utf-8")
    configure(project, "[tool.hatch.build.targets.custom]")

    lawful = build(project, "-t", "custom")
    (project / "LICENSE").unlink()
    refused = build(project, "-t", "custom")

    assert 0 == lawful.returncode, lawful.stderr
    assert (1, True) == (refused.returncode, "[missing-license]" in refused.stderr)


@pytest.mark.parametrize("door", DOORS)
def test_what_is_lawful_comes_in_by_each_of_them(project: Path, door: str) -> None:
    target, table, path = DOORS[door]
    outside = project.parent / "outside" / "table.csv"
    outside.parent.mkdir()
    outside.write_text("a,b\n", encoding="utf-8")
    configure(project, table.format("../outside/table.csv", "table.csv"))

    report = judged(project)
    built = build(project, "-t", target)

    assert [] == found(report)
    assert 0 == built.returncode, built.stderr
    [archive] = project.glob("dist/*")
    root = "lantern_tiny-1.0.0/" if target == "sdist" else ""
    assert b"a,b\n" == members(archive)[root + path.format("table.csv")]


BUILDER = """
from pathlib import Path

from hatchling.builders.plugin.interface import BuilderInterface


class Own(BuilderInterface):
    PLUGIN_NAME = "custom"

    def get_version_api(self):
        return {"standard": self.write}

    def write(self, directory, **build_data):
        Path(directory, "own.txt").write_text("own")
        return str(Path(directory, "own.txt"))
"""
HOOK = """
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Later(BuildHookInterface):
    PLUGIN_NAME = "custom"

    def initialize(self, version, build_data):
        {}
"""


@pytest.mark.parametrize("check", FAULTS)
@pytest.mark.parametrize(
    ("target", "line"),
    [
        ("wheel", 'build_data["force_include"]["{}"] = "extra/{}"'),
        ("sdist", 'build_data["force_include"]["{}"] = "extra/{}"'),
        ("wheel", 'build_data["shared_data"]["{}"] = "share/{}"'),
        ("wheel", 'build_data["shared_scripts"]["{}"] = "{}"'),
        ("wheel", 'build_data["extra_metadata"]["{}"] = "{}"'),
        ("wheel", 'build_data["sbom_files"].append("{}")'),
    ],
)
def test_what_a_later_hook_brings_in_is_judged_before_the_archive_has_its_name(
    project: Path, target: str, line: str, check: str
) -> None:
    name, data = FAULTS[check]
    outside = project.parent / "outside" / name
    outside.parent.mkdir()
    outside.write_bytes(data)
    (project / "hatch_build.py").write_text(HOOK.format(line.format(outside, name)), encoding="utf-8")
    configure(project, "[tool.hatch.build.hooks.custom]")

    built = build(project, "-t", target)

    assert (1, True) == (built.returncode, f"[{check}]" in built.stderr)
    assert [] == list(project.glob("dist/*"))


@pytest.mark.parametrize("target", BUILDERS)
def test_a_file_that_a_later_hook_writes_is_in_the_archive(project: Path, target: str) -> None:
    line = (
        'import pathlib; pathlib.Path("lantern_tiny/_version.py").write_text("v = 1"); '
        'build_data["artifacts"].append("_version.py")'
    )
    (project / "hatch_build.py").write_text(HOOK.format(line), encoding="utf-8")
    (project / ".gitignore").write_text("_version.py\n", encoding="utf-8")
    configure(project, "[tool.hatch.build.hooks.custom]")

    built = build(project, "-t", target)

    assert 0 == built.returncode, built.stderr
    [archive] = project.glob("dist/*")
    assert any(name.endswith("lantern_tiny/_version.py") for name in members(archive))


def test_weights_of_the_release_in_a_wheel_s_sboms_are_unguarded(project: Path) -> None:
    configure(project, '[tool.hatch.build.targets.wheel]\nsbom-files = ["./model-00001-of-00002.safetensors"]')

    assert [("unguarded-weights", "model-00001-of-00002.safetensors")] == found(judged(project))


def test_what_the_sdist_alone_selects_is_judged(project: Path) -> None:
    (project / "internal").mkdir()
    (project / "internal" / "notes.md").write_bytes(INTERNAL)
    configure(project, '[tool.hatch.build.targets.oaml]\nexclude = ["/internal"]')

    assert [("not-a-contribution", "internal/notes.md")] == found(judged(project))


def test_weights_called_as_a_file_of_the_build_are_no_file_of_the_build(project: Path) -> None:
    configure(project, '[tool.hatch.build.targets.sdist.force-include]\n"../w" = ".gitattributes"')
    (project.parent / "w").write_bytes(WEIGHTS)

    assert [("unguarded-weights", ".gitattributes")] == found(judged(project))


def test_an_entry_that_only_one_target_s_file_needs_is_not_stale(project: Path) -> None:
    derivative = project.parent / "derivative"
    shutil.copytree(PROJECTS / "derivative-finetune", derivative, ignore=shutil.ignore_patterns("dist*"))
    outside = project.parent / "outside.json"
    outside.write_text('{"other": 1}', encoding="utf-8")
    (derivative / "config.json").unlink()
    configure(derivative, '[tool.hatch.build.targets.wheel.force-include]\n"../outside.json" = "config.json"')
    changelog = derivative / "MODIFICATIONS.toml"
    before = found(judged(derivative))
    changelog.write_text(
        changelog.read_text(encoding="utf-8")
        + '\n[[change]]\nfiles = ["/config.json"]\nrelation = "modified"\nhow.en = "one key renamed"\nhow.zh = "一个键改名"\ndate = 2026-11-01\n',
        encoding="utf-8",
    )

    assert ("unlisted-modification", "config.json") in before
    assert "stale-modification" not in [check for check, _ in found(judged(derivative))]


def test_a_license_that_force_include_brings_is_the_release_s(project: Path) -> None:
    (project / "LICENSE").rename(project.parent / "LICENSE")
    configure(project, '[tool.hatch.build.force-include]\n"../LICENSE" = "LICENSE"')

    assert [] == found(judged(project))


def test_a_changelog_that_force_include_brings_is_the_release_s(project: Path) -> None:
    (project / "MODIFICATIONS.toml").rename(project.parent / "MODIFICATIONS.toml")
    configure(project, '[tool.hatch.build.force-include]\n"../MODIFICATIONS.toml" = "MODIFICATIONS.toml"')

    assert [] == found(judged(project))


@pytest.mark.parametrize("name", ["README.md", "config.json"])
def test_the_package_s_own_file_stays_and_ours_goes_beside(project: Path, name: str) -> None:
    (project / "lantern_tiny" / name).write_text("{}", encoding="utf-8")

    report = judged(project)
    built = build(project, "-t", "wheel")

    assert [] == found(report)
    assert 0 == built.returncode, built.stderr
    [archive] = project.glob("dist/*.whl")
    assert b"{}" == members(archive)[f"lantern_tiny/{name}"]
    assert (project / name).read_bytes() == members(archive)[f"lantern_tiny/_top_level/{name}"]


def test_a_file_that_the_wheel_replaces_is_not_in_it(project: Path) -> None:
    for path, text in {"lantern_tiny/paths.py": "X = 1\n", "extra/paths.py": "X = 2\n"}.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    configure(
        project,
        '[tool.hatch.build.targets.wheel]\npackages = ["lantern_tiny"]\nexclude = ["lantern_tiny/paths.py"]\n'
        '[tool.hatch.build.targets.wheel.force-include]\n"extra/paths.py" = "lantern_tiny/paths.py"',
    )

    report = judged(project)
    built = build(project, "-t", "wheel")

    assert [] == found(report)
    assert 0 == built.returncode, built.stderr
    [archive] = project.glob("dist/*.whl")
    assert b"X = 2\n" == members(archive)["lantern_tiny/paths.py"]
    manifest = json.loads(members(archive)["lantern_tiny/OAML-MANIFEST.json"])
    assert "extra/paths.py" in [file["release"] for file in manifest["files"]]
    assert "lantern_tiny/paths.py" not in [file["release"] for file in manifest["files"]]


def test_check_and_wheel_refuse_alike_what_no_wheel_can_hold(project: Path) -> None:
    (project / "lantern_tiny" / "LICENSE").write_text("MIT", encoding="utf-8")

    with pytest.raises(SourceError, match="which a receiver would take for the license"):
        judged(project)
    built = build(project, "-t", "wheel")

    assert (1, True) == (built.returncode, "which a receiver would take for the license" in built.stderr)


@pytest.mark.parametrize(
    ("target", "in_the_way"),
    [
        ("licenses", True),
        ("licenses/LICENSE", True),
        ("METADATA", True),
        ("licenses/OTHER.txt", False),
        ("notes.txt", False),
    ],
)
def test_what_would_lie_on_the_wheel_s_own_metadata_is_told_before_anything_is_written(
    tmp_path: Path,
    target: str,
    in_the_way: bool,  # noqa: FBT001  # a truth table
) -> None:
    root = tmp_path / "original-release"
    shutil.copytree(PROJECTS / root.name, root, ignore=shutil.ignore_patterns("dist*"))
    (root / "words.txt").write_text("Loom\n", encoding="utf-8")
    path = f"lantern_tiny-1.0.0.dist-info/{target}"
    with (root / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[tool.hatch.build.targets.wheel.force-include]\n"words.txt" = "{path}"\n')

    built = build(root, "-t", "wheel")

    assert in_the_way == (built.returncode != 0)
    assert in_the_way == (f"{path}: the wheel has a file or a folder of its own there" in built.stderr)
