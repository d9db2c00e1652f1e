"""TOML tables read with types, every mistake noted under its dotted key."""

from __future__ import annotations

import codecs
import datetime
from typing import TYPE_CHECKING, TypeVar

import tomli

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.nearest import nearest
from hatch_oaml.values.paths import ArchivePath, archive_path
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.wording import abbreviated, printable, shown_value, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_Value = TypeVar("_Value")
_Choice = TypeVar("_Choice", bound=str)
_BARE_KEY = expression(r"[A-Za-z0-9_-]+(\[\d+\])?\Z")
_LARGEST = (1 << 63) - 1
"""Of an integer, by TOML 1.0 (https://toml.io/en/v1.0.0#integer)."""
_POSITION = expression(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)\Z")

_LONGEST_PATTERN = 4096


def parse_toml(data: bytes, name: str) -> dict[str, object]:
    """:raises ConfigurationError: `data` is not TOML 1.0; with the file `name`, the line and the column."""
    content = data.removeprefix(codecs.BOM_UTF8)
    try:
        return tomli.loads(content.decode().replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ConfigurationError(
            Bilingual(
                en=f"{name}:{line}: not UTF-8: byte 0x{content[error.start]:02x}; save the file as UTF-8",
                zh=f"{name}:{line}：不是 UTF-8 编码：字节 0x{content[error.start]:02x}；请将文件另存为 UTF-8",
            )
        ) from error
    except (ValueError, RecursionError) as error:  # not TOML; or a number, a nesting beyond Python's own limits
        location, reason = _location_and_reason(str(error), content)
        raise ConfigurationError(
            Bilingual(
                en=f"{name}:{location}: not valid TOML: {reason}",
                zh=f"{name}:{location}：不是有效的 TOML：{reason}",
            )
        ) from error


def _location_and_reason(message: str, data: bytes) -> tuple[str, str]:
    position = _POSITION.search(message)
    if position is None:
        return "1:1", message
    reason = message[: position.start()]
    if position["line"]:
        return f"{position['line']}:{position['column']}", reason
    lines = data.decode("utf-8", "replace").split("\n")
    return f"{len(lines)}:{len(lines[-1]) + 1}", reason


def _kind_of(value: object) -> str:
    names = {bool: "a boolean", str: "a string", int: "an integer", float: "a float", list: "an array", dict: "a table"}
    return names.get(type(value), "a date or time")


class Table:
    """One table of a TOML file.

    A getter answers the value, or its default after noting in `errors` what is wrong under `where`. `finish` notes the
    keys that nobody asked for.
    """

    def __init__(self, values: Mapping[str, object], where: str, errors: list[Bilingual]) -> None:
        self._values = values
        self._where = where
        self._errors = errors
        self._asked: list[str] = []

    def has(self, key: str) -> bool:
        return key in self._values

    def wrong(self, key: str, en: str, zh: str) -> None:
        where = self._below(key) if key else self._where
        self._errors.append(Bilingual(en=f"{where}: {en}", zh=f"{where}：{zh}"))

    def _get(self, key: str, kind: type[_Value], expected: tuple[str, str]) -> _Value | None:
        self._asked.append(key)
        if key not in self._values:
            return None
        value = self._values[key]
        # `True` is an int and a datetime is a date, but not what was asked for
        if type(value) is kind:
            return value
        self.wrong(
            key, f"expected {expected[0]}, got {_kind_of(value)}", f"应为{expected[1]}，实为 {shown_value(value)}"
        )
        return None

    def required(self, *keys: str) -> None:
        for key in keys:
            if key not in self._values:
                self.wrong(key, "is missing", "缺少该键")

    def text(self, key: str, default: str = "") -> str:
        value = self._get(key, str, ("a string", "字符串"))
        return default if value is None else value

    def flag(self, key: str) -> bool:
        return self._get(key, bool, ("true or false", "true 或 false")) or False

    def number(self, key: str, default: int) -> int:
        value = self._get(key, int, ("an integer", "整数"))
        if value is None:
            return default
        if not -_LARGEST <= value <= _LARGEST:
            self.wrong(key, "expected an integer of at most 64 bits", "应为不超过 64 位的整数")
            return default
        return value

    def date(self, key: str) -> datetime.date | None:
        return self._get(key, datetime.date, ("a date such as 2026-11-01", "日期，例如 2026-11-01"))

    def choice(self, key: str, choices: Sequence[_Choice], default: _Choice) -> _Choice:
        value = self.text(key, default)
        for choice in choices:
            if value == choice:
                return choice
        quoted = [f'"{choice}"' for choice in choices]
        near = nearest(value, choices)
        hint = (f"; did you mean `{near}`?", f"；是否想写 `{near}`？") if near else ("", "")
        self.wrong(
            key,
            f'expected {" or ".join(quoted)}, got "{abbreviated(value)}"{hint[0]}',
            f'应为{"或".join(quoted)}，实为 "{abbreviated(value)}"{hint[1]}',
        )
        return default

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        return tuple(text for _, text in self._located_texts(key, default))

    def _located_texts(self, key: str, default: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
        """Each text with its place, such as `bases[2]`."""
        values = self._get(key, list, ("an array of strings", "字符串数组"))
        for position, value in enumerate(default if values is None else values, 1):
            location = f"{key}[{position}]"
            if isinstance(value, str) and value.strip():
                yield location, value
            else:
                self.wrong(
                    location,
                    f"expected a string that is not empty, got {shown_value(value)}",
                    f"应为非空字符串，实为 {shown_value(value)}",
                )

    def patterns(self, key: str, default: tuple[str, ...] = ()) -> Patterns:
        located = list(self._located_texts(key, default))
        try:
            return _short_patterns(tuple(line for _, line in located))
        except ValueError:  # which of them is wrong?
            return self._good_patterns(located)

    def _good_patterns(self, located: Iterable[tuple[str, str]]) -> Patterns:
        good = []
        for location, line in located:
            try:
                _short_patterns((line,))
            except ValueError as error:
                self.wrong(
                    location,
                    f"not a gitignore pattern: {printable(str(error))}",
                    f"不是有效的 gitignore 模式：{printable(str(error))}",
                )
            else:
                good.append(line)
        return Patterns(tuple(good))

    def path(self, key: str, default: str) -> ArchivePath:
        return self._path(key, self.text(key, default)) or ArchivePath(default)

    def paths(self, key: str) -> tuple[ArchivePath, ...]:
        found = (self._path(location, text) for location, text in self._located_texts(key))
        return tuple(path for path in found if path)

    def _path(self, key: str, text: str) -> ArchivePath | None:
        try:
            return archive_path(text)
        except ValueError as error:
            self.wrong(
                key,
                f'expected a path inside the project with forward slashes; "{abbreviated(text)}" {error}',
                f'应为项目内以正斜杠分隔的相对路径，实为 "{abbreviated(text)}"',
            )
            return None

    def table(self, key: str) -> Table | None:
        values = self._get(key, dict, ("a table", "表"))
        return None if values is None else Table(values, self._below(key), self._errors)

    def tables(self, key: str) -> list[Table]:
        values = self._get(key, list, ("an array of tables", "表数组"))
        answer = []
        for position, value in enumerate(values or (), 1):
            name = f"{key}[{position}]"
            if isinstance(value, dict):
                answer.append(Table(value, self._below(name), self._errors))
            else:
                self.wrong(name, f"expected a table, got {_kind_of(value)}", f"应为表，实为 {shown_value(value)}")
        return answer

    def _below(self, key: str) -> str:
        name = abbreviated(key if _BARE_KEY.match(key) else toml_string(key))
        return f"{self._where}{'' if self._where.endswith(' ') else '.'}{name}"

    def free_keys(self) -> list[str]:
        """All keys, for a table whose keys are data."""
        self._asked.extend(self._values)
        return list(self._values)

    def finish(self) -> None:
        for key in self._values:
            if key in self._asked:
                continue
            near = nearest(key, self._asked)
            if near:
                self.wrong(key, f"unknown key; did you mean `{near}`?", f"未知的键；是否想写 `{near}`？")
            else:
                known = ", ".join(f"`{name}`" for name in sorted(set(self._asked)))
                self.wrong(key, f"unknown key; known are {known}", f"未知的键；可用的键有 {known}")


def _short_patterns(lines: tuple[str, ...]) -> Patterns:
    """Matching takes as long as path and pattern are, one times the other."""
    if any(len(line) > _LONGEST_PATTERN for line in lines):
        raise ValueError(f"longer than {_LONGEST_PATTERN:,} characters")
    return Patterns(lines)
