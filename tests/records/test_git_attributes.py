"""git understands `.gitattributes` of a release folder: weights and large files go to LFS, whatever they are called."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.git_attributes import render_git_attributes
from hatch_oaml.records.listing import Listed, Written
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.rendering.manifest_text import render_manifest
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hatch_oaml.values.roles import Role
    from tests.conftest import ReleaseWith

ODD = [
    *("model.safetensors", "with space.gguf", "模型/权重.bin", "a[1]*?.bin", '"quoted".bin', "#x.bin", "!x.bin"),
    *("tab\there.bin", "line\nend.bin", "deep/er/model.bin", "é.bin", "-x.bin", "a'b.bin", "ends .bin "),
]
LARGE = 10_000_001


def rendered(release_with: ReleaseWith, files: Iterable[tuple[str, Role, int]], checksums: int = 100) -> bytes:
    written = Written(target="oaml", root="demo-1.0", epoch=0)
    listed = [
        Listed(path=archive_path(f"demo-1.0/{path}"), release=archive_path(path), role=role, kind="other", size=size)
        for path, role, size in files
    ]
    return render_git_attributes(parse_manifest(render_manifest(release_with(), listed, written, {})), checksums)


def in_lfs(folder: Path, attributes: bytes, paths: Iterable[str]) -> set[str]:
    """Those of the paths that git would hand to LFS."""
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / ".gitattributes").write_bytes(attributes)
    asked = b"\0".join(map(os.fsencode, paths)) + b"\0"
    command = ["git", "check-attr", "-z", "--stdin", "filter", "text"]
    found = subprocess.run(command, cwd=folder, input=asked, capture_output=True, check=True).stdout
    rows = found.decode().split("\0")
    told = {(rows[index], rows[index + 1]): rows[index + 2] for index in range(0, len(rows) - 2, 3)}
    assert {"unset"} == {value for (_, name), value in told.items() if name == "text"}, "git changes no line end"
    return {path for (path, name), value in told.items() if (name, value) == ("filter", "lfs")}


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_weights_of_any_name_go_to_lfs_and_no_other_file(release_with: ReleaseWith, tmp_path: Path) -> None:
    others = ["config.json", "a1xy.bin", "deep/model.safetensors", "x.bin", "with", "er/model.bin"]
    files: list[tuple[str, Role, int]] = [
        *((path, "model", 1) for path in ODD),
        *((path, "complementary", 1) for path in others),
    ]

    assert set(ODD) == in_lfs(tmp_path, rendered(release_with, files), [*ODD, *others, "SHA256SUMS"])


def test_what_is_larger_than_hubs_take_without_it_goes_to_lfs_whatever_it_is(
    release_with: ReleaseWith, tmp_path: Path
) -> None:
    attributes = rendered(release_with, [("data/a.jsonl", "complementary", LARGE), ("b", "legal", LARGE - 1)], LARGE)

    paths = ["data/a.jsonl", "b", "SHA256SUMS", "OAML-MANIFEST.json"]
    assert {"data/a.jsonl", "SHA256SUMS"} == in_lfs(tmp_path, attributes, paths)


def test_its_lines_are_in_the_order_of_the_paths(release_with: ReleaseWith) -> None:
    attributes = rendered(release_with, [("b.bin", "model", 1), ("a.bin", "model", 1), ("B.bin", "model", 1)])

    assert ["*", "/B.bin", "/a.bin", "/b.bin"] == [line.split()[0] for line in attributes.decode().splitlines()]
