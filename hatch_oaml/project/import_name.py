"""The folder of a wheel in which a release's files lie: that of the package which the wheel really has."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatchling.builders.wheel import WheelBuilder

_DEEPEST = 8
"""Of namespaces within namespaces."""


def selected_packages(builder: WheelBuilder) -> list[str]:
    """The folders and modules of the project that Hatchling puts into the wheel as packages, POSIX, relative to the root."""
    try:
        named = builder.config.packages or list(builder.config.only_include.values()) or _included(builder)
    except ValueError:
        return []  # Hatchling found no package: the project is all data
    return [path.replace(os.sep, "/").strip("/") for path in named]


def _included(builder: WheelBuilder) -> list[str]:
    """The packages, and not those below them, among what `include` alone selects."""
    if builder.config.include_spec is None:
        return []
    files = (file.relative_path for file in builder.recurse_selected_project_files())
    folders = {os.path.dirname(path) for path in files if os.path.basename(path) == "__init__.py"}
    return sorted(folder for folder in folders if folder and os.path.dirname(folder) not in folders)


def import_name(builder: WheelBuilder, normalized: str) -> str:
    """A POSIX path such as `acme/chat`; `normalized`, the project's own name, where no one package tells another.

    Of a namespace (PEP 420) it is the package below it, since others share the namespace's own folder. Where Hatchling's
    `sources` give a folder another name in the wheel, it is that.

    :raises SourceError: a single module has the name, which would hide a folder of it.
    """
    packages = [
        _in_wheel(builder, path) for folder in selected_packages(builder) for path in _packages_in(builder.root, folder)
    ]
    named = [path for path in packages if path == normalized or path.replace("/", "_") == normalized]
    if len(packages) == 1 or named:
        return (named or packages)[0]
    if any(os.path.basename(path) == f"{normalized}.py" for path in selected_packages(builder)):
        raise _hidden(normalized)
    return normalized


def _in_wheel(builder: WheelBuilder, folder: str) -> str:
    """`sources` speak of what lies below a folder: so a file of it is asked for."""
    name = "__init__.py"
    path: str = builder.config.get_distribution_path(os.path.join(*folder.split("/"), name))
    return path.replace(os.sep, "/").removesuffix(f"/{name}")


def _packages_in(root: str, folder: str, depth: int = 0) -> Iterator[str]:
    """`folder` itself if it is a package, else those below it: a namespace has no `__init__.py`."""
    path = os.path.join(root, *folder.split("/"))
    if not os.path.isdir(path):
        return
    entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    if any(entry.name in {"__init__.py", "__init__.pyi"} for entry in entries):
        yield folder
        return
    if depth < _DEEPEST:
        below = [
            package
            for entry in entries
            if entry.name.isidentifier() and entry.is_dir()
            for package in _packages_in(root, f"{folder}/{entry.name}", depth + 1)
        ]
        if below:
            yield from below
            return
    if any(entry.name.endswith(".py") for entry in entries):
        yield folder


def _hidden(name: str) -> SourceError:
    return SourceError(
        Bilingual(
            en=f"{name}.py: a single module hides the folder `{name}/` in which the wheel has the model; make it a package:"
            f" move it to `{name}/__init__.py`",
            zh=f"{name}.py：单个模块会遮蔽 wheel 中存放模型的文件夹 `{name}/`；请改为包：将其移到 `{name}/__init__.py`",
        )
    )
