"""`hatch build -t oaml` writes the release archive, gated in the builder itself."""

from __future__ import annotations

import hashlib
import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import format_of
from hatch_oaml.builder import asked_without_version
from tests.building import build, build_by_a_process, project_in
from tests.faults import FAULTS, REFUSED_BY_A_PROCESS, SHARD

if TYPE_CHECKING:
    from pathlib import Path

NAME = "lantern_chat-0.2.0"
HELD = {
    *(
        "LICENSE",
        "MODIFICATIONS.md",
        "MODIFICATIONS.toml",
        "NOTICE",
        "OAML-BOM.cdx.json",
        "OAML-MANIFEST.json",
        "README.md",
        "SHA256SUMS",
    ),
    *("bases/lantern-tiny.toml", "config.json", "data/eval.jsonl", "lantern_chat/__init__.py"),
    *("model-00001-of-00002.safetensors", SHARD, "model.safetensors.index.json"),
}


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, with its base beside it."""
    return project_in(tmp_path)


def built(project: Path) -> list[str]:
    """Every file in `dist-oaml`, and what there should not be in `dist`."""
    folder = project / "dist-oaml"
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob("**/*")) + [
        str(path) for path in project.glob("dist/*")
    ]


def contents(archive: Path) -> dict[str, bytes]:
    form = format_of(archive)
    assert form is not None
    with closing(form.read(archive)) as reading:
        return {str(member.path): b"".join(map(bytes, reading.blocks(member))) for member in reading.members}


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_the_release_archive_is_a_tar_in_a_folder_of_its_own(derivative: Path) -> None:
    done = build_by_a_process(derivative, "-t", "oaml")

    assert 0 == done.returncode, done.stderr
    assert [f"{NAME}.oaml.tar"] == built(derivative)
    held = contents(derivative / "dist-oaml" / f"{NAME}.oaml.tar")
    assert {f"{NAME}/{name}" for name in HELD} == held.keys()
    assert sorted(held, key=str.encode) == list(held)
    assert (derivative / SHARD).read_bytes() == held[f"{NAME}/{SHARD}"]


def test_archive_formats_of_one_call_hold_the_same_but_for_the_manifest_s_own_format(derivative: Path) -> None:
    done = build(derivative, "-t", "oaml:tar,tar-zst,zip")

    assert 0 == done.returncode, done.stderr
    archives = [derivative / "dist-oaml" / f"{NAME}.oaml{suffix}" for suffix in (".tar", ".tar.zst", ".zip")]
    assert [f"{archive.name}" for archive in archives] == built(derivative)
    held = [contents(archive) for archive in archives]
    for one in held:
        for name in ("OAML-MANIFEST.json", "SHA256SUMS"):
            assert one.pop(f"{NAME}/{name}")
    assert held[0] == held[1] == held[2]


def test_the_checksums_in_the_archive_are_true(derivative: Path) -> None:
    build(derivative, "-t", "oaml")

    held = contents(derivative / "dist-oaml" / f"{NAME}.oaml.tar")
    lines = held.pop(f"{NAME}/SHA256SUMS").decode().splitlines()
    assert [
        f"{hashlib.sha256(data).hexdigest()}  {name.removeprefix(f'{NAME}/')}" for name, data in held.items()
    ] == lines


def test_an_original_release_is_written_too(derivative: Path) -> None:
    project = derivative.parent / "original-release"

    done = build(project, "-t", "oaml")

    assert 0 == done.returncode, done.stderr
    assert ["lantern_tiny-1.0.0.oaml.tar"] == built(project)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_by_name_and_leaves_no_archive(derivative: Path, fault: str) -> None:
    check, do = FAULTS[fault]
    do(derivative)

    done = build(derivative, "-t", "oaml")

    assert 1 == done.returncode
    assert f"[{check}]" in done.stderr
    assert [] == built(derivative)


@pytest.mark.parametrize("fault", REFUSED_BY_A_PROCESS)
def test_a_fault_is_refused_without_a_traceback_by_a_process_of_its_own(derivative: Path, fault: str) -> None:
    check, do = FAULTS[fault]
    do(derivative)

    done = build_by_a_process(derivative, "-t", "oaml")

    assert 1 == done.returncode
    assert f"[{check}]" in done.stderr
    assert "Traceback" not in done.stderr
    assert [] == built(derivative)


@pytest.mark.parametrize("bypass", ["--no-hooks", "HATCH_BUILD_NO_HOOKS", "hook table removed"])
@pytest.mark.parametrize("fault", REFUSED_BY_A_PROCESS)
def test_the_gate_is_in_the_builder_so_no_switch_skips_it(derivative: Path, fault: str, bypass: str) -> None:
    check, do = FAULTS[fault]
    do(derivative)
    if bypass == "hook table removed":
        edit(derivative / "pyproject.toml", "[tool.hatch.build.hooks.oaml]\n", "")
    arguments = [bypass] if bypass.startswith("--") else []
    environment = {bypass: "1"} if bypass.isupper() else {}

    done = build(derivative, "-t", "oaml", *arguments, **environment)

    assert 1 == done.returncode
    assert f"[{check}]" in done.stderr
    assert [] == built(derivative)


def test_a_lawful_release_is_written_without_hooks_as_with_them(derivative: Path) -> None:
    build(derivative, "-t", "oaml")
    archive = derivative / "dist-oaml" / f"{NAME}.oaml.tar"
    with_hooks = archive.read_bytes()
    archive.unlink()

    done = build(derivative, "-t", "oaml", "--no-hooks")

    assert 0 == done.returncode, done.stderr
    assert with_hooks == archive.read_bytes()


@pytest.mark.parametrize("fault", REFUSED_BY_A_PROCESS)
def test_a_refusal_removes_the_archive_of_an_earlier_run(derivative: Path, fault: str) -> None:
    build(derivative, "-t", "oaml")
    (derivative / "dist-oaml" / "notes.txt").touch()
    FAULTS[fault][1](derivative)

    done = build(derivative, "-t", "oaml")

    assert 1 == done.returncode
    assert ["notes.txt"] == built(derivative)


def test_advisories_are_shown_and_do_not_refuse(derivative: Path) -> None:
    edit(derivative / "MODIFICATIONS.toml", 'how.zh = "改为介绍微调后的模型；增加了灯塔工坊的声明。"\n', "")

    done = build(derivative, "-t", "oaml")

    assert 0 == done.returncode, done.stderr
    assert "advisory/提示[untranslated-modification]" in done.stdout + done.stderr
    assert [f"{NAME}.oaml.tar"] == built(derivative)


@pytest.mark.parametrize(
    ("table", "folder"),
    [
        ("[tool.hatch.build.targets.oaml]\ndirectory = 'out/models'\n", "out/models"),
        ("[tool.hatch.build.targets.oaml]\nversions = ['tar']\n", "dist-oaml"),
    ],
)
def test_the_project_may_name_another_folder(derivative: Path, table: str, folder: str) -> None:
    edit(derivative / "pyproject.toml", "[tool.oaml]\n", f"{table}\n[tool.oaml]\n")

    done = build(derivative, "-t", "oaml")

    assert 0 == done.returncode, done.stderr
    assert (derivative / folder / f"{NAME}.oaml.tar").is_file()


@pytest.mark.parametrize(
    ("all_targets", "folder"), [("out", "out-oaml"), ("build/out/", "build/out-oaml"), (".", "dist-oaml")]
)
def test_beside_a_folder_of_all_targets_it_has_its_own(derivative: Path, all_targets: str, folder: str) -> None:
    edit(derivative / "pyproject.toml", "[tool.hatch.build]\n", f"[tool.hatch.build]\ndirectory = '{all_targets}'\n")

    done = build(derivative, "-t", "oaml")

    assert 0 == done.returncode, done.stderr
    assert (derivative / folder / f"{NAME}.oaml.tar").is_file()


def test_upload_tools_find_nothing_but_distributions_where_they_look(derivative: Path) -> None:
    assert 0 == build(derivative, "-t", "sdist", "-t", "wheel", "-t", "oaml:tar,tar-zst,zip").returncode

    assert [f"{NAME}-py3-none-any.whl", f"{NAME}.tar.gz"] == sorted(os.listdir(derivative / "dist"))
    assert f"{NAME}.oaml.tar" in os.listdir(derivative / "dist-oaml")


@pytest.mark.parametrize(
    ("targets", "suffixes"),
    [
        (["oaml", "oaml:zip"], [".tar", ".zip"]),
        (["oaml:zip", "oaml"], [".tar", ".zip"]),
        (["oaml:zip", "oaml:tar-zst"], [".tar.zst", ".zip"]),
        (["oaml:zip,tar", "oaml:zip", "oaml"], [".tar", ".zip"]),
        (["oaml", "oaml"], [".tar"]),
        (["oaml:zip"], [".zip"]),
        (["oaml:zip", "wheel"], [".zip"]),
    ],
)
def test_each_format_that_was_asked_for_is_built_once(
    derivative: Path, targets: list[str], suffixes: list[str]
) -> None:
    words = [word for target in targets for word in ("--target", target)]

    done = build(derivative, *words)

    assert 0 == done.returncode, done.stderr
    assert [f"{NAME}.oaml{suffix}" for suffix in suffixes] == sorted(os.listdir(derivative / "dist-oaml"))
    assert len(suffixes) == (done.stdout + done.stderr).count(".oaml.")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hatchling build -t oaml -t oaml:zip", True),
        ("hatchling build -toaml --target oaml:zip", True),
        ("hatchling build --target=oaml --target=oaml:zip -d out", True),
        ("hatchling build -t wheel -t oaml:zip", False),
        ("hatchling build -d oaml -t oaml:zip", False),
        ("hatchling build -t", False),
        ("pytest -t oaml", False),
        ("", False),
    ],
)
def test_the_target_alone_is_known_on_the_command_line(words: str, expected: bool) -> None:  # noqa: FBT001  # a parameter
    assert expected == asked_without_version(words.split())


def test_the_folder_may_be_named_on_the_command_line(derivative: Path, tmp_path: Path) -> None:
    done = build(derivative, "-t", "oaml", "-d", str(tmp_path / "elsewhere"))

    assert 0 == done.returncode, done.stderr
    assert [f"{NAME}.oaml.tar"] == [file.name for file in (tmp_path / "elsewhere").iterdir()]


def test_building_again_does_not_release_what_was_built_before(derivative: Path) -> None:
    build(derivative, "-t", "oaml:tar,zip")
    first = (derivative / "dist-oaml" / f"{NAME}.oaml.tar").read_bytes()

    build(derivative, "-t", "oaml:tar,zip")

    assert first == (derivative / "dist-oaml" / f"{NAME}.oaml.tar").read_bytes()


def test_clean_removes_its_own_names_and_no_others(derivative: Path) -> None:
    folder = derivative / "dist-oaml"
    folder.mkdir(parents=True)
    ours = [
        *(f"{NAME}.oaml.tar", f"{NAME}.oaml.tar.zst", f"{NAME}.oaml.zip", f"{NAME}.oaml.tar.001"),
        *("lantern_chat-0.1.0rc1+gpu.oaml.tar", "lantern_chat-0.1.0.oaml.zip"),
    ]
    others = [
        *("lantern_chat_2-1.0.oaml.tar", "lantern-1.0.oaml.tar", "xlantern_chat-1.0.oaml.tar", f"{NAME}.tar.gz"),
        *(f"{NAME}.oaml.tar.gz", f"{NAME}.oaml.tar.01", f"{NAME}.tar", "notes.txt", f"{NAME}-1.oaml.tar"),
    ]
    for name in (*ours, *others):
        (folder / name).touch()

    done = build(derivative, "-t", "oaml", "--clean-only")

    assert 0 == done.returncode, done.stderr
    assert sorted(f"{name}" for name in others) == built(derivative)


def test_a_format_that_does_not_exist_is_refused(derivative: Path) -> None:
    done = build_by_a_process(derivative, "-t", "oaml:rar")

    assert 0 != done.returncode
    assert "Unknown versions for target `oaml`: rar" in done.stderr
    assert [] == built(derivative)


def test_configuration_mistakes_come_all_at_once_and_in_both_languages(derivative: Path) -> None:
    edit(
        derivative / "pyproject.toml",
        "[tool.oaml]\n",
        "[tool.hatch.build.targets.oaml]\nprofile = 'x'\n\n[tool.oaml]\nlicence = 'L'\n",
    )

    done = build_by_a_process(derivative, "-t", "oaml")

    assert 1 == done.returncode
    assert (
        "tool.hatch.build.targets.oaml.profile: unknown key; options of hatch-oaml belong in `[tool.oaml]`"
        in done.stderr
    )
    assert "tool.oaml.licence: unknown key; did you mean `license`?" in done.stderr
    assert "tool.oaml.licence：未知的键；是否想写 `license`？" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_source_date_epoch_that_is_no_number_is_refused(derivative: Path) -> None:
    done = build_by_a_process(derivative, "-t", "oaml", SOURCE_DATE_EPOCH="yesterday")

    assert 1 == done.returncode
    assert 'SOURCE_DATE_EPOCH: expected whole seconds since 1970, at most 4294967295, got "yesterday"' in done.stderr
    assert [] == built(derivative)


def test_volumes_join_into_the_archive_that_would_have_been_written(derivative: Path) -> None:
    build(derivative, "-t", "oaml")
    whole = (derivative / "dist-oaml" / "lantern_chat-0.2.0.oaml.tar").read_bytes()
    with (derivative / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.hatch.build.targets.oaml]\nvolume-size = "20kB"\n')

    built = build(derivative, "-t", "oaml")

    folder = derivative / "dist-oaml"
    volumes = sorted(folder.glob("*.tar.0*"))
    assert 0 == built.returncode, built.stderr
    assert 6 == len(volumes)
    assert whole == b"".join(volume.read_bytes() for volume in volumes)
    assert {*volumes, folder / "SHA256SUMS.volumes"} == set(folder.iterdir())


def test_a_volume_size_that_is_none_is_refused(derivative: Path) -> None:
    with (derivative / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.hatch.build.targets.oaml]\nvolume-size = "many"\n')

    built = build(derivative, "-t", "oaml")

    assert 1 == built.returncode
    assert 'volume-size: expected a size such as "1900MB" or "2GiB", got \'many\'' in built.stderr
