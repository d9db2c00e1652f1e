"""Whom a receiver trusts: public keys, and roots of certificates; by them a signature is somebody's or nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.signing.bundle import parse_bundle, signed_bytes
from hatch_oaml.signing.extra import library_at_hand
from hatch_oaml.signing.pem import pem
from hatch_oaml.signing.statement import parse_statement
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hatch_oaml.records.signature import Method
    from hatch_oaml.signing._certificates import Certificate
    from hatch_oaml.signing._keys import PublicKey
    from hatch_oaml.signing.bundle import Bundle
    from hatch_oaml.signing.statement import Statement


@frozen
class Trust:
    """With neither keys nor roots: a signature must be there, by whomever."""

    keys: tuple[PublicKey, ...] = ()
    roots: tuple[Certificate, ...] = ()


@frozen
class Signed:
    """Who signed what; with a `fault` it is not to be relied on, and there may be no statement."""

    method: Method | None = None
    signer: str = ""
    is_known: bool = False
    statement: Statement | None = None
    fault: Bilingual | None = None


def trust_in(keys: Iterable[Path], roots: Iterable[Path]) -> Trust:
    """What stands in PEM files of public keys, and of certificates.

    :raises UsageError: one of them holds something else.
    """
    with library_at_hand():
        from hatch_oaml.signing import _keys  # noqa: PLC0415  # the library is an extra
    return Trust(
        keys=tuple(_keys.public_key(pem(path), str(path)) for path in keys),
        roots=tuple(root for path in roots for root in _keys.certificates_in(pem(path), str(path))),
    )


def judged(data: bytes, trust: Trust) -> Signed:
    """What the file `data` is, as a signature."""
    try:
        bundle = parse_bundle(data)
        statement = parse_statement(bundle.payload)
    except ValueError as error:
        return Signed(fault=_no_bundle(abbreviated(str(error))))
    return _by_certificate(bundle, statement, trust) if bundle.certificates else _by_key(bundle, statement, trust)


def _by_key(bundle: Bundle, statement: Statement, trust: Trust) -> Signed:
    from hatch_oaml.signing import _keys  # noqa: PLC0415  # likewise

    data = signed_bytes(bundle.payload)
    key = next((key for key in trust.keys if _keys.is_signed_by(key, bundle.signature, data)), None)
    if key is not None:
        return Signed(method="key", signer=_keys.hint_of(key), is_known=True, statement=statement)
    if not trust.keys and not trust.roots:
        return Signed(method="key", signer=bundle.hint, statement=statement)
    hints = {_keys.hint_of(known) for known in trust.keys}
    fault = _ALTERED if bundle.hint in hints else _OTHER_KEY if trust.keys else _NO_CERTIFICATE
    return Signed(method="key", signer=bundle.hint, fault=fault)


def _by_certificate(bundle: Bundle, statement: Statement, trust: Trust) -> Signed:
    from hatch_oaml.signing import _certificates, _keys  # noqa: PLC0415  # likewise

    try:
        leaf, *between = map(_certificates.parsed, bundle.certificates)
        key: object = leaf.public_key()
        signer = _certificates.name_of(leaf)
    except ValueError as error:
        return Signed(method="certificate", fault=_no_bundle(abbreviated(str(error))))
    if not _keys.is_usable(key) or not _keys.is_signed_by(key, bundle.signature, signed_bytes(bundle.payload)):
        return Signed(method="certificate", signer=signer, fault=_ALTERED)
    is_known = key in trust.keys or (
        _certificates.may_sign(leaf) and _certificates.leads_to(trust.roots, leaf, between)
    )
    if is_known or not (trust.keys or trust.roots):
        return Signed(method="certificate", signer=signer, is_known=is_known, statement=statement)
    fault = _NOT_FOR_SIGNING if not _certificates.may_sign(leaf) else _OTHER_ROOT if trust.roots else _OTHER_KEY
    return Signed(method="certificate", signer=signer, fault=fault)


_ALTERED = Bilingual(
    en="what the signature says was changed after it was made: it does not fit its own key",
    zh="签名所述内容在签署之后被改动：与其密钥不符",
)
_OTHER_KEY = Bilingual(
    en="it was made with another key than those that `--key` names", zh="签署所用的密钥不在 `--key` 给出的密钥之中"
)
_NO_CERTIFICATE = Bilingual(
    en="it was made with a key, of which no certificate tells whose it is; ask for it with `--key`",
    zh="它以密钥签署，没有证书说明其归属；请以 `--key` 给出该密钥",
)
_OTHER_ROOT = Bilingual(
    en="no chain of valid certificates leads from its signer to one that `--certificate-root` names",
    zh="从其签名者出发，没有有效的证书链通向 `--certificate-root` 给出的证书",
)
_NOT_FOR_SIGNING = Bilingual(
    en="its signer's certificate is not for signing: neither the key usage `digitalSignature` nor the extended one"
    " `codeSigning`",
    zh="其签名者的证书不可用于签名：密钥用途不含 `digitalSignature`，扩展用途也不含 `codeSigning`",
)


def _no_bundle(reason: str) -> Bilingual:
    return Bilingual(
        en=f"it is no signature as OpenSSF Model Signing 1.0 has them ({reason})",
        zh=f"它不是 OpenSSF Model Signing 1.0 格式的签名（{reason}）",
    )
