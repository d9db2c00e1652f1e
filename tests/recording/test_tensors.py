"""Tensors that a base record keeps are compared with the release's, and what became of them reaches people."""

from __future__ import annotations

import datetime
import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import gguf
import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings, strategies as st
from safetensors.numpy import load_file, save_file

from hatch_oaml.authoring.changelog_entries import draft_entries
from hatch_oaml.cli import main
from hatch_oaml.comparison.tensor_words import summary
from hatch_oaml.pipeline import examine, judge, judge_before_writing, with_tensor_facts
from hatch_oaml.project.file_facts import read_file
from hatch_oaml.project.model_digests import digest_model_tensors
from hatch_oaml.project.named import Named
from hatch_oaml.recording.folders import record_folder, record_tensors
from hatch_oaml.records.base_record import BaseRecord, parse_base, render_base
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.records.tensors import Tensor
from hatch_oaml.rendering.modification_page import render_page
from hatch_oaml.reports.text import render_log, render_text
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.look import Look
from hatch_oaml.values.paths import archive_path
from tests.building import build
from tests.conftest import FIXTURES, _release
from tests.members import members, silent
from tests.recording.test_folders import point_to_large_file_storage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release

    Arrays = Mapping[str, NDArray[Any]]

PROJECTS = FIXTURES / "projects"
MODEL = "model.safetensors"
ONE, TWO = "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"
SUMMARY = Bilingual(en="1 of 2 tensors differ", zh="2 个张量中有 1 个不同")


def arrays(*, b: float = 2) -> dict[str, NDArray[Any]]:
    return {"a": np.full((2, 3), 1, np.float32), "b": np.full((4,), b, np.float32)}


def saved(folder: Path, tensors: Arrays, name: str = MODEL, **metadata: str) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    save_file(dict(tensors), folder / name, metadata or None)
    return folder


def base_of(folder: Path, name: str = "example-lab/One") -> BaseRecord:
    return BaseRecord(name=name, version="1", files=record_tensors(folder, silent))


def scanned(folder: Path) -> list[ReleaseFile]:
    return [
        read_file(archive_path(path.relative_to(folder).as_posix()), str(path), Named("model", "weights"), str(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def release_of(folder: Path, *bases: BaseRecord) -> Release:
    return with_tensor_facts(_release(files=scanned(folder), bases=bases), silent)


def changes(release: Release) -> dict[str, str | None]:
    return {str(path): difference for path, difference in release.differences.items()}


# the record


def test_a_record_keeps_each_tensor_with_its_digest(tmp_path: Path) -> None:
    [file] = record_tensors(saved(tmp_path, arrays()), silent)

    tensors = tuple(
        Tensor(name=name, dtype="f32", shape=array.shape, sha256=sha256_of(array.tobytes()))
        for name, array in arrays().items()
    )
    data = (tmp_path / MODEL).read_bytes()
    assert ("safetensors", None, tensors, sha256_of(data)) == (file.format, file.dtype, file.tensors, file.sha256)


def test_a_record_with_tensors_is_read_back_and_is_the_same_on_every_run(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path, arrays()))

    assert base == parse_base(render_base(base).encode(), "b.toml")
    assert render_base(base) == render_base(base_of(tmp_path))


def test_without_tensors_the_same_files_are_recorded(tmp_path: Path) -> None:
    shutil.copytree(PROJECTS / "original-release", tmp_path / "base", ignore=shutil.ignore_patterns("dist*"))
    with_tensors = record_tensors(tmp_path / "base", silent)

    plain = tuple(replace(file, format=None, dtype=None, tensors=()) for file in with_tensors)
    assert plain == record_folder(tmp_path / "base", silent)
    assert plain != with_tensors


def test_a_pointer_to_large_file_storage_has_no_tensors(tmp_path: Path) -> None:
    plain = record_folder(saved(tmp_path, arrays()), silent)
    point_to_large_file_storage(tmp_path / MODEL)

    assert plain == record_tensors(tmp_path, silent)


def test_a_tensor_whose_name_no_record_can_hold_leaves_its_file_without(tmp_path: Path) -> None:
    header = json.dumps({"": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]}}).encode()
    (tmp_path / MODEL).write_bytes(len(header).to_bytes(8, "little") + header + b"\0")

    [file] = record_tensors(tmp_path, silent)

    assert (None, ()) == (file.format, file.tensors)
    assert render_base(BaseRecord(name="b", version="1", files=(file,)))


