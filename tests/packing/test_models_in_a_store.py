"""A release whose models lie in a store has the same bytes as one whose models lie in the project."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.storage import far_file
from hatch_oaml.stores import store_of
from hatch_oaml.values.digests import sha256_of
from tests.building import build, build_by_a_process, project_in
from tests.faults import SHARD
from tests.sharded import sharded_project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.buckets import Bucket

ADDRESS = "s3://models/lantern/0.2.0"
FORMATS = "oaml:tar,tar-zst,zip,oci,folder"
OPTION = f'\n[tool.hatch.build.targets.oaml]\nmodel-root = "{ADDRESS}"\n'


def with_models_in(bucket: Bucket, project: Path) -> dict[str, bytes]:
    """The project's model files, which are gone to the bucket."""
    models = {path.name: path.read_bytes() for path in project.glob("*.safetensors")}
    assert models
    bucket.put({f"lantern/0.2.0/{name}": data for name, data in models.items()})
    bucket.put({"lantern/0.2.0/README.md": b"No model.", "lantern/0.2.0-rc1/model.safetensors": b"Another's."})
    for name in models:
        (project / name).unlink()
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(OPTION)
    return models


@pytest.fixture
def project(bucket: Bucket, tmp_path: Path) -> Path:
    found = project_in(tmp_path)
    with_models_in(bucket, found)
    bucket.reset_counts()
    return found


def digests(project: Path) -> Mapping[str, str]:
    """Of every file that the builds wrote."""
    return {
        path.relative_to(project).as_posix(): sha256_of(path.read_bytes())
        for path in sorted([*project.glob("dist-oaml/**/*"), *project.glob("dist/*")])
        if path.is_file()
    }


def test_every_format_and_the_wheel_have_the_bytes_of_a_local_build(bucket: Bucket, tmp_path: Path) -> None:
    local, far = project_in(tmp_path / "local"), project_in(tmp_path / "far")
    models = with_models_in(bucket, far)

    for project in (local, far):
        for target in (FORMATS, "wheel"):
            done = build(project, "-t", target)
            assert 0 == done.returncode, done.stderr

    assert len(digests(local)) > 5
    assert digests(local) == digests(far)
    assert not any((far / name).exists() for name in models), "nothing of the store is left on disk"


def test_what_else_lies_in_the_store_is_named(bucket: Bucket, project: Path) -> None:
    bucket.put({"lantern/0.2.0/extra/parameters.blob": b"\0" * 64})

    done = build(project, "-t", "oaml")

    assert 0 == done.returncode, done.stderr
    assert "`extra/parameters.blob`" in done.stderr + done.stdout
    assert "`README.md`" not in done.stderr + done.stdout, "which the project has"


