"""What a release ships lies in its project: no symbolic link leads out of it."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        roots = release.link_roots or (release.project.root,)
        if file.target is None or any(_is_inside(file.target, root) for root in roots):
            continue
        target = printable(file.target)
        yield Finding(
            path=file.path,
            message=Bilingual(
                en=f"the symbolic link leads out of the project, to `{target}`",
                zh=f"该符号链接指向项目之外：`{target}`",
            ),
            fix=Bilingual(
                en=f"put a copy of `{target}` in the link's place, or leave the link out of the release",
                zh=f"用 `{target}` 的副本替换该链接，或将该链接排除在发布之外",
            ),
        )


def _is_inside(target: str, root: str) -> bool:
    try:
        return os.path.commonpath([target, root]) == os.path.commonpath([root])
    except ValueError:  # another drive of Windows
        return False


CHECK = Check(name="escaping-link", clause="", severity=ERROR, run=_run)
