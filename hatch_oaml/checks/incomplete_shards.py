"""A model in several files is there with all of them, and they fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import one_line
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.shards import problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for problem in problems(release.inventory):
        yield Finding(path=problem.path, message=one_line(problem.message), fix=one_line(problem.fix))


CHECK = Check(name="incomplete-shards", clause="1.2", severity=ERROR, run=_run)
