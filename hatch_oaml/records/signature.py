"""What was found where a receiver asked for a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from hatch_oaml.values.bilingual import Bilingual

State = Literal["valid", "unknown-signer", "foreign", "missing"]
Method = Literal["key", "certificate"]


@frozen
class Signature:
    """The signature of one archive, called `place`; not `is_there` where nothing lies, `is_within` the folder of a release.

    `signer` is a key's or a certificate's name for people, "" where nothing tells of one. `is_known` tells that the receiver's own key
    or root says so: otherwise anybody may have signed. `faults` are why it is none over this release.
    """

    place: str
    is_there: bool
    is_within: bool = False
    method: Method | None = None
    signer: str = ""
    is_known: bool = False
    faults: tuple[Bilingual, ...] = ()

    @property
    def state(self) -> State:
        if not self.is_there:
            return "missing"
        if self.faults:
            return "foreign"
        return "valid" if self.is_known else "unknown-signer"
