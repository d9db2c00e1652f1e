"""MODIFICATIONS.toml becomes a changelog, or all that is wrong with it is told at once."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.records.modifications import RELATIONS, Change, Modifications, Renaming, parse_modifications
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.patterns import Patterns

ENTRY = """
[[change]]
files = ["model-*.safetensors"]
relation = "finetune"
how.en = "LoRA (r=16), merged in bf16."
how.zh = "以 LoRA（r=16）微调，并以 bf16 合并。"
date = 2026-11-01
by = "Example Lab <models@example.org>"
base = "vivo-ai/BlueLM-7B-Chat"
"""
SHORT = '\n[[change]]\nfiles = ["a"]\nrelation = "modified"\ndate = 2026-11-01\n'


def parse(text: str) -> Modifications:
    return parse_modifications(text.encode(), "MODIFICATIONS.toml")


def told(text: str) -> list[Bilingual]:
    with pytest.raises(ConfigurationError) as caught:
        parse(text)
    return list(caught.value.messages)


def test_a_whole_entry_is_read() -> None:
    expected = Change(
        files=Patterns(("model-*.safetensors",)),
        relation="finetune",
        how_en="LoRA (r=16), merged in bf16.",
        how_zh="以 LoRA（r=16）微调，并以 bf16 合并。",
        date=datetime.date(2026, 11, 1),
        by="Example Lab <models@example.org>",
        base="vivo-ai/BlueLM-7B-Chat",
        line=3,
    )

    assert Modifications(original=False, changes=(expected,)) == parse(f"format = 1\n{ENTRY}")


def test_an_entry_without_how_is_read_for_a_check_to_find() -> None:
    expected = Change(
        files=Patterns(("a",)),
        relation="modified",
        how_en="",
        how_zh="",
        date=datetime.date(2026, 11, 1),
        by="",
        base=None,
        line=3,
    )

    assert (expected,) == parse(f"format = 1\n{SHORT}").changes


def test_an_entry_may_tell_what_files_of_its_base_became() -> None:
    first, second = SHORT + 'renamed = {"a.py" = "src/b.py", c = "d"}\n', ENTRY + 'renamed."e.py" = "f.py"\n'

    chat = "vivo-ai/BlueLM-7B-Chat"
    assert (
        Renaming(base=None, old=archive_path("a.py"), new=archive_path("src/b.py")),
        Renaming(base=None, old=archive_path("c"), new=archive_path("d")),
        Renaming(base=chat, old=archive_path("e.py"), new=archive_path("f.py")),
    ) == parse(f"format = 1\n{first}{second}").renamings


def test_a_renaming_is_from_one_path_to_another() -> None:
    expected = [
        Bilingual(
            en='MODIFICATIONS.toml: change[1].renamed."../a.py": expected as key a path of the base with forward slashes;'
            " it has an empty, `.` or `..` part",
            zh='MODIFICATIONS.toml: change[1].renamed."../a.py"：键应为基础模型中以正斜杠分隔的相对路径',
        ),
        Bilingual(
            en="MODIFICATIONS.toml: change[1].renamed.b: expected a path inside the project with forward slashes;"
            ' "/c" is absolute',
            zh='MODIFICATIONS.toml: change[1].renamed.b：应为项目内以正斜杠分隔的相对路径，实为 "/c"',
        ),
        Bilingual(
            en="MODIFICATIONS.toml: change[1].renamed.d: expected a string, got an array",
            zh="MODIFICATIONS.toml: change[1].renamed.d：应为字符串，实为 ['e']",
        ),
    ]

    assert expected == told(f'format = 1\n{SHORT}renamed = {{"../a.py" = "a.py", b = "/c", d = ["e"]}}\n')


def test_space_around_how_says_nothing() -> None:
    [change] = parse(f'format = 1\n{SHORT}how.en = """\n  Pruned.\n"""\nhow.zh = "  "\n').changes

    assert ("Pruned.", "") == (change.how_en, change.how_zh)


def test_an_original_release_says_so() -> None:
    assert Modifications(original=True, changes=()) == parse("format = 1\noriginal = true\n")


def test_no_entry_at_all_is_read() -> None:
    assert Modifications(original=False, changes=()) == parse("format = 1\n")


def test_an_original_release_has_no_changes() -> None:
    expected = Bilingual(
        en="MODIFICATIONS.toml: original: `original = true` says that nothing is upstream, but there are changes;"
        " keep one of the two",
        zh="MODIFICATIONS.toml: original：`original = true` 表示没有上游，但又列有修改；两者只能保留其一",
    )

    assert [expected] == told(f"format = 1\noriginal = true\n{SHORT}")


def test_every_mistake_is_told_at_once() -> None:
    text = """
        [[change]]
        files = "x"
        relation = "finetuned"
        how = "by hand"
        [[change]]
        how.fr = "à la main"
        date = "2026-11-01"
        who = "me"
    """

    relations = " or ".join(f'"{relation}"' for relation in RELATIONS)
    assert [
        "MODIFICATIONS.toml: format: is missing",
        "MODIFICATIONS.toml: change[1].date: is missing",
        "MODIFICATIONS.toml: change[1].how: expected a table, got a string",
        "MODIFICATIONS.toml: change[1].files: expected an array of strings, got a string",
        f'MODIFICATIONS.toml: change[1].relation: expected {relations}, got "finetuned"; did you mean `finetune`?',
        "MODIFICATIONS.toml: change[2].files: is missing",
        "MODIFICATIONS.toml: change[2].relation: is missing",
        "MODIFICATIONS.toml: change[2].date: expected a date such as 2026-11-01, got a string",
        "MODIFICATIONS.toml: change[2].how.fr: unknown key; known are `en`, `zh`",
        "MODIFICATIONS.toml: change[2].who: unknown key; did you mean `how`?",
    ] == [message.en for message in told(text)]


def test_a_newer_format_is_told_as_such() -> None:
    expected = Bilingual(
        en="MODIFICATIONS.toml: format: expected 1; a newer hatch-oaml wrote this",
        zh="MODIFICATIONS.toml: format：应为 1；此文件由更新版本写成",
    )

    assert [expected] == told("format = 2\n")


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_of_the_design_can_be_written(relation: str) -> None:
    [change] = parse(f"format = 1\n{SHORT}".replace('"modified"', f'"{relation}"')).changes

    assert relation == change.relation


# lines


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_each_entry_knows_the_line_of_its_header(end: str) -> None:
    text = f"# [[change]]\nformat = 1\n{SHORT}{SHORT}".replace("[[change]]\nfiles", "  [[ change ]]  # this\nfiles")

    assert [4, 9] == [change.line for change in parse(text.replace("\n", end)).changes]


@pytest.mark.parametrize(
    "text",
    [
        f'format = 1\n{SHORT}by = """\n[[change]]\n"""\n',
        'format = 1\nchange = [{files = ["a"], relation = "modified", date = 2026-11-01}]\n',
        f"format = 1\n{SHORT}".replace("[[change]]", '[["change"]]'),
    ],
    ids=["header in a string", "inline array", "quoted header"],
)
def test_a_line_that_is_not_sure_is_not_told(text: str) -> None:
    assert [None] == [change.line for change in parse(text).changes]


@given(st.lists(st.integers(0, 4), max_size=6))
def test_the_line_of_an_entry_is_where_its_header_stands(gaps: list[int]) -> None:
    text = "format = 1\n" + "".join("\n" * gap + SHORT for gap in gaps)

    lines = text.split("\n")
    assert [number for number, line in enumerate(lines, 1) if line == "[[change]]"] == [
        change.line for change in parse(text).changes
    ]
