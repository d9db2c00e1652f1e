"""A hub's cache folder `models--org--name`: its snapshots, and which of them is meant.

The layout is huggingface_hub's: `blobs/` holds contents under their digests, `refs/main` the commit that is meant,
`snapshots/<commit>/` the model's folder as links into `blobs/`.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hatch_oaml.project.on_disk import unreadable
from hatch_oaml.recording.place import Place
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from pathlib import Path

_CACHE_NAME = expression(r"(?:models|datasets|spaces)--(?P<name>.+)")
_COMMIT = expression(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_BLOBS, _REFS, _SNAPSHOTS = "blobs", "refs", "snapshots"
_PARTS = frozenset({_BLOBS, _REFS, _SNAPSHOTS, ".no_exist"})
_MODELSCOPE = frozenset({".mdl", ".msc", ".mv"})
_UNFINISHED = "._____temp"
"""Into which ModelScope's client downloads."""
_REVISION = expression(r"Revision:(?P<revision>[^\s,]{1,100})")
_BRANCHES = frozenset({"master", "main"})
_DOWNLOADS = os.path.join(".cache", "huggingface", "download")


def is_of_the_client(path: str) -> bool:
    """Does a hub's client keep there what it fetched? It goes along where a folder is copied, and is no part of a model."""
    return path in _MODELSCOPE or path.startswith((".cache/huggingface/", f"{_UNFINISHED}/"))


def snapshot_of(source: Path) -> Place | None:
    """The snapshot that `source` is, or holds; None where `source` is nothing of a hub's cache.

    :raises SourceError: it is a cache, and no one snapshot of it is meant.
    """
    if _is_cache(source):
        return _chosen(source)
    if source.name in _PARTS and _is_cache(source.parent):
        if source.name == _SNAPSHOTS:
            return _chosen(source.parent)
        raise _no_model(source, source.parent)
    if source.parent.name == _SNAPSHOTS and _is_cache(source.parent.parent):
        return _snapshot(source)
    caches = [name for name in _folders(source) if _CACHE_NAME.fullmatch(name)]
    if caches and len(caches) == len([name for name in _folders(source) if not name.startswith(".")]):
        raise _many_caches(source, caches)
    return _downloaded(source)


def _is_cache(folder: Path) -> bool:
    """By its parts, and its name or a commit's: a model may well have a folder called `snapshots`."""
    parts = set(_folders(folder))
    if not parts or not parts <= _PARTS or not parts & {_BLOBS, _REFS, _SNAPSHOTS} or _has_files(folder):
        return False
    named = _CACHE_NAME.fullmatch(folder.name) is not None
    return named or len(parts) > 1 or all(map(_COMMIT.fullmatch, _folders(folder / _SNAPSHOTS) or ("",)))


def _chosen(cache: Path) -> Place:
    """The snapshot that `refs/main` names, else the only one."""
    snapshots = _folders(cache / _SNAPSHOTS) if os.path.isdir(cache / _SNAPSHOTS) else []
    if not snapshots:
        raise _no_model(cache, cache)
    main = _text(cache / _REFS / "main").strip()
    if main in snapshots:
        return _snapshot(cache / _SNAPSHOTS / main)
    if len(snapshots) == 1:
        return _snapshot(cache / _SNAPSHOTS / snapshots[0])
    raise SourceError(
        Bilingual(
            en=f"{cache}: holds {len(snapshots)} snapshots, and `refs/main` names none of them;"
            f" point to one: {_listed(cache, snapshots, ', ')}",
            zh=f"{cache}：其中有 {len(snapshots)} 个快照，而 `refs/main` 没有指明任何一个；"
            f"请指向其中之一：{_listed(cache, snapshots, '、')}",
        )
    )


def _snapshot(folder: Path) -> Place:
    found = _CACHE_NAME.fullmatch(folder.parent.parent.name)
    return Place(folder=folder, name=found["name"].replace("--", "/") if found else "", version=folder.name)


def _downloaded(folder: Path) -> Place | None:
    """A folder that a hub's client downloaded into: beside the files it keeps which commit each is of."""
    if any(os.path.isfile(folder / name) for name in _MODELSCOPE):
        return Place(folder=folder, version=_revision(folder), leaves_out=is_of_the_client)
    if not os.path.isdir(folder / _DOWNLOADS):
        return None
    commits = set()
    for inside, _, names in os.walk(folder / _DOWNLOADS):
        for name in names:
            if name.endswith(".metadata"):
                commits.add(_text(folder / inside / name).partition("\n")[0].strip())
    commit = commits.pop() if len(commits) == 1 else ""
    return Place(
        folder=folder,
        version=commit if _COMMIT.fullmatch(commit) else "",
        leaves_out=is_of_the_client,
    )


def _revision(folder: Path) -> str:
    """Of which ModelScope's client fetched the files, unless that is a branch, which moves."""
    found = _REVISION.match(_text(folder / ".mv"))
    return found["revision"] if found and found["revision"] not in _BRANCHES else ""


def _folders(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in list(os.scandir(folder)) if entry.is_dir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(str(folder), error) from error


def _has_files(folder: Path) -> bool:
    return any(not entry.name.startswith(".") for entry in list(os.scandir(folder)) if not entry.is_dir())


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    except OSError as error:
        raise unreadable(str(file), error) from error


def _listed(cache: Path, snapshots: list[str], between: str) -> str:
    return between.join(f"`{cache / _SNAPSHOTS / name}`" for name in snapshots)


def _no_model(source: Path, cache: Path) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{source}: is a part of a hub's cache and no model's folder: its files have digests for names, or it has none;"
            f" download the model, then point to `{cache}` or to a folder in its `{_SNAPSHOTS}/`",
            zh=f"{source}：只是模型库缓存的一部分，不是模型的文件夹：其中的文件以摘要为名，或没有文件；"
            f"请下载模型，然后指向 `{cache}` 或其 `{_SNAPSHOTS}/` 中的文件夹",
        )
    )


def _many_caches(source: Path, caches: list[str]) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{source}: is a hub's cache of {len(caches)} models; point to one: {', '.join(f'`{source / name}`' for name in caches)}",
            zh=f"{source}：是含 {len(caches)} 个模型的缓存；请指向其中之一：{'、'.join(f'`{source / name}`' for name in caches)}",
        )
    )
