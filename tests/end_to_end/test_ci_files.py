"""What pipelines take from here: the action, the hooks for pre-commit and the release workflow, judged by those that read such files."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.conftest import environment_with

Done = subprocess.CompletedProcess[str]

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(os.name == "nt", reason="the script of the action is tried with a bash of the system"),
]

ROOT = Path(__file__).parent.parent.parent
ACTION = ROOT / "action.yml"
SCRIPT = ROOT / ".ci" / "action.sh"
WORKFLOWS = (*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / "docs" / "workflows" / "release.yml")


def run(*command: object, cwd: Path | None = None, **variables: str) -> Done:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def judges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment of their own."""
    packages = ("check-jsonschema>=0.30", "zizmor>=1.5", "pre-commit>=4")
    return environment_with(tmp_path_factory.mktemp("environment"), *packages)


@pytest.mark.parametrize(
    ("schema", "files"), [("vendor.github-actions", (ACTION,)), ("vendor.github-workflows", WORKFLOWS)]
)
def test_they_are_what_their_schemas_ask_for(judges: Path, schema: str, files: tuple[Path, ...]) -> None:
    done = run(judges / "check-jsonschema", "--builtin-schema", schema, *files)

    assert 0 == done.returncode, done.stdout


def test_an_auditor_of_workflows_finds_nothing_in_them(judges: Path) -> None:
    done = run(judges / "zizmor", "--offline", ACTION, *WORKFLOWS)

    assert 0 == done.returncode, done.stdout


