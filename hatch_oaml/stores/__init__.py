"""Stores of objects, each kind found by its file and chosen by the scheme of an address."""

from __future__ import annotations

import os
from functools import cache, lru_cache

from hatch_oaml.stores._contract import PartLimits, Store, StoredObject, StoreKind
from hatch_oaml.stores._mistakes import NoSuchObjectError
from hatch_oaml.values.addresses import checked_address, scheme_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError
from hatch_oaml.values.families import members

__all__ = [
    "NoSuchObjectError",
    "PartLimits",
    "Store",
    "StoreKind",
    "StoredObject",
    "connected",
    "store_kinds",
    "store_of",
]


@cache
def store_kinds() -> tuple[StoreKind, ...]:
    """Every kind, in the order of its module's name."""
    return tuple(members(__name__, __path__, "STORE"))


def store_of(address: str) -> Store:
    """The store that an address which a person wrote leads to.

    :raises UsageError: no kind of store has its scheme, it carries a secret, or the library that it needs is missing.
    """
    return connected(scheme_of(checked_address(address)))


def connected(scheme: str) -> Store:
    """The store for addresses of ours, as `list` gave them; raises what `store_of` raises."""
    return _connected(scheme, os.getpid())


@lru_cache(maxsize=16)
def _connected(scheme: str, _process: int) -> Store:
    """One for all threads of a process; what a fork inherits is not shared with its parent."""
    kind = next((kind for kind in store_kinds() if scheme in kind.schemes), None)
    if kind is None:
        raise _unknown(scheme)
    try:
        return kind.connect(scheme)
    except ImportError as error:
        raise _missing(scheme, kind.extra) from error


def _unknown(scheme: str) -> UsageError:
    known = ", ".join(f"{known}://" for kind in store_kinds() for known in kind.schemes)
    return UsageError(
        Bilingual(
            en=f"{scheme}://: no store has this scheme; those there are: {known}",
            zh=f"{scheme}://：没有使用此协议的存储；可用的有：{known}",
        )
    )


def _missing(scheme: str, extra: str) -> UsageError:
    name = f"hatch-oaml[{extra}]"
    return UsageError(
        Bilingual(
            en=f'{scheme}://: a library that this store needs is not installed: `pip install "{name}"`; for builds, which are'
            f' isolated, `build-system.requires` must say `"{name}"` in place of `"hatch-oaml"`',
            zh=f'{scheme}://：此存储所需的库尚未安装：`pip install "{name}"`；构建在隔离环境中进行，须在 `build-system.requires` 中'
            f'将 `"hatch-oaml"` 改为 `"{name}"`',
        )
    )
