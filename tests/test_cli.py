"""The command line: what it prints where, in which language, and with which status it ends."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from hatch_oaml import __version__, commands
from hatch_oaml.checks import all_checks, page
from hatch_oaml.cli import main
from hatch_oaml.commands import _project
from hatch_oaml.records.base_record import parse_base
from tests.building import build, project_in
from tests.conftest import FIXTURES, LICENSE, LICENSE_ID
from tests.faults import FAULTS

if TYPE_CHECKING:
    from click.testing import Result

PROJECTS = FIXTURES / "projects"
SUMMARY = "lantern_chat 0.2.0 may be released: 0 errors, 0 advisories; 11 files, 1 base, license verbatim"


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, with its base beside it."""
    for name in ("original-release", "derivative-finetune"):
        shutil.copytree(PROJECTS / name, tmp_path / name, ignore=shutil.ignore_patterns("dist*"))
    return tmp_path / "derivative-finetune"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)


def run(*arguments: str | Path, **options: Any) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False, **options)


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


# check


def test_a_clean_project_ends_with_0(derivative: Path) -> None:
    result = run("check", "--root", derivative)

    assert (0, SUMMARY) == (result.exit_code, result.stdout.splitlines()[0])
    assert "" == result.stderr


@pytest.mark.parametrize("name", ["a" * 50_000, "a/" * 50_000 + "b", "a b" * 20_000, "模" * 50_000])
@pytest.mark.parametrize("form", ["text", "github", "markdown", "html"])
def test_a_name_without_an_end_is_shown_by_its_beginning_and_its_end(derivative: Path, form: str, name: str) -> None:
    edit(derivative / "pyproject.toml", "[tool.oaml]\n", f'[tool.oaml]\nlicense = "{name}"\n')

    result = run("check", "--root", derivative, "--format", form)

    assert 1 == result.exit_code
    assert "missing-license" in result.stdout
    assert 6000 > max(map(len, result.stdout.splitlines()))


def test_advisories_alone_end_with_0(derivative: Path) -> None:
    edit(derivative / "MODIFICATIONS.toml", 'how.zh = "改为介绍微调后的模型；增加了灯塔工坊的声明。"\n', "")

    result = run("check", "--root", derivative)

    assert "advisory[untranslated-modification]" in result.stdout
    assert 0 == result.exit_code


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_ends_with_1_and_is_named(derivative: Path, fault: str) -> None:
    check, do = FAULTS[fault]
    do(derivative)

    result = run("check", "--root", derivative)

    assert 1 == result.exit_code
    assert f"error[{check}]" in result.stdout
    assert "" == result.stderr


def test_the_working_folder_is_the_project_where_no_other_is_named(
    derivative: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(derivative)

    assert 0 == run("check").exit_code


def test_json_goes_to_stdout_whole(derivative: Path) -> None:
    FAULTS["license missing"][1](derivative)

    result = run("check", "--root", derivative, "--format", "json")

    report = json.loads(result.stdout)
    assert 1 == result.exit_code
    assert {"errors": len(report["findings"]), "advisories": 0}.items() <= report["summary"].items()
    assert "missing-license" in [finding["check"] for finding in report["findings"]]
    assert {"id": "LicenseRef-scancode-openatom-model-1.0", "path": "LICENSE", "state": "missing"} == report["license"]


def test_json_speaks_both_languages_whatever_was_asked(derivative: Path) -> None:
    assert 1 == len(
        {run("check", "--root", derivative, "--format", "json", "--lang", lang).stdout for lang in ("en", "zh")}
    )


def test_the_language_can_be_asked_for(derivative: Path) -> None:
    assert run("check", "--root", derivative, "--lang", "zh").stdout.startswith("lantern_chat 0.2.0 可以发布：")
    assert run("check", "--root", derivative, "--lang", "en").stdout.startswith(SUMMARY)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "ZH_tw"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
    ],
)
def test_else_the_locale_tells_the_language(derivative: Path, variables: dict[str, str], language: str) -> None:
    summary = run("check", "--root", derivative, env=variables).stdout.splitlines()[0]

    assert {"en": SUMMARY, "zh": summary}[language] == summary
    assert ("可以发布" in summary) == (language == "zh")


def test_a_pipe_gets_no_colours(derivative: Path) -> None:
    assert "\x1b" not in run("check", "--root", derivative, color=True).stdout


