"""What a release ships lies in its project: no symbolic link leads out of it."""

from __future__ import annotations

import os.path
from collections import defaultdict
from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block, listed
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import printable, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    """One finding for each folder that links lead into."""
    links = [(file, file.target) for file in release.inventory if file.target is not None]
    if not links:
        return  # an archive has none, and lies in no folder
    roots = frozenset(map(_normal, release.link_roots or (release.project.folder,)))
    found: dict[str, list[ReleaseFile]] = defaultdict(list)
    for file, target in links:
        if not _is_inside_one(target, roots):
            found[os.path.dirname(target)].append(file)
    for folder, files in found.items():
        yield _finding(folder, files, release.project.folder)


def _is_inside_one(target: str, roots: frozenset[str]) -> bool:
    """By the folders that hold `target`: there may be thousands of roots."""
    folder = _normal(target)
    while folder not in roots:
        inner, folder = folder, os.path.dirname(folder)
        if folder == inner:
            return False
    return True


def _normal(path: str) -> str:
    return os.path.normcase(os.path.normpath(path))


def _finding(folder: str, files: list[ReleaseFile], root: str) -> Finding:
    target = printable(str(files[0].target))
    others = [str(file.path) for file in files[1:]]
    allow = _allow(folder, root) if any(file.role == "model" for file in files) else Bilingual(en="", zh="")
    return Finding(
        path=files[0].path,
        message=Bilingual(
            en=f"the symbolic link leads out of the project, to `{target}`"
            + (f"; so do, into the same folder, {listed(others, ', ')}" if others else ""),
            zh=f"该符号链接指向项目之外：`{target}`"
            + (f"；指向同一文件夹的还有 {listed(others, '、')}" if others else ""),
        ),
        fix=Bilingual(
            en=f"put a copy of `{target}` in the link's place, or leave the link out of the release{allow.en}",
            zh=f"用 `{target}` 的副本替换该链接，或将该链接排除在发布之外{allow.zh}",
        ),
    )


def _allow(folder: str, root: str) -> Bilingual:
    """Of weights no copy need be made: a hub's cache has them in one folder."""
    lines = block("[tool.oaml]", f"blobs = [{toml_string(_from(root, folder))}]")
    return Bilingual(
        en=f"; weights in a hub's cache need no copy: name the folder that the links lead into{lines}",
        zh=f"；模型平台缓存中的权重无须复制：请写明链接所指向的文件夹{lines}",
    )


def _from(root: str, folder: str) -> str:
    try:
        return os.path.relpath(folder, root).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return folder


CHECK = Check(name="escaping-link", clause="", severity=ERROR, run=_run)
