"""The table `[tool.oaml]`, parsed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError, raise_all
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.pattern_sets import PatternSets
from hatch_oaml.values.patterns import Patterns, needs_an_expression
from hatch_oaml.values.profiles import PROFILES
from hatch_oaml.values.roles import ROLES
from hatch_oaml.values.toml_tables import Table
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.values.paths import ArchivePath
    from hatch_oaml.values.profiles import Profile
    from hatch_oaml.values.roles import Role


NOTICE_PATTERNS = ("NOTICE*", "LICENSES/**", "AUTHORS*", "COPYRIGHT*")
_MOST_PATTERNS = 1_000
_WAIVED_FOR_HOSTED_SERVICE = frozenset({"3.1 1)", "3.1 3)"})


@frozen
class RoleRule:
    """`roles`: files that match `pattern` have `role`, whatever their name says."""

    pattern: Patterns
    role: Role


@frozen
class Part:
    """`part`: files under other terms (clause 3.2); `license` is an SPDX expression."""

    files: Patterns
    license: str


@frozen
class Waiver:
    """`waiver`: a notice that pertains to no part of this release (clause 3.1 2)).

    `base` names the base record; `expect` is how many notices this waiver covers.
    """

    notice: str
    base: str
    reason: str
    expect: int = 1


@frozen
class Config:
    """What a project says of its release; `values` is the table itself. No option here switches a duty off."""

    values: Mapping[str, object]
    license: ArchivePath
    notices: Patterns
    modifications: ArchivePath
    bases: tuple[ArchivePath, ...]
    original: bool
    profile: Profile
    model: Patterns
    model_is_default: bool
    own_bases: tuple[str, ...] = ()
    """Upstream models of which the publisher says that it holds the rights itself: clause 3.1 asks it nothing of them."""
    notices_are_own: bool = False
    """Does the project itself say which are its notice files?"""
    blobs: tuple[str, ...] = ()
    """Folders outside of the project, from its root, that symbolic links may lead into: a hub's cache keeps such."""
    roles: tuple[RoleRule, ...] = ()
    parts: tuple[Part, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def last_rules(self, path: str) -> Sequence[RoleRule]:
        """Of each role the last of `roles` that matches `path`, in their order: the last one of all counts."""
        found = ((numbers, sets.last(path)) for numbers, sets in self._rules_by_role)
        return [self.roles[number] for number in sorted(numbers[at] for numbers, at in found if at is not None)]

    @cached_property
    def _rules_by_role(self) -> Sequence[tuple[Sequence[int], PatternSets]]:
        """Of each role the places of its rules in `roles`, and their patterns."""
        numbers: dict[Role, list[int]] = {}
        for number, rule in enumerate(self.roles):
            numbers.setdefault(rule.role, []).append(number)
        return [(own, PatternSets([self.roles[number].pattern for number in own])) for own in numbers.values()]

    def notice_line(self, path: str) -> str | None:
        """The first line of `notices` that matches `path`."""
        found = self._notice_lines.first(path)
        return None if found is None else self.notices.lines[found]

    @cached_property
    def _notice_lines(self) -> PatternSets:
        return PatternSets([Patterns((line,)) for line in self.notices.lines])

    def names_in_a_part(self, path: str) -> bool:
        """Does a part name `path`?"""
        return bool(self.parts) and self._part_files.first(path) is not None

    @cached_property
    def _part_files(self) -> PatternSets:
        return PatternSets([part.files for part in self.parts])

    def waives(self, clause: str) -> bool:
        """Does the license itself lift this clause from such a release? (3.1, the paragraph on Hosted Service)"""
        return self.profile == "hosted-service" and clause in _WAIVED_FOR_HOSTED_SERVICE


def parse_config(values: Mapping[str, object]) -> Config:
    """:raises ConfigurationError: with everything that is wrong in the table."""
    _refuse_very_many_patterns(values)
    errors: list[Bilingual] = []
    table = Table(values, "pyproject.toml: tool.oaml", errors)
    config = Config(
        values=values,
        license=table.path("license", "LICENSE"),
        notices=table.patterns("notices", NOTICE_PATTERNS),
        modifications=table.path("modifications", "MODIFICATIONS.toml"),
        bases=table.paths("bases"),
        original=table.flag("original"),
        own_bases=table.texts("own-bases"),
        profile=table.choice("profile", PROFILES, "distribution"),
        model=table.patterns("model", WEIGHT_PATTERNS),
        model_is_default=not table.has("model"),
        notices_are_own=table.has("notices"),
        blobs=table.texts("blobs"),
        roles=_roles(table.table("roles")),
        parts=tuple(_part(part) for part in table.tables("part")),
        waivers=tuple(_waiver(waiver) for waiver in table.tables("waiver")),
    )
    if config.original and config.bases:
        table.wrong(
            "original",
            "`original = true` says that nothing is upstream, but `bases` names something; keep one of the two",
            "`original = true` 表示没有上游，但 `bases` 又列出了上游；两者只能保留其一",
        )
    for position, folder in enumerate(config.blobs, 1):
        if not folder.strip("/\\.") and folder.startswith(("/", "\\")):
            table.wrong(
                f"blobs[{position}]",
                "the whole file system is no folder of blobs; name the folder that the links lead into",
                "不能将整个文件系统作为 blobs 文件夹；请写明链接所指向的文件夹",
            )
    _twice(table, config)
    table.finish()
    raise_all(errors)
    return config


def _refuse_very_many_patterns(values: Mapping[str, object]) -> None:
    """Each with a wildcard may have to be held against every path: the time that takes shall not grow with both."""
    count = sum(map(needs_an_expression, _patterns_in(values)))
    if count > _MOST_PATTERNS:
        raise ConfigurationError(
            Bilingual(
                en=f"pyproject.toml: tool.oaml: {count:,} patterns with wildcards, and {_MOST_PATTERNS:,} are read at most; name folders,"
                " or endings such as `*.txt`, in their place",
                zh=f"pyproject.toml: tool.oaml：含通配符的模式有 {count:,} 个，最多读取 {_MOST_PATTERNS:,} 个；请改为写明文件夹，或如 `*.txt` 的后缀",
            )
        )


def _patterns_in(values: Mapping[str, object]) -> Iterator[str]:
    """Whatever else stands in their places is told of later."""
    parts = values.get("part")
    tables = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    for found in (
        values.get("notices"),
        values.get("model"),
        values.get("roles"),
        *(part.get("files") for part in tables),
    ):
        if isinstance(found, (list, dict)):
            yield from (line for line in found if isinstance(line, str))


def _twice(table: Table, config: Config) -> None:
    known = set()
    for position, path in enumerate(config.bases, 1):
        if path not in known:
            known.add(path)
        else:
            table.wrong(f"bases[{position}]", f'"{path}" is listed twice', f'"{path}" 重复列出')
    if config.license == config.modifications:
        table.wrong("modifications", "is the same file as `license`", "与 `license` 是同一个文件")


def _roles(table: Table | None) -> tuple[RoleRule, ...]:
    if table is None:
        return ()
    rules = []
    for pattern in table.free_keys():
        role = table.choice(pattern, ROLES, "complementary")
        try:
            rules.append(RoleRule(pattern=Patterns((pattern,)), role=role))
        except ValueError as error:
            table.wrong(pattern, f"not a gitignore pattern: {error}", f"不是有效的 gitignore 模式：{error}")
    return tuple(rules)


def _part(table: Table) -> Part:
    table.required("files", "license")
    part = Part(files=table.patterns("files"), license=table.text("license"))
    try:
        if table.has("license"):
            canonicalize_license_expression(part.license)
    except InvalidLicenseExpression as error:
        table.wrong("license", f"not an SPDX expression: {error}", f"不是有效的 SPDX 许可表达式：{error}")
    table.finish()
    return part


def _waiver(table: Table) -> Waiver:
    table.required("notice", "base", "reason")
    waiver = Waiver(
        notice=table.text("notice"),
        base=table.text("base"),
        reason=table.text("reason"),
        expect=table.number("expect", 1),
    )
    if waiver.expect < 1:
        table.wrong("expect", f"expected 1 or more, got {waiver.expect}", f"应不小于 1，实为 {waiver.expect}")
    table.finish()
    return waiver
