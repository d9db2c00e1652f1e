"""What a store answers that is only read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from hatch_oaml.stores._contract import PartLimits
from hatch_oaml.stores._mistakes import read_only

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.stores._contract import StoredObject


class ReadOnly:
    """Refuses all that would write.

    :raises UsageError: from each method.
    """

    writable = False
    part_limits = PartLimits(least=0, most=0, count=0)

    def begin(self, address: str) -> NoReturn:
        raise read_only(address)

    def put_part(self, address: str, upload: str, number: int, data: bytes | bytearray) -> NoReturn:  # noqa: ARG002  # the contract's
        raise read_only(address)

    def parts(self, address: str, upload: str) -> Mapping[int, int]:  # noqa: ARG002  # likewise
        raise read_only(address)

    def finish(self, address: str, upload: str, tokens: Mapping[int, str]) -> NoReturn:  # noqa: ARG002  # likewise
        raise read_only(address)

    def abort(self, address: str, upload: str) -> NoReturn:  # noqa: ARG002  # likewise
        raise read_only(address)

    def unfinished(self, address: str) -> Iterator[str]:
        raise read_only(address)

    def delete(self, stored: StoredObject) -> NoReturn:
        raise read_only(stored.address)
