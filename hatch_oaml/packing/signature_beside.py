"""The signature beside a release archive: made of the digests at hand, and of no other archive than the one that lies there."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hatch_oaml.records.checksums import below
from hatch_oaml.signing.bundle import parse_bundle
from hatch_oaml.signing.place import place_of, signature_beside
from hatch_oaml.signing.statement import parse_statement, statement_of
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from hatch_oaml.records.members import Digests
    from hatch_oaml.signing.signer import Signer
    from hatch_oaml.signing.statement import Statement


class SignatureBeside:
    """Of the archive that is about to be written under the name `target`; without a `signer` none is made."""

    def __init__(self, target: Path, signer: Signer | None) -> None:
        self._target = target
        self._signer = signer
        self._draft: BinaryIO | None = None
        self._statement: Statement | None = None

    @contextmanager
    def to_be_written(self) -> Iterator[None]:
        """Encloses the writing of the archive, so that the signature gets its name right after that, or never.

        :raises WriteError: for whatever the file system refuses.
        """
        if self._signer is None:
            yield
            self._remove_of_another()
            return
        with drafted(place_of(self._target)) as self._draft:
            yield

    def sign(self, root: str, digests: Digests) -> None:
        """:param digests: of all members, below the one folder `root`."""
        if self._signer is None and not os.path.lexists(place_of(self._target)):
            return  # nobody asks what is stated, which of very many files takes as much room as their list
        self._statement = _statement_over(root, digests)
        if self._signer is not None and self._draft is not None:
            self._draft.write(self._signer.bundle(self._statement))

    def _remove_of_another(self) -> None:
        """A signature of what lay here before is gone with that; one over the same files is still right.

        What is no signature of ours is not ours to remove.
        """
        with suppress(SourceError, ValueError, OSError):
            if self._statement is None:
                return
            place, data = signature_beside(self._target, self._statement.digests)
            if data is not None:
                signed = parse_statement(parse_bundle(data).payload)
                if signed.root_digest != self._statement.root_digest:
                    place.unlink()


def bundle_over(signer: Signer, root: str, digests: Digests) -> bytes:
    """:param digests: of all members, below the one folder `root`."""
    return signer.bundle(_statement_over(root, digests))


def _statement_over(root: str, digests: Digests) -> Statement:
    return statement_of(root, {below(root, path): digest for path, digest in digests.items()})
