"""A TOML table is read with types, and every mistake in it is told at once, in both languages, at its place."""

from __future__ import annotations

import datetime
import json
import string
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.toml_tables import Table, parse_toml

if TYPE_CHECKING:
    from collections.abc import Callable

BOM = b"\xef\xbb\xbf"


def refusal(data: bytes) -> Bilingual:
    with pytest.raises(ConfigurationError) as caught:
        parse_toml(data, "model.toml")
    [message] = caught.value.messages
    return message


def read(values: dict[str, Any], get: Callable[[Table], object]) -> tuple[object, list[str]]:
    """What a getter answers, and what it notes in English."""
    errors: list[Bilingual] = []
    answer = get(Table(values, "model.toml: tool.x", errors))
    return answer, [error.en for error in errors]


def noted(values: dict[str, Any], get: Callable[[Table], object]) -> list[Bilingual]:
    errors: list[Bilingual] = []
    get(Table(values, "model.toml: tool.x", errors))
    return errors


# parsing


@pytest.mark.parametrize(
    "data",
    [
        b'key = "\xe7\x81\xaf"\nnext = 1\n',
        b'key = "\xe7\x81\xaf"\r\nnext = 1\r\n',
        BOM + b'key = "\xe7\x81\xaf"\nnext = 1\n',
        b'key = "\xe7\x81\xaf"\nnext = 1',
    ],
    ids=["unix", "windows", "byte order mark", "no line break at the end"],
)
def test_a_file_is_read_however_its_editor_saved_it(data: bytes) -> None:
    assert {"key": "灯", "next": 1} == parse_toml(data, "model.toml")


def test_an_empty_file_is_an_empty_table() -> None:
    assert {} == parse_toml(b"", "model.toml")


def test_a_mistake_is_told_with_file_line_and_column_in_both_languages() -> None:
    message = refusal(b"format = 1\nname = x\n")

    assert message.en.startswith("model.toml:2:8: not valid TOML: ")
    assert message.zh.startswith("model.toml:2:8：不是有效的 TOML：")
    assert "(at line" not in message.en


@pytest.mark.parametrize("data", [b"a = 1\nb = [1,\n  2", b"a = 1\r\nb = [1,\r\n  2", BOM + b"a = 1\nb = [1,\n  2"])
def test_a_file_that_ends_too_early_is_told_with_its_last_place(data: bytes) -> None:
    assert refusal(data).en.startswith("model.toml:3:4: not valid TOML: ")


@pytest.mark.parametrize("data", [b"[a", BOM + b"[a"], ids=["plain", "byte order mark"])
def test_a_byte_order_mark_does_not_move_a_column(data: bytes) -> None:
    assert refusal(data).en.startswith("model.toml:1:3: ")


@pytest.mark.parametrize("start", [b"", BOM], ids=["plain", "byte order mark"])
def test_a_file_that_is_not_utf_8_is_told_with_line_and_byte(start: bytes) -> None:
    expected = Bilingual(
        en="model.toml:2: not UTF-8: byte 0xb5; save the file as UTF-8",
        zh="model.toml:2：不是 UTF-8 编码：字节 0xb5；请将文件另存为 UTF-8",
    )

    assert expected == refusal(start + b'format = 1\nname = "' + "灯笼".encode("gb18030") + b'"\n')


def test_a_nesting_that_python_cannot_follow_is_a_mistake_too() -> None:
    assert refusal(b"a = " + b"[" * 100_000).en.startswith("model.toml:1:")


def test_a_number_that_python_cannot_hold_is_a_mistake_too() -> None:
    assert refusal(b"a = " + b"9" * 5_000).en.startswith("model.toml:1:1: not valid TOML: ")


@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_or_a_mistake_with_a_line(data: bytes) -> None:
    try:
        assert isinstance(parse_toml(data, "f"), dict)
    except ConfigurationError as error:
        [message] = error.messages
        assert message.en.split(":")[1].isdecimal()


# values


