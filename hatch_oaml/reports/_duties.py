"""The duties of the license one by one, and what the checks of each say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from hatch_oaml.findings import Report, Ruling
    from hatch_oaml.release import Release

State = Literal["fault", "lifted", "foreign", "unknown", "nobody", "own-word", "clear"]
"""What the checks of a duty say: a fault; the license itself does not ask; no base asks; nobody can tell; no software can; the publisher says
that something is not asked of it; no fault found.
"""


@frozen
class Duty:
    """A duty of the license, `clauses` being those whose checks ask for it; `unchecked` is what of it no software can check."""

    id: str
    title: Bilingual
    clauses: tuple[str, ...]
    unchecked: Bilingual | None = None


CONDITIONS = (
    Duty(
        id="3.1 1)",
        title=Bilingual(en="Give the license along", zh="提供许可证副本"),
        clauses=("3.1 1)", "1.1", "4.7"),
        unchecked=Bilingual(
            en="Whether each recipient is really handed the text along with the model, by whatever way it is given on.",
            zh="以任何方式转交模型时，是否确实将文本一并交给每一位接收者。",
        ),
    ),
    Duty(
        id="3.1 2)",
        title=Bilingual(en="Retain every notice", zh="保留所有声明"),
        clauses=("3.1 2)",),
        unchecked=Bilingual(
            en="Whether the base records tell all that the bases shipped, and whether a notice is true.",
            zh="基础模型记录是否完整反映了基础模型所提供的内容，以及声明本身是否属实。",
        ),
    ),
    Duty(
        id="3.1 3)",
        title=Bilingual(en="Say which files were modified, and how", zh="说明修改了哪些文件以及如何修改"),
        clauses=("3.1 3)", "1.3"),
        unchecked=Bilingual(
            en="Whether what a person says of how files were modified is what was done.",
            zh="对修改方式的说明是否与实际所为相符。",
        ),
    ),
    Duty(
        id="3.1 4)",
        title=Bilingual(en="Use it lawfully", zh="合法使用"),
        clauses=(),
        unchecked=Bilingual(
            en="All of it: lawful use is the publisher’s and each recipient’s own responsibility.",
            zh="全部内容：合法使用由发布者和每一位接收者自行负责。",
        ),
    ),
)
BEYOND = (
    Duty(
        id="3.2",
        title=Bilingual(en="Parts under other terms, and contributions", zh="适用其他条款的部分与贡献"),
        clauses=("3.2", "1.7"),
    ),
    Duty(id="1.2", title=Bilingual(en="The model is there, and whole", zh="模型存在且完整"), clauses=("1.2", "1.5")),
    Duty(
        id="archive",
        title=Bilingual(en="The archive is safe, and what it says it is", zh="归档安全，且与其自身所述一致"),
        clauses=("",),
    ),
)
DUTIES = (*CONDITIONS, *BEYOND)
_TEXT = "3.1 1)"
_UPSTREAM = frozenset({"3.1 2)", "3.1 3)"})


def order_of(clause: str) -> int:
    """Which duty asks for `clause`, counted from 0 in the order of `DUTIES`; the last of all for one that none does."""
    return next((index for index, duty in enumerate(DUTIES) if clause in duty.clauses), len(DUTIES))


def rulings_on(duty: Duty, report: Report) -> tuple[Ruling, ...]:
    return tuple(ruling for ruling in report.rulings if ruling.clause in duty.clauses)


def state_of(duty: Duty, report: Report) -> State:
    release, rulings = report.release, rulings_on(duty, report)
    if not duty.clauses:
        return "nobody"
    if any(ruling.severity == "error" for ruling in rulings):
        return "fault"
    if release.waives(duty.id):
        return "lifted"
    if duty.id == _TEXT and release.publication is not None and not release.owes_the_license:
        return "foreign"
    if release.subject == "ungated archive" or (duty.id in _UPSTREAM and not release.upstream_is_known):
        return "unknown"
    return "own-word" if _by_own_word(duty, release) else "clear"


def _by_own_word(duty: Duty, release: Release) -> bool:
    """Does the publisher say that something of `duty` is not asked of it?"""
    is_waived = duty.id == "3.1 2)" and bool(release.retention.waived)
    return is_waived or (duty.id in _UPSTREAM and bool(release.config.own_bases))


def said_of(duty: Duty, report: Report) -> Bilingual:
    """What the checks of `duty` say, in words."""
    state = state_of(duty, report)
    if state != "fault":
        return _VERDICTS[state]
    errors = sum(ruling.severity == "error" for ruling in rulings_on(duty, report))
    return Bilingual(en=f"{errors:,} fault{'s' * (errors > 1)} found", zh=f"{errors:,} 个问题")


_VERDICTS: dict[State, Bilingual] = {
    "lifted": Bilingual(en="not asked of a hosted service", zh="对托管服务不作要求"),
    "foreign": Bilingual(en="not asked: every base is under another license", zh="不作要求：基础模型均适用其他许可证"),
    "unknown": Bilingual(en="nobody can tell from this archive", zh="凭该归档无法判断"),
    "nobody": Bilingual(en="no software can check this", zh="软件无法检查"),
    "own-word": Bilingual(en="in part by the publisher's own word, told below", zh="部分仅凭发布者自己的声明，见下文"),
    "clear": Bilingual(en="no fault found", zh="未发现问题"),
}
