"""Certificates: what one may sign, and whether a chain of them leads to a root that a receiver trusts (RFC 5280, section 6).

As the specification has it, they are judged at the moment from which the first is valid: a bundle tells no other time.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509.oid import ExtendedKeyUsageOID, ExtensionOID

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

Certificate = x509.Certificate

_MOST = 16
"""Certificates beside the first: nobody needs more, and each is held against each."""

_UNDERSTOOD = frozenset(
    {
        ExtensionOID.BASIC_CONSTRAINTS,
        ExtensionOID.KEY_USAGE,
        ExtensionOID.EXTENDED_KEY_USAGE,
        ExtensionOID.SUBJECT_ALTERNATIVE_NAME,
        ExtensionOID.CERTIFICATE_POLICIES,
    }
)
"""Of what is marked critical: whoever does not understand another must not go by the certificate."""


_FAULTS = (
    *(ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion, x509.DuplicateExtension),
    *(x509.UnsupportedGeneralNameType, CryptographyDeprecationWarning),
)
"""What the library raises where a part of a certificate is asked for and cannot be read, or is against RFC 5280."""

_WEAK = (hashes.MD5, hashes.SHA1)
_LEAST_BITS = 2048
"""Of an RSA key."""


def parsed(data: bytes) -> Certificate:
    """:raises ValueError: `data` is no certificate in DER, or one of which a part cannot be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", CryptographyDeprecationWarning)
        try:
            return readable(x509.load_der_x509_certificate(data))
        except _FAULTS as error:
            raise ValueError(str(error)) from error


def parsed_pem(data: bytes) -> list[Certificate]:
    """Those that somebody points to: what other programs let pass is not told.

    :raises ValueError: there is none, or a part of one cannot be read.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        try:
            return [readable(certificate) for certificate in x509.load_pem_x509_certificates(data)]
        except _FAULTS as error:
            raise ValueError(str(error)) from error


def readable(certificate: Certificate) -> Certificate:
    """`certificate`, all parts of which can be asked for; the library reads each when it is.

    :raises ValueError: a part cannot be read.
    """
    try:
        for part in (certificate.subject, certificate.issuer, certificate.extensions, certificate.public_key()):
            str(part)
        _ = certificate.not_valid_before_utc, certificate.not_valid_after_utc, certificate.signature_hash_algorithm
    except _FAULTS as error:
        raise ValueError(str(error)) from error
    return certificate


def der(certificate: Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.DER)


def name_of(certificate: Certificate) -> str:
    """Whom it is for: its subject, or another name where that is empty."""
    subject = certificate.subject.rfc4514_string()
    if subject:
        return subject
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return f"{certificate.serial_number:x}"
    return ", ".join(str(name.value) for name in names)


def is_valid_at(certificate: Certificate, moment: datetime) -> bool:
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def may_sign(certificate: Certificate) -> bool:
    """Is it for signatures, or for code?"""
    values = [extension.value for extension in certificate.extensions]
    return any(
        value.digital_signature if isinstance(value, x509.KeyUsage) else ExtendedKeyUsageOID.CODE_SIGNING in value
        for value in values
        if isinstance(value, x509.KeyUsage | x509.ExtendedKeyUsage)
    )


def leads_to(roots: Sequence[Certificate], leaf: Certificate, between: Sequence[Certificate]) -> bool:
    """Does a chain of valid certificates lead from `leaf`, over some of `between`, to one of `roots`?

    Breadth first, each certificate once: the shortest way to one is what a limit of its length allows, if any.
    """
    moment = leaf.not_valid_before_utc
    anchors = [root for root in roots if is_valid_at(root, moment)]
    left = [other for other in between if is_valid_at(other, moment)]
    if not (_is_understood(leaf) and is_valid_at(leaf, moment)) or len(left) > _MOST:
        return False
    level, depth = [leaf], 0
    while level:
        if any(below in anchors or any(_issued(root, below, depth) for root in anchors) for below in level):
            return True
        above = [issuer for issuer in left if any(_issued(issuer, below, depth) for below in level)]
        left = [other for other in left if other not in above]
        level, depth = above, depth + 1
    return False


def _issued(issuer: Certificate, below: Certificate, depth: int) -> bool:
    is_able = _is_understood(issuer) and _is_authority(issuer, depth) and _is_strong(issuer, below)
    return is_able and is_issued_by(below, issuer)


def is_issued_by(below: Certificate, issuer: Certificate) -> bool:
    """Does `below` name `issuer`, and has it that one's signature? Whether it may give one is not asked."""
    try:
        below.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _is_authority(certificate: Certificate, depth: int) -> bool:
    extensions = certificate.extensions
    try:
        constraints = extensions.get_extension_for_class(x509.BasicConstraints).value
    except x509.ExtensionNotFound:
        return False
    if not constraints.ca or (constraints.path_length is not None and depth > constraints.path_length):
        return False
    try:
        return extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign
    except x509.ExtensionNotFound:
        return True


def _is_strong(issuer: Certificate, below: Certificate) -> bool:
    """Can nobody make another certificate with the same signature?"""
    key = issuer.public_key()
    is_short = isinstance(key, rsa.RSAPublicKey) and key.key_size < _LEAST_BITS
    return not is_short and not isinstance(below.signature_hash_algorithm, _WEAK)


def _is_understood(certificate: Certificate) -> bool:
    return all(extension.oid in _UNDERSTOOD for extension in certificate.extensions if extension.critical)
