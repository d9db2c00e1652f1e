"""What a build tells of a release that it lets pass: once a call, however many targets and formats it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from hatch_oaml.reports.text import log_blocks

if TYPE_CHECKING:
    from hatch_oaml.findings import Report

_TOLD: WeakKeyDictionary[object, set[str]] = WeakKeyDictionary()


def advice(report: Report, call: object) -> str:
    """What is to be told of `report` and was not told yet in the same call; "" where that is nothing.

    :param call: the same object in all builders of one call, such as the project's metadata; living as long as the call.
    """
    if not report.tells_something:
        return ""
    *blocks, summary = log_blocks(report)
    told = _TOLD.setdefault(call, set())
    new = [block for block in blocks if block not in told]
    told.update(new)
    return "\n\n".join([*new, summary]) if new else ""