@pytest.mark.parametrize(("variables", "colorful"), [({}, True), ({"NO_COLOR": ""}, False), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_unless_they_are_unwanted(
    derivative: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], *, colorful: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda self: self.name == "<stdout>")

    result = run("check", "--root", derivative, color=True, env={"COLUMNS": "120", **variables})

    assert colorful == ("\x1b[" in result.stdout)
    assert SUMMARY == click.unstyle(result.stdout).splitlines()[0]


# what we cannot go on from


def test_a_project_without_pyproject_ends_with_2(tmp_path: Path) -> None:
    result = run("check", "--root", tmp_path)

    assert (2, "") == (result.exit_code, result.stdout)
    assert (
        f"hatch-oaml: error: {tmp_path / 'pyproject.toml'}: there is no such file; run `hatch-oaml init` in the model"
        " repository\n"
    ) == result.stderr


@pytest.mark.parametrize("command", ["check", "draft"])
def test_a_command_in_a_subfolder_finds_the_project_above(
    derivative: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (derivative / "lantern_chat" / "deeper").mkdir()
    monkeypatch.chdir(derivative / "lantern_chat" / "deeper")
    here = run(command)
    monkeypatch.chdir(derivative)

    assert (0, run(command).stdout) == (here.exit_code, here.stdout)


def test_a_command_outside_of_every_project_proposes_to_start_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("check")

    assert (2, True) == (
        result.exit_code,
        "pyproject.toml: there is no such file; run `hatch-oaml init`" in result.stderr,
    )


def test_a_plugin_of_the_build_that_is_not_installed_here_is_named(derivative: Path) -> None:
    pyproject = derivative / "pyproject.toml"
    text = pyproject.read_text(encoding="utf-8").replace('version = "0.2.0"', 'dynamic = ["version"]')
    text = text.replace('"hatch-oaml"]', '"hatch-oaml", "hatch-vcs-of-ours>=1"]')
    pyproject.write_text(f'{text}\n[tool.hatch.version]\nsource = "vcs-of-ours"\n', encoding="utf-8")

    result = run("check", "--root", derivative)

    assert (2, "") == (result.exit_code, result.stdout)
    assert (
        "Unknown version source: vcs-of-ours; `build-system.requires` names what is not installed here" in result.stderr
    )
    assert "`pip install hatch-vcs-of-ours`" in result.stderr


def test_a_mistake_is_told_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    result = run("check", "--root", tmp_path, "--lang", "zh")

    assert (
        f"hatch-oaml: 错误: {tmp_path / 'pyproject.toml'}：文件不存在；请在模型仓库中运行 `hatch-oaml init`\n"
        == result.stderr
    )


@pytest.mark.parametrize("name", ["pyproject.toml", "hatch.toml", "MODIFICATIONS.toml", "bases/lantern-tiny.toml"])
def test_a_file_that_is_no_toml_is_told_with_line_and_column(derivative: Path, name: str) -> None:
    (derivative / name).write_text("format = 1\nname = x\n", encoding="utf-8")

    result = run("check", "--root", derivative)

    assert (2, "") == (result.exit_code, result.stdout)
    shown = name if "/" in name or name == "MODIFICATIONS.toml" else str(derivative / name)
    assert result.stderr.startswith(f"hatch-oaml: error: {shown}:2:8: not valid TOML: ")
    assert 1 == len(result.stderr.splitlines())


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('version = "0.2.0"', "version = 3", "Field `project.version` must be a string"),
        ('version = "0.2.0"', "", "Field `project.version` can only be resolved dynamically"),
        ('readme = "README.md"', 'readme = "NO.md"', "Readme file does not exist: NO.md"),
        ('license = "LicenseRef', 'license = "Nope', "Error parsing field `project.license`"),
        ("[project]", "[projects]", "Missing `project` metadata table in configuration"),
        ("exclude = [", 'exclude = "*"\nx = [', "Field `tool.hatch.build.exclude` must be an array of strings"),
        ("hooks.oaml]", "targets]\nwheel = 3", "Field `tool.hatch.build.targets.wheel` must be a table"),
        ("hooks.oaml]", "hooks]\noaml = 3", "Field `tool.hatch.build.hooks.oaml` must be a table"),
        (
            "hooks.oaml]",
            "targets.sdist]\ninclude = 3",
            "Field `tool.hatch.build.targets.sdist.include` must be an array",
        ),
        ("hooks.oaml]", 'force-include]\n"no" = "x"', "Forced include not found: "),
        ("[tool.hatch.build.hooks.oaml]", "[tool.hatch.metadata.hooks.nope]", "Unknown metadata hook: nope"),
    ],
)
def test_hatchling_s_own_complaint_is_told_without_a_traceback(
    derivative: Path, before: str, after: str, message: str
) -> None:
    edit(derivative / "pyproject.toml", before, after)

    result = run("check", "--root", derivative)

    assert (2, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("hatch-oaml: error: ")
    assert message in result.stderr
    assert 1 == len(result.stderr.splitlines())


def test_every_mistake_in_the_options_is_told_at_once(derivative: Path) -> None:
    edit(derivative / "pyproject.toml", "[tool.oaml]\n", '[tool.oaml]\nprofile = "hosted"\nlicence = "LICENSE"\n')

    assert (
        'hatch-oaml: error: pyproject.toml: tool.oaml.profile: expected "distribution" or "hosted-service", got'
        ' "hosted"; did you mean `hosted-service`?\n'
        "hatch-oaml: error: pyproject.toml: tool.oaml.licence: unknown key; did you mean `license`?\n"
    ) == run("check", "--root", derivative).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--root", "no/such/folder"),
        ("check", "--lang", "fr"),
        ("check", "--format", "xml"),
        ("check", "extra"),
        ("chekc",),
        ("record",),
        ("record", "no/such/source", "--name", "x", "--version", "1"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert (2, "") == (result.exit_code, result.stdout)
    assert "Usage: " in result.stderr


def test_a_call_without_a_command_says_so_in_both_languages() -> None:
    assert ["Error: Missing command.", "错误：缺少命令"] == run("--").stderr.splitlines()[-2:]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--nope"), "没有选项 --nope"),
        (("check", "--quite"), "没有选项 --quite；是否想写 --quiet？"),
        (("check", "--format", "xml"), "--format 的值无效：应为 "),
        (("check", "--root", "no/such"), "--root 的值无效：应为已存在的文件夹"),
        (("check", "extra"), "参数过多，或写法有误"),
        (("verify",), "缺少参数 ARCHIVE..."),
        (("verify", "no/such"), "ARCHIVE... 的值无效：应为已存在且可读的文件或文件夹"),
        (("record", ".", "--output", "."), "--output 的值无效：应为文件，而不是文件夹"),
        (("sign", ".", "--key", "no/such"), "--key 的值无效：应为已存在且可读的文件，而不是文件夹"),
    ],
    ids=str,
)
def test_a_mistake_in_the_call_is_told_in_both_languages(arguments: tuple[str, ...], said: str) -> None:
    lines = run(*arguments).stderr.splitlines()

    assert f"错误：{said}" in lines[-1]
    assert lines[-2].startswith("Error: ")
    assert f"运行 'main {arguments[0]} --help' 查看帮助。" in lines[1]


def test_an_option_without_its_value_is_told_in_both_languages_where_no_command_is_known_yet() -> None:
    first, second = run("check", "--root").stderr.splitlines()[-2:]

    assert first.startswith("Error: ")
    assert "错误：选项 --root 的写法有误" in second


