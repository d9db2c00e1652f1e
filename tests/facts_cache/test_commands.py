"""Whole commands with a cache: what one has read the next need not read, and nothing that it says comes to stand in an archive unseen."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from safetensors.numpy import load_file, save_file

from hatch_oaml.cli import main
from hatch_oaml.facts_cache.cache import facts_cache
from hatch_oaml.pipeline import examine
from hatch_oaml.project import model_digests, recalled_facts
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.target_files import BUILDERS
from hatch_oaml.values.digests import sha256_of
from tests.building import PROJECTS, build, project_in
from tests.caching import caching, files_in, rewritten
from tests.faults import SHARD
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hatch_oaml.release import Release

ONE = "model-00001-of-00002.safetensors"
EVERY_TARGET = ("-t", "wheel", "-t", "sdist", "-t", "oaml")
REFUSED = "[changed-while-reading]"


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that were read, of texts and for digests; in it from now on each command appends."""
    caching(tmp_path / "cache", monkeypatch)
    seen: list[str] = []

    def told(function: Callable[..., Any]) -> Callable[..., Any]:
        def tell(first: Any, *rest: Any) -> Any:
            path = str(getattr(first, "path", first))
            if path not in seen:
                seen.append(path)
            return function(first, *rest)

        return tell

    for where, name in (
        (recalled_facts, "read_anew"),
        (model_digests, "hash_file"),
        (model_digests, "with_tensor_digests"),
    ):
        monkeypatch.setattr(where, name, told(getattr(where, name)))
    return seen


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, its base recorded with tensors."""
    project = project_in(tmp_path)
    source, output = str(tmp_path / "original-release"), str(project / "bases" / "lantern-tiny.toml")
    run("record", source, "--name", "example-lab/Lantern-Tiny", "--version", "1.0.0", "--output", output, "--tensors")
    return project


def run(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == status, result.output
    return result.output


def check(project: Path) -> str:
    return run("check", "--root", str(project), "--lang", "en", "--format", "json")


def archives(project: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in project.glob("dist*/*") if path.is_file()}
    for folder in project.glob("dist*"):
        shutil.rmtree(folder)
    return found


def headers(paths: list[str]) -> list[str]:
    """Those of model files, which are read anew each time."""
    return [path for path in paths if not path.endswith(".safetensors")]


@pytest.mark.parametrize("name", sorted(path.name for path in PROJECTS.iterdir()))
@pytest.mark.usefixtures("read")
def test_what_is_recalled_is_what_was_read(tmp_path: Path, name: str) -> None:
    for project in sorted(path.parent for path in (PROJECTS / name).rglob("pyproject.toml")):
        copy = tmp_path / "projects" / project.relative_to(PROJECTS)
        if not copy.exists():
            shutil.copytree(project, copy, ignore=shutil.ignore_patterns("dist*"))

        assert gathered(copy, "off") == gathered(copy, str(tmp_path / "cache"))
        assert gathered(copy, "off") == gathered(copy, str(tmp_path / "cache"))


def gathered(project: Path, cache_at: str) -> Release:
    metadata = ProjectMetadata(str(project), PluginManager())
    with facts_cache({"HATCH_OAML_CACHE": cache_at}, metadata.root) as cache:
        return examine(gather(metadata, BUILDERS, cache), silent, cache).release


def test_a_second_check_reads_no_text_and_digests_no_weights_and_says_the_same(
    derivative: Path, read: list[str]
) -> None:
    first = check(derivative)
    assert {"README.md", "NOTICE", ONE, SHARD} <= set(read)

    read.clear()
    assert first == check(derivative)
    assert [] == headers(read)


def test_a_file_that_was_edited_in_between_is_read_again_and_no_other(derivative: Path, read: list[str]) -> None:
    check(derivative)
    with (derivative / "README.md").open("a", encoding="utf-8") as file:
        file.write("\nCopyright 2024 Mina Halloway\n")

    read.clear()
    check(derivative)
    assert ["README.md"] == headers(read)


def test_a_check_reads_for_the_build_after_it(
    derivative: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HATCH_OAML_CACHE", "off")
    assert 0 == build(derivative, *EVERY_TARGET).returncode
    without = archives(derivative)
    caching(derivative.parent / "cache", monkeypatch)
    check(derivative)

    read.clear()
    assert 0 == build(derivative, *EVERY_TARGET).returncode

    assert [] == headers(read), "its weights too, of which the tensors are compared before they are written"
    assert 3 == len(without)
    assert without == archives(derivative)


def test_a_draft_reads_for_the_check_after_it(derivative: Path, read: list[str]) -> None:
    run("draft", "--root", str(derivative))
    assert {"README.md", ONE, SHARD} <= set(read)

    read.clear()
    run("check", "--root", str(derivative), "--fix-notices")
    assert [] == headers(read)


def test_nothing_comes_to_lie_in_the_project(derivative: Path, read: list[str]) -> None:
    before = sorted(derivative.rglob("*"))
    check(derivative)

    assert read
    assert before == sorted(derivative.rglob("*"))
    assert 1 == len(files_in(derivative.parent / "cache"))


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("target", ["wheel", "sdist", "oaml"])
@pytest.mark.parametrize("path", ["README.md", SHARD])
def test_a_digest_that_is_kept_and_not_true_refuses_the_build_and_is_forgotten(
    derivative: Path, target: str, path: str
) -> None:
    """As if the file had been changed and every word of the file system for it forged."""
    check(derivative)

    def lie(source: str, answer: Any) -> Any:
        if not source.endswith(path):
            return answer
        return {**answer, "sha256": "1" * 64} if isinstance(answer, dict) else ["1" * 64, *answer[1:]]

    rewritten(derivative.parent / "cache", lie)
    refused = build(derivative, "-t", target)

    assert 0 != refused.returncode
    assert REFUSED in refused.stderr
    assert path in refused.stderr
    assert {} == archives(derivative)
    assert [] == files_in(derivative.parent / "cache")

    again = build(derivative, "-t", target)
    assert 0 == again.returncode, again.stderr


@pytest.mark.usefixtures("read")
def test_a_notice_that_stands_in_the_cache_alone_is_missed_in_the_archive(derivative: Path) -> None:
    """Whoever has the user's own rights can have a build begin; what it hands over is judged from its bytes."""
    true, false = "Copyright 2025 Example Lab", "Copyright 2025 Nobody Lab"
    notice = derivative / "NOTICE"
    notice.write_text(notice.read_text(encoding="utf-8").replace(true, false), encoding="utf-8")
    assert "altered-notice" in run("check", "--root", str(derivative), "--format", "json", status=1)

    def lie(source: str, answer: Any) -> Any:
        return json.loads(json.dumps(answer).replace(false, true)) if source.endswith("NOTICE") else answer

    rewritten(derivative.parent / "cache", lie)
    built = build(derivative, "-t", "oaml")
    [archive] = derivative.glob("dist-oaml/*.tar")

    assert 0 == built.returncode, built.stderr
    assert "[lost-notice]" in run("verify", str(archive), "--lang", "en", status=1)


