"""Amazon S3 and what speaks its protocol, by boto3; where it is, and who asks, its own environment and profiles tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.stores._contract import StoreKind

if TYPE_CHECKING:
    from hatch_oaml.stores._contract import Store


def _connect(_scheme: str) -> Store:
    from hatch_oaml.stores._s3 import S3Store  # noqa: PLC0415  # boto3 is an extra

    return S3Store()


STORE = StoreKind(name="s3", schemes=("s3",), extra="s3", connect=_connect)
