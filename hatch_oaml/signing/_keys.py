"""Keys and certificates, as PEM files hold them; alone, with `_certificates`, to know the library `cryptography`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from hatch_oaml.signing._certificates import parsed_pem
from hatch_oaml.signing.mistakes import (
    broken,
    no_deterministic,
    not_p256,
    public_for_private,
    unknown_kind,
    wrong_passphrase,
)
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography import x509

    from hatch_oaml.values.digests import Sha256

    Ask = Callable[[str], bytes]

PrivateKey = ec.EllipticCurvePrivateKey
PublicKey = ec.EllipticCurvePublicKey

_HASHES: dict[int, hashes.HashAlgorithm] = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}
"""By the bits of the curves that the specification has."""

_CURVES = frozenset({"secp256r1", "secp384r1", "secp521r1"})


def private_key(data: bytes, name: str, ask: Ask) -> PrivateKey:
    """The P-256 key in the file `name`.

    :param ask: answers the passphrase, where one is needed.
    :raises OamlError: it holds something else, or the passphrase is another.
    """
    if b"PUBLIC KEY-----" in data or b"BEGIN CERTIFICATE-----" in data:
        raise public_for_private(name)
    key = _loaded(_without_parameters(data), name, ask)
    if not isinstance(key, PrivateKey) or key.curve.name != "secp256r1":
        raise not_p256(name, _kind(key))
    return key


def _without_parameters(data: bytes) -> bytes:
    """`openssl ecparam -genkey` writes the curve's name before the key, in a block of its own."""
    _, end, after = data.partition(b"-----END EC PARAMETERS-----")
    return after.lstrip() if end else data


def _loaded(data: bytes, name: str, ask: Ask) -> object:
    try:
        return serialization.load_pem_private_key(data, None)
    except TypeError:  # it is encrypted
        passphrase = ask(name)
    except UnsupportedAlgorithm as error:
        raise unknown_kind(name) from error
    except ValueError as error:
        raise broken(name) from error
    try:
        return serialization.load_pem_private_key(data, passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise wrong_passphrase(name) from error


def public_key(data: bytes, name: str) -> PublicKey:
    """:raises OamlError: the file `name` holds no public key, or one that signs no model."""
    try:
        key: object = serialization.load_pem_public_key(data)
    except UnsupportedAlgorithm as error:
        raise unknown_kind(name) from error
    except ValueError as error:
        raise broken(name, is_private=b"PRIVATE KEY-----" in data, is_certificate=b"CERTIFICATE" in data) from error
    if not is_usable(key):
        raise not_p256(name, _kind(key), to_sign=False)
    return key


def is_usable(key: object) -> TypeGuard[PublicKey]:
    """Is it of a curve that the specification has?"""
    return isinstance(key, PublicKey) and key.curve.name in _CURVES


def _kind(key: object) -> str:
    """`P-384`, `RSA`, `Ed25519`: what people call it."""
    if isinstance(key, PrivateKey | PublicKey):
        return {"secp384r1": "P-384", "secp521r1": "P-521"}.get(key.curve.name, key.curve.name)
    return type(key).__name__.lstrip("_").removesuffix("PrivateKey").removesuffix("PublicKey")


def hint_of(key: PublicKey) -> Sha256:
    """What a bundle calls a key: the digest of its PEM."""
    pem = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return sha256_of(pem)


def signature_by(key: PrivateKey, data: bytes) -> bytes:
    """The same bytes for the same data (RFC 6979).

    :raises OamlError: the library that is installed cannot do so.
    """
    try:
        return key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
    except (TypeError, UnsupportedAlgorithm) as error:
        raise no_deterministic() from error


def is_signed_by(key: PublicKey, signature: bytes, data: bytes) -> bool:
    try:
        key.verify(signature, data, ec.ECDSA(_HASHES[key.curve.key_size]))
    except InvalidSignature:
        return False
    return True


def certificates_in(data: bytes, name: str) -> list[x509.Certificate]:
    """:raises OamlError: the file `name` holds none, or a broken one."""
    try:
        return parsed_pem(data)
    except ValueError as error:
        raise broken(name, is_private=b"PRIVATE KEY-----" in data, asks_certificate=True) from error
