"""A hub's cache is recorded as the one snapshot that is meant, or refused in words."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.recording.base import Told, record_base
from hatch_oaml.recording.folders import record_folder
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import SourceError
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")

FIRST, SECOND = "0123456789abcdef0123456789abcdef01234567", "89abcdef0123456789abcdef0123456789abcdef"
FILES = {"config.json": b'{"hidden_size": 64}\n', "chat/model.gguf": b"weights"}


def cache_in(
    folder: Path, files: Mapping[str, bytes] = FILES, commit: str = FIRST, name: str = "models--kelp-lab--kelp-7b"
) -> Path:
    cache = folder / name
    for path, data in files.items():
        blob = cache / "blobs" / sha256_of(data)
        blob.parent.mkdir(parents=True, exist_ok=True)
        blob.write_bytes(data)
        link = cache / "snapshots" / commit / path
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(blob, link.parent))
    return cache


def ref(cache: Path, name: str, commit: str) -> None:
    (cache / "refs").mkdir(exist_ok=True)
    (cache / "refs" / name).write_text(commit, encoding="utf-8")


def told(source: Path) -> tuple[str, str, list[str]]:
    record = record_base(source, Told(), silent).record
    return record.name, record.version, [file.path for file in record.files]


def refusal(source: Path) -> tuple[str, str]:
    with pytest.raises(SourceError) as caught:
        record_folder(source, silent)
    [said] = caught.value.messages
    return said.en, said.zh


def test_a_cache_is_recorded_as_its_snapshot_with_the_hub_s_name_and_commit(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    ref(cache, "main", FIRST)

    expected = ("kelp-lab/kelp-7b", FIRST, ["chat/model.gguf", "config.json"])
    assert expected == told(cache)
    assert expected == told(cache / "snapshots")
    assert expected == told(cache / "snapshots" / FIRST)
    assert [sha256_of(b"weights"), sha256_of(FILES["config.json"])] == [
        file.sha256 for file in record_folder(cache, silent)
    ]


def test_of_several_snapshots_the_one_counts_that_main_names(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache_in(tmp_path, {"config.json": b"{}"}, SECOND)
    ref(cache, "main", SECOND)

    assert ("kelp-lab/kelp-7b", SECOND, ["config.json"]) == told(cache)


def test_without_main_the_only_snapshot_counts(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    ref(cache, "v1.0", FIRST)

    assert FIRST == told(cache)[1]


def test_several_snapshots_of_which_main_names_none_are_refused_and_each_is_named(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache_in(tmp_path, {"config.json": b"{}"}, SECOND)
    ref(cache, "main", "f" * 40)

    english, chinese = refusal(cache)

    both = [f"`{cache / 'snapshots' / commit}`" for commit in (FIRST, SECOND)]
    assert f"{cache}: holds 2 snapshots, and `refs/main` names none of them; point to one: {', '.join(both)}" == english
    assert f"{cache}：其中有 2 个快照，而 `refs/main` 没有指明任何一个；请指向其中之一：{'、'.join(both)}" == chinese


@pytest.mark.parametrize("part", ["blobs", "refs"])
def test_a_part_of_a_cache_is_no_model_s_folder(part: str, tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    ref(cache, "main", FIRST)

    english, chinese = refusal(cache / part)

    assert f"{cache / part}: is a part of a hub's cache and no model's folder" in english
    assert f"point to `{cache}` or to a folder in its `snapshots/`" in english
    assert f"{cache / part}：只是模型库缓存的一部分，不是模型的文件夹" in chinese


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        *(("models--kelp-lab--kelp", [part]) for part in ("blobs", "refs", "snapshots")),
        *(
            (name, ["blobs", "refs", *more])
            for name in ("models--kelp-lab--kelp", "kelp")
            for more in ([], ["snapshots"])
        ),
    ],
)
def test_a_cache_without_a_snapshot_is_refused(name: str, parts: list[str], tmp_path: Path) -> None:
    for part in parts:
        (tmp_path / name / part).mkdir(parents=True)

    assert "no model's folder" in refusal(tmp_path / name)[0]


def test_the_cache_of_several_models_is_refused_and_each_is_named(tmp_path: Path) -> None:
    caches = [cache_in(tmp_path, name=name) for name in ("models--kelp-lab--a", "models--kelp-lab--b")]
    (tmp_path / ".locks").mkdir()

    english, chinese = refusal(tmp_path)

    assert f"is a hub's cache of 2 models; point to one: `{caches[0]}`, `{caches[1]}`" in english
    assert f"是含 2 个模型的缓存；请指向其中之一：`{caches[0]}`、`{caches[1]}`" in chinese


def test_a_model_may_have_folders_of_these_names(tmp_path: Path) -> None:
    for path in ("blobs/a.txt", "snapshots/b.txt", "model.gguf"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()

    assert ["blobs/a.txt", "model.gguf", "snapshots/b.txt"] == [file.path for file in record_folder(tmp_path, silent)]


def test_a_download_into_a_folder_keeps_its_commit_and_not_the_client_s_own_files(tmp_path: Path) -> None:
    kept = tmp_path / ".cache" / "huggingface" / "download" / "model.gguf.metadata"
    kept.parent.mkdir(parents=True)
    kept.write_text(f"{FIRST}\n{sha256_of(b'')}\n1700000000.0\n", encoding="utf-8")
    (tmp_path / "model.gguf").touch()

    record = record_base(tmp_path, Told(name="kelp-lab/kelp"), silent).record

    assert (FIRST, ["model.gguf"]) == (record.version, [file.path for file in record.files])


def test_what_modelscope_s_client_keeps_is_no_file_of_the_base_and_tells_its_version(tmp_path: Path) -> None:
    for name in (".mdl", ".msc", "model.gguf", "._____temp/model.gguf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".mv").write_text("Revision:v1.0.2,CreatedAt:1700000000", encoding="utf-8")

    record = record_base(tmp_path, Told(name="kelp-lab/kelp"), silent).record
    assert ("v1.0.2", ["model.gguf"]) == (record.version, [file.path for file in record.files])

    (tmp_path / ".mv").write_text("Revision:master,CreatedAt:1700000000", encoding="utf-8")
    assert record_base(tmp_path, Told(name="kelp-lab/kelp", version="1"), silent).record.version == "1"
