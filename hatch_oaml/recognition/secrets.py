"""Finds in a text what is most likely a private key or an access token, whatever the file is called."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from hatch_oaml.records.found_secret import FoundSecret, SecretKind
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match, Pattern

_ROW = b"\0" * 20
_ROWS = bytes(0 if byte < 128 and (chr(byte).isalnum() or byte == ord("-")) else 32 for byte in range(256))
"""Makes a zero of what secrets are written with: nearly all have twenty such bytes in a row, and few other texts do."""
_BEFORE = 120
"""Bytes before such a row in which a token of that form begins."""


@frozen
class _Form:
    """One way in which secrets are written.

    `needle` is in each, near a row of letters, or, of keys, anywhere. `pattern` finds one, and its group what nobody can guess;
    where `secret` is told, that stands within `reach` bytes behind what `pattern` finds.
    """

    kind: SecretKind
    needle: bytes
    pattern: Pattern[bytes]
    secret: Pattern[bytes] | None = None
    reach: int = 0
    is_anywhere: bool = False


def _token(needle: bytes, pattern: bytes, kind: SecretKind = "token") -> _Form:
    bounded = expression(rb"(?<![\w+/-])" + pattern + rb"(?![\w+/-])")
    return _Form(kind=kind, needle=needle, pattern=bounded)


def _key(needle: bytes, pattern: bytes, reach: int) -> _Form:
    secret = expression(rb"(?:(?<![\w+/=])|(?<=\\n))([A-Za-z0-9+/]{40,64})")
    return _Form(
        kind="private-key", needle=needle, pattern=expression(pattern), secret=secret, reach=reach, is_anywhere=True
    )


def _pair(needle: bytes, name: bytes, length: int) -> _Form:
    """A token in two parts: the one that names it, and within some lines the secret one."""
    secret = expression(rb"(?:(?<![\w+/=-])|(?<=[a-zA-Z]=))([A-Za-z0-9/+]{%d})(?![\w+/-])" % length)
    return _Form(
        kind="token",
        needle=needle,
        pattern=expression(rb"(?<![\w+/-])" + name + rb"(?![\w+/-])"),
        secret=secret,
        reach=300,
    )


FORMS = (
    _key(b"PRIVATE KEY", rb"-----BEGIN (?:[A-Z0-9]{2,9} ){0,2}PRIVATE KEY(?: BLOCK)?-----", 400),
    _key(b"PuTTY-User-Key-File-", rb"PuTTY-User-Key-File-\d:", 2000),
    _token(b"AGE-SECRET-KEY-1", rb"AGE-SECRET-KEY-1([0-9A-Z]{58})", "private-key"),
    _token(b"hf_", rb"hf_([A-Za-z0-9]{34,40})"),
    _token(b"ms-", rb"ms-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"),
    _token(b"api_org_", rb"api_org_([A-Za-z0-9]{34,40})"),
    *(_token(needle, needle + rb"([A-Za-z0-9]{36,255})") for needle in (b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_")),
    _token(b"github_pat_", rb"github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})"),
    _token(b"glpat-", rb"glpat-([\w-]{20,64})"),
    _token(b"sk-", rb"sk-(?:proj-|ant-[a-z]{2,8}\d\d-|svcacct-|admin-|or-v1-)?([A-Za-z0-9][\w-]{31,250})"),
    _token(b"xox", rb"xox[abeoprs]-(?:\w{1,15}-){1,4}([A-Za-z0-9]{20,64})"),
    _token(b"AIza", rb"AIza([\w-]{35})"),
    _token(b"gsk_", rb"gsk_([A-Za-z0-9]{48,64})"),
    _token(b"r8_", rb"r8_([A-Za-z0-9]{37})"),
    _token(b"pypi-Ag", rb"pypi-Ag([\w-]{60,400})"),
    _token(b"npm_", rb"npm_([A-Za-z0-9]{36})"),
    _token(b"_live_", rb"[rs]k_live_([A-Za-z0-9]{24,100})"),
    _token(b"WANDB_API_KEY", rb"WANDB_API_KEY[\"']?\]?\s{0,4}[=:,]\s{0,4}[\"']?([0-9a-f]{40})"),
    _token(b"AccountKey=", rb"AccountKey=([A-Za-z0-9/+]{86})=="),
    _pair(b"AKIA", rb"AKIA[A-Z0-9]{16}", 40),
    _pair(b"LTAI", rb"LTAI[A-Za-z0-9]{12,24}", 30),
    _pair(b"AKID", rb"AKID[A-Za-z0-9]{32}", 32),
)
"""As their givers document them; each has a sample in the tests."""

_MOST_TRIED = 1000
"""Of a form in one text: what holds more is no text of people, and is not to cost more."""
_SHOWN = (
    *(b"example", b"sample", b"dummy", b"fake", b"placeholder", b"redacted", b"secret", b"your", b"token", b"test"),
    *(b"xxxx", b"0000", b"12345", b"abcde", b"qwerty", b"deadbeef"),
)
_MADE_UP = expression(b"|".join(_SHOWN), re.IGNORECASE)
_CLASSES = (rb"[a-z]", rb"[A-Z]", rb"\d")
_LEAST_DIFFERENT = 10
"""Characters: whoever draws twenty at random gets more."""


def secret_in(data: bytes) -> FoundSecret | None:
    """The first that `data`, a text, holds; None if none does. What is made up to show the form is none."""
    zeros = data.translate(_ROWS)
    if _ROW not in zeros:
        return None
    rows = b"\n".join(_rows(data, zeros))
    forms = (form for form in FORMS if form.needle in (data if form.is_anywhere else rows))
    found = (found for form in forms if (found := _first(form, data)))
    return min(found, key=lambda found: found.line, default=None)


def _rows(data: bytes, zeros: bytes) -> Iterator[bytes]:
    """Where tokens may stand: it is cheaper to look there for what all of them begin with than everywhere."""
    begin = zeros.find(_ROW)
    while begin >= 0:
        end = begin + len(_ROW)
        yield data[max(0, begin - _BEFORE) : end]
        end = zeros.find(b" ", end)
        begin = zeros.find(_ROW, end) if end >= 0 else -1


def _first(form: _Form, data: bytes) -> FoundSecret | None:
    for found in islice(form.pattern.finditer(data), _MOST_TRIED):
        if any(map(_is_drawn_at_random, _secrets(form, found))):
            return FoundSecret(kind=form.kind, line=data.count(b"\n", 0, found.start()) + 1)
    return None


def _secrets(form: _Form, found: Match[bytes]) -> list[bytes]:
    if form.secret is None:
        return [found[1]]
    return form.secret.findall(found.string, found.end(), found.end() + form.reach)


def _is_drawn_at_random(secret: bytes) -> bool:
    if _MADE_UP.search(secret) or len(set(secret)) < _LEAST_DIFFERENT:
        return False
    if sum(re.search(kind, secret) is not None for kind in _CLASSES) < 2:
        return False
    return sum(abs(one - other) == 1 for one, other in pairwise(secret)) * 4 < len(secret)
