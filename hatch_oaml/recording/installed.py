"""An installed wheel, or one that was unpacked: its package's folder, with what `.dist-info` tells of it."""

from __future__ import annotations

import os
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.recording.place import Place
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.wheel_names import FOLDER, LICENSES, METADATA, RECORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message


def installed_in(source: Path) -> Place | None:
    """What lies beside the package `source` in an environment, or in the folder of one wheel; None for anything else.

    :raises SourceError: `source` is a whole environment, or what tells of a package and not the package.
    """
    if source.name.endswith(FOLDER) and os.path.isfile(source / RECORD):
        raise _not_the_files(source)
    inside = _infos(source)
    if len(inside) > 1:
        raise _environment(source)
    if inside:
        return _place(source, inside[0], f"{inside[0].name}/")
    info = next((info for info in _infos(source.parent) if _installs(info, source.name)), None)
    return None if info is None else _place(source, info, "")


def only_package_of(info: Path) -> Path | None:
    """The folder of the one package that the `.dist-info` tells of; None of anything else, and where there are several."""
    if not info.name.endswith(FOLDER) or not os.path.isfile(info / RECORD):
        return None
    packages = _packages(info)
    has_modules = any("/" not in path and path.endswith(".py") for path in _recorded(info))
    return info.parent / packages[0] if len(packages) == 1 and not has_modules else None


def _infos(folder: Path) -> list[Path]:
    try:
        names = sorted(entry.name for entry in list(os.scandir(folder)) if entry.name.endswith(FOLDER))
    except OSError:
        return []
    return [folder / name for name in names if os.path.isfile(folder / name / METADATA)]


def _installs(info: Path, package: str) -> bool:
    return any(path.startswith(f"{package}/") for path in _recorded(info))


def _recorded(info: Path) -> Iterator[str]:
    """The paths in RECORD: the first field of each line, quoted where it holds a comma."""
    for line in _text(info / RECORD).splitlines():
        yield line[1:].partition('"')[0] if line.startswith('"') else line.partition(",")[0]


def _place(source: Path, info: Path, metadata: str) -> Place:
    told = HeaderParser().parsestr(_text(info / METADATA))
    return Place(
        folder=source,
        name=str(told.get("Name", "")),
        version=str(told.get("Version", "")),
        url=_home(told),
        license=license_told(told),
        leaves_out=lambda path: bool(metadata) and path.startswith(metadata),
        more=dict(_legal_texts(source, info)),
    )


_NO_LICENSE = frozenset({"", "unknown", "other"})
_LONGEST_NAME = 100
"""Characters of a name; some put the whole text there."""
_CLASSIFIER = "License :: "
_ANY = frozenset({"License :: OSI Approved", "License :: Other/Proprietary License"})


def license_told(metadata: Message) -> str:
    """What core metadata call the license: an expression, else the name, else what a classifier says; "" where nothing does."""
    name = " ".join(str(metadata.get("License", "")).split())
    classifiers = (str(value) for value in metadata.get_all("Classifier", ()))
    named = (value for value in classifiers if value.startswith(_CLASSIFIER) and value not in _ANY)
    is_name = name.casefold() not in _NO_LICENSE and len(name) <= _LONGEST_NAME
    fallback = next((value.rpartition(" :: ")[2] for value in named), "")
    return str(metadata.get("License-Expression", "")) or (name if is_name else fallback)


def _legal_texts(source: Path, info: Path) -> Iterator[tuple[str, str]]:
    """Those that lie in `.dist-info` alone: they came with the package, and speak of it."""
    for folder, _, names in os.walk(info / LICENSES):
        for name in names:
            file = Path(folder, name)
            path = file.relative_to(info / LICENSES).as_posix()
            if not os.path.exists(source / path):
                yield path, str(file)


def _home(told: Message) -> str:
    pages = (str(page).partition(",")[2].strip() for page in told.get_all("Project-URL", ()))
    return str(told.get("Home-page", "")) or next(pages, "")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _packages(info: Path) -> list[str]:
    tops = dict.fromkeys(path.partition("/")[0] for path in _recorded(info) if "/" in path)
    return [top for top in tops if top not in {"..", "__pycache__"} and not top.endswith((FOLDER, ".data"))]


def _not_the_files(info: Path) -> SourceError:
    packages = [str(info.parent / name) for name in _packages(info)]
    return SourceError(
        Bilingual(
            en=f"{info}: tells of an installed wheel and holds none of its files; point to {' or '.join(f'`{path}`' for path in packages)}",
            zh=f"{info}：只是已安装 wheel 的说明，不含其文件；请指向{'或'.join(f' `{path}` ' for path in packages).rstrip()}",
        )
    )


def _environment(source: Path) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{source}: several packages are installed there; point to the folder of the one that is the base",
            zh=f"{source}：其中安装了多个软件包；请指向作为基础模型的那一个的文件夹",
        )
    )
