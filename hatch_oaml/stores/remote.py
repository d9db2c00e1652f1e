"""Other stores, for reading, by fsspec and what it knows of each; who asks, that library's own environment tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.stores._contract import StoreKind

if TYPE_CHECKING:
    from hatch_oaml.stores._contract import Store


def _connect(scheme: str) -> Store:
    from hatch_oaml.stores._remote import RemoteStore  # noqa: PLC0415  # fsspec is an extra

    return RemoteStore(scheme)


STORE = StoreKind(name="remote", schemes=("az", "file", "gs", "hf", "memory", "oss"), extra="remote", connect=_connect)