@pytest.mark.parametrize(
    ("values", "get", "expected"),
    [
        ({"k": "v"}, lambda table: table.text("k"), "v"),
        ({}, lambda table: table.text("k"), ""),
        ({}, lambda table: table.text("k", "else"), "else"),
        ({"k": ""}, lambda table: table.text("k", "else"), ""),
        ({"k": True}, lambda table: table.flag("k"), True),
        ({"k": False}, lambda table: table.flag("k"), False),
        ({}, lambda table: table.flag("k"), False),
        ({"k": 7}, lambda table: table.number("k", 1), 7),
        ({"k": 0}, lambda table: table.number("k", 1), 0),
        ({}, lambda table: table.number("k", 1), 1),
        ({"k": datetime.date(2026, 11, 1)}, lambda table: table.date("k"), datetime.date(2026, 11, 1)),
        ({}, lambda table: table.date("k"), None),
        ({"k": "b"}, lambda table: table.choice("k", ("a", "b"), "a"), "b"),
        ({}, lambda table: table.choice("k", ("a", "b"), "b"), "b"),
        ({"k": ["x", "y"]}, lambda table: table.texts("k"), ("x", "y")),
        ({"k": []}, lambda table: table.texts("k", ("z",)), ()),
        ({}, lambda table: table.texts("k", ("z",)), ("z",)),
        ({"k": ["*.py"]}, lambda table: table.patterns("k").lines, ("*.py",)),
        ({}, lambda table: table.patterns("k", ("*.md",)).lines, ("*.md",)),
        ({"k": "a/b.md"}, lambda table: table.path("k", "LICENSE"), "a/b.md"),
        ({}, lambda table: table.path("k", "LICENSE"), "LICENSE"),
        ({"k": ["a", "b/c"]}, lambda table: table.paths("k"), ("a", "b/c")),
        ({}, lambda table: table.paths("k"), ()),
        ({}, lambda table: table.table("k"), None),
        ({}, lambda table: table.tables("k"), []),
        ({"k": 0}, lambda table: (table.has("k"), table.has("l")), (True, False)),
    ],
)
def test_a_value_of_the_right_type_is_answered_and_nothing_noted(
    values: dict[str, Any], get: Callable[[Table], object], expected: object
) -> None:
    assert (expected, []) == read(values, get)


@pytest.mark.parametrize(
    ("value", "get", "default", "expected"),
    [
        (1, lambda table: table.text("k", "d"), "d", "expected a string, got an integer"),
        (True, lambda table: table.number("k", 1), 1, "expected an integer, got a boolean"),
        (1.5, lambda table: table.number("k", 1), 1, "expected an integer, got a float"),
        ("yes", lambda table: table.flag("k"), False, "expected true or false, got a string"),
        (1, lambda table: table.flag("k"), False, "expected true or false, got an integer"),
        ("2026-11-01", lambda table: table.date("k"), None, "expected a date such as 2026-11-01, got a string"),
        (
            datetime.datetime(2026, 11, 1, tzinfo=datetime.timezone.utc),
            lambda table: table.date("k"),
            None,
            "expected a date such as 2026-11-01, got a date or time",
        ),
        ("*.py", lambda table: table.texts("k", ("d",)), ("d",), "expected an array of strings, got a string"),
        ({}, lambda table: table.texts("k"), (), "expected an array of strings, got a table"),
        ([], lambda table: table.table("k"), None, "expected a table, got an array"),
        ({}, lambda table: table.tables("k"), [], "expected an array of tables, got a table"),
    ],
)
def test_a_value_of_another_type_is_noted_and_the_default_answered(
    value: object, get: Callable[[Table], object], default: object, expected: str
) -> None:
    assert (default, [f"model.toml: tool.x.k: {expected}"]) == read({"k": value}, get)


def test_a_mistake_is_told_in_chinese_too() -> None:
    expected = Bilingual(
        en="model.toml: tool.x.k: expected a string, got an integer", zh="model.toml: tool.x.k：应为字符串，实为 1"
    )

    assert [expected] == noted({"k": 1}, lambda table: table.text("k"))


# choices


def test_a_choice_is_told_with_all_that_are_allowed() -> None:
    expected = Bilingual(
        en='model.toml: tool.x.k: expected "model" or "legal", got "weights"',
        zh='model.toml: tool.x.k：应为"model"或"legal"，实为 "weights"',
    )

    assert [expected] == noted({"k": "weights"}, lambda table: table.choice("k", ("model", "legal"), "model"))


def test_a_mistyped_choice_is_told_with_the_right_spelling() -> None:
    expected = Bilingual(
        en='model.toml: tool.x.k: expected "model" or "legal", got "modle"; did you mean `model`?',
        zh='model.toml: tool.x.k：应为"model"或"legal"，实为 "modle"；是否想写 `model`？',
    )

    assert [expected] == noted({"k": "modle"}, lambda table: table.choice("k", ("model", "legal"), "legal"))


# arrays


@pytest.mark.parametrize("value", ["", "  ", 3, None, ["x"]])
def test_an_element_that_says_nothing_is_told_by_its_position_and_left_out(value: object) -> None:
    expected = f"model.toml: tool.x.k[2]: expected a string that is not empty, got {value!r}"

    assert (("a", "b"), [expected]) == read({"k": ["a", value, "b"]}, lambda table: table.texts("k"))


def test_a_line_that_is_no_pattern_is_told_by_its_position_and_left_out() -> None:
    answer, errors = read({"k": ["*.py", "!", "*.md"]}, lambda table: table.patterns("k").lines)

    assert ("*.py", "*.md") == answer
    assert ["model.toml: tool.x.k[2]: not a gitignore pattern: Invalid git pattern: '!'"] == errors


