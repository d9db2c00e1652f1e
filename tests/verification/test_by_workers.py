"""Who hashes the members of an archive makes no difference to what is said of it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.engines import VARIABLE
from hatch_oaml.parts.answers import outcome
from hatch_oaml.storage.opening import files_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.verification import by_workers
from tests.building import build
from tests.sharded import sharded_project

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.buckets import Bucket

POOL = "tests.engines.work:pool_of_processes"
NAME = "lantern_tiny-1.0.0.oaml"
ENDINGS = {"tar": ".tar", "zip": ".zip", "oci": ".oci.tar", "tar-zst": ".tar.zst"}
CUT = 2_500_000


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each with three shards above what is worth a task; a folder too."""
    project = sharded_project(tmp_path_factory.mktemp("project"), 6 << 20, shards=3)
    assert 0 == build(project, "-t", f"oaml:{','.join(ENDINGS)}").returncode
    found = {form: project / "dist-oaml" / f"{NAME}{ending}" for form, ending in ENDINGS.items()}
    shutil.unpack_archive(found["tar"], project / "unpacked")
    shutil.unpack_archive(found["oci"], project / "layout")
    return found | {"folder": next((project / "unpacked").iterdir()), "layout": project / "layout"}


def verified(place: object, text: str = "") -> Result:
    return CliRunner().invoke(main, ["verify", "--format", "json", str(place)], env={VARIABLE: text})


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[by_workers.Order]:
    """What workers are given, as it is given to threads."""
    given: list[by_workers.Order] = []
    carry_out = by_workers.carry_out

    def noted(order: by_workers.Order) -> by_workers.Answer:
        given.append(order)
        return carry_out(order)

    monkeypatch.setattr(by_workers, "carry_out", noted)
    return given


@pytest.mark.parametrize("form", [*ENDINGS, "folder", "layout"])
def test_what_is_said_is_what_this_process_says_alone(
    form: str, archives: dict[str, Path], orders: list[by_workers.Order]
) -> None:
    alone, by_others = verified(archives[form]), verified(archives[form], "threads:2")

    assert 0 == alone.exit_code == by_others.exit_code, by_others.output
    assert alone.stdout == by_others.stdout
    assert len(orders) == (0 if form == "tar-zst" else 3), "where only the reading can make the bytes, it hashes them"


def test_other_processes_say_it_too(archives: dict[str, Path]) -> None:
    alone, by_others = verified(archives["tar"]), verified(archives["tar"], POOL)

    assert (0, alone.stdout) == (by_others.exit_code, by_others.stdout)


@pytest.mark.parametrize("form", ["tar", "zip"])
def test_members_that_lie_in_several_volumes_are_hashed_whole(
    form: str, archives: dict[str, Path], tmp_path: Path, bucket: Bucket, orders: list[by_workers.Order]
) -> None:
    data, name = archives[form].read_bytes(), archives[form].name
    for number, start in enumerate(range(0, len(data), CUT), 1):
        (tmp_path / f"{name}.{number:03}").write_bytes(data[start : start + CUT])
        bucket.put({f"cut/{name}.{number:03}": data[start : start + CUT]})
    alone = verified(tmp_path / f"{name}.001")

    here = verified(tmp_path / f"{name}.001", "threads:2")
    there = verified(f"s3://models/cut/{name}.001", "threads:2")

    assert 0 == here.exit_code == there.exit_code, there.output
    assert alone.stdout == here.stdout == there.stdout
    assert {1, 2} == {len(order["stretches"]) for order in orders}


def test_an_object_and_a_prefix_are_hashed_where_the_worker_stands(
    archives: dict[str, Path], bucket: Bucket, orders: list[by_workers.Order]
) -> None:
    bucket.put({archives["tar"].name: archives["tar"].read_bytes()})
    folder = archives["folder"]
    files = [path for path in folder.rglob("*") if path.is_file()]
    bucket.put({f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in files})

    for place in (archives["tar"], folder):
        there = verified(f"s3://models/{place.name}", "threads:2")
        assert (0, verified(place).stdout) == (there.exit_code, there.stdout), there.output
    assert 6 == sum(order["stretches"][0]["pin"] is not None for order in orders)


@pytest.mark.parametrize("form", ["tar", "folder"])
def test_an_altered_shard_is_refused_by_whomever(form: str, archives: dict[str, Path], tmp_path: Path) -> None:
    place = archives[form]
    copy = shutil.copytree(place, tmp_path / place.name) if place.is_dir() else shutil.copy(place, tmp_path)
    altered = max((path for path in tmp_path.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    with altered.open("r+b") as file:
        file.seek(-1_000_000, 2)
        byte = file.read(1)
        file.seek(-1_000_000, 2)
        file.write(bytes([byte[0] ^ 1]))

    alone, by_others = verified(copy), verified(copy, "threads:2")

    assert 1 == alone.exit_code == by_others.exit_code
    assert alone.stdout == by_others.stdout
    assert '"altered-member"' in by_others.stdout


def test_a_file_that_changes_meanwhile_is_told(
    archives: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / archives["tar"].name
    shutil.copy(archives["tar"], copy)
    carry_out = by_workers.carry_out

    def changing(order: by_workers.Order) -> by_workers.Answer:
        os.utime(copy, ns=(1, 1))
        return carry_out(order)

    monkeypatch.setattr(by_workers, "carry_out", changing)

    done = verified(copy, "threads:1")

    assert 2 == done.exit_code
    assert "the file changed while it was being read" in done.stderr


def test_what_a_worker_cannot_read_is_told_as_it_told_it(
    archives: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = outcome(SourceError(Bilingual(en="no disk here", zh="此处没有磁盘")))
    monkeypatch.setattr(by_workers, "carry_out", lambda _order: {"outcome": wrong})

    done = verified(archives["tar"], "threads:1")

    assert 2 == done.exit_code
    assert "no disk here" in done.stderr


def test_a_worker_of_another_version_is_refused(archives: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_workers, "carry_out", lambda _order: {"outcome": {"version": "0.0.1"}})

    done = verified(archives["tar"], "threads:1")

    assert 2 == done.exit_code
    assert "install the same version on all workers" in " ".join(done.stderr.split())


def test_who_cannot_be_had_is_told_as_a_mistake_in_the_call(archives: dict[str, Path]) -> None:
    done = verified(archives["tar"], "nobody")

    assert 2 == done.exit_code
    assert VARIABLE in done.stderr
    assert "" == done.stdout


def test_the_files_of_an_archive_that_is_gone_cannot_be_seen(tmp_path: Path) -> None:
    assert [] == files_of(tmp_path / "a.tar")
