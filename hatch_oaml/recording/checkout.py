"""A git checkout: its commit, where it came from, and what of it git does not keep."""

from __future__ import annotations

import os
import posixpath
from configparser import ConfigParser, Error
from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.recording.git_index import tracked_paths
from hatch_oaml.recording.place import Place
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_COMMIT = expression(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REMOTE = expression(
    r"(?:https?://(?:[^@/]*@)?|ssh://(?:[^@/]*@)?|git@)(?P<host>[^/:]+)(?::\d+)?[/:](?P<path>.+?)(?:\.git)?/?"
)


def checkout_in(folder: Path) -> Place | None:
    """What `folder` tells as the top of a checkout; None where it is none."""
    repository = _repository(folder)
    if repository is None:
        return None
    common = folder / repository / (_text(repository / "commondir").strip() or ".")
    remote = _REMOTE.fullmatch(_origin(common))
    tracked = tracked_paths(_bytes(repository / "index"))
    return Place(
        folder=folder,
        name="/".join(remote["path"].split("/")[-2:]) if remote else "",
        version=_commit(repository, common),
        url=f"https://{remote['host']}/{remote['path']}" if remote else "",
        leaves_out=_left_out(folder, _text(common / "info" / "exclude"), tracked),
    )


def _repository(folder: Path) -> Path | None:
    """The folder `.git`, or where a file of that name leads: in a worktree and a submodule."""
    here = folder / ".git"
    if os.path.isdir(here):
        return here
    text = _text(here)
    return folder / text.removeprefix("gitdir:").strip() if text.startswith("gitdir:") else None


def _commit(repository: Path, common: Path) -> str:
    head = _text(repository / "HEAD").strip()
    if not head.startswith("ref:"):
        return head if _COMMIT.fullmatch(head) else ""
    name = head.removeprefix("ref:").strip()
    loose = _text(common / name).strip()
    packed = (line.partition(" ") for line in _text(common / "packed-refs").splitlines())
    commit = loose or next((commit for commit, _, ref in packed if ref == name), "")
    return commit if _COMMIT.fullmatch(commit) else ""


def _origin(common: Path) -> str:
    parser = ConfigParser(strict=False, allow_no_value=True, interpolation=None)
    try:
        parser.read_string("\n".join(line.strip() for line in _text(common / "config").splitlines()))
    except Error:
        return ""
    return parser.get('remote "origin"', "url", fallback="") or ""


def _left_out(folder: Path, exclude: str, tracked: frozenset[str]) -> Callable[[str], bool]:
    """What git ignores and does not track; the deepest `.gitignore` that says anything of a path has the last word."""

    @cache
    def lines(inside: str) -> tuple[str, ...]:
        """Of the `.gitignore` in the folder `inside` and of all above it, each as it reads from the top."""
        above = lines(posixpath.dirname(inside)) if inside else tuple(exclude.splitlines())
        own = _text(folder / inside / ".gitignore").splitlines()
        return (*above, *(line for line in (_from_top(line, inside) for line in own) if _is_pattern(line)))

    ignored = _ignoring(lines)
    return lambda path: path not in tracked and ignored(path)


def _is_pattern(line: str) -> bool:
    try:
        Patterns((line,))
    except ValueError:
        return False  # git passes over it as well
    return True


def _ignoring(lines: Callable[[str], tuple[str, ...]]) -> Callable[[str], bool]:
    folders: dict[str, bool] = {"": False}

    def folder_is_ignored(path: str) -> bool:
        if path not in folders:
            above = posixpath.dirname(path)
            folders[path] = folder_is_ignored(above) or _matches(lines(above), f"{path}/")
        return folders[path]

    def is_ignored(path: str) -> bool:
        inside = posixpath.dirname(path)
        return folder_is_ignored(inside) or _matches(lines(inside), path)

    return is_ignored


def _matches(lines: tuple[str, ...], path: str) -> bool:
    return Patterns(lines).match(path)


def _from_top(line: str, inside: str) -> str:
    """A line of the `.gitignore` in the folder `inside`, as one at the top would say it."""
    if not inside or not line.strip() or line.startswith("#"):
        return line
    mark, pattern = ("!", line[1:]) if line.startswith("!") else ("", line)
    anchored = "/" in pattern.strip().rstrip("/")
    quoted = "".join(f"\\{letter}" if letter in "*?[\\" else letter for letter in inside)
    return f"{mark}/{quoted}/{pattern.lstrip('/')}" if anchored else f"{mark}/{quoted}/**/{pattern}"


def _text(file: Path) -> str:
    return _bytes(file).decode("utf-8", "replace")


def _bytes(file: Path) -> bytes:
    """Empty where there is no such file, or none that may be read: then git's own data tell nothing."""
    try:
        return file.read_bytes() if file.is_file() else b""
    except OSError:
        return b""