# the per-file rule


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.permutations(["a", "b"]), st.dictionaries(st.sampled_from("xyz"), st.text("pq", max_size=3)))
def test_a_file_that_was_saved_again_is_moved(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], metadata: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("saved")
    base = base_of(saved(folder / "base", arrays(), written="first"))
    release = release_of(saved(folder / "new", {name: arrays()[name] for name in order}, **metadata), base)

    assert {MODEL: "moved"} == changes(release)
    assert [] == list(release.unlisted_files())


def test_one_changed_value_is_a_modification(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays(), written="first"))
    release = release_of(saved(tmp_path / "new", arrays(b=3)), base)

    assert {MODEL: "modified"} == changes(release)
    assert [MODEL] == [file.path for file in release.unlisted_files()]


@pytest.mark.parametrize(
    "tensors",
    [
        {"a": arrays()["a"]},
        {**arrays(), "c": arrays()["b"]},
        {"a": arrays()["a"].reshape(3, 2), "b": arrays()["b"]},
        {"a": arrays()["a"], "c": arrays()["b"]},
        {"a": arrays()["a"].view(np.int32), "b": arrays()["b"]},
    ],
    ids=["removed", "added", "shape", "name", "dtype"],
)
def test_other_names_shapes_or_dtypes_are_a_modification(tmp_path: Path, tensors: Arrays) -> None:
    base = base_of(saved(tmp_path / "base", arrays(), written="first"))

    assert {MODEL: "modified"} == changes(release_of(saved(tmp_path / "new", tensors), base))


def test_a_format_that_holds_more_than_tensors_is_modified_with_equal_tensors(tmp_path: Path) -> None:
    """A GGUF file's chat template, an ONNX file's computation: their tensors do not tell of them."""
    base = base_of(saved(tmp_path / "base", arrays(), written="first"))
    [file] = base.files
    [scan] = digest_model_tensors(scanned(saved(tmp_path / "new", arrays())), silent)
    assert scan.weights
    gguf = replace(scan, weights=replace(scan.weights, format="gguf"))
    release = _release(files=[gguf], bases=[replace(base, files=(replace(file, format="gguf"),))])

    assert {MODEL: "modified"} == changes(release)


def test_before_its_tensors_are_read_nothing_is_said_of_a_file_that_may_be_saved_again(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays(), written="first"))
    [scan] = scanned(saved(tmp_path / "new", arrays(b=3)))

    assert {MODEL: None} == changes(_release(files=[scan], bases=[base]))


# what is read, and when


def test_without_tensors_in_a_base_nothing_is_read(tmp_path: Path) -> None:
    base = BaseRecord(name="b", version="1", files=record_folder(saved(tmp_path, arrays()), silent))
    release = _release(files=scanned(tmp_path), bases=[base])

    assert with_tensor_facts(release, silent) is release
    assert 0 == release.weights_to_compare
    assert (None,) == release.tensor_differences


def test_the_model_files_are_read_once_and_get_their_own_digests_too(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path, arrays()))
    passed: list[int] = []
    release = _release(files=scanned(tmp_path), bases=[base])

    report = examine(release, lambda _path, count: passed.append(count))

    assert [sha256_of((tmp_path / MODEL).read_bytes())] == [file.sha256 for file in report.release.inventory]
    assert [release.weights_to_compare] == [sum(passed)] == [(tmp_path / MODEL).stat().st_size]