# record


def record(source: Path, *arguments: str | Path) -> Result:
    return run("record", source, "--name", "example-lab/Lantern-Tiny", "--version", "1.0.0", *arguments)


def test_a_record_goes_to_stdout_where_no_file_is_named(derivative: Path) -> None:
    result = record(derivative.parent / "original-release", "--url", "https://example.org/", "--license", "MIT")

    parsed = parse_base(result.stdout.encode(), "b.toml")
    assert 0 == result.exit_code
    assert ("example-lab/Lantern-Tiny", "1.0.0", "https://example.org/", "MIT") == (
        parsed.name,
        parsed.version,
        parsed.url,
        parsed.license,
    )


def test_a_record_goes_into_a_file_and_its_folder_is_made(derivative: Path) -> None:
    output = derivative / "new" / "folder" / "b.toml"

    result = record(derivative.parent / "original-release", "--output", output)

    parsed = parse_base(output.read_bytes(), "b.toml")
    notices = sum(len(file.notices) for file in parsed.files)
    assert (0, "") == (result.exit_code, result.stdout)
    assert f"{output}: {len(parsed.files)} files, {notices} notices\n" == result.stderr
    assert record(derivative.parent / "original-release").stdout == output.read_text(encoding="utf-8")


def test_a_folder_without_files_cannot_be_recorded(tmp_path: Path) -> None:
    result = record(tmp_path, "--output", tmp_path / "out" / "b.toml")

    assert (2, f"hatch-oaml: error: {tmp_path}: holds no file to record\n") == (result.exit_code, result.stderr)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
def test_a_record_without_a_name_or_a_version_is_refused_by_the_options_name(tmp_path: Path, blank: str) -> None:
    (tmp_path / "model.gguf").touch()
    output = tmp_path / "b.toml"

    english, chinese = (
        run("record", tmp_path, "--name", blank, "--version", blank, "--output", output, "--lang", language)
        for language in ("en", "zh")
    )

    assert (2, 2) == (english.exit_code, chinese.exit_code)
    assert "hatch-oaml: error: --name: must not be blank\nhatch-oaml: error: --version: must not be blank\n" == (
        english.stderr
    )
    assert "hatch-oaml: 错误: --name：不能为空\nhatch-oaml: 错误: --version：不能为空\n" == chinese.stderr
    assert not output.exists()


@pytest.mark.parametrize("option", ["--name", "--version", "--url", "--license"])
def test_a_record_of_what_is_no_text_is_refused_by_the_options_name(tmp_path: Path, option: str) -> None:
    """As Python gives us bytes of the command line that are not UTF-8."""
    (tmp_path / "model.gguf").touch()

    result = run("record", tmp_path, "--name", "x", "--version", "1", option, "\udcff")

    assert (2, f"hatch-oaml: error: {option}: is not valid Unicode\n") == (result.exit_code, result.stderr)


# init


COPY = f"LICENSES/{LICENSE_ID}.txt"


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_an_empty_folder_becomes_a_model_repository_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    root = tmp_path / "my-model"
    root.mkdir()

    first = run("init", "--root", root)

    begun = tree(root)
    assert 0 == first.exit_code
    written = ["LICENSE", "MODIFICATIONS.toml", "pyproject.toml", ".gitignore", "REUSE.toml", COPY, "README.md"]
    assert [f"+ {path}" for path in written] == first.stdout.splitlines()[:7]
    assert "left to do before `hatch-oaml check` passes:" == first.stdout.splitlines()[7]
    assert first.stdout.splitlines()[8].startswith("! pyproject.toml: say in `[tool.oaml]` what the model is made from")
    assert LICENSE == begun["LICENSE"]
    assert b"\nlicense_name: openatom-model-license-1.0\n" in begun["README.md"]
    assert b'readme = "README.md"' in begun["pyproject.toml"]
    second = run("init", "--root", root)
    assert begun == tree(root)
    assert first.stdout.splitlines()[7:] == second.stdout.splitlines()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_readme_gets_front_matter_above_what_is_there_and_keeps_every_byte(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / "README.md").write_bytes(mark + b"# Kelp\r\n")

    result = run("init", "--root", tmp_path)

    data = (tmp_path / "README.md").read_bytes()
    assert "=+ README.md: license, license_name, license_link" in result.stdout.splitlines()
    assert data.startswith(mark + b"---\nlicense: other\n")
    assert data.endswith(b"---\n\n# Kelp\r\n")


def test_a_card_that_lacks_something_is_told_and_not_touched(tmp_path: Path) -> None:
    card = b"---\ntags: [kelp]\n---\n\n# Kelp\n"
    (tmp_path / "README.md").write_bytes(card)

    result = run("init", "--root", tmp_path)

    assert card == (tmp_path / "README.md").read_bytes()
    assert "! README.md: add to its front matter, which hubs show:" in result.stdout
    assert "    license_name: openatom-model-license-1.0" in result.stdout


def test_another_readme_stays_the_only_one(tmp_path: Path) -> None:
    (tmp_path / "README.rst").write_text("Kelp\n====\n", encoding="utf-8")
    (tmp_path / ".reuse").mkdir()

    run("init", "--root", tmp_path)

    assert not {"README.md", "REUSE.toml"} & tree(tmp_path).keys()


def test_what_init_writes_is_lawful_once_the_person_has_spoken(tmp_path: Path) -> None:
    run("init", "--root", tmp_path)
    edit(tmp_path / "pyproject.toml", "# original = true ", "original = true #")
    edit(tmp_path / "MODIFICATIONS.toml", "format = 1\n", "format = 1\noriginal = true\n")
    shutil.copy(PROJECTS / "original-release" / "model-00001-of-00002.safetensors", tmp_path / "model.safetensors")

    result = run("check", "--root", tmp_path)

    assert (0, "") == (result.exit_code, result.stderr), result.stdout