def test_a_folder_by_its_address_is_a_store_too(tmp_path: Path) -> None:
    local, far = project_in(tmp_path / "local"), project_in(tmp_path / "far")
    (tmp_path / "models").mkdir()
    for path in far.glob("*.safetensors"):
        path.rename(tmp_path / "models" / path.name)
    with (far / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(OPTION.replace(ADDRESS, f"file://{tmp_path.as_posix()}/models"))

    for project in (local, far):
        assert 0 == build(project, "-t", "oaml").returncode

    assert digests(local) == digests(far)


def test_each_byte_of_the_weights_is_fetched_once_and_a_header_more(bucket: Bucket, project: Path) -> None:
    sizes = {stored.address: stored.size for stored in store_of(ADDRESS).list(ADDRESS)}
    weights = sum(size for address, size in sizes.items() if address.endswith(".safetensors"))
    bucket.reset_counts()

    done = build(project, "-t", "oaml")

    assert 0 == done.returncode, done.stderr
    counts = bucket.counts()
    assert 1 + 2 * 2 == counts["GET"], "a listing, and of two shards the header and the whole"
    assert counts["bytes sent"] <= 2 * weights + 4096, "the shards are smaller than what is read for a header"


def test_what_changed_since_it_was_judged_is_refused(
    bucket: Bucket, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = far_file.FarFile.__init__

    def changed_meanwhile(self: far_file.FarFile, *arguments: object) -> None:
        bucket.put({f"lantern/0.2.0/{SHARD}": bucket.bytes_of(f"lantern/0.2.0/{SHARD}")[::-1]})
        opened(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(far_file.FarFile, "__init__", changed_meanwhile)
    monkeypatch.setattr("hatch_oaml.storage.copy._SMALL", 0)

    done = build(project, "-t", "oaml")

    assert 1 == done.returncode
    assert "[changed-while-reading]" in done.stderr
    assert SHARD in done.stderr
    assert not list(project.glob("dist-oaml/*"))


def test_requests_that_the_store_puts_off_change_nothing(bucket: Bucket, project: Path) -> None:
    assert 0 == build(project, "-t", "oaml").returncode
    before = digests(project)
    bucket.fail_every(3)

    done = build(project, "-t", "oaml")

    assert 0 == done.returncode, done.stderr
    assert bucket.counts()["503"]
    assert before == digests(project)


@pytest.mark.skipif(os.name == "nt", reason="signals are of another kind there")
def test_an_interruption_ends_the_build_at_its_next_range_and_leaves_nothing(bucket: Bucket, tmp_path: Path) -> None:
    project = sharded_project(tmp_path, 40 << 20, shards=4)
    with_models_in(bucket, project)
    bucket.wait_for_each(500)
    bucket.reset_counts()

    process = subprocess.Popen(
        [sys.executable, "-m", "hatchling", "build", "-t", "oaml"], cwd=project, stderr=subprocess.PIPE, text=True
    )
    while bucket.counts().get("GET", 0) < 6:  # the list, four headers, and the first of the weights
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert 0 != process.returncode
    assert "Traceback" not in told
    assert [] == [path for path in project.glob("dist-oaml/*") if path.is_file()]


def test_no_archive_report_or_log_tells_where_the_models_lay(bucket: Bucket, project: Path) -> None:
    done = build_by_a_process(project, "-t", "oaml:tar,folder", "-t", "wheel")
    assert 0 == done.returncode, done.stderr
    report = CliRunner().invoke(main, ["check", "--root", str(project), "--format", "json"])

    texts = [report.output, done.stdout, done.stderr] + [
        path.read_bytes().decode("latin-1") for path in project.glob("dist*/**/*") if path.is_file()
    ]
    assert len(texts) > 5
    assert not [text for text in texts if "s3://" in text or bucket.environment["AWS_ENDPOINT_URL"] in text]


def test_an_sdist_is_refused_for_it_would_tell(project: Path) -> None:
    done = build(project, "-t", "sdist")

    assert 1 == done.returncode
    assert "model-root: an sdist carries pyproject.toml" in done.stderr
    assert "sdist 会带上 pyproject.toml" in done.stderr
    assert not list(project.glob("dist/*"))


def test_check_says_of_them_what_it_says_of_files(bucket: Bucket, project: Path, tmp_path: Path) -> None:
    assert bucket.keys()
    local = project_in(tmp_path / "local")

    found, expected = (
        json.loads(CliRunner().invoke(main, ["check", "--root", str(folder), "--format", "json"]).output)
        for folder in (project, local)
    )

    assert expected["files"] == found["files"]
    assert expected == found


def test_their_tensors_are_compared_with_those_of_a_base(bucket: Bucket, project: Path, tmp_path: Path) -> None:
    assert bucket.keys()
    local = project_in(tmp_path / "local")
    base = CliRunner().invoke(main, ["record", str(tmp_path / "original-release"), "--tensors"])
    assert "[[file.tensor]]" in base.stdout
    for folder in (project, local):
        (folder / "bases" / "lantern-tiny.toml").write_text(base.stdout, encoding="utf-8")

    found, expected = (CliRunner().invoke(main, ["check", "--root", str(folder)]).output for folder in (project, local))

    assert "tensors" in expected
    assert expected == found


def test_a_file_that_project_and_store_both_have_is_refused(bucket: Bucket, project: Path) -> None:
    (project / SHARD).write_bytes(bucket.bytes_of(f"lantern/0.2.0/{SHARD}"))

    done = CliRunner().invoke(main, ["check", "--root", str(project)])

    assert 2 == done.exit_code
    assert f"{SHARD}: lies in the project and at {ADDRESS}/{SHARD} as well" in done.stderr


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('"../models"', "model-root: expected an address such as \"s3://bucket/prefix\", got '../models'"),
        ("7", "model-root: expected an address"),
        ('"s3://me:secret@models/a"', "s3://models/…: the address carries a user"),
        ('"s3://models/nothing"', "s3://models/nothing: holds no model files; correct `model-root`"),
        ('"s3://nobody/a"', "s3://nobody/a: there is no such object, or no such bucket"),
        ('"ftp://models/a"', "ftp://: no store has this scheme"),
    ],
)
def test_a_mistaken_model_root_is_told(project: Path, value: str, said: str) -> None:
    text = (project / "pyproject.toml").read_text(encoding="utf-8").replace(f'"{ADDRESS}"', value)
    (project / "pyproject.toml").write_text(text, encoding="utf-8")

    done = CliRunner().invoke(main, ["check", "--root", str(project)])

    assert 2 == done.exit_code
    assert said in done.stderr
    assert "secret" not in done.stderr


def test_a_name_that_is_no_path_is_refused(bucket: Bucket, project: Path) -> None:
    bucket.put({"lantern/0.2.0/a//model.safetensors": b"x"})

    done = CliRunner().invoke(main, ["check", "--root", str(project)])

    assert 2 == done.exit_code
    assert f"{ADDRESS}/a//model.safetensors: its name is no path inside a release" in done.stderr


def test_objects_below_folders_keep_them_in_their_paths(bucket: Bucket, project: Path) -> None:
    for key in [*bucket.keys()]:
        if key.startswith("lantern/0.2.0/model"):
            bucket.client.copy_object(
                Bucket="models",
                Key=key.replace("0.2.0/", "0.2.0/weights/"),
                CopySource={"Bucket": "models", "Key": key},
            )
            bucket.client.delete_object(Bucket="models", Key=key)

    done = CliRunner().invoke(main, ["check", "--root", str(project), "--format", "json"])

    paths = [file["path"] for file in json.loads(done.output)["files"] if file["role"] == "model"]
    assert ["weights/model-00001-of-00002.safetensors", f"weights/{SHARD}"] == paths


@pytest.mark.skipif(os.name == "nt", reason="signals are of another kind there")
def test_the_project_is_not_touched(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "before")

    assert 0 == CliRunner().invoke(main, ["check", "--root", str(project)]).exit_code

    assert sorted(path.relative_to(tmp_path / "before") for path in (tmp_path / "before").rglob("*")) == sorted(
        path.relative_to(project) for path in Path(project).rglob("*")
    )
