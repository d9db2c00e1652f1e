"""Who signs a build, by its environment; and how a passphrase is come by, which is never an argument."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.signing.mistakes import PASSPHRASE, certificate_without_key, no_passphrase
from hatch_oaml.signing.signer import signer_of
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.signing.signer import Signer

KEY = "HATCH_OAML_SIGNING_KEY"
CERTIFICATE = "HATCH_OAML_SIGNING_CERTIFICATE"


def signer_in(environment: Mapping[str, str]) -> Signer | None:
    """None where no key is named.

    :raises UsageError: as `signer_of` does, and if there is a certificate without a key.
    """
    key, certificates = environment.get(KEY), environment.get(CERTIFICATE)
    if key:
        return signer_of(Path(key), Path(certificates) if certificates else None, partial(passphrase, environment))
    if certificates:
        raise certificate_without_key(KEY, CERTIFICATE)
    return None


def passphrase(environment: Mapping[str, str], name: str) -> bytes:
    """Of the key in the file `name`: from its variable, else asked for on the terminal.

    :raises UsageError: there is neither.
    """
    if PASSPHRASE in environment:
        return environment[PASSPHRASE].encode()
    if not _is_asked_at_a_terminal():
        raise no_passphrase(name)
    return getpass(f"passphrase/口令 {printable(name)}: ", sys.stderr).encode()


def _is_asked_at_a_terminal() -> bool:
    with suppress(AttributeError, ValueError):  # it is closed
        return sys.stdin.isatty()
    return False