def test_init_has_version_control_ignore_what_builds_write_and_keeps_its_other_lines(tmp_path: Path) -> None:
    run("init", "--root", tmp_path)
    assert b"/dist/\n/dist-oaml/\n" == (tmp_path / ".gitignore").read_bytes()

    (tmp_path / ".gitignore").write_bytes(b"*.log\n/dist/")
    result = run("init", "--root", tmp_path)

    assert "+= .gitignore" in result.stdout
    assert b"*.log\n/dist/\n/dist-oaml/\n" == (tmp_path / ".gitignore").read_bytes()


def test_init_puts_no_ignore_file_before_the_one_that_counts(tmp_path: Path) -> None:
    root = tmp_path / "models" / "one"
    root.mkdir(parents=True)
    (tmp_path / ".gitignore").write_text("*.ckpt\n", encoding="utf-8")

    result = run("init", "--root", root)

    assert not (root / ".gitignore").exists()
    assert "! .gitignore: the one of a folder above counts; have it ignore" in result.stdout
    (root / ".git").mkdir()
    assert "+ .gitignore" in run("init", "--root", root).stdout


def test_advice_comes_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    assert "! pyproject.toml：请在 `[tool.oaml]` 中说明" in run("init", "--root", tmp_path, "--lang", "zh").stdout


@pytest.mark.parametrize("end", ["\n", "", "\r\n"], ids=["line break", "none", "windows"])
def test_an_existing_project_keeps_every_byte_and_gets_tables_behind_them(tmp_path: Path, end: str) -> None:
    line_break = end or "\n"
    before = f'# mine{line_break}[project]{line_break}name = "x"{end}'.encode()
    (tmp_path / "pyproject.toml").write_bytes(before)
    (tmp_path / "LICENSE").write_bytes(b"my own license")

    result = run("init", "--root", tmp_path)

    after = (tmp_path / "pyproject.toml").read_bytes()
    tables = "[tool.hatch.build], [tool.hatch.build.hooks.oaml], [tool.oaml]"
    assert ["+ MODIFICATIONS.toml", f"+= pyproject.toml: {tables}"] == result.stdout.splitlines()[:2]
    assert b"my own license" == (tmp_path / "LICENSE").read_bytes()
    assert before == after[: len(before)]
    assert b"[tool.oaml]" in after[len(before) :]
    run("init", "--root", tmp_path)
    assert after == (tmp_path / "pyproject.toml").read_bytes()


@pytest.mark.parametrize(
    "text", ['tool = {x = 1}\n[project]\nname = "x"\n', "[tool]\nhatch = {version = {}}\n", "tool.hatch = {}\n"]
)
def test_a_project_that_nothing_can_be_appended_to_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")

    result = run("init", "--root", tmp_path)

    assert 2 == result.exit_code
    assert result.stderr.startswith(
        "hatch-oaml: error: pyproject.toml: its tables are written so that none can follow; add these by hand:\n"
    )
    assert "[tool.hatch.build.hooks.oaml]" in result.stderr
    assert text == (tmp_path / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "latin-1"])
def test_what_is_added_to_a_text_has_that_text_s_encoding(tmp_path: Path, encoding: str) -> None:
    words = "# café\r\n*.log\r\n" if encoding == "latin-1" else "# 日志与缓存\r\n*.log\r\n"
    (tmp_path / ".gitignore").write_bytes(words.encode(encoding))

    run("init", "--root", tmp_path)
    first = (tmp_path / ".gitignore").read_bytes()
    run("init", "--root", tmp_path)

    added = first.decode(encoding).replace("\r\n", "\n").removeprefix(words.replace("\r\n", "\n"))
    assert "\n/dist/\n/dist-oaml/\n" == added
    assert first == (tmp_path / ".gitignore").read_bytes()


def test_nothing_is_added_to_what_is_no_text(tmp_path: Path) -> None:
    data = b"\0\1\2" * 40
    (tmp_path / ".gitignore").write_bytes(data)

    result = run("init", "--root", tmp_path)

    assert 2 == result.exit_code
    assert ".gitignore: nothing was added to it" in result.stderr
    assert "/dist-oaml/" in result.stderr
    assert [".gitignore"] == [file.name for file in tmp_path.iterdir()]
    assert data == (tmp_path / ".gitignore").read_bytes()


