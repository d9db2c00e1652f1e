"""A signature is somebody's by a key or a root that the receiver named, and nobody's otherwise."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID, ObjectIdentifier
from hypothesis import given, settings, strategies as st

from hatch_oaml.signing import _certificates
from hatch_oaml.signing.bundle import Bundle, render_bundle
from hatch_oaml.signing.signer import signer_of
from hatch_oaml.signing.statement import render_statement, statement_of
from hatch_oaml.signing.trust import Trust, judged, trust_in
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import UsageError
from tests.signed import (
    DAY,
    NOW,
    PUBLISHER,
    SOMEBODY,
    Authority,
    certified,
    key_file,
    private_pem,
    public_file,
    public_pem,
)

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.signing.trust import Signed

STATEMENT = statement_of("lantern", {"a.bin": sha256_of(b"a")})
ROOT = certified("Root", 5, authority=True)
BETWEEN = certified("Between", 6, ROOT, authority=True)
LEAF = certified("Beacon Works", PUBLISHER, BETWEEN)


def signature(folder: Path, *chain: Authority, number: int = PUBLISHER) -> bytes:
    """By the key of `number`, with certificates that need not fit it."""
    data = signer_of(key_file(folder, number), None, lambda _name: b"").bundle(STATEMENT)
    if not chain:
        return data
    values = json.loads(data)
    certificates = [{"rawBytes": "".join(one.pem.decode().splitlines()[1:-1])} for one in chain]
    values["verificationMaterial"] = {"x509CertificateChain": {"certificates": certificates}, "tlogEntries": []}
    return json.dumps(values).encode()


def roots(folder: Path, *authorities: Authority) -> Trust:
    path = folder / "roots.pem"
    path.write_bytes(b"".join(one.pem for one in authorities))
    return trust_in([], [path])


def fault(found: Signed) -> str:
    assert found.statement is None
    assert not found.is_known
    assert found.fault is not None
    assert found.fault.zh
    return found.fault.en


def test_one_of_several_keys_is_enough(tmp_path: Path) -> None:
    trust = trust_in([public_file(tmp_path, SOMEBODY), public_file(tmp_path)], [])

    assert judged(signature(tmp_path), trust).is_known


def test_another_key_is_told(tmp_path: Path) -> None:
    found = judged(signature(tmp_path), trust_in([public_file(tmp_path, SOMEBODY)], []))

    assert "it was made with another key than those that `--key` names" == fault(found)


def test_a_statement_that_was_changed_is_told(tmp_path: Path) -> None:
    values = json.loads(signature(tmp_path))
    other = render_statement(statement_of("lantern", {"a.bin": sha256_of(b"b")}))
    values["dsseEnvelope"]["payload"] = b64encode(other).decode()
    changed = json.dumps(values).encode()

    assert "what the signature says was changed" in fault(judged(changed, trust_in([public_file(tmp_path)], [])))


def test_where_roots_alone_are_asked_for_a_key_tells_nothing(tmp_path: Path) -> None:
    assert "of which no certificate tells whose it is" in fault(judged(signature(tmp_path), roots(tmp_path, ROOT)))


@pytest.mark.parametrize("data", [b"", b"{}", b"\x89PNG", b'{"mediaType": "x"}'])
def test_what_is_no_signature_of_this_kind_is_told(data: bytes) -> None:
    assert "it is no signature as OpenSSF Model Signing 1.0 has them" in fault(judged(data, Trust()))


def test_where_nobody_is_named_anybody_may_have_signed(tmp_path: Path) -> None:
    by_key, by_certificate = judged(signature(tmp_path), Trust()), judged(signature(tmp_path, LEAF), Trust())

    assert (STATEMENT, False, sha256_of(public_pem(PUBLISHER))) == (by_key.statement, by_key.is_known, by_key.signer)
    assert (STATEMENT, False, "CN=Beacon Works") == (
        by_certificate.statement,
        by_certificate.is_known,
        by_certificate.signer,
    )


def test_a_certificate_must_fit_the_signature_whoever_is_asked_for(tmp_path: Path) -> None:
    data = signature(tmp_path, LEAF, number=SOMEBODY)

    assert "does not fit its own key" in fault(judged(data, Trust()))
    assert "does not fit its own key" in fault(judged(data, roots(tmp_path, ROOT)))


def test_a_key_that_is_asked_for_may_come_with_a_certificate(tmp_path: Path) -> None:
    assert judged(signature(tmp_path, LEAF), trust_in([public_file(tmp_path)], [])).is_known
    assert "another key" in fault(judged(signature(tmp_path, LEAF), trust_in([public_file(tmp_path, SOMEBODY)], [])))


EXPIRED = certified("Old", PUBLISHER, ROOT, span=(NOW - 9 * DAY, NOW - 8 * DAY))
ENDED = certified("Ended", 7, authority=True, span=(NOW - 99 * DAY, NOW - 50 * DAY))
SHORT = certified("Short", 5, authority=True, path_length=0)
SIGNS_NOTHING = certified("Cannot", 8, ROOT, authority=True, usage=("digital_signature",))
NO_AUTHORITY = certified("Nobody", 8, ROOT)
STRANGE = (x509.UnrecognizedExtension(ObjectIdentifier("1.2.3.4"), b"\x05\x00"), True)


@pytest.mark.parametrize(
    ("trusted", "chain"),
    [
        ((ROOT,), (LEAF, BETWEEN)),
        ((ROOT,), (LEAF, BETWEEN, ROOT)),
        ((ROOT,), (LEAF, ROOT, BETWEEN)),
        ((BETWEEN,), (LEAF,)),
        ((ENDED, ROOT), (LEAF, ENDED, BETWEEN)),
        ((ROOT,), (certified("Code", PUBLISHER, ROOT, usage=("key_agreement",), code_signing=True),)),
        ((ROOT,), (EXPIRED,)),
        ((LEAF,), (LEAF,)),
        ((SHORT,), (certified("Beacon Works", PUBLISHER, SHORT),)),
    ],
    ids=[
        "over one between",
        "root in it",
        "any order",
        "one between",
        "useless ones",
        "for code",
        "now expired",
        "itself",
        "short",
    ],
)
def test_a_chain_that_leads_to_a_root_is_trusted(
    trusted: tuple[Authority, ...], chain: tuple[Authority, ...], tmp_path: Path
) -> None:
    found = judged(signature(tmp_path, *chain), roots(tmp_path, *trusted))

    assert (None, True) == (found.fault, found.is_known)
    assert STATEMENT == found.statement


@pytest.mark.parametrize(
    ("trusted", "chain"),
    [
        ((certified("Root", 9, authority=True),), (LEAF, BETWEEN)),
        ((ROOT,), (LEAF,)),
        ((ROOT,), (certified("Beacon Works", PUBLISHER),)),
        ((ENDED,), (certified("Beacon Works", PUBLISHER, ENDED),)),
        ((ROOT,), (certified("Beacon Works", PUBLISHER, ENDED), ENDED)),
        ((SHORT,), (certified("Beacon Works", PUBLISHER, BETWEEN), BETWEEN)),
        ((ROOT,), (certified("Beacon Works", PUBLISHER, SIGNS_NOTHING), SIGNS_NOTHING)),
        ((ROOT,), (certified("Beacon Works", PUBLISHER, NO_AUTHORITY), NO_AUTHORITY)),
        ((ROOT,), (certified("Beacon Works", PUBLISHER, ROOT, extensions=[STRANGE]),)),
        ((ROOT,), (LEAF, *(certified("Between", 20 + number, ROOT, authority=True) for number in range(17)), BETWEEN)),
    ],
    ids=[
        "another root of the name",
        "a gap",
        "itself",
        "root expired",
        "not below it",
        "too long a way",
        "an authority that may not certify",
        "no authority",
        "a critical extension",
        "too many",
    ],
)
def test_a_chain_that_leads_nowhere_is_not(
    trusted: tuple[Authority, ...], chain: tuple[Authority, ...], tmp_path: Path
) -> None:
    said = fault(judged(signature(tmp_path, *chain), roots(tmp_path, *trusted)))

    assert "no chain of valid certificates leads from its signer" in said


@pytest.mark.parametrize(
    ("extensions", "expected"),
    [
        ([(x509.SubjectAlternativeName([x509.RFC822Name("models@beacon.example")]), True)], "models@beacon.example"),
        ([], f"{PUBLISHER:x}"),
    ],
    ids=["by another name", "by its number"],
)
def test_a_signer_without_a_subject_has_a_name(
    extensions: list[tuple[x509.ExtensionType, bool]], expected: str, tmp_path: Path
) -> None:
    leaf = certified("", PUBLISHER, ROOT, extensions=extensions)

    found = judged(signature(tmp_path, leaf), roots(tmp_path, ROOT))

    assert (expected, True) == (found.signer, found.is_known)


def test_a_certificate_for_other_uses_is_told(tmp_path: Path) -> None:
    leaf = certified("Keys", PUBLISHER, ROOT, usage=("key_agreement",))

    assert "is not for signing" in fault(judged(signature(tmp_path, leaf), roots(tmp_path, ROOT)))


def test_certificates_that_are_none_are_told(tmp_path: Path) -> None:
    values = json.loads(signature(tmp_path, LEAF))
    values["verificationMaterial"]["x509CertificateChain"]["certificates"][0]["rawBytes"] = "AAAA"

    assert "it is no signature" in fault(judged(json.dumps(values).encode(), roots(tmp_path, ROOT)))


@settings(deadline=None, max_examples=150)
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=3))
def test_no_bytes_of_a_certificate_end_in_anything_but_an_answer(changes: list[tuple[int, int]]) -> None:
    der = bytearray(LEAF.certificate.public_bytes(serialization.Encoding.DER))
    for place, byte in changes:
        der[place % len(der)] = byte
    trust = Trust(roots=(ROOT.certificate, BETWEEN.certificate))
    bundle = Bundle(payload=render_statement(STATEMENT), signature=b"", hint="", certificates=(bytes(der),))
    as_issuer = replace(bundle, certificates=(LEAF.certificate.public_bytes(serialization.Encoding.DER), bytes(der)))

    for one in (bundle, as_issuer):
        assert judged(render_bundle(one), trust).fault is not None
    with suppress(ValueError):
        changed = _certificates.parsed(bytes(der))
        assert _certificates.name_of(changed)
        assert not _certificates.leads_to(trust.roots, changed, [changed]) or changed == LEAF.certificate


def weak(**changes: Any) -> tuple[Authority, Authority]:
    """A root with a short RSA key, and what it issued; or what another issued with SHA-1."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Short")])
    key = rsa.generate_private_key(65537, changes.get("bits", 2048))
    root = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - 20 * DAY)
        .not_valid_after(NOW + 20 * DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    authority = Authority(root, key)  # type: ignore[arg-type]  # of RSA, as authorities are
    return authority, certified("Beacon Works", PUBLISHER, authority)


@pytest.mark.parametrize(("bits", "expected"), [(1024, False), (2048, True)])
def test_an_authority_of_rsa_has_a_key_that_is_long_enough(bits: int, *, expected: bool, tmp_path: Path) -> None:
    root, leaf = weak(bits=bits)

    assert expected == judged(signature(tmp_path, leaf), roots(tmp_path, root)).is_known


def test_a_signer_of_rsa_did_not_make_a_signature_of_this_kind(tmp_path: Path) -> None:
    of_rsa, _ = weak(bits=2048)

    assert "does not fit its own key" in fault(judged(signature(tmp_path, of_rsa), roots(tmp_path, of_rsa)))


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()], ids=lambda curve: curve.name)
def test_keys_of_every_curve_of_the_specification_are_read(curve: ec.EllipticCurve, tmp_path: Path) -> None:
    path = tmp_path / "key.pub"
    path.write_bytes(public_pem(PUBLISHER, curve))

    assert 1 == len(trust_in([path], []).keys)


def of_no_curve(pem: bytes) -> bytes:
    """With the number of a curve that nobody has."""
    first, *lines, last = pem.splitlines()
    der = b64decode(b"".join(lines)).replace(bytes.fromhex("2a8648ce3d030107"), bytes.fromhex("2a8648ce3d03017f"))
    return b"\n".join([first, b64encode(der), last, b""])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no key in PEM"),
        (private_pem(PUBLISHER), "is a private key, which nobody but the signer should have"),
        (LEAF.pem, "is a certificate; pass it with `--certificate-root`"),
        (public_pem(PUBLISHER, ec.SECP256K1()), "a key of the kind secp256k1, which signs no model"),
        (of_no_curve(public_pem(PUBLISHER)), "a key of a kind or curve that is not known here"),
    ],
    ids=["nothing", "private", "certificate", "another curve", "no curve"],
)
def test_what_is_no_public_key_is_told(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "key.pub"
    path.write_bytes(data)

    with pytest.raises(UsageError) as raised:
        trust_in([path], [])
    assert said in raised.value.messages[0].en
