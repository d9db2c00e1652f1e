"""A REUSE.toml (https://reuse.software/spec-3.3/#reusetoml) of the license, written where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.license.versions import CURRENT
from hatch_oaml.values.wording import toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.annotation import Precedence

REUSE = "REUSE.toml"
LICENSE_COPY = f"LICENSES/{CURRENT.id}.txt"
"""Where REUSE looks for the text."""


def reuse_table(parts: Sequence[tuple[Sequence[str], str]] = (), quoting: Sequence[str] = (), holder: str = "") -> str:
    """The license of all that says no other itself.

    :param parts: gitignore patterns, and the SPDX expression that what they match is under.
    :param quoting: patterns of REUSE; these files quote the tags of others, which there are not theirs.
    :param holder: of the copyright, with the year; "" leaves the line for a person to write.
    """
    written = (([path for line in lines for path in _globs(line)], terms) for lines, terms in parts)
    tables = [
        _annotation(["**"], CURRENT.id, holder),
        *(_annotation(paths, terms, "") for paths, terms in written if paths),
    ]
    if quoting:
        tables.append(_annotation(quoting, CURRENT.id, holder, precedence="override"))
    text = "".join(tables)
    return (_LINT if NO_HOLDER in text else "") + "version = 1\n" + text


NO_HOLDER = '# SPDX-FileCopyrightText = "YEAR NAME"  # who holds the copyright 著作权人\n'
_LINT = """\
# `reuse lint` passes once the holders of the copyright stand in the lines below that begin with `# SPDX`.
# 在下文以 `# SPDX` 开头的行中写明著作权人后，即可通过 `reuse lint`。
"""


def _globs(line: str) -> Iterator[str]:
    """A gitignore pattern as REUSE writes it: from the top, and a folder with all below it."""
    if line.startswith(("!", "#")):
        return  # REUSE takes nothing back
    path = line.strip().strip("/")
    above = "" if "/" in line.strip().rstrip("/") else "**/"
    for start in dict.fromkeys(("", above)):
        if not line.rstrip().endswith("/"):
            yield f"{start}{path}"
        if not path.endswith("*"):
            yield f"{start}{path}/**"


def _annotation(files: Sequence[str], license_id: str, holder: str, precedence: Precedence = "closest") -> str:
    paths = ", ".join(toml_string(path) for path in files)
    said = "" if precedence == "closest" else f"precedence = {toml_string(precedence)}\n"
    copyright_line = f"SPDX-FileCopyrightText = {toml_string(holder)}\n" if holder else NO_HOLDER
    return (
        f"\n[[annotations]]\npath = [{paths}]\n{said}{copyright_line}"
        f"SPDX-License-Identifier = {toml_string(license_id)}\n"
    )
