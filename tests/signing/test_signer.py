"""Keys sign the same bytes the same way; what is no key for it is told with what to do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from hatch_oaml.signing.bundle import parse_bundle
from hatch_oaml.signing.environment import passphrase, signer_in
from hatch_oaml.signing.signer import signer_of
from hatch_oaml.signing.statement import parse_statement, statement_of
from hatch_oaml.signing.trust import judged, trust_in
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import UsageError
from tests.signed import (
    DAY,
    NOW,
    PUBLISHER,
    SOMEBODY,
    certified,
    key_file,
    key_of,
    private_pem,
    public_file,
    public_pem,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.signed import Authority

STATEMENT = statement_of("lantern", {"a.bin": sha256_of(b"a")})


def never(name: str) -> bytes:
    raise AssertionError(name)


def refusal(key: Path, certificate: Path | None = None) -> str:
    with pytest.raises(UsageError) as raised:
        signer_of(key, certificate, never)
    [said] = raised.value.messages
    assert said.zh != said.en
    return said.en


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    path.chmod(0o600)
    return path


def test_the_same_statement_has_the_same_signature(tmp_path: Path) -> None:
    signer = signer_of(key_file(tmp_path), None, never)

    assert signer.bundle(STATEMENT) == signer.bundle(STATEMENT)
    assert signer.bundle(STATEMENT) != signer_of(key_file(tmp_path, SOMEBODY), None, never).bundle(STATEMENT)


def test_a_signature_is_over_the_statement_and_by_the_key(tmp_path: Path) -> None:
    data = signer_of(key_file(tmp_path), None, never).bundle(STATEMENT)

    found = judged(data, trust_in([public_file(tmp_path)], []))

    assert (STATEMENT, True, sha256_of(public_pem(PUBLISHER))) == (found.statement, found.is_known, found.signer)
    assert STATEMENT == parse_statement(parse_bundle(data).payload)


def test_keys_of_other_kinds_are_refused_by_their_names(tmp_path: Path) -> None:
    others = {
        "P-384": private_pem(PUBLISHER, ec.SECP384R1()),
        "P-521": private_pem(PUBLISHER, ec.SECP521R1()),
        "secp256k1": private_pem(PUBLISHER, ec.SECP256K1()),
        "Ed25519": _pem(ed25519.Ed25519PrivateKey.generate()),
        "RSA": _pem(rsa.generate_private_key(65537, 2048)),
    }

    for kind, data in others.items():
        assert f"a key of the kind {kind}; releases are signed with P-256" in refusal(put(tmp_path / kind, data))


def _pem(key: ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no key in PEM"),
        (b"\x00\xff", "is no key in PEM"),
        (b"-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n", "is no key in PEM"),
        (public_pem(PUBLISHER), "holds a public key or a certificate"),
        (b"-----BEGIN CERTIFICATE-----\n", "holds a public key or a certificate"),
        (b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", "is no key in PEM"),
        (b"x" * (1 << 21), "is too long for a key"),
    ],
    ids=lambda value: str(value[:30]),
)
def test_what_is_no_private_key_is_told(data: bytes, said: str, tmp_path: Path) -> None:
    assert said in refusal(put(tmp_path / "key.pem", data))


def test_a_path_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert "cannot be read (No such file or directory)" in refusal(tmp_path / "nothing.pem")
    assert "cannot be read (" in refusal(tmp_path)


@pytest.mark.parametrize("form", [serialization.PrivateFormat.PKCS8, serialization.PrivateFormat.TraditionalOpenSSL])
def test_every_form_that_openssl_writes_is_read(form: serialization.PrivateFormat, tmp_path: Path) -> None:
    data = key_of(PUBLISHER).private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    parameters = b"-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"

    for text in (data, parameters + data, data.replace(b"\n", b"\r\n")):
        assert sha256_of(public_pem(PUBLISHER)) == signer_of(put(tmp_path / "key.pem", text), None, never).name


def test_an_encrypted_key_asks_for_its_passphrase(tmp_path: Path) -> None:
    key = put(tmp_path / "key.pem", private_pem(PUBLISHER, passphrase=b"lantern"))

    signer = signer_of(key, None, lambda name: b"lantern" if name == str(key) else b"")

    assert sha256_of(public_pem(PUBLISHER)) == signer.name


@pytest.mark.parametrize("other", [b"", b"beacon"])
def test_another_passphrase_is_told(other: bytes, tmp_path: Path) -> None:
    key = put(tmp_path / "key.pem", private_pem(PUBLISHER, passphrase=b"lantern"))

    with pytest.raises(UsageError, match="the passphrase is another, or the key is damaged"):
        signer_of(key, None, lambda _name: other)


def test_the_passphrase_comes_from_its_variable_or_from_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert b"lantern" == passphrase({"HATCH_OAML_SIGNING_PASSPHRASE": "lantern"}, "key.pem")
    with pytest.raises(UsageError, match="set the environment variable `HATCH_OAML_SIGNING_PASSPHRASE`"):
        passphrase({}, "key.pem")
    monkeypatch.setattr("hatch_oaml.signing.environment.getpass", lambda prompt, _stream: prompt)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert "passphrase/口令 key.pem: ".encode() == passphrase({}, "key.pem")


def test_the_environment_names_key_and_certificate(tmp_path: Path) -> None:
    chain = put(tmp_path / "chain.pem", certified("Beacon Works", PUBLISHER).pem)
    key = str(key_file(tmp_path))

    assert signer_in({}) is None
    assert signer_in({"HATCH_OAML_SIGNING_KEY": ""}) is None
    by_key = signer_in({"HATCH_OAML_SIGNING_KEY": key})
    by_certificate = signer_in({"HATCH_OAML_SIGNING_KEY": key, "HATCH_OAML_SIGNING_CERTIFICATE": str(chain)})
    assert by_key is not None
    assert by_certificate is not None
    assert (sha256_of(public_pem(PUBLISHER)), "CN=Beacon Works") == (by_key.name, by_certificate.name)
    with pytest.raises(UsageError, match="a certificate signs nothing without its key"):
        signer_in({"HATCH_OAML_SIGNING_CERTIFICATE": str(chain)})


@pytest.mark.skipif(os.name == "nt", reason="Windows has rights of another kind")
@pytest.mark.parametrize(("mode", "count"), [(0o600, 0), (0o400, 0), (0o640, 1), (0o604, 1), (0o644, 1)])
def test_a_key_that_others_may_read_draws_a_warning(mode: int, count: int, tmp_path: Path) -> None:
    key = key_file(tmp_path)
    key.chmod(mode)

    warnings = signer_of(key, None, never).warnings

    assert count == len(warnings)
    assert all(f"chmod 600 {key}" in said.en and f"chmod 600 {key}" in said.zh for said in warnings)


ROOT = certified("Root", 5, authority=True)


@pytest.mark.parametrize(
    ("chain", "said"),
    [
        ([certified("Somebody", SOMEBODY, ROOT)], "is for another key than"),
        ([ROOT, certified("Beacon Works", PUBLISHER, ROOT)], "must be the first in it"),
        ([certified("Old", PUBLISHER, ROOT, span=(NOW - 9 * DAY, NOW - DAY))], "and not now; renew it"),
        ([certified("Soon", PUBLISHER, ROOT, span=(NOW + DAY, NOW + 9 * DAY))], "and not now; renew it"),
        (
            [certified("Beacon Works", PUBLISHER, ROOT), certified("Root", 9, authority=True)],
            "was not issued by CN=Root",
        ),
        ([certified("Keys", PUBLISHER, ROOT, usage=("key_agreement",))], "the first certificate is not for signing"),
    ],
    ids=["another key", "another order", "expired", "not yet valid", "another issuer", "for other uses"],
)
def test_a_certificate_that_does_not_fit_is_told(chain: list[Authority], said: str, tmp_path: Path) -> None:
    file = put(tmp_path / "chain.pem", b"".join(one.pem for one in chain))

    assert said in refusal(key_file(tmp_path), file)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "holds no certificate in PEM"), (private_pem(PUBLISHER), "holds a private key; point to a file")],
)
def test_what_is_no_certificate_is_told(data: bytes, said: str, tmp_path: Path) -> None:
    assert said in refusal(key_file(tmp_path), put(tmp_path / "chain.pem", data))
