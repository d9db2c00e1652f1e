"""A release in a store has the bytes of one on a disk; whatever goes wrong, nothing of it is left there."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.engines import VARIABLE
from hatch_oaml.parts import task
from hatch_oaml.signing.place import SUFFIX
from hatch_oaml.stores._mistakes import refused as refused_by_store
from hatch_oaml.stores._s3 import S3Store
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import WriteError
from tests.building import build
from tests.forked import begun
from tests.sharded import sharded_project
from tests.signed import key_file, public_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.buckets import Bucket
    from tests.building import Done
    from tests.forked import Started

POOL = pytest.param("tests.engines.work:pool_of_processes", marks=pytest.mark.huge)
NAME = "lantern_tiny-1.0.0.oaml.tar"
KEY = f"releases/{NAME}"
KEY_VARIABLE = "HATCH_OAML_SIGNING_KEY"
BYTES = 40 << 20


@pytest.fixture
def project(tmp_path: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert [] == bucket.keys()
    return sharded_project(tmp_path, BYTES)


def set_output(project: Path, *lines: str) -> None:
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(["", "[tool.hatch.build.targets.oaml]", *lines, ""]))


def built_on_disk(project: Path) -> str:
    """Its digest."""
    assert 0 == build(project, "-t", "oaml", "-d", "alone").returncode
    return sha256_of((project / "alone" / NAME).read_bytes())


def built(project: Path, text: str = "", target: str = "oaml") -> Done:
    return build(project, "-t", target, **{VARIABLE: text})


def notes(project: Path) -> list[Path]:
    return list((project.parent / "state/hatch-oaml/uploads").iterdir())


@pytest.mark.parametrize("text", ["", "threads:3", POOL])
def test_the_bytes_are_those_of_a_build_on_a_disk(project: Path, bucket: Bucket, text: str) -> None:
    wanted = built_on_disk(project)
    set_output(project, 'output = "s3://models/releases/"')
    done = built(project, text)

    assert (0, f"s3://models/{KEY}\n") == (done.returncode, done.stderr)
    assert [KEY] == bucket.keys()
    assert wanted == sha256_of(bucket.bytes_of(KEY))
    assert [] == bucket.uploads()
    assert [] == notes(project)


def move_models_into_the_bucket(project: Path, bucket: Bucket) -> None:
    for path in project.glob("*.safetensors"):
        bucket.put({f"lantern/{path.name}": path.read_bytes()})
        path.unlink()
    set_output(project, 'output = "s3://models/releases/"', 'model-root = "s3://models/lantern"')


@pytest.mark.parametrize("text", ["threads:3", POOL])
def test_models_go_from_store_to_store(project: Path, bucket: Bucket, text: str) -> None:
    wanted = built_on_disk(project)
    move_models_into_the_bucket(project, bucket)
    bucket.reset_counts()
    done = built(project, text)
    read = bucket.counts()["bytes sent"]

    assert 0 == done.returncode, done.stderr
    assert wanted == sha256_of(bucket.bytes_of(KEY))
    assert read < 1.5 * BYTES, "each byte once, and at most a part for each batch once more"


def test_an_object_that_changes_leaves_no_upload_and_no_object(
    project: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(order: task.Order) -> task.Answer:
        bucket.put({"lantern/model-00030-of-00040.safetensors": b"another"})
        return carry_out(order)

    carry_out = task.carry_out
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", changing)
    move_models_into_the_bucket(project, bucket)
    done = built(project)

    assert 1 == done.returncode
    assert "error/错误[changed-while-reading]" in done.stderr
    assert "model-00030-of-00040.safetensors" in done.stderr
    assert 40 == len(bucket.keys()), "the models alone"
    assert [] == bucket.uploads()


def test_a_store_that_is_overrun_every_tenth_time_gets_the_same_bytes(project: Path, bucket: Bucket) -> None:
    wanted = built_on_disk(project)
    set_output(project, 'output = "s3://models/releases/"')
    bucket.fail_every(10)
    done = built(project)
    refused = bucket.counts()["503"]
    bucket.fail_every(0)

    assert 0 == done.returncode, done.stderr
    assert wanted == sha256_of(bucket.bytes_of(KEY))
    assert refused


def test_volumes_joined_are_the_archive(project: Path, bucket: Bucket) -> None:
    wanted = built_on_disk(project)
    set_output(project, 'output = "s3://models/releases"', 'volume-size = "20MiB"')
    done = built(project)

    assert (0, f"s3://models/{KEY}.001\n") == (done.returncode, done.stderr)
    assert [f"{KEY}.{number:03}" for number in range(1, 4)] == bucket.keys()
    assert wanted == sha256_of(b"".join(map(bucket.bytes_of, bucket.keys())))
    assert 0 == CliRunner().invoke(main, ["verify", f"s3://models/{KEY}.001"]).exit_code


def test_a_signature_lies_beside_the_archive_and_is_that_of_a_build_on_a_disk(
    project: Path, bucket: Bucket, tmp_path: Path
) -> None:
    key = {KEY_VARIABLE: str(key_file(tmp_path))}
    assert 0 == build(project, "-t", "oaml", "-d", "alone", **key).returncode
    set_output(project, 'output = "s3://models/releases/"')
    done = build(project, "-t", "oaml", **key)
    verified = CliRunner().invoke(main, ["verify", f"s3://models/{KEY}", "--key", str(public_file(tmp_path))])

    assert 0 == done.returncode, done.stderr
    assert [KEY, f"{KEY}.sig"] == bucket.keys()
    assert (project / "alone" / f"{NAME}.sig").read_bytes() == bucket.bytes_of(f"{KEY}.sig")
    assert 0 == verified.exit_code, verified.output


def test_a_signature_that_cannot_be_put_leaves_no_archive_without_one(
    project: Path, bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: S3Store, address: str, upload: str, number: int, data: bytes | bytearray) -> str:
        if address.endswith(".sig"):
            raise refused_by_store(address, "SlowDown", WriteError)
        return put_part(self, address, upload, number, data)

    put_part = S3Store.put_part
    monkeypatch.setattr(S3Store, "put_part", refused)
    set_output(project, 'output = "s3://models/releases/"')
    done = build(project, "-t", "oaml", **{KEY_VARIABLE: str(key_file(tmp_path))})

    assert 1 == done.returncode
    assert f"s3://models/{KEY}.sig: the store refused (SlowDown)" in done.stderr
    assert ([], []) == (bucket.keys(), bucket.uploads())


def test_what_was_published_is_not_replaced(project: Path, bucket: Bucket) -> None:
    bucket.put({KEY: b"published"})
    set_output(project, 'output = "s3://models/releases/"')
    done = built(project)

    assert 1 == done.returncode
    assert f"s3://models/{KEY}: exists already" in done.stderr
    assert "已发布的内容不予替换" in done.stderr
    assert b"published" == bucket.bytes_of(KEY)
    assert [] == bucket.uploads()


def test_who_comes_to_the_address_meanwhile_has_it(
    project: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(order: task.Order) -> task.Answer:
        bucket.put({KEY: b"somebody else's"})
        return carry_out(order)

    carry_out = task.carry_out
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", meanwhile)
    set_output(project, 'output = "s3://models/releases/"')
    done = built(project)

    assert 1 == done.returncode
    assert "exists already" in done.stderr
    assert b"somebody else's" == bucket.bytes_of(KEY)
    assert [] == bucket.uploads()
    assert [] == notes(project)


def test_a_file_that_changes_leaves_no_upload_and_no_object(
    project: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    shard = project / "model-00030-of-00040.safetensors"

    def changing(order: task.Order) -> task.Answer:
        os.utime(shard, ns=(1, 1))
        return carry_out(order)

    carry_out = task.carry_out
    monkeypatch.setattr("hatch_oaml.parts.writing.carry_out", changing)
    set_output(project, 'output = "s3://models/releases/"')
    done = built(project)

    assert 1 == done.returncode
    assert "error/错误[changed-while-reading]" in done.stderr
    assert shard.name in done.stderr
    assert ([], []) == (bucket.keys(), bucket.uploads())
    assert [] == notes(project)


def test_a_refused_release_begins_no_upload(project: Path, bucket: Bucket) -> None:
    (project / "LICENSE").write_text("Do as you like.\n")
    set_output(project, 'output = "s3://models/releases/"')

    assert 1 == built(project).returncode
    assert ([], []) == (bucket.keys(), bucket.uploads())


def test_what_does_not_read_back_is_deleted(project: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hatch_oaml.packing.in_a_store.reads_back", lambda *_: False)
    set_output(project, 'output = "s3://models/releases/"')
    done = built(project)

    assert 1 == done.returncode
    assert "does not read back as it was sent; it was deleted" in done.stderr
    assert ([], []) == (bucket.keys(), bucket.uploads())


def in_the_background(project: Path) -> Started:
    """A build that is at work on its parts, and will be for many seconds."""
    return begun("tests.slow_build", cwd=project, PYTHONPATH=os.getcwd())


def wait_for_an_upload(bucket: Bucket) -> None:
    for _ in range(600):
        if bucket.uploads():
            return
        time.sleep(0.1)
    pytest.fail("no upload was begun")


@pytest.mark.huge
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_is_asked_to_end_leaves_nothing(project: Path, bucket: Bucket, number: signal.Signals) -> None:
    set_output(project, 'output = "s3://models/releases/"')
    process = in_the_background(project)
    wait_for_an_upload(bucket)
    process.send_signal(number)

    assert 0 != process.wait(60)
    assert ([], []) == (bucket.keys(), bucket.uploads())
    assert [] == notes(project)


@pytest.mark.huge
@pytest.mark.parametrize("step", ["begin", "finish"])
@pytest.mark.parametrize("signed", [False, True])
def test_who_is_asked_to_end_while_the_store_answers_leaves_nothing(
    project: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch, step: str, *, signed: bool
) -> None:
    set_output(project, 'output = "s3://models/releases/"')
    asked = getattr(S3Store, step)

    def interrupted(store: S3Store, address: str, *more: Any) -> Any:
        answer = asked(store, address, *more)
        if address.endswith(SUFFIX) == signed:
            signal.raise_signal(signal.SIGINT)
        return answer

    monkeypatch.setattr(S3Store, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(project, "-t", "oaml", **({KEY_VARIABLE: str(key_file(project.parent))} if signed else {}))

    assert ([], []) == (bucket.keys(), bucket.uploads())


def test_what_a_killed_build_left_is_swept_by_the_next_and_that_of_a_running_one_is_not(
    project: Path, bucket: Bucket
) -> None:
    set_output(project, 'output = "s3://models/releases/"')
    killed = in_the_background(project)
    started = [killed]
    try:
        wait_for_an_upload(bucket)
        killed.kill()
        killed.wait()
        (orphan,) = bucket.uploads()
        started.append(in_the_background(project))
        while orphan in bucket.uploads() or not bucket.uploads():
            time.sleep(0.1)
        (alive,) = bucket.uploads()
        done = built(project)

        assert 0 == done.returncode, done.stderr
        assert [alive] == bucket.uploads()
    finally:
        for process in started:
            process.terminate()
            process.wait()
    assert [] == bucket.uploads()


@pytest.mark.parametrize(
    ("output", "target", "told"),
    [
        ("dist-far", "oaml", "expected the address of a store such as `s3://bucket/releases/`, got 'dist-far'"),
        ("s3://models/", "oaml:zip", "the format `zip` cannot be made in parts"),
        ("s3://models/", "oaml:folder", "the format `folder` cannot be made in parts"),
        ("s3://user:secret@models/", "oaml", "s3://models/…: the address carries a user"),
        ("s4://models/", "oaml", "s4://: no store has this scheme"),
    ],
)
def test_what_cannot_be_an_output_is_refused_in_both_languages(
    project: Path, output: str, target: str, told: str
) -> None:
    set_output(project, f'output = "{output}"')
    done = built(project, target=target)

    assert 1 == done.returncode
    assert told in done.stderr
    assert "secret" not in done.stderr.replace("secret-file", "").replace("AWS_SECRET", "")


def test_volumes_smaller_than_a_part_are_refused(project: Path, bucket: Bucket) -> None:
    set_output(project, 'output = "s3://models/releases"', 'volume-size = "1MiB"')
    done = built(project)

    assert 1 == done.returncode
    assert "`volume-size` is smaller than one part" in done.stderr
    assert [] == bucket.uploads()