def test_a_build_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays(), written="first"))
    release = _release(
        files=[*_release().inventory.files[:2], *scanned(saved(tmp_path / "new", arrays(b=3)))], bases=[base]
    )

    assert [] == [one.check for one in judge(release).rulings if one.check == "unlisted-modification"]
    assert ["unlisted-modification"] == [one.check for one in judge_before_writing(release, silent).errors]


def test_a_file_that_changes_before_it_is_read_refuses_the_build(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays()))
    release = _release(
        files=[*_release().inventory.files[:2], *scanned(saved(tmp_path / "new", arrays()))], bases=[base]
    )
    (tmp_path / "new" / MODEL).write_bytes(b"shorter")

    assert "changed-while-reading" in [one.check for one in judge_before_writing(release, silent).errors]
    assert "changed-while-reading" in [one.check for one in examine(release, silent).errors]


# the whole model


def test_the_difference_of_a_whole_model_is_told_in_every_place(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays(), written="first"))
    release = release_of(saved(tmp_path / "new", arrays(b=3)), base)

    [diff] = release.tensor_differences

    assert diff is not None
    assert SUMMARY == summary(diff)
    page = render_page(release, {}).decode()
    assert "\n**Tensors 张量**: 1 of 2 tensors differ. 2 个张量中有 1 个不同。\n" in page
    log = render_log(judge(release))
    assert "tensors (example-lab/One): 1 of 2 tensors differ\n  1 unchanged: a\n  1 changed: b\n" in log
    assert "张量（example-lab/One）：2 个张量中有 1 个不同\n" in log
    text = render_text(judge(release), "en", Look(columns=22))
    assert (
        """\
tensors
  (example-lab/One): 1
  of 2 tensors differ
  ░░░░░░░░░░██████████
  ░ 1 unchanged: a
  █ 1 changed: b
    """
        in text
    )
    assert "\n# example-lab/One: 1 changed: b\n# example-lab/One：1 个数值改变：b\n" in drafted(release)
    assert 'relation = "finetune"' in drafted(release)


def drafted(release: Release) -> str:
    return draft_entries(release, datetime.date(2026, 11, 23))


def test_the_page_has_one_size_whether_the_tensors_are_known_or_the_digests(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays(), written="first"))
    scan = _release(files=scanned(saved(tmp_path / "new", arrays(b=3))), bases=[base])
    digests = {archive_path(MODEL): sha256_of((tmp_path / "new" / MODEL).read_bytes())}

    assert len(render_page(scan, {})) == len(render_page(scan, digests))
    facts = with_tensor_facts(scan, silent)
    assert render_page(facts, {}) == render_page(facts, digests)


def test_another_dtype_is_drafted_as_a_conversion(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays()))
    halves = {name: array.astype(np.float16) for name, array in arrays().items()}

    release = release_of(saved(tmp_path / "new", halves), base)

    assert 'relation = "converted"' in drafted(release)
    assert "# example-lab/One: 2 of 2 tensors differ; dtype f32 → f16\n" in drafted(release)


def test_a_gguf_file_is_compared_by_the_published_names_and_drafted_as_quantized(tmp_path: Path) -> None:
    weight = np.linspace(0, 1, 64 * 32, dtype=np.float32).reshape(64, 32)
    names = {f"model.layers.0.self_attn.{one}_proj.weight": f"blk.0.attn_{one}.weight" for one in "qkv"}
    base = base_of(saved(tmp_path / "base", dict.fromkeys(names, weight)))
    (tmp_path / "new").mkdir()
    writer = gguf.GGUFWriter(tmp_path / "new" / "model-q8_0.gguf", "llama")
    for name in names.values():
        quantized = gguf.quants.quantize(weight, gguf.GGMLQuantizationType.Q8_0)
        writer.add_tensor(name, quantized, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
    for step in ("header", "kv_data", "tensors"):
        getattr(writer, f"write_{step}_to_file")()
    writer.close()

    release = release_of(tmp_path / "new", base)

    [diff] = release.tensor_differences
    assert diff
    assert "3 of 3 tensors differ; dtype f32 → q8_0" == summary(diff).en
    assert 'relation = "quantized"' in drafted(release)


def test_an_adapter_is_not_compared_with_the_whole_model(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays()))
    lora = {f"base.q_proj.lora_{side}.weight": arrays()["a"] for side in "AB"}

    release = release_of(saved(tmp_path / "new", lora, "adapter_model.safetensors"), base)

    [diff] = release.tensor_differences
    assert diff
    assert "tensors not compared: the release is an adapter, with tensors of its own" == summary(diff).en
    assert 'relation = "adapter"' in drafted(release)