@pytest.mark.usefixtures("read")
def test_tensors_that_are_the_base_s_in_the_cache_alone_are_compared_again_by_the_receiver(derivative: Path) -> None:
    tensors = load_file(derivative / ONE)
    before = {name: sha256_of(array.tobytes()) for name, array in tensors.items()}
    tensors[min(tensors)] = tensors[min(tensors)] * 2
    save_file(tensors, derivative / ONE, {"saved": "again"})
    assert "unlisted-modification" in run("check", "--root", str(derivative), "--format", "json", status=1)
    after = {sha256_of(array.tobytes()): before[name] for name, array in tensors.items()}

    def lie(source: str, answer: Any) -> Any:
        return [answer[0], [after[one] for one in answer[1]]] if source.endswith(ONE) else answer

    rewritten(derivative.parent / "cache", lie)
    built = build(derivative, "-t", "oaml")
    [archive] = derivative.glob("dist-oaml/*.tar")

    assert 0 == built.returncode, built.stderr
    assert "[unlisted-modification]" in run("verify", str(archive), "--lang", "en", status=1)


OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, values: opened.append(str(values[0])) if event == "open" else None)
from hatch_oaml.cli import main
sys.argv = ["hatch-oaml", "check", "--quiet"]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(*(path for path in opened if path.endswith(".jsonl")), sep="\\n")
"""


def test_one_process_reads_for_another(derivative: Path, tmp_path: Path) -> None:
    """With the grain of real clocks, and more files than are written at once."""
    for number in range(64):
        (derivative / "data" / f"{number}.jsonl").write_text(f'{{"text": "{number}"}}\n', encoding="utf-8")
    time.sleep(2.1)

    def opened() -> list[str]:
        environment = {**os.environ, "HATCH_OAML_CACHE": str(tmp_path / "cache")}
        done = subprocess.run(
            [sys.executable, "-c", OPENED], cwd=derivative, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout.split()

    assert 65 == len(opened())
    assert [] == opened()


def test_a_wrong_word_for_the_cache_is_told_by_every_door(derivative: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HATCH_OAML_CACHE", "here")
    wrong = 'HATCH_OAML_CACHE: "here": expected `off` or the absolute path of a folder outside of the project'

    assert wrong in run("check", "--root", str(derivative), "--lang", "en", status=2)
    for target in ("wheel", "oaml"):
        built = build(derivative, "-t", target)
        assert 0 != built.returncode
        assert wrong in built.stderr
        assert "Traceback" not in built.stderr


def test_the_suite_itself_keeps_nothing() -> None:
    assert os.environ["HATCH_OAML_CACHE"] == "off"