def test_the_hooks_are_a_manifest(judges: Path) -> None:
    done = run(judges / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")

    assert 0 == done.returncode, done.stdout


@pytest.fixture
def checkout(derivative: Path) -> Path:
    """The example under version control."""
    _git(derivative, "init", "--quiet")
    _git(derivative, "add", "--all")
    return derivative


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("hook", ["hatch-oaml-check", "hatch-oaml-legal"])
def test_pre_commit_runs_a_hook_and_refuses_what_a_build_refuses(
    judges: Path, checkout: Path, tmp_path_factory: pytest.TempPathFactory, hook: str
) -> None:
    home = {"PRE_COMMIT_HOME": str(tmp_path_factory.getbasetemp() / "pre-commit")}
    command = (judges / "pre-commit", "try-repo", ROOT, hook, "--all-files", "--verbose")

    lawful = run(*command, cwd=checkout, **home)
    (checkout / "NOTICE").write_text("Lantern-Chat\n", encoding="utf-8")
    _git(checkout, "add", "--all")
    refused = run(*command, cwd=checkout, **home)

    assert 0 == lawful.returncode, lawful.stdout
    assert "0 errors" in lawful.stdout
    assert 1 == refused.returncode, refused.stdout
    assert "dropped-notice" in refused.stdout


@pytest.mark.parametrize(
    ("changed", "runs"),
    [
        *((name, True) for name in ("LICENSE", "NOTICE", "MODIFICATIONS.toml", "README.md", "bases/lantern.toml")),
        *((name, True) for name in ("pyproject.toml", "sub/NOTICE.txt", "LICENSES", "COPYING.md", "authors")),
        *((name, False) for name in ("model.safetensors", "lantern_chat/notices.py.txt.py/x", "data/eval.jsonl")),
    ],
)
def test_the_smaller_hook_runs_where_a_legal_file_changed(changed: str, *, runs: bool) -> None:
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (files,) = re.findall(r"^  files: (.*)$", manifest, re.MULTILINE)

    assert runs == (re.search(files, changed) is not None)


class Runner:
    """What a runner gives a step of the action, and what it finds afterwards."""

    def __init__(self, folder: Path) -> None:
        self._files = {name: folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in self._files.values():
            file.write_text("before\n", encoding="utf-8")
        self._temporary = folder / "temporary files"
        self._temporary.mkdir()

    def act(self, folder: Path, **inputs: str) -> Done:
        given = {**_defaults(), **{name.upper(): value for name, value in inputs.items()}}
        variables = {f"OAML_{name}": value for name, value in given.items()}
        files = {name: str(file) for name, file in self._files.items()}
        return run(
            *("bash", "--noprofile", "--norc", "-eo", "pipefail", SCRIPT),
            cwd=folder,
            RUNNER_TEMP=str(self._temporary),
            OAML_SOURCE=str(ROOT),
            **files,
            **variables,
        )

    @property
    def summary(self) -> str:
        return self._files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")

    @property
    def reports(self) -> list[dict[str, object]]:
        outputs = self._files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        return [json.loads(Path(line[6:]).read_text(encoding="utf-8")) for line in outputs if line.startswith("sarif=")]


def _defaults() -> dict[str, str]:
    """What `action.yml` says where a workflow says nothing."""
    text = ACTION.read_text(encoding="utf-8").partition("\noutputs:")[0]
    found = re.findall(r'^  (\w+):\n    description: .*\n    default: "?([^"\n]*)"?$', text, re.MULTILINE)
    return {name.upper(): value for name, value in found} | {"PYTHON": sys.executable}


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    return Runner(tmp_path_factory.mktemp("runner"))


def test_every_input_of_the_action_reaches_its_script() -> None:
    action, script = ACTION.read_text(encoding="utf-8"), SCRIPT.read_text(encoding="utf-8")

    handed = dict(re.findall(r"^        (OAML_\w+): \$\{\{ inputs\.(\w+) \}\}$", action, re.MULTILINE))

    assert sorted(handed.values()) == sorted(name.lower() for name in _defaults())
    assert set(re.findall(r"\$\{?(OAML_\w+)", script)) == {*handed, "OAML_SOURCE"}


def test_the_action_judges_a_project_for_annotations_summary_and_code_scanning(
    runner: Runner, derivative: Path
) -> None:
    lawful = runner.act(derivative)
    (derivative / "NOTICE").write_text("Lantern-Chat\n", encoding="utf-8")
    refused = runner.act(derivative.parent, root="derivative-finetune", language="zh")

    assert (0, 1) == (lawful.returncode, refused.returncode), refused.stdout
    assert re.search(r"^::error file=.*dropped-notice", refused.stdout, re.MULTILINE)
    assert runner.summary.startswith("before\n")
    assert "may be released" in runner.summary
    assert "dropped-notice" in runner.summary
    results = [[run["results"] for run in report["runs"]] for report in runner.reports[-2:]]  # type: ignore[attr-defined]
    assert [False, True] == [any(found) for found in results]


def test_the_action_verifies_what_the_patterns_name_and_hands_arguments_on(runner: Runner, derivative: Path) -> None:
    done = run(sys.executable, "-m", "hatchling", "build", "-t", "oaml:zip", "-t", "oaml:tar", cwd=derivative)
    assert 0 == done.returncode, done.stdout
    (derivative / "dist-oaml").rename(derivative / "two archives")

    both = runner.act(derivative, command="verify", archives="two archives/*\n")
    unsigned = runner.act(
        derivative,
        command="verify",
        archives="two archives/*.zip",
        arguments="--require-signature\n--profile\ndistribution",
    )
    missing = runner.act(derivative, command="verify", archives="none/*.zip")

    assert (0, 1, 2) == (both.returncode, unsigned.returncode, missing.returncode), both.stdout
    assert 2 == both.stdout.count("agrees with its own manifest")
    assert "unsigned-release" in unsigned.stdout
    assert "none/*.zip" in missing.stdout


@pytest.mark.parametrize(
    "inputs",
    [{"command": "rm"}, {"command": "verify"}, {"archives": "x.tar"}, {"command": "$(touch broken)"}],
)
def test_the_action_refuses_what_it_does_not_know(runner: Runner, tmp_path: Path, inputs: dict[str, str]) -> None:
    refused = runner.act(tmp_path, **inputs)

    assert 2 == refused.returncode
    assert refused.stdout.startswith("::error title=hatch-oaml::")
    assert [] == list(tmp_path.iterdir())