def test_shards_cut_otherwise_are_still_the_same_model(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays()))
    for name, path in (("a", ONE), ("b", TWO)):
        saved(tmp_path / "new", {name: arrays()[name]}, path)

    release = release_of(tmp_path / "new", base)

    [diff] = release.tensor_differences
    assert diff
    assert diff.is_same
    assert {ONE: "added", TWO: "added"} == changes(release)
    assert 'relation = "converted"' in drafted(release)


def test_a_shard_that_needs_no_entry_counts_in_the_facts_of_the_others(tmp_path: Path) -> None:
    for folder, b in (("base", 2.0), ("new", 3.0)):
        saved(tmp_path / folder, {"a": arrays()["a"]}, ONE)
        saved(tmp_path / folder, {"b": arrays(b=b)["b"]}, TWO)

    text = drafted(release_of(tmp_path / "new", base_of(tmp_path / "base")))

    assert f'files = ["/{TWO}"]' in text
    assert "# example-lab/One: 1 of 2 tensors differ\n" in text


def test_parts_of_a_pipeline_that_share_names_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder, b in (("base", 2.0), ("new", 3.0)):
        saved(tmp_path / folder, arrays(), f"unet/{MODEL}")
        saved(tmp_path / folder, arrays(b=b), f"vae/{MODEL}")

    release = release_of(tmp_path / "new", base_of(tmp_path / "base"))

    [diff] = release.tensor_differences
    assert diff
    assert ("vae/b",) == diff.changed
    assert ("unet/a", "unet/b", "vae/a") == diff.unchanged


def test_two_files_with_the_same_tensors_side_by_side_are_not_compared(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays()))
    saved(saved(tmp_path / "new", arrays()), arrays(b=3), "model.variant.safetensors")

    [diff] = release_of(tmp_path / "new", base).tensor_differences

    assert diff
    assert Bilingual(
        en="tensors not compared: several files have a tensor `a`", zh="未比较张量：有多个文件含张量 `a`"
    ) == (diff.not_compared)


def test_a_base_that_was_recorded_in_part_is_not_compared(tmp_path: Path) -> None:
    saved(saved(tmp_path / "base", {"a": arrays()["a"]}, ONE), {"b": arrays()["b"]}, TWO)
    shutil.copytree(tmp_path / "base", tmp_path / "new")
    point_to_large_file_storage(tmp_path / "base" / TWO)

    [diff] = release_of(tmp_path / "new", base_of(tmp_path / "base")).tensor_differences

    assert diff
    assert f"tensors not compared: of the base's `{TWO}` they were not recorded" == summary(diff).en


def test_a_format_with_other_names_is_not_compared(tmp_path: Path) -> None:
    base = base_of(saved(tmp_path / "base", arrays()))
    (tmp_path / "new").mkdir()
    np.savez(tmp_path / "new" / "weights.npz", first=arrays()["a"] + 5, second=arrays()["b"] + 5)

    [diff] = release_of(tmp_path / "new", base).tensor_differences

    assert diff
    assert "tensors not compared: safetensors and numpy call them by other names" == summary(diff).en


# an index among the model files


