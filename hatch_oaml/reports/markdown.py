"""A report as Markdown, for the summary of a job: the verdict, a table of the findings, and each of them folded below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import Unread
from hatch_oaml.reports._addresses import page_address
from hatch_oaml.reports._comparison import blocks_of
from hatch_oaml.reports._contract import ReportFormat
from hatch_oaml.reports._labels import LABELS, labelled, location_of
from hatch_oaml.reports._told import own_bases, profile, waived_notices
from hatch_oaml.reports._verdict import OWN_DUTY, tells_own_duty, verdict
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.citations import cited
from hatch_oaml.values.log_lines import shown
from hatch_oaml.values.markdown import code, code_in_table, escaped, escaped_line, fenced
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.findings import Report, Ruling
    from hatch_oaml.values.bilingual import Language

LARGEST = 900_000
"""Bytes: of a summary of more than 1 MiB GitHub shows nothing."""

_LONGEST_LINE = 300
_HEAD = {
    "en": "| | severity | check | where | what was seen |\n| --- | --- | --- | --- | --- |",
    "zh": "| | 级别 | 检查 | 位置 | 所见 |\n| --- | --- | --- | --- | --- |",
}
_DETAILS = Bilingual(en="details", zh="详情")


def render_markdown(report: Report, language: Language) -> str:
    """In one language; ends without a line break."""
    return render_markdown_of_archives([report], language)


def render_markdown_of_archives(found: Sequence[Report | Unread], language: Language) -> str:
    """One section each, in the order in which they were named; what could not be read is one of them."""
    share = LARGEST // max(1, len(found))
    sections = (
        _unread(one, language, share) if isinstance(one, Unread) else _section(one, language, share) for one in found
    )
    return shown("\n\n".join(block for section in sections for block in section))


def _section(report: Report, language: Language, share: int) -> Iterator[str]:
    first, *more = (escaped_line(said.said_in(language)) for said in verdict(report))
    yield f"## {first}"
    yield from more
    yield from _findings(report.rulings, language, share)
    for block in blocks_of(report.release):
        yield from _told([text.said_in(language) for text in block], language, share // 8)
    for told in (profile(report.release), own_bases(report.release), waived_notices(report.release)):
        yield from _told([text.said_in(language) for text in told], language, share // 8)
    yield OWN_DUTY.said_in(language)


def _findings(rulings: Sequence[Ruling], language: Language, share: int) -> Iterator[str]:
    if not rulings:
        return
    rows = list(_within((_row(number, one, language) for number, one in enumerate(rulings, 1)), share // 4))
    yield "\n".join([_HEAD[language], *rows])
    folded = list(_within((_folded(number, one, language) for number, one in enumerate(rulings, 1)), share // 2))
    yield from folded
    yield from _left_out(len(rulings) - min(len(rows), len(folded)), language)


def _row(number: int, ruling: Ruling, language: Language) -> str:
    check = f"[{ruling.check}]({page_address(ruling.check)})"
    if ruling.clause:
        clause = cited(ruling.clause)
        check += f"（{clause.zh}）" if language == "zh" else f" ({clause.en})"
    location = code_in_table(abbreviated(location_of(ruling.finding), _LONGEST_LINE))
    seen = escaped_line(abbreviated(ruling.finding.message.said_in(language).partition("\n")[0], _LONGEST_LINE))
    return f"| {number} | {LABELS[ruling.severity].said_in(language)} | {check} | {location} | {seen} |"


def _folded(number: int, ruling: Ruling, language: Language) -> str:
    finding = ruling.finding
    blocks = (
        f"<details><summary>{number} {ruling.check}</summary>",
        code(location_of(finding)),
        fenced(finding.message.said_in(language)),
        labelled("fix", language).rstrip(),
        fenced(finding.fix.said_in(language)),
        "</details>",
    )
    return "\n\n".join(blocks)


def _told(texts: Sequence[str], language: Language, share: int) -> Iterator[str]:
    """The first line for all to see, and what it heads below."""
    if not texts:
        return
    head, *rest = texts
    yield escaped(head)
    if rest:
        kept = list(_within(rest, share))
        yield f"<details><summary>{_DETAILS.said_in(language)}</summary>"
        yield fenced("\n".join(kept))
        yield from _left_out(len(rest) - len(kept), language)
        yield "</details>"


def _unread(unread: Unread, language: Language, share: int) -> Iterator[str]:
    name = escaped_line(unread.archive)
    yield Bilingual(en=f"## {name} could not be judged", zh=f"## {name} 无法判断").said_in(language)
    lines = [message.said_in(language) for message in unread.error.messages]
    yield fenced("\n".join(_within([*lines, *([unread.error.below] if unread.error.below else [])], share)))


def _within(parts: Iterable[str], size: int) -> Iterator[str]:
    """As many of them, from the first on, as have room in so many bytes."""
    for part in parts:
        size -= len(part.encode("utf-8", "surrogatepass")) + 2
        if size < 0:
            return
        yield part


def _left_out(count: int, language: Language) -> Iterator[str]:
    if count:
        yield Bilingual(
            en=f"Not told in full here, for want of room: {count}. `--format text` tells all of them.",
            zh=f"因篇幅未能完整列出的条数：{count}。`--format text` 会全部给出。",
        ).said_in(language)


FORMAT = ReportFormat(
    name="markdown",
    render=lambda report, language, _look: render_markdown(report, language),
    render_several=lambda found, language, _look: render_markdown_of_archives(found, language),
    is_own=lambda lines: lines[0].startswith("## ") and tells_own_duty(lines),
    at_once=True,
)
