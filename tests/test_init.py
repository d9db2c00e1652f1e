"""`init --base` leads from folders as hubs hand them out to a lawful build: what it does not know it lists, and the list is true."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.toml_tables import parse_toml
from tests.building import PROJECTS, build
from tests.conftest import LICENSE, LICENSE_ID
from tests.finished import named_by
from tests.hub_folders import COMMIT, as_hubs_hand_it_out, tuned

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from tests.buckets import Bucket

SAID = ("Rank-1 updates of the last layer, trained on 200 dialogues.", "以两百条对话训练最后一层的秩 1 增量。")
HOW = ("--how", "*", SAID[0], "--how", "*", SAID[1])


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return as_hubs_hand_it_out("original-release", tmp_path / "Lantern-Tiny")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return tuned(tmp_path / "mine")


def record_of(root: Path, name: str) -> tuple[str, str]:
    record = parse_base((root / "bases" / f"{name}.toml").read_bytes(), name)
    return record.name, record.version


def test_three_commands_lead_from_a_hub_s_folder_to_a_verified_archive(mine: Path, base: Path) -> None:
    begun = run("init", "--root", mine, "--base", base, *HOW, "--by", "Beacon Works <models@beacon.example>")
    checked = run("check", "--root", mine)
    done = build(mine)

    assert (0, 0, 0) == (begun.exit_code, checked.exit_code, done.returncode), (
        begun.output + checked.output + done.stderr
    )
    assert "nothing is left to do before `hatch build`" in begun.stdout
    assert {path.name: [] for path in (mine / "dist").iterdir()} == {
        path.name: named_by(path) for path in (mine / "dist").iterdir()
    }
    assert ("example-lab/Lantern-Tiny", COMMIT) == record_of(mine, "lantern-tiny")
    assert "Copyright 2024 Wick and Glass Ltd." in (mine / "NOTICE").read_text(encoding="utf-8")
    changelog = parse_modifications((mine / "MODIFICATIONS.toml").read_bytes(), "")
    assert {"finetune", "modified"} == {change.relation for change in changelog.changes}
    assert ["finetune"] == [change.relation for change in changelog.changes if "safetensors" in str(change.files.lines)]


def done_by_a_person(root: Path, listed: str) -> None:
    """Each item of the list, and nothing else."""
    for item in re.findall(r"^! (.+)$", listed.partition("asked by others")[0], re.MULTILINE):
        place, _, what = item.partition(": ")
        file = root / place.partition(":")[0]
        text = file.read_text(encoding="utf-8")
        if "[unexplained-modification]" in what:
            lines = text.split("\n")
            at = int(place.partition(":")[2])
            how = next(number for number in range(at, len(lines)) if lines[number].startswith("how.zh"))
            lines[how] = f'how.zh = "{SAID[1]}"'
            text = "\n".join(lines)
        elif added := re.fullmatch(r"add `(.+)` to `\[project\]`", what):
            text = text.replace("[project]\n", f"[project]\n{added[1]}\n")
        elif what == 'add "hatch-oaml" to `build-system.requires`':
            text = text.replace('requires = ["hatchling"]', 'requires = ["hatchling", "hatch-oaml"]')
        elif excluded := re.fullmatch(r"add to `exclude` of `\[tool.hatch.build\]`: (.+)", what):
            text = text.replace('exclude = ["*.log"]', f'exclude = ["*.log", {excluded[1]}]')
        elif wired := re.match(r"write `(bases = .+?)`", what):
            text = text.replace("[tool.oaml]\n", f"[tool.oaml]\n{wired[1]}\n")
        else:
            raise AssertionError(item)
        file.write_text(text, encoding="utf-8")


def bare(_root: Path) -> None:
    pass


def with_a_project_of_its_own(root: Path) -> None:
    (root / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "chat"\n'
        'version = "1"\n\n[tool.hatch.build]\nexclude = ["*.log"]\n\n[tool.oaml]\nlicense = "LICENSE"\n',
        encoding="utf-8",
    )


def without_a_license_and_a_card(root: Path) -> None:
    for name in ("LICENSE", "README.md", "NOTICE"):
        (root / name).unlink()


@pytest.mark.parametrize("change", [bare, with_a_project_of_its_own, without_a_license_and_a_card])
def test_when_all_that_is_listed_is_done_check_passes(mine: Path, base: Path, change: Callable[[Path], None]) -> None:
    change(mine)

    listed = run("init", "--root", mine, "--base", base, "--base-name", "example-lab/Lantern-Tiny").stdout
    assert 1 == run("check", "--root", mine).exit_code
    done_by_a_person(mine, listed)

    checked = run("check", "--root", mine)
    assert 0 == checked.exit_code, listed + checked.stdout
    again = run("init", "--root", mine)
    assert "nothing is left to do before `hatch build`" in again.stdout


def test_a_base_in_a_store_is_recorded_as_one_on_a_disk(tmp_path: Path, mine: Path, base: Path, bucket: Bucket) -> None:
    other = tuned(tmp_path / "other" / mine.name)
    files = [path for path in base.rglob("*") if path.is_file()]
    bucket.put({f"{base.name}/{path.relative_to(base).as_posix()}": path.read_bytes() for path in files})
    named = ("--base-name", "example-lab/Lantern-Tiny", "--base-version", "1", *HOW)

    here = run("init", "--root", mine, "--base", base, *named)
    there = run("init", "--root", other, "--base", f"s3://models/{base.name}", *named)

    assert (0, here.output.replace(str(mine), str(other))) == (there.exit_code, there.output)
    assert tree(mine) == tree(other)


def test_an_address_with_a_secret_is_refused_before_anything_is_written(mine: Path) -> None:
    before = tree(mine)

    done = CliRunner().invoke(main, ["init", "--root", str(mine), "--base", "s3://me:hunter2@models/base"])

    assert 2 == done.exit_code
    assert "hunter2" not in done.output
    assert before == tree(mine)


def test_what_is_listed_of_two_bases_is_true_as_well(tmp_path: Path, base: Path) -> None:
    root = tmp_path / "duet"
    shutil.copytree(PROJECTS / "merge-of-two", root, ignore=shutil.ignore_patterns("pyproject.toml", "MODIF*", "bases"))
    verse = as_hubs_hand_it_out("monorepo/lantern-verse", tmp_path / "Lantern-Verse")
    chat = as_hubs_hand_it_out("derivative-finetune", tmp_path / "Lantern-Chat")

    listed = run("init", "--root", root, "--base", chat, "--base", verse)
    done_by_a_person(root, listed.stdout)

    assert 0 == run("check", "--root", root).exit_code
    assert [("beacon-works/Lantern-Chat", COMMIT), ("inkstone/Lantern-Verse", COMMIT)] == [
        record_of(root, name) for name in ("lantern-chat", "lantern-verse")
    ]
    changelog = parse_modifications((root / "MODIFICATIONS.toml").read_bytes(), "")
    assert "merge" in {change.relation for change in changelog.changes}
    assert base.exists()


def test_a_project_that_called_itself_original_is_compared_with_what_it_is_made_from(mine: Path, base: Path) -> None:
    run("init", "--root", mine, "--original")

    result = run("init", "--root", mine, "--base", base)

    assert (
        '! pyproject.toml: write `bases = ["bases/lantern-tiny.toml"]` in place of `original = true`' in result.stdout
    )
    assert 3 == result.stdout.count("[unexplained-modification]")


def test_a_name_is_taken_from_the_project_s_own_files_and_that_is_told(mine: Path, base: Path) -> None:
    other = base.rename(base.parent / "downloaded")

    result = run("init", "--root", mine, "--base", other)

    assert (
        f"{other}: recorded as example-lab/Lantern-Tiny, which the project's own files name as the base"
        in result.stderr
    )


def test_a_card_that_is_the_base_s_own_speaks_of_what_the_base_was_made_from(mine: Path, base: Path) -> None:
    for folder in (mine, base):
        (folder / "README.md").write_text("---\nbase_model: somebody/Older\n---\n", encoding="utf-8")

    result = run("init", "--root", mine, "--base", base)

    assert 2 == result.exit_code
    assert (
        f"--base-name: {base} does not tell it; give it, such as `--base-name vivo-ai/BlueLM-7B-Chat`" in result.stderr
    )


def test_names_and_versions_are_of_the_bases_in_their_place(tmp_path: Path, mine: Path, base: Path) -> None:
    other = shutil.copytree(base, tmp_path / "other")
    named = ("--base-name", "a/One", "--base-name", "b/Two", "--base-version", "1", "--base-version", "2")

    run("init", "--root", mine, "--base", base, "--base", other, *named)
    too_many = run("init", "--root", tmp_path, "--base", base, *named)

    assert [("a/One", "1"), ("b/Two", "2")] == [record_of(mine, name) for name in ("one", "two")]
    assert 2 == too_many.exit_code
    assert 2 == too_many.stderr.count("is given more often than `--base` (1); each is of the base in its place")


def test_whatever_fails_leaves_every_file_as_it_was(tmp_path: Path, mine: Path, base: Path) -> None:
    unnamed = tmp_path / "unnamed"
    unnamed.mkdir()
    (unnamed / "model.gguf").touch()
    before = tree(tmp_path)

    second_fails = run("init", "--root", mine, "--base", base, "--base", unnamed)

    assert (2, "") == (second_fails.exit_code, second_fails.stdout)
    assert before == tree(tmp_path)
    assert not (mine / "bases").exists(), "no folder either"


def test_what_was_written_before_the_system_refused_is_taken_back(mine: Path, base: Path) -> None:
    with_a_project_of_its_own(mine)
    (mine / "pyproject.toml").chmod(0o600)
    (mine / "LICENSES").write_text("a file where a folder is wanted\n", encoding="utf-8")
    before, mode = tree(mine), (mine / "pyproject.toml").stat().st_mode

    result = run("init", "--root", mine, "--base", base)

    assert (2, "") == (result.exit_code, result.stdout)
    assert "LICENSES" in result.stderr
    assert before == tree(mine)
    assert mode == (mine / "pyproject.toml").stat().st_mode
    assert not (mine / "bases").exists()


def test_what_was_begun_without_a_word_of_the_origin_is_settled_by_the_next_call(tmp_path: Path, base: Path) -> None:
    for folder in ("one", "two"):
        tuned(tmp_path / folder)
        run("init", "--root", tmp_path / folder)

    original = run("init", "--root", tmp_path / "one", "--original")
    derived = run("init", "--root", tmp_path / "two", "--base", base)

    assert ["~ pyproject.toml: original", "~ MODIFICATIONS.toml: original"] == original.stdout.splitlines()[:2]
    assert ["+ bases/lantern-tiny.toml", "~ pyproject.toml: bases"] == derived.stdout.splitlines()[:2]
    tables = [parse_toml((tmp_path / folder / "pyproject.toml").read_bytes(), "") for folder in ("one", "two")]
    assert [{"original": True}, {"bases": ["bases/lantern-tiny.toml"]}] == [
        table["tool"]["oaml"]  # type: ignore[index]
        for table in tables
    ]


def test_an_original_with_bases_is_refused_whoever_names_them(mine: Path, base: Path) -> None:
    both = run("init", "--root", mine, "--base", base, "--original")
    run("init", "--root", mine, "--base", base)
    with_a_record = run("init", "--root", mine, "--original")

    assert (2, 2) == (both.exit_code, with_a_record.exit_code)
    assert "--original: says that nothing is upstream, and `--base` names something" in both.stderr
    assert "--original: bases/lantern-tiny.toml tells of a base" in with_a_record.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--name", "-kelp"), "--name: -kelp: letters, digits, `-`, `_` and `.`"),
        (("--version", "one"), "--version: one: a version is written like 1.0 or 2.1.3"),
        (("--how", "a\\", "b"), "--how: not a gitignore pattern: "),
    ],
)
def test_an_option_that_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("init", "--root", tmp_path, *arguments)

    assert 2 == result.exit_code
    assert said in result.stderr
    assert {} == tree(tmp_path)


def test_a_how_that_says_nothing_of_any_file_is_told(mine: Path, base: Path) -> None:
    result = run("init", "--root", mine, "--base", base, "--how", "*.gguf", "Rounded.")

    assert "! --how: `*.gguf` matches no file that an entry was drafted for\n" in result.stderr


def test_each_how_is_of_its_files_and_of_the_language_that_it_is_in(mine: Path, base: Path) -> None:
    said = ("--how", "*.safetensors", SAID[1], "--how", "README.md", "Another card.")

    run("init", "--root", mine, "--base", base, *said, "--relation", "pruned")

    changes = parse_modifications((mine / "MODIFICATIONS.toml").read_bytes(), "").changes
    told = {change.files.lines[0].lstrip("/"): (change.relation, change.how_en, change.how_zh) for change in changes}
    assert ("pruned", "", SAID[1]) == told["model-00002-of-00002.safetensors"]
    assert ("modified", "Another card.", "") == told["README.md"]


@pytest.mark.parametrize("versioned", [True, False])
def test_git_s_attributes_are_written_where_there_is_git(mine: Path, *, versioned: bool) -> None:
    if versioned:
        (mine / ".git").mkdir()

    run("init", "--root", mine, "--original")

    lines = b"* -text\n*.safetensors filter=lfs diff=lfs merge=lfs -text\n"
    assert {".gitattributes": lines if versioned else None} == {".gitattributes": tree(mine).get(".gitattributes")}


def test_a_workflow_comes_on_request_as_the_documentation_has_it(mine: Path) -> None:
    place = mine / ".github" / "workflows" / "release.yml"

    run("init", "--root", mine, "--original")
    unasked = place.exists()
    run("init", "--root", mine, "--workflow")

    assert not unasked
    assert (PROJECTS.parent.parent / "docs" / "workflows" / "release.yml").read_bytes() == place.read_bytes()


def test_the_holder_of_an_original_is_named_to_reuse_and_nobody_of_a_derivative(tmp_path: Path, base: Path) -> None:
    by = ("--by", "Kelp Labs <k@e.org>")
    for folder, origin in (("one", ("--original",)), ("two", ("--base", base))):
        tuned(tmp_path / folder)
        run("init", "--root", tmp_path / folder, *origin, *by)

    own, derived = (tree(tmp_path / folder) for folder in ("one", "two"))
    assert re.search(rb'\nSPDX-FileCopyrightText = "20\d\d Kelp Labs <k@e.org>"\n', own["REUSE.toml"])
    assert b"\nSPDX-FileCopyrightText" not in derived["REUSE.toml"]
    assert LICENSE == own[f"LICENSES/{LICENSE_ID}.txt"] == derived[f"LICENSES/{LICENSE_ID}.txt"]
    assert b'authors = [\n    { name = "Kelp Labs", email = "k@e.org" },\n]' in own["pyproject.toml"]


def test_tensors_are_recorded_on_request(mine: Path, base: Path) -> None:
    run("init", "--root", mine, "--base", base, "--tensors")

    assert parse_base((mine / "bases" / "lantern-tiny.toml").read_bytes(), "").has_tensors
    assert b": 2 of 6 tensors differ\n" in (mine / "MODIFICATIONS.toml").read_bytes()


def test_a_service_is_asked_for_its_notices_and_for_no_word_on_what_it_modified(mine: Path, base: Path) -> None:
    begun = run("init", "--root", mine, "--base", base, "--profile", "hosted-service")

    assert "nothing is left to do before `hatch build`" in begun.stdout
    assert 0 == run("check", "--root", mine).exit_code
    assert b'\nprofile = "hosted-service"\n' in (mine / "pyproject.toml").read_bytes()
    changelog = parse_modifications((mine / "MODIFICATIONS.toml").read_bytes(), "")
    assert [("/NOTICE",)] == [change.files.lines for change in changelog.changes], "what init itself did, it says"
    assert "Copyright 2024 Wick and Glass Ltd." in (mine / "NOTICE").read_text(encoding="utf-8")


def test_a_table_that_is_there_gets_no_profile_and_the_line_is_listed(mine: Path, base: Path) -> None:
    run("init", "--root", mine, "--base", base)
    before = (mine / "pyproject.toml").read_bytes()

    listed = run("init", "--root", mine, "--profile", "hosted-service").stdout

    assert before == (mine / "pyproject.toml").read_bytes()
    assert '! pyproject.toml: write `profile = "hosted-service"` in `[tool.oaml]`\n' in listed


@pytest.mark.parametrize("pattern", ["*.oaml.tar", "*.oaml.zip", "*.whl", "*.tar.gz", "*.oaml.oci.tar"])
def test_a_base_may_come_as_any_archive_of_ours(mine: Path, pattern: str) -> None:
    [archive] = (PROJECTS.parent / "formats" / "1").glob(pattern)

    result = run("init", "--root", mine, "--base", archive)

    assert 0 == result.exit_code, result.output
    assert ("lantern_chat", "0.2.0") == record_of(mine, "lantern-chat")


def test_a_base_may_come_as_a_hub_s_cache(tmp_path: Path, mine: Path, base: Path) -> None:
    cache = tmp_path / "models--example-lab--Lantern-Tiny"
    shutil.rmtree(base / ".cache")
    shutil.move(base, cache / "snapshots" / COMMIT)
    (cache / "blobs").mkdir()

    run("init", "--root", mine, "--base", cache)

    assert ("example-lab/Lantern-Tiny", COMMIT) == record_of(mine, "lantern-tiny")


def test_a_file_that_was_moved_and_edited_gets_an_entry_that_says_from_where(mine: Path, base: Path) -> None:
    code = mine / "lantern_tiny" / "__init__.py"
    shutil.move(code, mine / "loader.py")

    run("init", "--root", mine, "--base", base)

    changelog = (mine / "MODIFICATIONS.toml").read_text(encoding="utf-8")
    assert 'files = ["/loader.py"]' in changelog
    assert "in example-lab/Lantern-Tiny as 曾为 lantern_tiny/__init__.py" in changelog


def test_notices_that_no_file_may_take_are_listed_and_the_rest_is_written(mine: Path, base: Path) -> None:
    run("init", "--root", mine, "--original")
    text = (mine / "pyproject.toml").read_text(encoding="utf-8")
    table = '[tool.oaml]\nnotices = ["LEGAL*"]\n'
    (mine / "pyproject.toml").write_text(text.replace("[tool.oaml]\n", table), encoding="utf-8")

    result = run("init", "--root", mine, "--base", base)

    assert 0 == result.exit_code, result.output
    assert "! pyproject.toml: tool.oaml.notices: matches no file that lost notices could be added to" in result.stdout
    assert "[dropped-notice]" in result.stdout