@pytest.mark.parametrize("get", [lambda table: table.patterns("k"), lambda table: table.paths("k")])
def test_positions_count_what_was_left_out_too(get: Callable[[Table], object]) -> None:
    _, errors = read({"k": ["", "fine", "/", "!"]}, get)

    assert {"[1]", "[3]", "[4]"} >= {error.partition(":")[2].partition(":")[0][-3:] for error in errors}
    assert errors[0].startswith("model.toml: tool.x.k[1]: expected a string that is not empty")
    assert "tool.x.k[2]" not in "".join(errors)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("/etc/passwd", "is absolute"),
        ("C:/x", "is absolute"),
        ("a\\b", "holds a NUL or a backslash"),
        ("../x", "has an empty, `.` or `..` part"),
    ],
)
def test_a_path_that_leaves_the_project_is_told_and_the_default_answered(text: str, reason: str) -> None:
    expected = Bilingual(
        en=f'model.toml: tool.x.k: expected a path inside the project with forward slashes; "{text}" {reason}',
        zh=f'model.toml: tool.x.k：应为项目内以正斜杠分隔的相对路径，实为 "{text}"',
    )

    assert [expected] == noted({"k": text}, lambda table: table.path("k", "LICENSE"))
    assert "LICENSE" == read({"k": text}, lambda table: table.path("k", "LICENSE"))[0]


def test_each_path_of_an_array_is_told_by_its_position() -> None:
    answer, errors = read({"k": ["a", "../b", "c"]}, lambda table: table.paths("k"))

    assert ("a", "c") == answer
    path = "expected a path inside the project with forward slashes"
    assert [f'model.toml: tool.x.k[2]: {path}; "../b" has an empty, `.` or `..` part'] == errors


def test_an_array_of_tables_is_told_by_the_position_of_what_is_none() -> None:
    answer, errors = read(
        {"k": [{"a": 1}, 5, {"a": "x"}]}, lambda table: [inner.text("a") for inner in table.tables("k")]
    )

    assert ["", "x"] == answer
    assert [
        "model.toml: tool.x.k[2]: expected a table, got an integer",
        "model.toml: tool.x.k[1].a: expected a string, got an integer",
    ] == errors


# names


def test_the_dotted_name_grows_with_depth_and_quotes_what_needs_it() -> None:
    def get(table: Table) -> None:
        inner = table.table("roles")
        assert inner is not None
        inner.text("*.bin")

    _, errors = read({"roles": {"*.bin": 1}}, get)

    assert ['model.toml: tool.x.roles."*.bin": expected a string, got an integer'] == errors


def test_at_the_top_of_a_file_a_name_has_no_dot_in_front() -> None:
    errors: list[Bilingual] = []
    Table({"format": "1"}, "model.toml: ", errors).number("format", 1)

    assert ["model.toml: format: expected an integer, got a string"] == [error.en for error in errors]


# keys


def test_keys_that_are_missing_are_all_told() -> None:
    expected = [
        Bilingual(en="model.toml: tool.x.a: is missing", zh="model.toml: tool.x.a：缺少该键"),
        Bilingual(en="model.toml: tool.x.c: is missing", zh="model.toml: tool.x.c：缺少该键"),
    ]

    assert expected == noted({"b": 1}, lambda table: table.required("a", "b", "c"))


def test_a_mistyped_key_is_told_with_the_right_spelling() -> None:
    def get(table: Table) -> None:
        table.text("license")
        table.finish()

    expected = Bilingual(
        en="model.toml: tool.x.licence: unknown key; did you mean `license`?",
        zh="model.toml: tool.x.licence：未知的键；是否想写 `license`？",
    )
    assert [expected] == noted({"licence": "LICENSE"}, get)


def test_a_key_like_none_is_told_with_all_that_are_known() -> None:
    def get(table: Table) -> None:
        table.text("license")
        table.text("bases")
        table.text("bases")
        table.finish()

    expected = Bilingual(
        en="model.toml: tool.x.zzz: unknown key; known are `bases`, `license`",
        zh="model.toml: tool.x.zzz：未知的键；可用的键有 `bases`, `license`",
    )
    assert [expected] == noted({"zzz": 1, "license": "x"}, get)


def test_keys_that_are_data_are_all_known() -> None:
    def get(table: Table) -> list[str]:
        keys = table.free_keys()
        table.finish()
        return keys

    assert (["b", "a"], []) == read({"b": 1, "a": 2}, get)


@given(st.dictionaries(st.text(string.ascii_letters + ".* é", min_size=1), st.integers() | st.text() | st.booleans()))
def test_whatever_the_keys_each_unknown_one_is_told_once_by_its_name(values: dict[str, object]) -> None:
    def get(table: Table) -> None:
        table.text("known")
        table.finish()

    values.pop("known", None)
    _, errors = read(values, get)

    assert len(values) == len(errors)
    assert all(key in error for key, error in zip(values, errors, strict=True))


def test_a_bare_and_a_quoted_key_are_what_toml_would_read_back() -> None:
    for key in ("a-b_1", "with space", "灯"):
        _, [error] = read({key: 1}, lambda table, key=key: table.text(key))  # type: ignore[misc]
        name = error.removeprefix("model.toml: ").partition(": expected")[0]
        parsed = parse_toml(f"{name} = 1".encode(), "f")
        assert {"tool": {"x": {key: 1}}} == json.loads(json.dumps(parsed))
