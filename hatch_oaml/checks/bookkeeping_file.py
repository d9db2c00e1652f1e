"""What editors, systems and downloaders keep for themselves is no part of a release."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block, listed
from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.wording import toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

BOOKKEEPING = {
    "/.mdl": "ModelScope's downloader, for what it fetched",
    "/.msc": "ModelScope's downloader, for what it fetched",
    "/.mv": "ModelScope's downloader, for the version that it fetched",
    "._____temp/": "ModelScope's downloader, for what it is fetching",
    "._*": "macOS, for what other file systems cannot hold",
    ".DS_Store": "macOS, for its windows",
    "__MACOSX/": "macOS, in its archives",
    "Thumbs.db": "Windows, for its pictures",
    "desktop.ini": "Windows, for its folders",
    ".ipynb_checkpoints/": "Jupyter, for its last save",
    ".idea/": "IntelliJ",
    ".vscode/": "Visual Studio Code",
    "node_modules/": "npm",
    "/model.sig": "whoever signed the folder, and no signature is over the release that it lies in",
    ".cache/huggingface/": "the hub's downloader, for what it fetched",
    "*~": "editors, for the text before the last save",
    "*.swp": "vim, while a file is open",
    ".nfs*": "NFS, for a file that was removed while open",
}
"""gitignore patterns, each with who keeps what for what."""


def _run(release: Release) -> Iterator[Finding]:
    every = Patterns(tuple(BOOKKEEPING))
    found: dict[str, list[str]] = defaultdict(list)
    for file in release.inventory:
        if every.match(file.path):
            pattern = next(pattern for pattern in BOOKKEEPING if Patterns((pattern,)).match(file.path))
            found[pattern].append(file.path)
    for pattern, paths in found.items():
        yield _finding(pattern, paths)


def _finding(pattern: str, paths: list[str]) -> Finding:
    lines = block("[tool.hatch.build]", f"exclude = [{toml_string(pattern)}]")
    return Finding(
        path=paths[0],
        message=Bilingual(
            en=f"a tool keeps this for itself ({BOOKKEEPING[pattern]}), and it would be released: {listed(paths, ', ')}",
            zh=f"这是工具自用的文件，却会随发布一同给出：{listed(paths, '、')}",
        ),
        fix=Bilingual(
            en=f"delete it, or have it left out: add to `exclude`{lines}",
            zh=f"将其删除，或使其不进入发布：加入 `exclude`{lines}",
        ),
    )


CHECK = Check(name="bookkeeping-file", clause="", severity=ADVISORY, run=_run)
