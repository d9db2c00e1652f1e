"""Keys and certificates for tests: the same key for the same number, known to everybody."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from hatch_oaml.signing.signer import signer_of
from hatch_oaml.signing.statement import statement_of
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PUBLISHER, SOMEBODY = 1, 2
"""Numbers of keys."""

NOW = datetime.now(timezone.utc).replace(microsecond=0)
DAY = timedelta(days=1)


def key_of(number: int, curve: ec.EllipticCurve | None = None) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(number + 1000, curve or ec.SECP256R1())


def private_pem(number: int, curve: ec.EllipticCurve | None = None, passphrase: bytes | None = None) -> bytes:
    hidden = serialization.BestAvailableEncryption(passphrase) if passphrase else serialization.NoEncryption()
    return key_of(number, curve).private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden)


def public_pem(number: int, curve: ec.EllipticCurve | None = None) -> bytes:
    return (
        key_of(number, curve)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )


def key_file(folder: Path, number: int = PUBLISHER) -> Path:
    """Of a private key, which its owner alone may read."""
    path = folder / f"key-{number}.pem"
    path.write_bytes(private_pem(number))
    path.chmod(0o600)
    return path


def public_file(folder: Path, number: int = PUBLISHER) -> Path:
    path = folder / f"key-{number}.pub"
    path.write_bytes(public_pem(number))
    return path


def signature_over(members: Mapping[str, bytes], folder: Path, number: int = PUBLISHER) -> bytes:
    """Over an archive's members, by the key of that number."""
    tops = {path.partition("/")[0] for path in members}
    root = tops.pop() if len(tops) == 1 else ""
    digests = {path.removeprefix(f"{root}/" if root else ""): sha256_of(data) for path, data in members.items()}
    signer = signer_of(key_file(folder, number), None, lambda _name: b"")
    return signer.bundle(statement_of(root or "lantern_chat-0.2.0", digests))


class Authority(NamedTuple):
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def certified(  # noqa: PLR0913  # what may differ from one certificate to the next
    name: str,
    number: int,
    issuer: Authority | None = None,
    *,
    authority: bool = False,
    usage: Sequence[str] = (),
    code_signing: bool = False,
    path_length: int | None = None,
    span: tuple[datetime, datetime] = (NOW - 10 * DAY, NOW + 10 * DAY),
    extensions: Sequence[tuple[x509.ExtensionType, bool]] = (),
) -> Authority:
    """A certificate by `issuer`, or by itself; one of no authority may sign, unless `usage` says otherwise."""
    names = [x509.NameAttribute(NameOID.COMMON_NAME, name)] if name else []
    key, subject = key_of(number), x509.Name(names)
    uses = usage or (("key_cert_sign", "crl_sign") if authority else ("digital_signature",))
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(number)
        .not_valid_before(span[0])
        .not_valid_after(span[1])
        .add_extension(x509.BasicConstraints(ca=authority, path_length=path_length), critical=True)
        .add_extension(_usage(uses), critical=True)
    )
    if code_signing:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical=critical)
    return Authority(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key)


def _usage(uses: Sequence[str]) -> x509.KeyUsage:
    known = (
        *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"),
        *("key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**{use: use in uses for use in known})
