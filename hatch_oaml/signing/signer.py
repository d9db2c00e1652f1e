"""Who signs: a private key, with the certificates that tell whose it is."""

from __future__ import annotations

import os
from datetime import datetime, timezone
from itertools import pairwise
from typing import TYPE_CHECKING

from hatch_oaml.signing.bundle import Bundle, render_bundle, signed_bytes
from hatch_oaml.signing.extra import library_at_hand
from hatch_oaml.signing.mistakes import no_chain, no_match, not_for_signing, not_valid_now, open_to_others
from hatch_oaml.signing.pem import pem
from hatch_oaml.signing.statement import render_statement
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hatch_oaml.signing._certificates import Certificate
    from hatch_oaml.signing._keys import Ask, PrivateKey
    from hatch_oaml.signing.statement import Statement
    from hatch_oaml.values.bilingual import Bilingual

_OTHERS = 0o077


@frozen
class Signer:
    """Signs statements; `name` is the certificate's, or the key's digest; `warnings` are to be told before."""

    name: str
    hint: str
    certificates: tuple[bytes, ...]
    warnings: tuple[Bilingual, ...]
    sign: Callable[[bytes], bytes]

    def bundle(self, statement: Statement) -> bytes:
        """The signature as a file, the same bytes for the same statement."""
        payload = render_statement(statement)
        signature = self.sign(signed_bytes(payload))
        return render_bundle(
            Bundle(payload=payload, signature=signature, hint=self.hint, certificates=self.certificates)
        )


def signer_of(key: Path, certificates: Path | None, ask: Ask, now: datetime | None = None) -> Signer:
    """The key in a PEM file; `certificates` is one with its certificate, then the issuer's, and so on.

    :param ask: answers the passphrase of an encrypted key, by the name of its file.
    :raises UsageError: the files are not that, or do not fit each other.
    """
    with library_at_hand():
        from hatch_oaml.signing import _certificates, _keys  # noqa: PLC0415  # the library is an extra
    private = _keys.private_key(pem(key), str(key), ask)
    chain = [] if certificates is None else _keys.certificates_in(pem(certificates), str(certificates))
    if certificates is not None:
        _examine(private, chain, (str(key), str(certificates)), now or datetime.now(timezone.utc))
    hint = _keys.hint_of(private.public_key())
    return Signer(
        name=_certificates.name_of(chain[0]) if chain else hint,
        hint=hint,
        certificates=tuple(map(_certificates.der, chain)),
        warnings=(open_to_others(str(key)),) if _is_open(key) else (),
        sign=lambda data: _keys.signature_by(private, data),
    )


def _examine(private: PrivateKey, chain: list[Certificate], names: tuple[str, str], now: datetime) -> None:
    """:raises UsageError: the first of `chain` is not the key's own, not valid, or not for signing."""
    from hatch_oaml.signing import _certificates  # noqa: PLC0415  # likewise

    own, leaf = private.public_key(), chain[0]
    if leaf.public_key() != own:
        raise no_match(*names, is_later=any(other.public_key() == own for other in chain))
    if not _certificates.is_valid_at(leaf, now):
        raise not_valid_now(names[1], leaf.not_valid_before_utc, leaf.not_valid_after_utc)
    if not _certificates.may_sign(leaf):
        raise not_for_signing(names[1])
    for below, issuer in pairwise(chain):
        if not _certificates.is_issued_by(below, issuer):
            raise no_chain(names[1], _certificates.name_of(below), _certificates.name_of(issuer))


def _is_open(key: Path) -> bool:
    """May others than the owner read it? Windows has rights of another kind."""
    return os.name != "nt" and bool(key.stat().st_mode & _OTHERS)
