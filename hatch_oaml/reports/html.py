"""A report as a page to read, print and file: one document in both languages, without scripts and without requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.reports._contract import ReportFormat
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.findings import Report, Unread
    from hatch_oaml.values.bilingual import Language


def render_html(report: Report, language: Language) -> str:
    """The page of one release; ends without a line break."""
    return render_html_of_archives([report], language)


def render_html_of_archives(found: Sequence[Report | Unread], language: Language) -> str:
    """One page for all of them, what could not be read among them."""
    # only who asks for the page needs Jinja2, and what lays the page out
    from hatch_oaml.reports._page.sheet import sheets  # noqa: PLC0415
    from hatch_oaml.reports._page.templating import rendered  # noqa: PLC0415

    return rendered(list(sheets(found)), language)


def make_ready() -> None:
    """:raises UsageError: Jinja2 is not installed."""
    try:
        import jinja2  # noqa: F401, PLC0415
    except ImportError as error:
        raise UsageError(
            Bilingual(
                en='`--format html` needs the library `jinja2`, which is not installed: `pip install "hatch-oaml[page]"`;'
                " builds do not need it, and the other formats neither",
                zh='`--format html` 需要 `jinja2` 库，但尚未安装：`pip install "hatch-oaml[page]"`；构建和其他格式均不需要它',
            )
        ) from error


_POLICY = """http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-"""

FORMAT = ReportFormat(
    name="html",
    render=lambda report, language, _look: render_html(report, language),
    render_several=lambda found, language, _look: render_html_of_archives(found, language),
    is_own=lambda lines: lines[0] == "<!DOCTYPE html>" and any(_POLICY in line for line in lines[:8]),
    at_once=True,
    make_ready=make_ready,
    tells_file_digest=True,
)