def test_license_and_changelog_are_written_where_the_options_have_them(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.oaml]\nlicense = "legal/LICENSE.txt"\nmodifications = "docs/changes.toml"\n', encoding="utf-8"
    )

    first, second = run("init", "--root", tmp_path), run("init", "--root", tmp_path)

    tables = "[tool.hatch.build], [tool.hatch.build.hooks.oaml]"
    assert ["+ legal/LICENSE.txt", "+ docs/changes.toml", f"+= pyproject.toml: {tables}"] == first.stdout.splitlines()[
        :3
    ]
    written = {"legal/LICENSE.txt", "docs/changes.toml", "pyproject.toml", ".gitignore", "README.md", "REUSE.toml"}
    assert {*written, COPY} == set(tree(tmp_path))
    assert "license_link: legal/LICENSE.txt\n" in (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "+" not in {line[0] for line in second.stdout.splitlines()}


def test_the_build_table_of_a_hatch_toml_gets_the_hook(tmp_path: Path) -> None:
    run("init", "--root", tmp_path)
    before = tree(tmp_path)
    (tmp_path / "hatch.toml").write_text('[build]\nexclude = ["*.gguf"]\n', encoding="utf-8")

    result = run("init", "--root", tmp_path)

    assert "+= hatch.toml: [build.hooks.oaml]" == result.stdout.splitlines()[0]
    assert {**before, "hatch.toml": b'[build]\nexclude = ["*.gguf"]\n\n[build.hooks.oaml]\n'} == tree(tmp_path)


def test_a_project_file_that_is_no_toml_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project\n", encoding="utf-8")

    result = run("init", "--root", tmp_path)

    assert 2 == result.exit_code
    assert result.stderr.startswith("hatch-oaml: error: pyproject.toml:1:9: not valid TOML: ")
    assert {"pyproject.toml": b"[project\n"} == tree(tmp_path)


def test_a_base_is_recorded_wired_and_shown(tmp_path: Path) -> None:
    base = shutil.copytree(PROJECTS / "original-release", tmp_path / "base")
    root = tmp_path / "kelp"
    root.mkdir()
    (root / "README.md").write_text("# Kelp\n", encoding="utf-8")

    result = run("init", "--root", root, "--base", base)

    assert 0 == result.exit_code, result.output
    assert ["+ bases/lantern-tiny.toml", "+ LICENSE", "+ MODIFICATIONS.toml", "+ pyproject.toml"] == (
        result.stdout.splitlines()[:4]
    )
    keys = "license, license_name, license_link, base_model, base_model_relation"
    assert ["+ .gitignore", "+ REUSE.toml", f"+ {COPY}", f"=+ README.md: {keys}"] == result.stdout.splitlines()[4:8]
    assert "\nbase_model: lantern-tiny\n" in (root / "README.md").read_text(encoding="utf-8")
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert 'bases = ["bases/lantern-tiny.toml"]' in project
    assert 'readme = "README.md"' in project
    assert "lantern-tiny" == parse_base((root / "bases" / "lantern-tiny.toml").read_bytes(), "b").name


def test_a_record_that_lies_there_is_not_overwritten(tmp_path: Path) -> None:
    base = shutil.copytree(PROJECTS / "original-release", tmp_path / "base")
    record = tmp_path / "kelp" / "bases" / "lantern-tiny.toml"
    record.parent.mkdir(parents=True)
    record.write_text("mine", encoding="utf-8")

    result = run("init", "--root", tmp_path / "kelp", "--base", base)

    assert (2, "mine") == (result.exit_code, record.read_text(encoding="utf-8"))
    assert "hatch-oaml: error: bases/lantern-tiny.toml: is there already and is another record" in result.stderr


def test_a_base_that_does_not_tell_its_name_is_refused_by_init_too(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "model.gguf").touch()

    result = run("init", "--root", tmp_path, "--base", tmp_path / "base")

    assert 2 == result.exit_code
    assert f"--base-name: {tmp_path / 'base'} does not tell it; give it, such as `--base-name vivo-ai" in result.stderr


def test_a_project_that_says_it_is_original_keeps_its_changelog(tmp_path: Path) -> None:
    shutil.copytree(PROJECTS / "original-release", tmp_path / "p")
    shutil.copytree(PROJECTS / "derivative-finetune" / "bases", tmp_path / "p" / "bases")
    before = (tmp_path / "p" / "MODIFICATIONS.toml").read_bytes()

    result = run("init", "--root", tmp_path / "p")

    assert before == (tmp_path / "p" / "MODIFICATIONS.toml").read_bytes()
    assert 'write `bases = ["bases/lantern-tiny.toml"]` in place of `original = true`' in result.stdout


# explain


@pytest.mark.parametrize("name", all_checks())
def test_every_check_can_be_explained(name: str) -> None:
    for language, own, other in (
        ("en", "What it finds", "检查内容"),
        ("zh", "检查内容", "What it finds"),
    ):
        result = run("explain", name, "--lang", language)

        assert (0, "") == (result.exit_code, result.stderr)
        lines = result.stdout.splitlines()
        assert [name, "=" * len(name), "", own] == lines[:4]
        assert other not in lines
        shown = [line.removeprefix("    ") for line in lines if not set(line) <= set("-=")]
        assert set(shown) <= {line.lstrip("# ").replace("**", "") for line in page(name).splitlines()} | {
            *page(name).splitlines()
        }
        assert not any(line.startswith(("#", "```")) for line in lines)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_explain_alone_lists_the_checks_a_line_each(language: str) -> None:
    lines = run("explain", "--lang", language).stdout.splitlines()

    assert list(all_checks()) == [line.split()[0] for line in lines]
    assert all(len(line.split(maxsplit=1)[1]) > 5 for line in lines)
    in_chinese = [any("\u4e00" <= letter <= "\u9fff" for letter in line) for line in lines]
    assert all(in_chinese) if language == "zh" else not all(in_chinese)


def test_a_check_that_does_not_exist_ends_with_2_and_tells_those_that_do() -> None:
    result = run("explain", "missing-licence")

    known = ", ".join(all_checks())
    assert (2, f"hatch-oaml: error: no check is called `missing-licence`; there are {known}\n") == (
        result.exit_code,
        result.stderr,
    )


# the whole command


def test_version_and_help_are_there() -> None:
    assert f"hatch-oaml, version {__version__}\n" == run("--version").stdout
    for arguments in (("--help",), ("-h",), ("check", "-h"), ("init", "--help")):
        assert run(*arguments).stdout.startswith("Usage: ")


@pytest.mark.parametrize(
    "command", [[sys.executable, "-m", "hatch_oaml"], [Path(sys.executable).parent / "hatch-oaml"]]
)
def test_it_runs_as_a_command_and_as_a_module(derivative: Path, command: list[str]) -> None:
    if not shutil.which(command[0]):
        pytest.skip("the command is not installed beside this interpreter")

    done = subprocess.run(
        [*command, "check"],
        cwd=derivative,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"LC_ALL": "C.UTF-8"},
    )

    assert (0, SUMMARY, "") == (done.returncode, done.stdout.splitlines()[0], done.stderr)


