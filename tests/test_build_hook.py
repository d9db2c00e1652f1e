"""The hook, as Hatchling calls it: a clean project gets whole archives, a faulty one none."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

from tests.building import build, build_by_a_process, project_in
from tests.faults import FAULTS, REFUSED_BY_A_PROCESS, SHARD
from tests.members import members

if TYPE_CHECKING:
    from pathlib import Path

SDIST = "lantern_chat-0.2.0.tar.gz"
WHEEL = "lantern_chat-0.2.0-py3-none-any.whl"


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, with its base beside it."""
    return project_in(tmp_path)


@pytest.fixture(scope="module")
def built_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its base beside it and the archives of an earlier run, to be copied."""
    derivative = project_in(tmp_path_factory.mktemp("built"))
    assert 0 == build(derivative).returncode
    assert [WHEEL, SDIST] == archives(derivative)
    return derivative


def archives(project: Path) -> list[str]:
    return sorted(path.name for path in project.glob("dist/*"))


def test_a_lawful_project_gets_a_wheel_and_an_sdist_and_nothing_else(derivative: Path) -> None:
    built = build_by_a_process(derivative)

    assert 0 == built.returncode, built.stderr
    assert "error/错误" not in built.stderr
    assert [WHEEL, SDIST] == archives(derivative)


def test_the_sdist_holds_the_whole_release_at_the_projects_own_paths(derivative: Path) -> None:
    build(derivative, "-t", "sdist")

    held = members(derivative / "dist" / SDIST)
    expected = {
        *("LICENSE", "MODIFICATIONS.md", "MODIFICATIONS.toml", "NOTICE", "OAML-MANIFEST.json", "PKG-INFO", "README.md"),
        *(
            "OAML-BOM.cdx.json",
            "SHA256SUMS",
            "bases/lantern-tiny.toml",
            "config.json",
            "data/eval.jsonl",
            "lantern_chat/__init__.py",
        ),
        *("model-00001-of-00002.safetensors", SHARD, "model.safetensors.index.json", "pyproject.toml"),
        "OAML-BOM.cdx.json",
    }
    assert {f"lantern_chat-0.2.0/{name}" for name in expected} == set(held)
    assert (derivative / SHARD).read_bytes() == held[f"lantern_chat-0.2.0/{SHARD}"]
    assert sorted(held, key=str.encode) == list(held)


def test_the_wheel_holds_the_release_below_the_import_name_and_the_legal_files_in_dist_info(derivative: Path) -> None:
    build(derivative, "-t", "wheel")

    held = members(derivative / "dist" / WHEEL)
    below = {name.removeprefix("lantern_chat/") for name in held if name.startswith("lantern_chat/")}
    licenses = {name.partition("/licenses/")[2] for name in held if "/licenses/" in name}
    expected = {
        *("LICENSE", "MODIFICATIONS.md", "MODIFICATIONS.toml", "NOTICE", "OAML-MANIFEST.json", "README.md"),
        *("SHA256SUMS", "__init__.py", "bases/lantern-tiny.toml", "config.json", "data/eval.jsonl"),
        *("model-00001-of-00002.safetensors", SHARD, "model.safetensors.index.json"),
    }
    assert expected == below
    assert {"LICENSE", "MODIFICATIONS.md", "MODIFICATIONS.toml", "NOTICE", "bases/lantern-tiny.toml"} == licenses


def test_a_wheel_from_the_sdist_is_the_wheel_from_the_tree(derivative: Path, tmp_path: Path) -> None:
    build(derivative)
    with tarfile.open(derivative / "dist" / SDIST) as sdist:
        sdist.extractall(tmp_path, filter="data")
    unpacked = tmp_path / "lantern_chat-0.2.0"

    built = build(unpacked, "-t", "wheel")

    assert 0 == built.returncode, built.stderr
    assert (derivative / "dist" / WHEEL).read_bytes() == (unpacked / "dist" / WHEEL).read_bytes()


def test_an_sdist_from_the_sdist_is_the_same_sdist(derivative: Path, tmp_path: Path) -> None:
    build(derivative, "-t", "sdist")
    with tarfile.open(derivative / "dist" / SDIST) as sdist:
        sdist.extractall(tmp_path, filter="data")
    unpacked = tmp_path / "lantern_chat-0.2.0"

    built = build(unpacked, "-t", "sdist")

    assert 0 == built.returncode, built.stderr
    assert (derivative / "dist" / SDIST).read_bytes() == (unpacked / "dist" / SDIST).read_bytes()


def test_an_original_release_is_built_too(derivative: Path) -> None:
    built = build(derivative.parent / "original-release")

    assert 0 == built.returncode, built.stderr
    assert 2 == len(archives(derivative.parent / "original-release"))


def test_a_project_without_python_code_gets_a_wheel_of_data(derivative: Path) -> None:
    shutil.rmtree(derivative / "lantern_chat")

    built = build(derivative, "-t", "wheel")

    assert 0 == built.returncode, built.stderr
    assert f"lantern_chat/{SHARD}" in members(derivative / "dist" / WHEEL)


@pytest.mark.parametrize("target", ["wheel", "sdist"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_by_name_and_leaves_no_archive(
    built_before: Path, tmp_path: Path, fault: str, target: str
) -> None:
    shutil.copytree(built_before.parent, tmp_path, dirs_exist_ok=True)
    derivative = tmp_path / built_before.name
    other = {"wheel": SDIST, "sdist": WHEEL}[target]
    (derivative / "dist" / other).unlink()
    assert 1 == len(archives(derivative))
    check, do = FAULTS[fault]
    do(derivative)

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert f"[{check}]" in built.stderr
    assert [] == archives(derivative)


@pytest.mark.parametrize("target", ["wheel", "sdist"])
@pytest.mark.parametrize("fault", REFUSED_BY_A_PROCESS)
def test_a_fault_is_refused_without_a_traceback_by_a_process_of_its_own(
    derivative: Path, fault: str, target: str
) -> None:
    check, do = FAULTS[fault]
    do(derivative)

    built = build_by_a_process(derivative, "-t", target)

    assert 1 == built.returncode
    assert f"[{check}]" in built.stderr
    assert "Traceback" not in built.stderr
    assert [] == archives(derivative)


def test_every_fault_is_told_at_once(derivative: Path) -> None:
    for fault in ("license missing", "a modified file is not listed", "NOTICE deleted"):
        FAULTS[fault][1](derivative)

    built = build(derivative)

    for check in ("missing-license", "unlisted-modification", "dropped-notice-file"):
        assert f"[{check}]" in built.stderr


def _remove_the_hook(project: Path) -> None:
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    (project / "pyproject.toml").write_text(text.replace("[tool.hatch.build.hooks.oaml]\n", ""), encoding="utf-8")


def _add_a_hatch_toml(project: Path) -> None:
    (project / "hatch.toml").write_text('[build]\nexclude = ["*.safetensors"]\n', encoding="utf-8")


@pytest.mark.parametrize("bypass", ["--no-hooks", "HATCH_BUILD_NO_HOOKS", "hatch.toml", "hook table removed"])
def test_an_archive_built_past_the_hook_holds_no_weights(derivative: Path, bypass: str) -> None:
    if bypass == "hatch.toml":
        _add_a_hatch_toml(derivative)
    if bypass == "hook table removed":
        _remove_the_hook(derivative)
    arguments = [bypass] if bypass == "--no-hooks" else []
    environment = {bypass: "1"} if bypass.isupper() else {}

    built = build_by_a_process(derivative, *arguments, **environment)

    assert 0 == built.returncode, built.stderr
    for archive in (WHEEL, SDIST):
        held = members(derivative / "dist" / archive)
        assert held
        assert [] == [name for name in held if name.endswith(("safetensors", "OAML-MANIFEST.json"))]


def test_a_hatch_toml_that_replaces_the_build_table_lets_weights_past_and_verify_refuses_them(derivative: Path) -> None:
    """As README says; the archive has no manifest, which is how a receiver knows."""
    (derivative / "hatch.toml").write_text("[build]\n", encoding="utf-8")

    built = build(derivative)

    assert 0 == built.returncode, built.stderr
    for archive in (WHEEL, SDIST):
        held = members(derivative / "dist" / archive)
        assert archive == WHEEL or [name for name in held if name.endswith("safetensors")]
        assert [] == [name for name in held if name.endswith("OAML-MANIFEST.json")]
        verified = subprocess.run(
            [sys.executable, "-m", "hatch_oaml", "verify", derivative / "dist" / archive],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert 1 == verified.returncode
        assert "[ungated-archive]" in verified.stdout


def test_an_editable_build_is_never_blocked_and_gets_no_weights(derivative: Path) -> None:
    (derivative / "LICENSE").write_text("nothing lawful", encoding="utf-8")

    built = build(derivative, "-t", "wheel:editable")

    assert 0 == built.returncode, built.stderr
    (wheel,) = (derivative / "dist").iterdir()
    assert [] == [name for name in members(wheel) if name.endswith("safetensors")]


def test_configuration_mistakes_come_all_at_once_with_dotted_names(derivative: Path) -> None:
    text = (derivative / "pyproject.toml").read_text(encoding="utf-8")
    text = text.replace("[tool.hatch.build.hooks.oaml]\n", '[tool.hatch.build.hooks.oaml]\nprofile = "x"\n')
    text += 'profile = "hosted"\nlicence = "LICENSE"\n'
    (derivative / "pyproject.toml").write_text(text, encoding="utf-8")

    built = build(derivative, "-t", "wheel")

    assert 1 == built.returncode
    assert (
        "tool.hatch.build.hooks.oaml.profile: unknown key; options of hatch-oaml belong in `[tool.oaml]`"
        in built.stderr
    )
    assert 'tool.oaml.profile: expected "distribution" or "hosted-service", got "hosted"' in built.stderr
    assert "tool.oaml.licence: unknown key; did you mean `license`?" in built.stderr


def test_a_toml_mistake_is_told_with_file_line_and_column(derivative: Path) -> None:
    (derivative / "MODIFICATIONS.toml").write_text("format = 1\n[[change]\n", encoding="utf-8")

    built = build_by_a_process(derivative, "-t", "sdist")

    assert 1 == built.returncode
    assert "MODIFICATIONS.toml:2:" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_source_date_epoch_that_is_no_number_is_refused(derivative: Path) -> None:
    built = build_by_a_process(derivative, "-t", "sdist", SOURCE_DATE_EPOCH="yesterday")

    assert 1 == built.returncode
    assert 'SOURCE_DATE_EPOCH: expected whole seconds since 1970, at most 4294967295, got "yesterday"' in built.stderr


def _add_a_hook_that_runs_last(project: Path, edit: str) -> None:
    """As a project's own `hatch_build.py`; Hatchling calls hooks in the order of their tables."""
    (project / "hatch_build.py").write_text(
        "from pathlib import Path\n"
        "from hatchling.builders.hooks.plugin.interface import BuildHookInterface\n\n\n"
        "class Last(BuildHookInterface):\n"
        "    def initialize(self, version, build_data):\n"
        f"        {edit}\n",
        encoding="utf-8",
    )
    text = (project / "pyproject.toml").read_text(encoding="utf-8")
    ours = "[tool.hatch.build.hooks.oaml]\n"
    assert ours in text
    text = text.replace(ours, f"{ours}\n[tool.hatch.build.hooks.custom]\n")
    (project / "pyproject.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_what_a_later_hook_changes_is_judged_as_it_is_written(derivative: Path, target: str) -> None:
    _add_a_hook_that_runs_last(derivative, "Path(self.root, 'config.json').write_text('{}')")

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert "[unlisted-modification]" in built.stderr
    assert [] == archives(derivative)


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_what_a_later_hook_breaks_is_told_and_leaves_no_archive(derivative: Path, target: str) -> None:
    _add_a_hook_that_runs_last(
        derivative, "Path(self.root, 'MODIFICATIONS.toml').write_text('format = 1\\n[[change]\\n')"
    )

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert "MODIFICATIONS.toml:2:" in built.stderr
    assert [] == archives(derivative)


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_an_advisory_is_shown_and_does_not_refuse(derivative: Path, target: str) -> None:
    changelog = derivative / "MODIFICATIONS.toml"
    text = changelog.read_text(encoding="utf-8")
    line = 'how.zh = "改为介绍微调后的模型；增加了灯塔工坊的声明。"\n'
    assert line in text
    changelog.write_text(text.replace(line, ""), encoding="utf-8")

    built = build(derivative, "-t", target)

    assert 0 == built.returncode, built.stderr
    assert "advisory/提示[untranslated-modification]" in built.stdout + built.stderr
    assert 1 == len(archives(derivative))


def test_what_is_told_beside_an_archive_is_told_once_a_call(derivative: Path) -> None:
    (derivative / "thing.dat").write_text("words\n", encoding="utf-8")
    advisory = "thing.dat: advisory/提示[unclassified-file]"

    told = [build(derivative, "-t", "sdist", "-t", "wheel", "-t", "oaml:tar,zip") for _ in range(2)]

    assert [0, 0] == [done.returncode for done in told]
    assert [1, 1] == [(done.stdout + done.stderr).count(advisory) for done in told]


def test_what_one_target_alone_has_is_told_beside_what_was_told_already(derivative: Path) -> None:
    (derivative / "thing.dat").write_text("words\n", encoding="utf-8")
    with (derivative / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.hatch.build.targets.wheel.shared-data]\n"thing.dat" = "share/other.dat"\n')

    done = build(derivative, "-t", "sdist", "-t", "oaml", "-t", "wheel")

    assert 0 == done.returncode, done.stderr
    told = [line for line in (done.stdout + done.stderr).splitlines() if "[unclassified-file]" in line]
    assert len(told) == len(set(told))


def test_an_sdist_past_the_gate_holds_no_finished_release_archive(derivative: Path) -> None:
    assert 0 == build(derivative, "-t", "oaml").returncode
    assert list(derivative.glob("dist-oaml/*.oaml.tar"))

    built = build(derivative, "-t", "sdist", "--no-hooks")

    assert 0 == built.returncode, built.stderr
    held = members(derivative / "dist" / SDIST)
    assert [] == [name for name in held if ".oaml" in name or name.endswith(".safetensors")]
