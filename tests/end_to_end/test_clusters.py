"""A release by the processes of a cluster, and by those of a pool, has the bytes of a local build; one of them may die."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.engines import VARIABLE
from hatch_oaml.values.digests import RunningSha256
from tests import killing
from tests.building import build, project_in
from tests.cluster import cluster
from tests.sharded import sharded_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.buckets import Bucket

pytestmark = pytest.mark.end_to_end

POOL = "tests.engines.work:pool_of_processes"
TABLE = '\n[tool.hatch.build.targets.oaml]\noutput = "s3://models/releases/"\nmodel-root = "s3://models/lantern"\n'


@pytest.fixture
def scheduler(bucket: Bucket) -> Iterator[str]:
    assert [] == bucket.keys()
    with cluster() as address:
        yield address


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def digest_on_disk(project: Path, text: str = "") -> str:
    done = build(project, "-t", "oaml", "-d", "here", **{VARIABLE: text})
    assert 0 == done.returncode, done.stderr
    (archive,) = (project / "here").iterdir()
    running = RunningSha256()
    with archive.open("rb") as file:
        while block := file.read(1 << 20):
            running.update(block)
    archive.unlink()
    return running.digest()


def digest_in_the_bucket(project: Path, bucket: Bucket, text: str) -> str:
    done = build(project, "-t", "oaml", **{VARIABLE: text})
    assert 0 == done.returncode, done.stderr
    assert [] == bucket.uploads()
    (key,) = released(bucket)
    running = RunningSha256()
    for block in bucket.client.get_object(Bucket="models", Key=key)["Body"].iter_chunks(1 << 20):
        running.update(block)
    bucket.client.delete_object(Bucket="models", Key=key)
    return running.digest()


def released(bucket: Bucket) -> list[str]:
    keys = bucket.keys()
    return [key for key in keys if key.startswith("releases/")]


def move_models(project: Path, bucket: Bucket) -> None:
    for path in project.glob("*.safetensors"):
        bucket.put({f"lantern/{path.name}": path.read_bytes()})
        path.unlink()
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(TABLE)


def assert_alike(project: Path, bucket: Bucket, scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = digest_on_disk(project)
    assert wanted == digest_on_disk(project, f"dask:{scheduler}"), "a file system that all share"
    move_models(project, bucket)
    for text in ("threads:4", POOL):
        assert wanted == digest_in_the_bucket(project, bucket, text), text
    killed = project.parent / "killed"
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", partial(killing.carry_out, str(killed)))
    assert wanted == digest_in_the_bucket(project, bucket, f"dask:{scheduler}"), "a worker that died"
    assert killed.exists()


def test_the_example_is_the_same_by_whomever(tmp_path: Path, bucket: Bucket, scheduler: str) -> None:
    project = project_in(tmp_path)
    wanted = digest_on_disk(project)
    move_models(project, bucket)

    assert {wanted} == {
        digest_in_the_bucket(project, bucket, text) for text in ("threads:2", POOL, f"dask:{scheduler}")
    }


def test_forty_shards_are_the_same_by_whomever(
    tmp_path: Path, bucket: Bucket, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_alike(sharded_project(tmp_path, 100 << 20), bucket, scheduler, monkeypatch)


@pytest.mark.huge
def test_two_gibibytes_on_a_disk_that_all_share_are_the_same_by_whomever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, killed = sharded_project(tmp_path, 2 << 30), tmp_path / "killed"
    wanted = digest_on_disk(project)

    with cluster() as scheduler:
        for text in ("threads:4", POOL, f"dask:{scheduler}"):
            assert wanted == digest_on_disk(project, text), text
        monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", partial(killing.carry_out, str(killed)))
        assert wanted == digest_on_disk(project, f"dask:{scheduler}"), "a worker that died"
    assert killed.exists()


def test_a_pool_that_loses_a_process_leaves_nothing(
    tmp_path: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = sharded_project(tmp_path, 40 << 20)
    move_models(project, bucket)
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", partial(killing.carry_out, str(tmp_path / "killed")))
    done = build(project, "-t", "oaml", **{VARIABLE: POOL})

    assert 1 == done.returncode
    assert "workers were lost" in done.stderr
    assert [] == bucket.uploads()
    assert [] == released(bucket)


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hatch_oaml.engines.dask._PATIENCE", 2)
    done = build(sharded_project(tmp_path, 10 << 20), "-t", "oaml", **{VARIABLE: "dask:tcp://127.0.0.1:9"})

    assert 1 == done.returncode
    assert "HATCH_OAML_EXECUTOR: no scheduler answers at 'tcp://127.0.0.1:9'" in done.stderr
    assert "没有调度器应答" in done.stderr
