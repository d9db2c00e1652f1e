"""A bundle holds a signature as other readers of such files expect it."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.signing.bundle import Bundle, parse_bundle, render_bundle, signed_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = dict[str, Any]

BY_KEY = Bundle(payload=b"{}", signature=b"\x30" * 72, hint="ab" * 32)
BY_CERTIFICATE = replace(BY_KEY, certificates=(b"leaf", b"root"))


def test_a_whole_bundle() -> None:
    sig = base64.b64encode(b"\x30" * 72).decode()
    envelope = {
        "payload": "e30=",
        "payloadType": "application/vnd.in-toto+json",
        "signatures": [{"sig": sig, "keyid": "ab" * 32}],
    }

    assert {
        "mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json",
        "verificationMaterial": {"publicKey": {"hint": "ab" * 32}, "tlogEntries": []},
        "dsseEnvelope": envelope,
    } == json.loads(render_bundle(BY_KEY))
    assert {
        "x509CertificateChain": {"certificates": [{"rawBytes": "bGVhZg=="}, {"rawBytes": "cm9vdA=="}]},
        "tlogEntries": [],
    } == json.loads(render_bundle(BY_CERTIFICATE))["verificationMaterial"]


def test_what_is_signed_is_the_payload_with_its_type_and_lengths() -> None:
    assert b"DSSEv1 28 application/vnd.in-toto+json 2 {}" == signed_bytes(b"{}")


@pytest.mark.parametrize("bundle", [BY_KEY, BY_CERTIFICATE], ids=["key", "certificate"])
@given(signature=st.binary(min_size=8, max_size=72))
def test_its_length_does_not_depend_on_the_signature(bundle: Bundle, signature: bytes) -> None:
    other = replace(bundle, signature=signature)

    assert len(render_bundle(bundle)) == len(render_bundle(other))
    assert other == parse_bundle(render_bundle(other))


OTHERS: dict[str, Callable[[Values], object]] = {
    "no key": lambda values: values["verificationMaterial"].pop("publicKey"),
    "a key that is none": lambda values: values["verificationMaterial"].update(publicKey=[]),
    "a hint that is none": lambda values: values["verificationMaterial"]["publicKey"].update(hint=1),
    "another payload": lambda values: values["dsseEnvelope"].update(payloadType="text/plain"),
    "two signatures": lambda values: values["dsseEnvelope"].update(signatures=[{"sig": ""}] * 2),
    "no signature": lambda values: values["dsseEnvelope"].update(signatures=[]),
    "no base64": lambda values: values["dsseEnvelope"].update(payload="???"),
    "no text": lambda values: values["dsseEnvelope"].update(payload=None),
    "certificates that are none": lambda values: values["verificationMaterial"].update(
        x509CertificateChain={"certificates": ["x"]}
    ),
    "another envelope": lambda values: values.pop("dsseEnvelope"),
}


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS)
def test_what_is_no_bundle_is_none(change: Callable[[Values], object]) -> None:
    values = json.loads(render_bundle(BY_KEY))
    change(values)

    with pytest.raises(ValueError):  # noqa: PT011  # whoever reads a signature says what it means
        parse_bundle(json.dumps(values).encode())


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{", b"\xff", b"[" * 100_000, b"\x89PNG", b"1" * 5000])
def test_other_bytes_are_none(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # likewise
        parse_bundle(data)


def test_a_key_without_a_hint_is_a_key() -> None:
    values = json.loads(render_bundle(BY_KEY))
    values["verificationMaterial"]["publicKey"] = {}

    assert replace(BY_KEY, hint="") == parse_bundle(json.dumps(values).encode())
