"""What every format of the report is given, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hatch_oaml.findings import Report, Unread
    from hatch_oaml.values.bilingual import Language
    from hatch_oaml.values.look import Look


def _is_ready() -> None:
    """Most formats need nothing."""


def _is_unknown(_lines: Sequence[str]) -> bool:
    """A format that does not tell its own reports apart never has one replaced where it lies among what is read."""
    return False


@frozen
class ReportFormat:
    """One way to write reports down, `name` on the command line.

    `render` writes one report, in a language and with a look where the format has such; `render_several`
    what was found of the archives that one call was given, however many, and which of them could not be read. Neither ends with a line break. `at_once` tells that the reports of a call
    make one document: else each is shown as soon as it is there, and what could not be read is an error beside them.
    `make_ready` is called before anything is judged, and raises UsageError where what it is written with is not installed.
    `is_own` tells by the lines of a text whether this format wrote it: a report takes the place of an earlier one.
    `tells_file_digest` asks for the digest of an archive's own file, which is read once more for it.
    """

    name: str
    render: Callable[[Report, Language, Look], str]
    render_several: Callable[[Sequence[Report | Unread], Language, Look], str]
    at_once: bool
    is_own: Callable[[Sequence[str]], bool] = _is_unknown
    make_ready: Callable[[], None] = _is_ready
    tells_file_digest: bool = False