def test_an_index_that_is_called_a_part_of_the_model_is_read_as_one(tmp_path: Path) -> None:
    name = f"{MODEL}.index.json"
    (tmp_path / name).write_text(json.dumps({"weight_map": {"a": MODEL}}), encoding="utf-8")

    [file] = scanned(tmp_path)

    assert file.shards
    assert {"a": MODEL} == file.shards.weight_map


def test_a_model_file_of_another_name_has_no_index(tmp_path: Path) -> None:
    [file] = Inventory.of(scanned(saved(tmp_path, arrays())))

    assert file.shards is None


# the whole way


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, its base recorded with tensors."""
    for name in ("original-release", "derivative-finetune"):
        shutil.copytree(PROJECTS / name, tmp_path / name, ignore=shutil.ignore_patterns("dist*"))
    output = tmp_path / "derivative-finetune" / "bases" / "lantern-tiny.toml"
    source = str(tmp_path / "original-release")
    result = CliRunner().invoke(
        main,
        [
            *("record", source, "--name", "example-lab/Lantern-Tiny", "--version", "1.0.0"),
            *("--output", str(output), "--tensors"),
        ],
    )
    assert 0 == result.exit_code, result.output
    return tmp_path / "derivative-finetune"


def verified(project: Path) -> str:
    finished = [str(path) for path in sorted(project.glob("dist*/**/*")) if path.is_file()]
    assert 3 == len(finished)
    result = CliRunner().invoke(main, ["verify", *finished, "--lang", "en"])
    assert 0 == result.exit_code, result.output
    return result.stdout


def test_every_archive_tells_how_many_tensors_differ(derivative: Path) -> None:
    built = build(derivative, "-t", "wheel", "-t", "sdist", "-t", "oaml")

    assert 0 == built.returncode, built.stderr
    held = members(derivative / "dist" / "lantern_chat-0.2.0.tar.gz")
    page = held["lantern_chat-0.2.0/MODIFICATIONS.md"].decode()
    assert "**Tensors 张量**: 2 of 6 tensors differ. 6 个张量中有 2 个不同。" in page
    [base] = json.loads(held["lantern_chat-0.2.0/OAML-MANIFEST.json"])["bases"]
    assert (6, 4, 2) == tuple(base["tensors"][key] for key in ("total", "unchanged", "changed"))
    assert 3 == verified(derivative).count("tensors (example-lab/Lantern-Tiny): 2 of 6 tensors differ\n")


def test_a_shard_that_was_saved_again_needs_no_entry_for_builder_nor_receiver(derivative: Path) -> None:
    save_file(load_file(derivative / ONE), derivative / ONE, {"saved": "again"})

    built = build(derivative, "-t", "wheel", "-t", "sdist", "-t", "oaml")

    assert 0 == built.returncode, built.stderr
    assert 3 == verified(derivative).count("2 of 6 tensors differ\n")


def test_a_shard_that_was_changed_needs_one(derivative: Path) -> None:
    tensors = load_file(derivative / ONE)
    name = min(tensors)
    tensors[name] = tensors[name] * 2
    save_file(tensors, derivative / ONE, {"saved": "again"})

    built = build(derivative, "-t", "wheel", "-t", "sdist", "-t", "oaml")

    assert 0 != built.returncode
    assert f"{ONE}: error/错误[unlisted-modification]" in built.stderr
    assert [] == list(derivative.glob("dist*/**/*.*"))


def test_check_shows_the_tensors_in_its_text_and_keeps_its_json(derivative: Path) -> None:
    text, form = (
        CliRunner().invoke(main, ["check", "--root", str(derivative), "--lang", "zh", "--format", form])
        for form in ("text", "json")
    )

    assert "张量（example-lab/Lantern-Tiny）：6 个张量中有 2 个不同\n" in text.stdout
    assert {"name", "version", "files", "notices"} == json.loads(form.stdout)["bases"][0].keys()
