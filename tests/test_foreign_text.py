"""Whatever a stranger wrote, and wherever: nothing of it acts on a terminal or on the machine that keeps a build's log."""

from __future__ import annotations

import os
import shutil
import tarfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.reports import report_names
from hatch_oaml.values.bilingual import LANGUAGES
from tests.building import PROJECTS, build_by_a_fork, project_in
from tests.finished import built, members_of, packed, resealed
from tests.poison import NAMED, POISON, QUOTED, SOURCES, UNTOLD, acts, poisoned, unseen, without_commands
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such name can be given to a file there")


SPEAK_BOTH = {"json", "sarif"}
"""The formats that say the same in whatever language they are asked for."""


def _reported(folder: Path, *call: str | Path) -> Iterator[tuple[str, str]]:
    """What a call says, and its report in every format and language: its own annotations for GitHub aside."""
    folder.mkdir(exist_ok=True)
    for language in LANGUAGES:
        asked = report_names() if language == LANGUAGES[0] else sorted({*report_names()} - SPEAK_BOTH)
        files = {form: folder / form for form in asked}
        outputs = [part for form, file in files.items() for part in ("--output", f"{form}={file}")]
        yield f"{call[0]} --lang {language}", run(*call, *outputs, "--lang", language).output
        for form, file in files.items():
            if file.exists():
                told = file.read_text(encoding="utf-8")
                yield (
                    f"{call[0]} --format {form} --lang {language}",
                    without_commands(told) if form == "github" else told,
                )
                file.unlink()


def _said_of(project: Path) -> Iterator[tuple[str, str]]:
    """Each output that there is of a project, with the call that made it; those that write come last."""
    yield from _reported(project.parent / "reports", "check", "--root", project)
    done = build_by_a_fork(project, "-t", "wheel", "-t", "oaml")
    yield "build", done.stdout + done.stderr.partition("Traceback")[0]
    yield "record", run("record", project, "--name", "a/b", "--version", "1").output
    yield "init --base", run("init", "--root", project.parent / "new", "--base", project).output
    for call in (("check", "--fix-notices"), ("draft",), ("init",)):
        yield " ".join(call), run(*call, "--root", project).output


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_that_a_project_holds_acts_on_a_terminal_or_a_log(tmp_path: Path, source: str) -> None:
    project = poisoned(tmp_path, source)
    (tmp_path / "new").mkdir()

    said = dict(_said_of(project))

    assert {} == {call: found for call, text in said.items() if (found := acts(text))}
    if source not in UNTOLD:
        assert any(NAMED in text for call, text in said.items() if call.startswith("check")), "shown, and not left out"
    written = [
        project / "NOTICE",
        *(tmp_path / "new").rglob("*.toml"),
        *(project / "bases").glob("*-MODIFICATIONS.toml"),
    ]
    assert {} == {file.name: found for file in written if file.is_file() and (found := unseen(file.read_text("utf-8")))}


@pytest.mark.parametrize("made", ["of another", pytest.param("the other", marks=pytest.mark.huge)])
@pytest.mark.parametrize("source", SOURCES)
def test_nothing_of_two_trees_that_are_compared_acts(tmp_path: Path, source: str, made: str) -> None:
    trees = PROJECTS / "original-release", poisoned(tmp_path, source)

    said = dict(_reported(tmp_path / "reports", "compare", *(trees if made == "of another" else reversed(trees))))

    assert {} == {call: found for call, text in said.items() if (found := acts(text))}


@pytest.mark.parametrize("place", ["name", "line", "heading", "front matter", "notice", "folder"])
def test_nothing_of_what_a_release_tells_acts(tmp_path: Path, place: str) -> None:
    base, release = tmp_path / "base", tmp_path / (POISON.replace("/", "") if place == "folder" else "release")
    name = POISON if place == "name" else "chat.py"
    for folder, text in ((base, "old"), (release, "new")):
        folder.mkdir()
        (folder / name).write_text(text)
        (folder / "model.safetensors").write_text(text)
    told = {
        "line": ("CHANGELOG.md", f"- chat.py: {POISON}\n"),
        "heading": ("README.md", f"# Changes {POISON}\n\n- chat.py\n"),
        "front matter": ("README.md", f"---\nbase_model: {QUOTED}\n---\n\nFine-tuned from {POISON}\n"),
        "notice": ("chat.py", f"# Copyright 2026 Beacon Works {POISON}, modified by {POISON}\n"),
    }
    if place in told:
        path, text = told[place]
        (release / path).write_text(text, encoding="utf-8")

    said = dict(_reported(tmp_path / "reports", "compare", base, release))

    assert {} == {call: found for call, text in said.items() if (found := acts(text))}


