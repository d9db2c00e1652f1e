"""A project tree is walked once into the files of its release: all that belong, and no others."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_oaml.project.hatchling_selection import Selected, selected_files, selection_of
from hatch_oaml.project.scan import idle_patterns, read_if_there, scan_project
from hatch_oaml.project.walking import Tree, walk
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import PAGE_MARK
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import BLOCK, sha256_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.conftest import FileWith

links = pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")
permissions = pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may read everything"
)


def plant(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, encoding="utf-8")


def tree_at(root: Path, *, outputs: tuple[str, ...] = ("dist",), ignored: Iterable[str] = ()) -> Tree:
    return Tree(root=str(root), outputs=outputs, ignored=Patterns(tuple(ignored)))


def walked(root: Path, *, outputs: tuple[str, ...] = ("dist",)) -> list[str]:
    return [path for path, _ in walk(tree_at(root, outputs=outputs))]


def scanned(root: Path, *selected: str, ignored: Iterable[str] = (), **config: object) -> list[str]:
    chosen = [Selected(path=path, source=str(root / path)) for path in selected]
    inventory = scan_project(tree_at(root, ignored=ignored), chosen, parse_config(config)).inventory
    return [file.path for file in inventory]


def refusal(root: Path, *selected: str) -> Bilingual:
    with pytest.raises(SourceError) as caught:
        scanned(root, *selected)
    [message] = caught.value.messages
    return message


# walking


def test_every_file_below_the_root_is_met_once_with_its_source(tmp_path: Path) -> None:
    plant(tmp_path, "b", "a/x", "a/b/y", "模型/权重.bin")

    assert {path: str(tmp_path / path) for path in ("b", "a/x", "a/b/y", "模型/权重.bin")} == dict(
        walk(tree_at(tmp_path))
    )


def test_no_file_s_order_depends_on_when_it_was_made(tmp_path: Path) -> None:
    plant(tmp_path / "one", "a/x", "b/y", "c", "b/a/z")
    plant(tmp_path / "two", "b/a/z", "c", "b/y", "a/x")

    assert ["c", "a/x", "b/y", "b/a/z"] == walked(tmp_path / "one") == walked(tmp_path / "two")


def test_what_builds_wrote_is_not_walked(tmp_path: Path) -> None:
    plant(tmp_path, "dist/x.whl", "out/oaml/x.tar", "out/kept", "sub/dist/kept")

    assert ["out/kept", "sub/dist/kept"] == walked(tmp_path, outputs=("dist", "out/oaml"))


@pytest.mark.parametrize("folder", [".git", ".venv", "__pycache__", ".hatch", "sub/.mypy_cache"])
def test_folders_that_hatchling_never_enters_are_not_walked(tmp_path: Path, folder: str) -> None:
    plant(tmp_path, f"{folder}/model.safetensors", "kept")

    assert ["kept"] == walked(tmp_path)


def test_a_virtual_environment_is_not_walked_whatever_it_is_called(tmp_path: Path) -> None:
    plant(tmp_path, "env/pyvenv.cfg", "env/lib/torch/model.pt", "sub/my-venv/pyvenv.cfg", "kept")

    assert ["kept"] == walked(tmp_path)


@links
def test_a_link_to_a_file_is_a_file(tmp_path: Path) -> None:
    plant(tmp_path, "store/blob")
    (tmp_path / "model.gguf").symlink_to("store/blob")

    assert ["model.gguf", "store/blob"] == walked(tmp_path)


@links
@pytest.mark.parametrize("name", ["a-link", "z-link"])
def test_a_folder_with_two_names_is_entered_once_by_the_name_that_hatchling_takes(tmp_path: Path, name: str) -> None:
    plant(tmp_path, "real/x", "pyproject.toml")
    (tmp_path / name).symlink_to("real")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\nversion = "1"\n', encoding="utf-8")
    metadata = ProjectMetadata(str(tmp_path), PluginManager())

    assert {file.path for file in selected_files(selection_of(metadata))} == set(walked(tmp_path))


@links
def test_where_the_system_numbers_no_files_each_folder_is_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, "a/one.py", "b/two.py")
    stat = os.stat

    def without_numbers(path: str, **options: Any) -> os.stat_result:
        found = list(stat(path, **options))
        found[1:3] = [0, 0]
        return os.stat_result(found)

    monkeypatch.setattr("hatch_oaml.project.walking.os.stat", without_numbers)

    assert ["a/one.py", "b/two.py"] == walked(tmp_path)


def test_where_one_file_answers_to_many_names_it_is_released_by_the_one_that_its_folder_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, "model.gguf", "modifications.toml")
    (tmp_path / "license").write_text("the license", encoding="utf-8")
    isfile, samefile = os.path.isfile, os.path.samefile

    def real(path: str) -> str:
        folder, _, name = path.rpartition(os.sep)
        return next(
            (f"{folder}{os.sep}{other}" for other in os.listdir(folder) if other.casefold() == name.casefold()), path
        )

    monkeypatch.setattr("hatch_oaml.project.scan.os.path.isfile", lambda path: isfile(real(path)))
    monkeypatch.setattr("hatch_oaml.project.scan.os.path.samefile", lambda one, two: samefile(real(one), real(two)))

    assert ["license", "model.gguf", "modifications.toml"] == scanned(
        tmp_path, "license", "modifications.toml", original=True
    )


def test_a_link_that_leads_back_up_ends_the_walk(tmp_path: Path) -> None:
    plant(tmp_path, "sub/x")
    (tmp_path / "sub" / "loop").symlink_to("..")

    assert ["sub/x"] == walked(tmp_path)


@links
def test_a_link_to_a_folder_outside_is_followed(tmp_path: Path) -> None:
    plant(tmp_path, "outside/x", "project/y")
    (tmp_path / "project" / "data").symlink_to("../outside")

    assert ["y", "data/x"] == walked(tmp_path / "project")


@links
def test_a_broken_link_is_met_for_someone_to_complain(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").symlink_to("nowhere")

    assert ["model.gguf"] == walked(tmp_path)


@links
def test_what_is_no_file_is_found_and_passed_over_where_nothing_asks_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert ["pipe"] == walked(tmp_path)
    assert [] == scanned(tmp_path)


@links
def test_a_link_to_itself_and_one_of_too_long_a_name_are_told_where_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "loop.gguf").symlink_to("loop.gguf")
    (tmp_path / "long.gguf").symlink_to("n" * 300)

    assert ["long.gguf", "loop.gguf"] == walked(tmp_path)
    with pytest.raises(SourceError, match=r"(loop|long)\.gguf: cannot be read: "):
        scanned(tmp_path)


@links
def test_what_version_control_ignores_is_not_entered_wherever_it_leads(tmp_path: Path) -> None:
    plant(tmp_path, "model.gguf", "scratch/model.gguf")
    (tmp_path / "everything").symlink_to("/")
    (tmp_path / "scratch" / "loop").symlink_to("loop")

    assert ["model.gguf"] == scanned(tmp_path, ignored=["scratch/", "everything"])


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        walked(tmp_path / "gone")

    assert caught.value.messages[0].en == (
        f"{tmp_path / 'gone'}: cannot be read: No such file or directory;"
        " make it readable or leave it out of the release"
    )


@permissions
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    plant(tmp_path, "closed/x")
    (tmp_path / "closed").chmod(0)

    with pytest.raises(SourceError, match="cannot be read: Permission denied"):
        walked(tmp_path)


# scanning


def test_a_release_is_what_hatchling_selects_with_the_model_and_the_legal_files(tmp_path: Path) -> None:
    plant(tmp_path, "README.md", "skipped.py", "model.gguf", "NOTICE", "LICENSE", "MODIFICATIONS.toml", "bases/b.toml")

    assert [
        *("LICENSE", "MODIFICATIONS.toml", "NOTICE", "README.md", "bases/b.toml", "model.gguf"),
    ] == scanned(tmp_path, "README.md", bases=["bases/b.toml"])


def test_files_are_in_the_order_of_their_utf_8_bytes_with_role_and_bytes(tmp_path: Path) -> None:
    plant(tmp_path, "LICENSE", "model.gguf", "b.py", "模型/权重.gguf")

    files = scan_project(
        tree_at(tmp_path), [Selected(path="b.py", source=str(tmp_path / "b.py"))], parse_config({})
    ).inventory.files

    assert [
        ("LICENSE", "legal", 7, str(tmp_path / "LICENSE")),
        ("b.py", "complementary", 4, str(tmp_path / "b.py")),
        ("model.gguf", "model", 10, str(tmp_path / "model.gguf")),
        ("模型/权重.gguf", "model", 18, str(tmp_path / "模型/权重.gguf")),
    ] == [(file.path, file.role, file.size, file.source) for file in files]
    assert [False, False, True, True] == [file.sha256 is None for file in files]


def test_what_hatchling_selects_in_an_output_folder_is_left_out(tmp_path: Path) -> None:
    plant(tmp_path, "dist/old.txt", "distant.txt")

    assert ["distant.txt"] == scanned(tmp_path, "dist/old.txt", "distant.txt")


def test_files_that_only_the_build_needs_are_in_no_release(tmp_path: Path) -> None:
    plant(tmp_path, "pyproject.toml", ".gitignore", "sub/.gitattributes", "sub/pyproject.toml")

    assert ["sub/pyproject.toml"] == scanned(
        tmp_path, "pyproject.toml", ".gitignore", "sub/.gitattributes", "sub/pyproject.toml"
    )


def test_weights_that_version_control_ignores_are_left_out_by_default(tmp_path: Path) -> None:
    plant(tmp_path, "model.gguf", "checkpoints/1/model.gguf", "old.gguf")

    assert ["model.gguf"] == scanned(tmp_path, ignored=["checkpoints/", "old.*"])


def test_weights_that_version_control_ignores_are_reached_by_patterns_that_name_them(tmp_path: Path) -> None:
    plant(tmp_path, "model.gguf", "checkpoints/1/model.gguf", "old.gguf")

    assert ["checkpoints/1/model.gguf", "model.gguf", "old.gguf"] == scanned(
        tmp_path, ignored=["checkpoints/", "*.gguf"], model=["*.gguf"]
    )


def test_a_notice_that_version_control_ignores_is_left_out(tmp_path: Path) -> None:
    plant(tmp_path, "NOTICE", "LICENSES/MIT.txt")

    assert ["LICENSES/MIT.txt"] == scanned(tmp_path, ignored=["NOTICE"])


def test_the_license_the_changelog_and_the_records_travel_even_if_ignored(tmp_path: Path) -> None:
    plant(tmp_path, "LICENSE", "MODIFICATIONS.toml", "bases/b.toml")

    assert ["LICENSE", "MODIFICATIONS.toml", "bases/b.toml"] == scanned(tmp_path, ignored=["*"], bases=["bases/b.toml"])


def test_what_a_role_says_is_no_model_is_brought_back_from_the_exclude_that_guards_weights(tmp_path: Path) -> None:
    plant(tmp_path, "vocab.bin", "notes.txt", "model.bin")

    assert ["model.bin", "vocab.bin"] == scanned(tmp_path, roles={"vocab.bin": "complementary"})
    assert ["model.bin", "vocab.bin"] == scanned(tmp_path, "vocab.bin", roles={"vocab.bin": "complementary"})
    assert ["model.bin", "vocab.bin"] == scanned(tmp_path, roles={"*.txt": "legal"})
    assert ["model.bin"] == scanned(tmp_path, ignored=["vocab.bin"], roles={"vocab.bin": "complementary"})


def test_what_a_role_says_is_model_is_brought_back_whatever_the_patterns(tmp_path: Path) -> None:
    plant(tmp_path, "ema.bin", "model.gguf")

    assert ["model.gguf"] == scanned(tmp_path, model=["*.gguf"])
    assert ["ema.bin", "model.gguf"] == scanned(tmp_path, model=["*.gguf"], roles={"ema.bin": "model"})


@links
def test_a_broken_link_that_belongs_is_told_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").symlink_to("nowhere")

    assert (
        f"{tmp_path / 'model.gguf'}: is a link to nowhere, and nothing is there;"
        " fetch what it leads to, or take the link away"
    ) == refusal(tmp_path).en


@links
def test_what_belongs_and_is_no_regular_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert (
        f"{tmp_path / 'pipe'}: is no regular file but a folder, pipe, socket or device; leave it out of the release"
        == refusal(tmp_path, "pipe").en
    )


@pytest.mark.parametrize("name", ["a:b.gguf", "C:x.gguf", "a\\b.gguf"])
@links
def test_a_name_that_other_systems_cannot_hold_is_scanned_for_a_check_to_find(tmp_path: Path, name: str) -> None:
    plant(tmp_path, name)

    assert [name] == scanned(tmp_path)


@links
def test_a_name_that_is_no_utf_8_is_scanned_for_a_check_to_find(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff.gguf")
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("this file system allows UTF-8 only")

    assert [name] == scanned(tmp_path)


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../x", "a//x", "./x"])
def test_a_force_include_that_leaves_the_release_is_told(tmp_path: Path, path: str) -> None:
    plant(tmp_path, "x")

    with pytest.raises(SourceError) as caught:
        scan_project(tree_at(tmp_path), [Selected(path=path, source=str(tmp_path / "x"))], parse_config({}))

    assert caught.value.messages == (
        Bilingual(
            en=f"{path}: the target of a `force-include` is no path inside the release; correct it",
            zh=f"{path}：`force-include` 的目标不是发布内的路径；请更正",
        ),
    )


# generated names


@pytest.mark.parametrize("name", ["OAML-MANIFEST.json", "SHA256SUMS", "MODIFICATIONS.md"])
def test_a_file_of_one_s_own_under_a_generated_name_is_refused(tmp_path: Path, name: str) -> None:
    plant(tmp_path, name)

    expected = Bilingual(
        en=f"{name}: every archive gets a file of this name, written by hatch-oaml; rename yours",
        zh=f"{name}：每个归档都会包含由 hatch-oaml 写入的同名文件；请给您自己的文件改名",
    )
    assert expected == refusal(tmp_path, name)


@pytest.mark.parametrize("name", ["sub/SHA256SUMS", "MODIFICATIONS.markdown", "sha256sums"])
def test_a_name_that_is_merely_like_a_generated_one_is_not_refused(tmp_path: Path, name: str) -> None:
    plant(tmp_path, name)

    assert [name] == scanned(tmp_path, name)


def test_a_generated_name_that_is_not_released_bothers_nobody(tmp_path: Path) -> None:
    plant(tmp_path, "SHA256SUMS", "a.py")

    assert ["a.py"] == scanned(tmp_path, "a.py")


def test_a_page_that_we_rendered_is_left_out_and_rendered_anew(tmp_path: Path) -> None:
    (tmp_path / "MODIFICATIONS.md").write_text(f"# Modifications\n\n{PAGE_MARK}\n", encoding="utf-8")

    assert [] == scanned(tmp_path, "MODIFICATIONS.md")


def test_a_bill_of_materials_that_we_wrote_is_left_out_and_another_is_one_s_own_file(tmp_path: Path) -> None:
    bill = tmp_path / "OAML-BOM.cdx.json"
    bill.write_text('{"tools": [{"type": "application", "name": "hatch-oaml", "version": "1"}]}', encoding="utf-8")
    assert [] == scanned(tmp_path, bill.name)

    bill.write_text('{"bomFormat": "CycloneDX"}', encoding="utf-8")
    assert refusal(tmp_path, bill.name).en.startswith("OAML-BOM.cdx.json: every archive gets")


def test_an_unpacked_sdist_of_ours_has_its_generated_files_written_anew(tmp_path: Path) -> None:
    plant(tmp_path, "SHA256SUMS", "MODIFICATIONS.md", "a.py", "PKG-INFO")
    manifest = {"format": 1, "tool": {"name": "hatch-oaml"}}
    (tmp_path / "OAML-MANIFEST.json").write_text(json.dumps(manifest), encoding="utf-8")

    assert ["a.py"] == scanned(tmp_path, "SHA256SUMS", "MODIFICATIONS.md", "OAML-MANIFEST.json", "a.py", "PKG-INFO")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"tool": "hatch-oaml"}', '{"tool": {"name": "x"}}', "[" * 100_000])
def test_a_manifest_of_another_tool_is_one_s_own_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "OAML-MANIFEST.json").write_text(text, encoding="utf-8")

    assert refusal(tmp_path, "OAML-MANIFEST.json").en.startswith("OAML-MANIFEST.json: every archive gets")


# the lines of `model`


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (["*.gguf"], ()),
        (["*.gguf", "*.onnx"], ("*.onnx",)),
        (["*.gguf", "!x.gguf", "#comment"], ()),
        (["*.py", "z"], ("z",)),
    ],
)
def test_a_line_of_model_that_matches_nothing_is_idle(
    file_with: FileWith, model: list[str], expected: tuple[str, ...]
) -> None:
    inventory = Inventory.of([file_with("x.gguf"), file_with("a.py")])

    assert expected == idle_patterns(inventory, parse_config({"model": model}))


def test_no_line_of_the_default_is_idle(file_with: FileWith) -> None:
    assert () == idle_patterns(Inventory.of([file_with("x.gguf")]), parse_config({}))


# small files


def test_a_small_file_is_read_if_it_is_there(tmp_path: Path) -> None:
    plant(tmp_path, "bases/b.toml")

    assert b"bases/b.toml" == read_if_there(str(tmp_path / "bases/b.toml"))
    assert read_if_there(str(tmp_path / "bases/c.toml")) is None


def test_a_small_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "bases").mkdir()

    with pytest.raises(SourceError, match="bases: is no regular file but a folder"):
        read_if_there(str(tmp_path / "bases"))


@pytest.mark.parametrize(("bases", "taken"), [([], False), (["bases/base.toml"], True)])
def test_fingerprints_are_taken_where_a_base_is_there_to_be_compared_with(
    tmp_path: Path, *, bases: list[str], taken: bool
) -> None:
    (tmp_path / "train.py").write_text("".join(f"loss = step({number})\n" for number in range(9)), encoding="utf-8")
    chosen = [Selected(path="train.py", source=str(tmp_path / "train.py"))]
    inventory = scan_project(tree_at(tmp_path), chosen, parse_config({"bases": bases})).inventory
    [file] = inventory
    assert bool(file.fingerprint) is taken


def test_a_notice_far_behind_the_first_block_of_a_text_is_found(tmp_path: Path) -> None:
    """A text is read in blocks, and searched as a whole."""
    source = tmp_path / "weaving.md"
    source.write_text(
        "warp and weft\n" * (2 * BLOCK // 14) + "Copyright 2024 Loom Labs\n" + "selvage\n" * 9, encoding="utf-8"
    )
    scan = scan_project(tree_at(tmp_path), [Selected(path="weaving.md", source=str(source))], parse_config({}))
    inventory = scan.inventory
    [file] = inventory
    assert ["Copyright 2024 Loom Labs"] == [notice.text for notice in file.notices]


@pytest.mark.parametrize("start", [b"\0" * 8, b"\x1f\x8b\x08\0 no gzip", b"PK\3\4 no ZIP", b"\x80\4 no pickle"])
def test_a_large_file_that_only_begins_like_weights_has_the_digest_of_all_its_bytes(
    tmp_path: Path, start: bytes
) -> None:
    data = start + bytes(range(1, 256)) * (2 * BLOCK // 255)
    source = tmp_path / "picture.dat"
    source.write_bytes(data)

    scan = scan_project(tree_at(tmp_path), [Selected(path="picture.dat", source=str(source))], parse_config({}))

    [file] = scan.inventory
    assert ("complementary", len(data), sha256_of(data)) == (file.role, file.size, file.sha256)
