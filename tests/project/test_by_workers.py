"""Who digests files makes no difference to what is said of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.engines import VARIABLE
from hatch_oaml.project import by_workers
from hatch_oaml.project.digesting import digesting_in
from hatch_oaml.project.model_digests import digest_model_tensors, hash_files
from hatch_oaml.project.model_facts import read_model_file
from hatch_oaml.project.on_disk import OnDisk
from hatch_oaml.values.errors import ChangedWhileReadingError, SourceError, WriteError
from hatch_oaml.values.paths import archive_path
from tests.members import silent
from tests.sharded import sharded_project

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.records.inventory import ReleaseFile

POOL = "tests.engines.work:pool_of_processes"


@pytest.fixture
def files(tmp_path: Path) -> list[ReleaseFile]:
    """Three shards above what is worth a task, and a text below."""
    project = sharded_project(tmp_path, 6 << 20, shards=3)
    (project / "small.safetensors").write_bytes(b"no weights")
    return [
        read_model_file(
            archive_path(path.name), "weights", OnDisk(size=path.stat().st_size, source=str(path), pin=None)
        )
        for path in sorted(project.glob("*.safetensors"))
    ]


@pytest.mark.parametrize("text", ["threads:2", POOL])
def test_digests_are_those_of_this_process_alone(files: list[ReleaseFile], text: str) -> None:
    with digesting_in({VARIABLE: text}) as digesting:
        assert hash_files(files, silent) == hash_files(files, silent, digesting=digesting)


@pytest.mark.parametrize("text", ["threads:2", POOL])
def test_tensors_are_those_of_this_process_alone(files: list[ReleaseFile], text: str) -> None:
    with digesting_in({VARIABLE: text}) as digesting:
        assert digest_model_tensors(files, silent) == digest_model_tensors(files, silent, digesting=digesting)


def test_every_byte_is_told_of_once(files: list[ReleaseFile]) -> None:
    told: list[int] = []
    with digesting_in({VARIABLE: "threads:2"}) as digesting:
        hash_files(files, lambda _path, count: told.append(count), digesting=digesting)

    assert sum(file.size for file in files) == sum(told)


def test_an_object_in_a_store_is_digested_where_the_worker_stands(bucket: object, files: list[ReleaseFile]) -> None:
    from hatch_oaml.stores import store_of  # noqa: PLC0415  # the bucket's environment first

    for file in files:
        with open(file.source, "rb") as source:
            bucket.put({f"lantern/{file.path}": source.read()})  # type: ignore[attr-defined]
    far = [
        read_model_file(
            archive_path(stored.address.rpartition("/")[2]),
            "weights",
            OnDisk(size=stored.size, source=stored.address, pin=stored.pin),
        )
        for stored in store_of("s3://models/lantern").list("s3://models/lantern")
    ]
    with digesting_in({VARIABLE: POOL}) as digesting:
        assert hash_files(files, silent) == hash_files(far, silent, digesting=digesting)
        alone, by_others = digest_model_tensors(files, silent), digest_model_tensors(far, silent, digesting=digesting)
    assert [file.weights for file in alone] == [file.weights for file in by_others]


def test_a_file_that_is_cut_short_is_a_change(files: list[ReleaseFile]) -> None:
    os.truncate(files[0].source, files[0].size - 1)
    with digesting_in({VARIABLE: "threads:2"}) as digesting, pytest.raises(ChangedWhileReadingError):
        hash_files(files, silent, digesting=digesting)


def test_a_worker_of_another_version_is_refused(files: list[ReleaseFile], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_workers, "carry_out", lambda _order: {"outcome": {"version": "0.0.1"}})
    with (
        digesting_in({VARIABLE: "threads:2"}) as digesting,
        pytest.raises(WriteError, match=r"has hatch-oaml '0\.0\.1'"),
    ):
        hash_files(files, silent, digesting=digesting)


def test_what_a_worker_cannot_read_is_told_as_it_told_it(files: list[ReleaseFile]) -> None:
    os.unlink(files[0].source)
    with digesting_in({VARIABLE: "threads:2"}) as digesting, pytest.raises(SourceError, match=files[0].path):
        hash_files(files, silent, digesting=digesting)


def test_commands_say_the_same_by_whomever(tmp_path: Path) -> None:
    project = sharded_project(tmp_path, 6 << 20, shards=3)
    for arguments in (
        ["record", str(project), "--name", "example-lab/Lantern", "--version", "1", "--tensors"],
        ["compare", str(project), str(project), "--tensors", "--format", "json"],
        ["check", "--root", str(project), "--format", "json"],
    ):
        alone, by_others = (
            CliRunner().invoke(main, arguments, env={VARIABLE: text, "HATCH_OAML_CACHE": "off"}) for text in ("", POOL)
        )
        assert alone.output
        assert (alone.exit_code, alone.output) == (by_others.exit_code, by_others.output)


def test_who_cannot_be_had_is_told_as_a_mistake_in_the_call(tmp_path: Path) -> None:
    project = sharded_project(tmp_path, 6 << 20, shards=3)
    done = CliRunner().invoke(main, ["check", "--root", str(project)], env={VARIABLE: "threads:no"})

    assert 2 == done.exit_code
    assert "HATCH_OAML_EXECUTOR: expected a number of threads" in done.stderr
