"""Whoever writes a release, its bytes are the same; whatever goes wrong on the way, nothing of it is left."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.engines import VARIABLE
from hatch_oaml.parts import task
from hatch_oaml.parts.answers import outcome
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import WriteError
from tests.building import build
from tests.sharded import sharded_project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.building import Done

POOL = pytest.param("tests.engines.work:pool_of_processes", marks=pytest.mark.huge)
BYTES = 60 << 20


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sharded_project(tmp_path, BYTES)


def built(project: Path, folder: str, text: str = "", target: str = "oaml") -> Done:
    return build(project, "-t", target, "-d", folder, **{VARIABLE: text})


def digest(project: Path, folder: str) -> str:
    (archive,) = (project / folder).iterdir()
    return sha256_of(archive.read_bytes())


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("text", ["threads:1", "threads:5", POOL])
def test_the_bytes_are_those_of_a_build_by_one_process(project: Path, text: str) -> None:
    done = [built(project, "alone"), built(project, "together", text)]

    assert [0, 0] == [each.returncode for each in done], done[1].stderr
    assert digest(project, "alone") == digest(project, "together")


def test_workers_make_most_parts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[range] = []

    def watched(order: task.Order) -> task.Answer:
        made.append(range(*order["parts"]))
        return carry_out(order)

    carry_out = task.carry_out
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", watched)
    built(project, "together", "threads:2")

    assert list(range(1, BYTES // (8 << 20))) == sorted(part for parts in made for part in parts)


def test_other_forms_of_a_release_are_as_they_were(project: Path) -> None:
    for form in ("oaml:zip", "oaml:tar-zst", "oaml:folder"):
        assert 0 == built(project, "together", "threads:2", form).returncode


def test_a_file_that_changes_is_refused_and_nothing_is_left(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shard = project / "model-00030-of-00040.safetensors"

    def changing(order: task.Order) -> task.Answer:
        with shard.open("r+b") as file:
            file.write(b"x")
        os.utime(shard, ns=(1, 1))
        return carry_out(order)

    carry_out = task.carry_out
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", changing)
    done = built(project, "together", "threads:2")

    assert 1 == done.returncode
    assert "error/错误[changed-while-reading]" in done.stderr
    assert shard.name in done.stderr
    assert [] == left(project / "together")


def test_a_file_that_a_worker_does_not_see_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def blind(order: task.Order) -> task.Answer:
        path, _, size, mtime_ns, pin, head, tail = order["entries"][0]
        entries = [(path, "/nowhere/model", size, mtime_ns, pin, head, tail), *order["entries"][1:]]
        return carry_out({**order, "entries": entries})

    carry_out = task.carry_out
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", blind)
    done = built(project, "together", "threads:2")

    assert 1 == done.returncode
    assert "a worker does not see this file" in done.stderr
    assert "有工作进程看不到此文件" in done.stderr
    assert [] == left(project / "together")


def test_a_worker_of_another_version_does_nothing_and_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", lambda _order: {"outcome": {"version": "0.0.1"}})
    done = built(project, "together", "threads:2")

    assert 1 == done.returncode
    assert "a worker has hatch-oaml '0.0.1'" in done.stderr
    assert "install the same version" in done.stderr
    assert [] == left(project / "together")


def test_what_a_worker_cannot_read_is_told_as_it_told_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_order: task.Order) -> task.Answer:
        return {"outcome": outcome(WriteError(Bilingual(en="it burns; put it out", zh="着火了；请灭火")))}

    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", failing)
    done = built(project, "together", "threads:2")

    assert 1 == done.returncode
    assert "it burns; put it out\n  着火了；请灭火" in done.stderr
    assert [] == left(project / "together")


def test_a_lost_process_refuses_the_archive(project: Path) -> None:
    done = built(project, "together", "tests.packing.test_by_workers:killed")

    assert 1 == done.returncode
    assert "workers were lost" in done.stderr
    assert [] == left(project / "together")


def test_an_executor_that_cannot_be_had_is_told_before_anything_is_written(project: Path) -> None:
    done = built(project, "together", "threads:none")

    assert 1 == done.returncode
    assert "expected a number of threads" in done.stderr
    assert [] == left(project / "together")


class killed(ThreadPoolExecutor):  # noqa: N801  # named as the function that it stands for
    """Its first task is lost with its process."""

    def submit(self, *_arguments: object, **_options: object) -> Future[object]:  # type: ignore[override]
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

        future: Future[object] = Future()
        future.set_exception(BrokenProcessPool("a process in the pool was terminated abruptly"))
        return future
