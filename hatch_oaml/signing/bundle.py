"""A signature as a file: a Sigstore bundle with a DSSE envelope.

https://github.com/secure-systems-lab/dsse, https://github.com/sigstore/protobuf-specs
"""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from hatch_oaml.values.frozen import frozen

_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json"
_PAYLOAD_TYPE = "application/vnd.in-toto+json"

_LONGEST_DER = 72
"""Bytes of a signature by P-256; of two in a thousand it is a few shorter."""


@frozen
class Bundle:
    """A `signature` (DER) over `payload`, by the key called `hint`, or by that of the first of `certificates` (DER)."""

    payload: bytes
    signature: bytes
    hint: str
    certificates: tuple[bytes, ...] = ()


def signed_bytes(payload: bytes) -> bytes:
    """What the signature is over: DSSE's pre-authentication encoding."""
    return b"DSSEv1 %d %s %d %s" % (len(_PAYLOAD_TYPE), _PAYLOAD_TYPE.encode(), len(payload), payload)


def render_bundle(bundle: Bundle) -> bytes:
    """Of a length that depends on the payload and the certificates alone: spaces at its end fill up."""
    text = _json(bundle)
    longest = _json(
        Bundle(
            payload=bundle.payload, signature=bytes(_LONGEST_DER), hint=bundle.hint, certificates=bundle.certificates
        )
    )
    return text.ljust(len(longest)).encode() + b"\n"


def _json(bundle: Bundle) -> str:
    chain = {"certificates": [{"rawBytes": _base64(certificate)} for certificate in bundle.certificates]}
    material = {"x509CertificateChain": chain} if bundle.certificates else {"publicKey": {"hint": bundle.hint}}
    values = {
        "mediaType": _MEDIA_TYPE,
        "verificationMaterial": {**material, "tlogEntries": []},
        "dsseEnvelope": {
            "payload": _base64(bundle.payload),
            "payloadType": _PAYLOAD_TYPE,
            "signatures": [{"sig": _base64(bundle.signature), "keyid": bundle.hint}],
        },
    }
    return json.dumps(values, sort_keys=True, separators=(",", ":"))


def parse_bundle(data: bytes) -> Bundle:
    """:raises ValueError: `data` is no bundle with one signature over a statement."""
    try:
        return _parse(json.loads(data))
    except (KeyError, TypeError, AttributeError, RecursionError, binascii.Error) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _parse(values: Any) -> Bundle:
    material, envelope = values["verificationMaterial"], values["dsseEnvelope"]
    if envelope["payloadType"] != _PAYLOAD_TYPE:
        raise ValueError("what it signs is no in-toto statement")
    [signature] = envelope["signatures"]
    if "publicKey" not in material and "x509CertificateChain" not in material:
        raise ValueError("it names neither a key nor certificates")
    hint = material["publicKey"].get("hint", "") if "publicKey" in material else signature.get("keyid", "")
    if not isinstance(hint, str):
        raise TypeError("expected a text")
    chain = material.get("x509CertificateChain", {"certificates": []})["certificates"]
    return Bundle(
        payload=_bytes(envelope["payload"]),
        signature=_bytes(signature["sig"]),
        hint=hint,
        certificates=tuple(_bytes(certificate["rawBytes"]) for certificate in chain),
    )


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
