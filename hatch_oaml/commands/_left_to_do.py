"""What a command has written, and what is left for a person: a list that ends in a project without a fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hatch_oaml.commands._writing import Journal
    from hatch_oaml.findings import Report
    from hatch_oaml.values.errors import OamlError

_HEADER = re.compile(r"^\[{1,2}[\w.-]+\]{1,2}", re.MULTILINE)
_SETTING = re.compile(r"^([\w.-]+) = ", re.MULTILINE)
_KEY = re.compile(r"^(?:# )?([\w-]+):", re.MULTILINE)


@frozen
class LeftToDo:
    """`duties` keep the release from being built, `wishes` are of others: hubs, REUSE."""

    duties: tuple[Bilingual, ...]
    wishes: tuple[Bilingual, ...] = ()


def asked_by(report: Report, covered: frozenset[str]) -> Iterator[Bilingual]:
    """An item for each error, but for those of `covered` checks; what mends several alike is said with the first."""
    said = set()
    for ruling in report.errors:
        if ruling.check in covered:
            continue
        finding = ruling.finding
        where = finding.path if finding.line is None else f"{finding.path}:{finding.line}"
        fix = Bilingual(en="", zh="")
        if finding.fix not in said:
            said.add(finding.fix)
            fix = Bilingual(en=_below(finding.fix.en), zh=_below(finding.fix.zh))
        yield Bilingual(
            en=f"{where}: {finding.message.en} [{ruling.check}]{fix.en}",
            zh=f"{where}：{finding.message.zh} [{ruling.check}]{fix.zh}",
        )


def _below(text: str) -> str:
    return "\n" + "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def told_by(error: OamlError) -> Iterator[Bilingual]:
    """What keeps the project from being judged; what the judgement would ask is not known yet."""
    for message in error.messages:
        yield Bilingual(
            en=f"{message.en}; then run `hatch-oaml init` again", zh=f"{message.zh}；然后再次运行 `hatch-oaml init`"
        )


def written(folder: Path, journal: Journal) -> Iterator[str]:
    """A line for each file: `+` new, `+=` more at its end, `=+` above what was there, `~` otherwise; with the keys that it got."""
    for target, before in journal.before.items():
        path, after = target.relative_to(folder).as_posix(), target.read_bytes()
        if before is None:
            yield f"+ {path}"
        elif after == before:
            continue
        elif after.startswith(before):
            yield _line("+=", path, _HEADER.findall(after[len(before) :].decode("utf-8", "replace")))
        elif after.endswith(before.removeprefix(b"\xef\xbb\xbf")):
            above = after[: len(after) - len(before)].decode("utf-8", "replace")
            yield _line("=+", path, _KEY.findall(above))
        else:
            lines = after.decode("utf-8", "replace").splitlines()
            new = [line for line in lines if line not in before.decode("utf-8", "replace").splitlines()]
            yield _line("~", path, _SETTING.findall("\n".join(new)))


def _line(mark: str, path: str, keys: Sequence[str]) -> str:
    named = dict.fromkeys(keys)
    return f"{mark} {path}" + (f": {', '.join(named)}" if named else "")


DUTIES = Bilingual(en="left to do before `hatch-oaml check` passes:", zh="`hatch-oaml check` 通过之前仍需完成：")
NO_DUTIES = Bilingual(
    en="nothing is left to do before `hatch build`: `hatch-oaml check` passes",
    zh="`hatch build` 之前没有其他待办事项：`hatch-oaml check` 已通过",
)
WISHES = Bilingual(en="asked by others than `hatch-oaml check`:", zh="`hatch-oaml check` 之外的要求：")
