"""Members of a family are found by their folder: to add one is to add its file."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def names(path: Iterable[str]) -> list[str]:
    """The modules below a package's `__path__` that are members, sorted; those with an underscore are helpers."""
    return sorted(module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_"))


def member(package: str, name: str, attribute: str) -> Any:
    """What the module `name` of `package` offers as `attribute`.

    :raises AttributeError: it offers nothing of that name, and is no member.
    """
    module = importlib.import_module(f"{package}.{name}")
    if not hasattr(module, attribute):
        raise AttributeError(
            f"{module.__name__} is in a folder whose modules each offer `{attribute}`, and it has none"
        )
    return getattr(module, attribute)


def members(package: str, path: Iterable[str], attribute: str) -> list[Any]:
    """What all members offer, in the order of their names."""
    return [member(package, name, attribute) for name in names(path)]