def _with_member(archive: Path, target: Path, name: str) -> None:
    with tarfile.open(archive) as old, tarfile.open(target, "w", format=tarfile.PAX_FORMAT) as new:
        for member in old:
            new.addfile(member, old.extractfile(member))
        info = tarfile.TarInfo(name)
        info.size = 1
        new.addfile(info, BytesIO(b"x"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(project_in(tmp_path_factory.mktemp("project")))["tar"]


def _verified(*paths: Path) -> str:
    reports = paths[0].parent / "reports"
    return "".join(said for _, said in _reported(reports, "verify", *paths))


def test_no_name_of_an_archive_acts(archive: Path, tmp_path: Path) -> None:
    whole, broken = tmp_path / f"{POISON}.oaml.tar", tmp_path / f"{POISON}2.oaml.tar"
    shutil.copy(archive, whole)
    broken.write_bytes(b"x")

    said = _verified(whole, broken)

    assert NAMED in said
    assert [] == acts(said)


@pytest.mark.parametrize("name", ["/" + POISON, POISON, f"lantern_chat-0.2.0/{POISON}", f"../{POISON}"])
def test_no_name_of_a_member_acts(archive: Path, tmp_path: Path, name: str) -> None:
    _with_member(archive, tmp_path / "x.oaml.tar", name)

    said = _verified(tmp_path / "x.oaml.tar")

    assert NAMED in said
    assert [] == acts(said)


@pytest.mark.parametrize(
    "changes",
    [
        {"project": {"name": POISON, "version": POISON, "import_name": POISON, "license": POISON}},
        {"license": {"path": POISON, "id": POISON, "state": POISON}},
        {"settings": {POISON: POISON}},
        {"settings": {"profile": POISON}},
        {"settings": {"original": True, "own-bases": [POISON]}},
        {"writer": {"format": POISON, "epoch": 0}},
        {"writer": {"format": "tar", "epoch": POISON}},
        {"notices": [{"base": POISON, "path": POISON, "kind": "copyright", "text": POISON}]},
        {"notices": [{"base": POISON, "path": POISON, "kind": POISON, "text": POISON}]},
        {"root": POISON},
        {"format": POISON},
    ],
    ids=str,
)
def test_no_field_of_a_manifest_acts(archive: Path, tmp_path: Path, changes: dict[str, object]) -> None:
    packed(resealed(members_of(archive), **{"root": "lantern_chat-0.2.0"} | changes), tmp_path / "x.oaml.tar") if (
        "root" not in changes
    ) else packed(
        {
            path: data.replace(b'"root": "lantern_chat-0.2.0"', b'"root": "x\\u001b\\n::error::"')
            for path, data in members_of(archive).items()
        },
        tmp_path / "x.oaml.tar",
    )

    assert [] == acts(_verified(tmp_path / "x.oaml.tar"))


@pytest.mark.parametrize(
    "arguments",
    [
        (POISON,),
        ("check", f"--{POISON}"),
        ("check", "--root", POISON),
        ("check", "--format", POISON),
        ("check", POISON),
        ("explain", POISON),
        ("verify", POISON),
        ("record", POISON),
        ("record", ".", "--name", " ", "--version", POISON),
    ],
    ids=str,
)
def test_no_word_of_the_command_line_acts(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)

    assert 2 == done.exit_code
    assert [] == acts(done.output)


def test_the_environment_does_not_act(tmp_path: Path) -> None:
    done = build_by_a_fork(project_in(tmp_path), "-t", "oaml", SOURCE_DATE_EPOCH=POISON)

    assert NAMED in done.stderr
    assert [] == acts(done.stdout + done.stderr)
