from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.weight_names import NAMES_OF_ANY_FORMAT, NAMES_OF_FORMATS, WEIGHT_PATTERNS
from hatch_oaml.weights import inspect, weight_formats
from tests.growing import takes_at_most
from tests.weights.conftest import entry, safetensors

if TYPE_CHECKING:
    from tests.weights.conftest import InspectBytes

ERROR_PAGES = {
    "nothing": (b"", Bilingual(en="the file is empty", zh="文件是空的")),
    "HTML": (
        b"\n<!DOCTYPE html>\n<html><title>Sign in</title>" + b" " * 5000,
        Bilingual(
            en="expected weights, found a web page or an XML message: “<!DOCTYPE html> <html><title>Sign in</title>”;"
            " a download probably failed",
            zh="应为权重文件，实为一个网页或 XML 消息：“<!DOCTYPE html> <html><title>Sign in</title>”；很可能是下载失败所致",
        ),
    ),
    "JSON": (
        b'{"error": "Repository not found"}',
        Bilingual(
            en='expected weights, found a JSON message: “{"error": "Repository not found"}”; a download probably failed',
            zh='应为权重文件，实为一段 JSON 消息：“{"error": "Repository not found"}”；很可能是下载失败所致',
        ),
    ),
    "text": (
        b"Entry not found",
        Bilingual(
            en="expected weights, found a text message: “Entry not found”; a download probably failed",
            zh="应为权重文件，实为一段文字消息：“Entry not found”；很可能是下载失败所致",
        ),
    ),
}


@pytest.mark.parametrize("page", ERROR_PAGES)
@pytest.mark.parametrize(
    "name",
    [
        "a.safetensors",
        "a.gguf",
        "a.onnx",
        "a.pt",
        "pytorch_model.bin",
        "a.npz",
        "a.tflite",
        "a.h5",
        "a.keras",
        "a.pkl",
        "a.ckpt",
    ],
)
def test_an_error_page_saved_as_weights_is_a_fault_that_quotes_it(
    inspect_bytes: InspectBytes, name: str, page: str
) -> None:
    data, expected = ERROR_PAGES[page]

    assert [expected] == list(inspect_bytes(name, data).faults)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("README.md", b"# A model"),
        ("tokenizer.bin", b"\x01\x02\x03" * 1000),
        ("config.json", b"{}"),
        ("a.safetensors", b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 5\n"),
    ],
)
def test_what_is_no_weight_file_and_what_is_an_lfs_pointer_is_not_told_of(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / "file").write_bytes(data)

    assert inspect(archive_path(name), tmp_path / "file") is None


@pytest.mark.parametrize("name", ["a.ckpt", "a.pdparams", "a.msgpack", "a.ggml", "ggml-model.bin"])
def test_a_format_without_a_reader_is_said(inspect_bytes: InspectBytes, name: str) -> None:
    unread = inspect_bytes(name, b"lmgg" + b"\xf0" * 2000 if name.endswith("bin") else b"\xf0" * 2000).unread

    assert unread is not None
    assert unread.en.startswith("there is no reader for its format")


def test_every_weight_name_is_known_to_a_format() -> None:
    """But for names of any format, and what is packed."""
    known = {name for format_ in weight_formats() for name in format_.names}
    packed = {name for name in WEIGHT_PATTERNS if name.endswith((".tar", ".gz", ".zip", ".zst"))}

    assert set(WEIGHT_PATTERNS) - known - packed == set(NAMES_OF_ANY_FORMAT)


@pytest.mark.huge
def test_a_sparse_checkpoint_of_10_gb_is_inspected_as_a_small_one_is(tmp_path: Path) -> None:
    size = 10 * 10**9 // 100
    header = {f"t{number}": entry("U8", [size], number * size, (number + 1) * size) for number in range(100)}
    path = tmp_path / "model.safetensors"
    start = safetensors(header)
    with path.open("wb") as file:
        file.write(start)
        file.truncate(len(start) + 100 * size)

    weights = inspect(archive_path("model.safetensors"), path)

    assert takes_at_most(20, lambda: inspect(archive_path("model.safetensors"), path))
    assert weights is not None
    assert (len(weights.tensors), weights.faults) == (100, ())


def test_a_new_format_is_one_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import hatch_oaml.weights as package  # noqa: PLC0415  # its path is changed below

    (tmp_path / "shiny.py").write_text(
        "from hatch_oaml.records.tensors import Weights\n"
        "from hatch_oaml.weights._contract import WeightFormat\n"
        "FORMAT = WeightFormat(name='shiny', recognizes=lambda source: source.head[:5] == b'SHINY',\n"
        "                read=lambda source: Weights(format='shiny'))\n"
    )
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    weight_formats.cache_clear()
    (tmp_path / "file").write_bytes(b"SHINY")
    try:
        weights = inspect(archive_path("a"), tmp_path / "file")
    finally:
        weight_formats.cache_clear()
        shutil.rmtree(tmp_path / "__pycache__", ignore_errors=True)

    assert weights is not None
    assert weights.format == "shiny"


def test_the_formats_have_names_of_their_own() -> None:
    names = [format_.name for format_ in weight_formats()]

    assert set(NAMES_OF_FORMATS) == set(names), "values/weight_names.py names each reader's files, and nothing else"
    assert sorted(set(names)) == sorted(names)
    assert len(names) >= len(list(Path(__file__).parent.parent.parent.joinpath("hatch_oaml/weights").glob("[a-z]*.py")))


def test_a_pointer_that_git_lfs_would_refuse_is_a_broken_weight_file(inspect_bytes: InspectBytes) -> None:
    """A message in a pointer's clothes lets no file through as one whose weights lie elsewhere."""
    text = b"version https://git-lfs.github.com/spec/v1\noid sha256:none\nsize 5\n"

    assert 1 == len(inspect_bytes("a.safetensors", text).faults)
