"""CI gives away nothing: actions are pinned, no job may more than it says, and other tools find no fault with it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir() if path.name != "config.yml")

workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def test_there_are_workflows_and_forms() -> None:
    assert ["ci.yml", "release.yml"] == [path.name for path in WORKFLOWS]
    assert ["crash.yml", "false-alarm.yml", "idea.yml", "wrong-all-is-well.yml"] == [path.name for path in FORMS]


@workflows
def test_every_action_is_pinned_by_its_commit_with_its_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))

    assert used
    assert [] == [use for use in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)]


def test_an_action_has_the_same_pin_everywhere() -> None:
    pins = {pin for path in WORKFLOWS for pin in re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))}

    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


@workflows
def test_nothing_is_permitted_but_by_a_job_for_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert re.search(r"^permissions: \{\}$", text, re.MULTILINE)
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_ci_runs_every_python_that_the_package_says_it_supports() -> None:
    metadata = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    pythons = re.search(r"^ +python: \[(.+)\]$", (ROOT / ".github/workflows/ci.yml").read_text("utf-8"), re.MULTILINE)

    assert pythons
    assert re.findall(r"Python :: (3\.\d+)\"", metadata) == re.findall(r"3\.\d+", pythons[1])


def _tool(*command: str) -> str:
    """What the tool says, run in an environment of its own; it must end well."""
    ran = subprocess.run(
        [sys.executable, "-m", "uv", "--quiet", "tool", "run", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert 0 == ran.returncode, ran.stdout
    return ran.stdout


@pytest.mark.end_to_end
def test_zizmor_finds_no_fault() -> None:
    _tool("zizmor", "--offline", "--persona", "pedantic", ".github")


@pytest.mark.end_to_end
def test_workflows_and_forms_are_what_the_host_reads() -> None:
    check = ("check-jsonschema", "--builtin-schema")
    _tool(*check, "vendor.github-workflows", *map(str, WORKFLOWS))
    _tool(*check, "vendor.github-issue-forms", *map(str, FORMS))
    _tool(*check, "vendor.github-issue-config", ".github/ISSUE_TEMPLATE/config.yml")


@pytest.mark.end_to_end
def test_readme_is_rendered_by_an_index(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", tmp_path], cwd=ROOT, check=True)

    _tool("twine", "check", "--strict", *map(str, tmp_path.glob("hatch_oaml-*")))
