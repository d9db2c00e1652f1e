"""What reads like a secret is found by its form and by chance; what is made up to show the form is not."""

from __future__ import annotations

import random
import string

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.recognition import secrets
from hatch_oaml.recognition.secrets import FORMS, secret_in
from hatch_oaml.records.found_secret import FoundSecret
from hatch_oaml.values.paths import archive_path

MIXED = string.ascii_letters + string.digits
HEX = string.hexdigits[:16]
BASE64 = MIXED + "+/"


def drawn(length: int, letters: str = MIXED, seed: int = 7) -> str:
    """So many letters by chance: no sample here is anybody's secret, and none stands in the tree as a whole."""
    chance = random.Random(f"{seed} {length} {letters}")  # noqa: S311  # the same in each run
    return "".join(chance.choices(letters, k=length))


def block(title: str, end: str = "\n") -> str:
    lines = [drawn(64, BASE64, seed) for seed in range(6)]
    return end.join([f"-----BEGIN {title}-----", *lines, f"-----END {title}-----"]) + end


TOKENS = {
    "age": "AGE-SECRET-KEY-1" + drawn(58, string.digits + string.ascii_uppercase),
    "hub": "hf_" + drawn(34, string.ascii_letters),
    "hub, other": "ms-" + "-".join(drawn(length, HEX, seed) for seed, length in enumerate((8, 4, 4, 4, 12))),
    "organisation": "api_org_" + drawn(34, string.ascii_letters),
    **{f"code host, {kind}": f"gh{kind}_" + drawn(36) for kind in "pousr"},
    "code host, new": "github_pat_" + drawn(22) + "_" + drawn(59),
    "code host, other": "glpat-" + drawn(20),
    "language model": "sk-" + drawn(48),
    "language model, project": "sk-proj-" + drawn(74) + "-" + drawn(60),
    "language model, other": "sk-ant-api03-" + drawn(93) + "-AA",
    "language model, hexadecimal": "sk-" + drawn(32, HEX),
    "chat": "xoxb-123456789012-" + drawn(24),
    "cloud": "AIza" + drawn(35, MIXED + "-_"),
    "index": "pypi-AgEI" + drawn(120),
    "index, other": "npm_" + drawn(36),
    "payment": "sk_live_" + drawn(24),
    "experiments": 'WANDB_API_KEY="' + drawn(40, HEX) + '"',
    "storage": "AccountKey=" + drawn(86, BASE64) + "==",
    "inference": "gsk_" + drawn(52),
    "predictions": "r8_" + drawn(37),
    "pair without spaces": "key_id=AKIA"
    + drawn(16, string.ascii_uppercase)
    + "\nsecret_access_key="
    + drawn(40, BASE64),
    "pair": "AKIA" + drawn(16, string.ascii_uppercase) + "\nsecret = " + drawn(40, BASE64),
    "pair, other": "LTAI" + drawn(20) + '"\nSECRET = "' + drawn(30),
    "pair, third": "AKID" + drawn(32) + "', '" + drawn(32, seed=8),
}
KEYS = {
    "PKCS#8": block("PRIVATE KEY"),
    "RSA": block("RSA PRIVATE KEY"),
    "OpenSSH": block("OPENSSH PRIVATE KEY"),
    "PGP": block("PGP PRIVATE KEY BLOCK"),
    "encrypted": block("ENCRYPTED PRIVATE KEY"),
    "in JSON": '{"private_key": "' + block("PRIVATE KEY", "\\n") + '"}',
    "in a comment": "# " + block("EC PRIVATE KEY", "\n# "),
    "PuTTY": "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n" + drawn(48, BASE64) + "\n",
}


@pytest.mark.parametrize("secret", TOKENS.values(), ids=TOKENS)
def test_each_form_of_token_is_found_at_its_line(secret: str) -> None:
    assert FoundSecret(kind="private-key" if secret.startswith("AGE") else "token", line=2) == secret_in(
        f'import os\nKEY = "{secret}"\n'.encode()
    )


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_each_form_of_private_key_is_found(key: str) -> None:
    assert FoundSecret(kind="private-key", line=1) == secret_in(key.encode())


def test_each_form_has_a_sample() -> None:
    samples = "\n".join([*TOKENS.values(), *KEYS.values()]).encode()

    assert [] == [form.needle for form in FORMS if not form.pattern.search(samples)]


@pytest.mark.parametrize(
    "text",
    [
        *("hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "hf_yourTokenHereYourTokenHereYourTokenH", "hf_" + "a" * 34),
        *("hf_" + string.ascii_letters[:34], "ghp_" + "0123456789" * 4, "sk-" + "1" * 48, "AKIAIOSFODNN7EXAMPLE"),
        *("hf_" + "pQ7" * 12, "hf_" + string.ascii_uppercase[5:] + string.ascii_lowercase[5:19]),
        "AKIA" + drawn(16, string.ascii_uppercase),
        "aws_secret_access_key = " + drawn(40, BASE64),
        *("sha256-" + drawn(64, HEX), drawn(64, HEX), drawn(200, BASE64), "x-" + drawn(40)),
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\n" + drawn(64, BASE64),
        "-----BEGIN CERTIFICATE-----\n" + drawn(64, BASE64),
        'if "PRIVATE KEY" in text: ' + drawn(64, BASE64),
        *("task-" + drawn(48), "hf_" + drawn(33, string.ascii_letters), "my_hf_" + drawn(34, string.ascii_letters)),
        "data:image/png;base64," + drawn(3000, BASE64) + "AIza" + drawn(35) + drawn(3000, BASE64),
        "sk-learn-compatible-estimators-and-pipelines",
    ],
)
def test_what_shows_the_form_or_is_something_else_is_none(text: str) -> None:
    assert None is secret_in(text.encode())


def test_the_first_of_several_is_told() -> None:
    made_up = "ghp_" + "0123456789" * 4
    text = f"{made_up}\n\n{TOKENS['payment']}\n{TOKENS['hub']}\n{made_up}\n"

    assert FoundSecret(kind="token", line=3) == secret_in(text.encode())


@pytest.mark.parametrize("name", ["a.py", "notes.txt", "README.md", "run.ipynb", "config.json", "NOTICE"])
def test_a_text_of_whatever_name_is_searched(name: str) -> None:
    text = f'{{"a": "Copyright 2024 Beacon Works",\n"b": "{TOKENS["hub"]}"}}\n'

    assert FoundSecret(kind="token", line=2) == extract(archive_path(name), text.encode()).secret
    assert FoundSecret(kind="token", line=1) == extract(archive_path(name), text.split("\n")[1].encode()).secret


def test_what_is_made_up_over_and_over_is_looked_at_a_thousand_times(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bytes] = []
    monkeypatch.setattr(secrets, "_is_drawn_at_random", looked.append)

    assert None is secret_in(f"{TOKENS['hub']}\n".encode() * 3000)

    assert 1000 == len(looked)