def test_a_terminal_that_cannot_show_chinese_gets_escapes_and_no_traceback(derivative: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hatch_oaml", "check", "--lang", "zh"],
        cwd=derivative,
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert done.stdout.startswith(rb"lantern_chat 0.2.0 \u53ef\u4ee5\u53d1\u5e03")


def test_a_bug_keeps_its_traceback(derivative: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(_project, "examine", broken)

    with pytest.raises(ZeroDivisionError):
        run("check", "--root", derivative)


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_a_name_that_is_no_utf_8_is_a_finding_and_no_traceback(derivative: Path) -> None:
    try:
        (derivative / os.fsdecode(b"data/\xff.jsonl")).write_text("{}", encoding="utf-8")
    except OSError:
        pytest.skip("this file system allows UTF-8 only")

    for form in ("text", "json"):
        done = subprocess.run(
            [sys.executable, "-m", "hatch_oaml", "check", "--format", form],
            cwd=derivative,
            capture_output=True,
            check=False,
        )
        assert (1, b"") == (done.returncode, done.stderr)
        assert b"unportable-path" in done.stdout


def test_a_record_that_cannot_be_written_is_told(derivative: Path) -> None:
    output = derivative / "pyproject.toml" / "b.toml"

    result = record(derivative.parent / "original-release", "--output", output)

    assert (2, "") == (result.exit_code, result.stdout)
    assert f"{output}: cannot be written (" in result.stderr


def test_a_file_in_the_place_of_the_folder_of_records_is_told(derivative: Path) -> None:
    shutil.rmtree(derivative / "bases")
    (derivative / "bases").write_text("x", encoding="utf-8")

    result = run("init", "--root", derivative, "--base", derivative.parent / "original-release")

    assert 2 == result.exit_code
    assert "bases" in result.stderr
    assert "cannot be written (" in result.stderr


# draft


def test_a_draft_adds_an_entry_whose_how_a_person_must_write(derivative: Path) -> None:
    changelog = derivative / "MODIFICATIONS.toml"
    edit(derivative / "config.json", "float16", "float32")
    before = changelog.read_bytes()

    result = run("draft", "--root", derivative)

    after = changelog.read_bytes()
    assert (0, "") == (result.exit_code, result.stdout)
    assert before == after[: len(before)]
    added = after[len(before) :].decode()
    assert 'files = ["/config.json"]' in added
    assert ["MODIFICATIONS.toml:", *(f"+{line}" for line in added.splitlines())] == result.stderr.splitlines()
    checked = run("check", "--root", derivative).stdout
    assert "error[unexplained-modification]" in checked
    assert "[unlisted-modification]" not in checked


def test_a_draft_sets_an_inherited_changelog_aside_and_begins_a_fresh_one(derivative: Path) -> None:
    """The derivative is recorded as what itself was made from: all its entries are its base's then."""
    record_file = derivative / "bases" / "chat.toml"
    run("record", derivative, "--output", record_file)
    edit(derivative / "pyproject.toml", "bases/lantern-tiny.toml", "bases/chat.toml")
    edit(derivative / "README.md", "# ", "# New: ")
    before = (derivative / "MODIFICATIONS.toml").read_bytes()

    result = run("draft", "--root", derivative)

    after = (derivative / "MODIFICATIONS.toml").read_text(encoding="utf-8")
    assert (0, 1) == (result.exit_code, after.count("[[change]]"))
    assert 'files = ["/README.md"]' in after
    assert before == (derivative / "bases" / "chat-MODIFICATIONS.toml").read_bytes()
    assert "! MODIFICATIONS.toml: what it tells of the base's own making is history" in result.stderr


def test_a_draft_of_what_is_all_named_changes_nothing(derivative: Path) -> None:
    before = tree(derivative)

    result = run("draft", "--root", derivative)

    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)
    assert before == tree(derivative)


def test_a_draft_begins_the_changelog_where_there_is_none(derivative: Path) -> None:
    (derivative / "MODIFICATIONS.toml").unlink()

    result = run("draft", "--root", derivative)

    assert 0 == result.exit_code
    text = (derivative / "MODIFICATIONS.toml").read_text(encoding="utf-8")
    assert text.startswith("format = 1\n\n#")
    assert "\n[[change]]\n" in text
    assert "[missing-modifications]" not in run("check", "--root", derivative).stdout


def test_a_draft_goes_on_where_the_last_line_has_no_end(derivative: Path) -> None:
    changelog = derivative / "MODIFICATIONS.toml"
    changelog.write_bytes(changelog.read_bytes().rstrip(b"\n"))
    edit(derivative / "config.json", "float16", "float32")

    run("draft", "--root", derivative)

    assert 2 != run("check", "--root", derivative).exit_code


def test_an_original_release_has_nothing_to_draft(derivative: Path) -> None:
    result = run("draft", "--root", derivative.parent / "original-release")

    assert (2, "") == (result.exit_code, result.stdout)
    assert (
        "hatch-oaml: error: pyproject.toml: tool.oaml.bases: names no base, so nothing can be told to be modified\n"
        == result.stderr
    )


# --fix-notices


def test_lost_notices_are_added_to_notice_and_nothing_there_is_changed(derivative: Path) -> None:
    check, do = FAULTS["a copyright line deleted"]
    do(derivative)
    before = (derivative / "NOTICE").read_bytes()
    assert f"error[{check}]" in run("check", "--root", derivative).stdout

    result = run("check", "--root", derivative, "--fix-notices")

    after = (derivative / "NOTICE").read_bytes()
    assert before == after[: len(before)]
    assert b"Copyright 2024 Wick and Glass Ltd." in after[len(before) :]
    assert f"error[{check}]" not in result.stdout
    assert "+    Copyright 2024 Wick and Glass Ltd." in result.stderr.splitlines()


def test_the_entry_that_the_addition_to_notice_asks_for_is_written_with_it(derivative: Path) -> None:
    """NOTICE as the base has it, and the base's code without its header: only the addition modifies NOTICE."""
    base = derivative.parent / "original-release"
    shutil.copy(base / "NOTICE", derivative / "NOTICE")
    code = (base / "lantern_tiny" / "__init__.py").read_text(encoding="utf-8")
    (derivative / "lantern_tiny").mkdir()
    (derivative / "lantern_tiny" / "__init__.py").write_text(code[code.index('"""') :], encoding="utf-8")
    edit(derivative / "MODIFICATIONS.toml", '"README.md", "NOTICE"', '"README.md", "lantern_tiny"')
    before = (derivative / "MODIFICATIONS.toml").read_text(encoding="utf-8")

    result = run("check", "--root", derivative, "--fix-notices")
    again = run("check", "--root", derivative, "--fix-notices")

    assert (0, 0) == (result.exit_code, again.exit_code), result.output
    added = (derivative / "MODIFICATIONS.toml").read_text(encoding="utf-8").removeprefix(before)
    assert 1 == added.count("[[change]]")
    assert 'files = ["/NOTICE"]' in added
    assert (
        'how.en = "Notices retained from example-lab/Lantern-Tiny were added, each below the file that it stood in."'
        in added
    )
    assert 'how.zh = "补入了保留自 example-lab/Lantern-Tiny 的声明，各列于其原所在的文件之下。"' in added


def test_how_a_notice_was_modified_before_is_left_to_the_person(derivative: Path) -> None:
    edit(derivative / "MODIFICATIONS.toml", '"README.md", "NOTICE"', '"README.md"')
    edit(derivative / "NOTICE", "Copyright 2024 Wick and Glass Ltd.\n", "")

    result = run("check", "--root", derivative, "--fix-notices", "--lang", "en")

    assert 1 == result.exit_code
    assert "NOTICE: error[unlisted-modification]" in result.stdout
    assert "MODIFICATIONS.toml:" not in result.stderr


def test_a_notice_file_that_is_new_does_not_begin_with_an_empty_line(derivative: Path) -> None:
    (derivative / "NOTICE").unlink()

    run("check", "--root", derivative, "--fix-notices")

    assert (derivative / "NOTICE").read_text(encoding="utf-8").startswith("====")


def test_notices_go_to_the_file_that_the_project_names(derivative: Path) -> None:
    (derivative / "NOTICE").unlink()
    with (derivative / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('notices = ["legal/THANKS.txt"]\n')

    run("check", "--root", derivative, "--fix-notices")

    assert "Copyright 2025 Example Lab" in (derivative / "legal" / "THANKS.txt").read_text(encoding="utf-8")
    assert not (derivative / "NOTICE").exists()


@pytest.mark.parametrize("name", ["THIRD", "THIRD.txt", "third.md", "Third.rst", "third.html"])
def test_a_file_that_the_project_declares_keeps_what_is_added_to_it_whatever_its_name(
    derivative: Path, name: str
) -> None:
    _, do = FAULTS["a copyright line deleted"]
    do(derivative)
    (derivative / "NOTICE").unlink()
    (derivative / "legal").mkdir()
    (derivative / "legal" / name).write_text("Of others.\n", encoding="utf-8")
    (derivative / "legal" / "parts.json").write_text("{}\n", encoding="utf-8")
    with (derivative / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('notices = ["legal/**"]\n')

    result = run("check", "--root", derivative, "--fix-notices")

    assert "Copyright 2024 Wick and Glass Ltd." in (derivative / "legal" / name).read_text(encoding="utf-8")
    assert "[dropped-notice" not in result.stdout
    assert "{}\n" == (derivative / "legal" / "parts.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("pattern", ["legal/*.none", "pyproject.toml", "model_card.json"])
def test_where_no_file_can_take_them_the_option_is_named(derivative: Path, pattern: str) -> None:
    (derivative / "NOTICE").unlink()
    with (derivative / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f'notices = ["{pattern}"]\n')

    result = run("check", "--root", derivative, "--fix-notices")

    assert 2 == result.exit_code
    assert "tool.oaml.notices: matches no file that lost notices could be added to; add `NOTICE` to it" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_lost_notices_are_added_in_the_encoding_and_with_the_line_ends_of_notice(
    derivative: Path, encoding: str
) -> None:
    _, do = FAULTS["a copyright line deleted"]
    do(derivative)
    text = "灯芯实验室的声明\n" + (derivative / "NOTICE").read_text(encoding="utf-8")
    before = text.replace("\n", "\r\n").encode(encoding)
    (derivative / "NOTICE").write_bytes(before)

    result = run("check", "--root", derivative, "--fix-notices")
    once = (derivative / "NOTICE").read_bytes()
    run("check", "--root", derivative, "--fix-notices")

    assert "error[dropped-notice]" not in result.stdout
    assert once.startswith(before)
    added = once.decode(encoding).removeprefix(before.decode(encoding))
    assert "以下声明保留自" in added
    assert "\r\n    Copyright 2024 Wick and Glass Ltd.\r\n" in added
    assert added.count("\n") == added.count("\r\n")
    assert once == (derivative / "NOTICE").read_bytes()


def test_where_something_above_hides_what_is_added_it_is_not_added_again(derivative: Path) -> None:
    _, do = FAULTS["a copyright line deleted"]
    do(derivative)
    with (derivative / "NOTICE").open("a", encoding="utf-8") as file:
        file.write("<!-- open\n")

    run("check", "--root", derivative, "--fix-notices")
    once = tree(derivative)
    result = run("check", "--root", derivative, "--fix-notices", "--lang", "en")

    assert b"    Copyright 2024 Wick and Glass Ltd." in (derivative / "NOTICE").read_bytes()
    assert 1 == result.exit_code
    assert "`NOTICE` has the lost notices, but something above them hides them from readers" in result.stderr
    assert once == tree(derivative)


def test_a_notice_file_that_the_release_leaves_out_is_told(derivative: Path) -> None:
    (derivative / "NOTICE").unlink()
    (derivative / ".gitignore").write_text("NOTICE\n", encoding="utf-8")

    first = run("check", "--root", derivative, "--fix-notices", "--lang", "zh")
    again = run("check", "--root", derivative, "--fix-notices", "--lang", "en")

    assert "`NOTICE` 已写有丢失的声明，但发布内容不含该文件" in first.stderr
    assert "`NOTICE` has the lost notices, but the release leaves it out" in again.stderr


def test_where_notice_is_a_folder_a_file_in_it_takes_them(derivative: Path) -> None:
    (derivative / "NOTICE").unlink()
    (derivative / "NOTICE").mkdir()
    (derivative / "NOTICE" / "others.txt").write_text("Of others.\n", encoding="utf-8")

    result = run("check", "--root", derivative, "--fix-notices", "--lang", "en")

    assert "Copyright 2025 Example Lab" in (derivative / "NOTICE" / "others.txt").read_text(encoding="utf-8")
    assert "[dropped-notice" not in result.stdout


def test_to_a_notice_of_an_unknown_encoding_nothing_is_added_and_nothing_else_is_written(derivative: Path) -> None:
    (derivative / "NOTICE").write_bytes("Lamp Söhne\n".encode("latin-1"))
    before = tree(derivative)

    result = run("check", "--root", derivative, "--fix-notices", "--lang", "en")

    assert (2, "") == (result.exit_code, result.stdout)
    assert "NOTICE: nothing was added to it: it is no text whose encoding is known" in result.stderr
    assert "save it as UTF-8, and call again" in result.stderr
    assert before == tree(derivative)


def test_where_no_notice_is_lost_nothing_is_added(derivative: Path) -> None:
    before = tree(derivative)

    result = run("check", "--root", derivative, "--fix-notices")

    assert (0, "") == (result.exit_code, result.stderr)
    assert before == tree(derivative)


# verify


@pytest.fixture
def archive(derivative: Path) -> Path:
    assert 0 == build(derivative, "-t", "oaml").returncode
    return derivative / "dist-oaml" / "lantern_chat-0.2.0.oaml.tar"


def test_archives_are_judged_one_after_the_other_and_the_worst_status_counts(archive: Path, tmp_path: Path) -> None:
    ungated = tmp_path / "other.tar"
    shutil.make_archive(str(ungated.with_suffix("")), "tar", archive.parent.parent / "data")
    torn = tmp_path / "torn.tar"
    torn.write_bytes(archive.read_bytes()[:1000])
    verdicts = {
        path: f"{path.name} {said}"
        for path, said in (
            (archive, "agrees with its own manifest; no fault found in what was checked ("),
            (ungated, "is refused: "),
        )
    }

    for paths, status in (((archive,), 0), ((archive, ungated), 1), ((torn, archive, ungated), 2)):
        result = run("verify", *paths)
        assert status == result.exit_code
        assert all(verdicts[path] in result.stdout for path in paths if path != torn)
        assert ("torn.tar" in result.stderr) == (torn in paths)


def test_a_hub_s_cache_folder_is_judged_by_its_snapshot(archive: Path, tmp_path: Path) -> None:
    commit = "3f" * 20
    cache = tmp_path / "models--example-lab--lantern"
    shutil.unpack_archive(archive, tmp_path, "tar")
    (cache / "refs").mkdir(parents=True)
    (cache / "refs" / "main").write_text(commit, encoding="utf-8")
    (cache / "blobs").mkdir()
    for file in [path for path in (tmp_path / "lantern_chat-0.2.0").rglob("*") if path.is_file()]:
        blob = cache / "blobs" / hashlib.sha256(file.read_bytes()).hexdigest()
        blob.write_bytes(file.read_bytes())
        link = cache / "snapshots" / commit / file.relative_to(tmp_path / "lantern_chat-0.2.0")
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(blob, link.parent))

    assert 0 == run("verify", cache).exit_code
    assert 0 == run("verify", cache / "snapshots").exit_code
    assert 2 == run("verify", cache / "blobs").exit_code


def test_the_json_of_one_archive_and_of_several_has_one_shape(archive: Path) -> None:
    one = json.loads(run("verify", archive, "--format", "json").stdout)

    assert {"path": archive.name, "name": "lantern_chat", "version": "0.2.0"} == one["reports"][0]["archive"]
    assert "project" not in one["reports"][0]
    again = archive.parent / "again" / archive.name
    again.parent.mkdir()
    shutil.copy(archive, again)
    both = json.loads(run("verify", archive, again, "--format", "json").stdout)
    assert {"format": 1, "reports": one["reports"] * 2} == both


def test_each_command_is_found_by_its_file() -> None:
    names = {path.stem for path in Path(commands.__path__[0]).glob("[a-z]*.py")}

    assert (
        {"check", "compare", "draft", "explain", "init", "record", "sign", "verify"}
        == names
        == set(main.list_commands(click.Context(main)))
    )


def test_a_command_that_is_not_there_is_told() -> None:
    result = CliRunner().invoke(main, ["_terminal"])

    assert 2 == result.exit_code
    assert "Error: no command is called '_terminal'; there are check, compare, draft, explain" in result.output
    assert "错误：没有名为“_terminal”的命令；现有 check、compare、draft、explain" in result.output


@pytest.mark.parametrize("command", ["verify", "explain", "record"])
def test_what_needs_no_project_does_not_import_hatchling(command: str) -> None:
    loaded = f"import sys, hatch_oaml.commands.{command}; print([name for name in sys.modules if 'hatchling.metadata' in name])"

    assert "[]\n" == subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("target", ["wheel", "sdist", "oaml"])
@pytest.mark.parametrize("command", ["check", "draft"])
def test_a_forced_file_that_is_not_there_is_told_whichever_target_names_it(
    tmp_path: Path, target: str, command: str
) -> None:
    project = project_in(tmp_path)
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[tool.hatch.build.targets.{target}.force-include]\n"nope.txt" = "x"\n')

    result = run(command, "--root", project)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "pyproject.toml: Forced include not found: " in result.stderr
    assert "correct `force-include`" in result.stderr
