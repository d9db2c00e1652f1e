"""The versions of the license, one entry each."""

from __future__ import annotations

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import Sha256, sha256
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen


@frozen
class LicenseVersion:
    """What tells one version from every other text.

    `hub_name` is what model hubs want in a card's `license_name`; `resource` is the text's file beside this module; `digest` is of its UTF-8 bytes without any white space;
    `pdfs` are the digests of the PDF files in which the steward or a publisher gave it out; `clauses` are the numbers
    that open a clause, in the text's order.
    """

    id: str
    synonyms: tuple[str, ...]
    name: Bilingual
    hub_name: str
    resource: str
    digest: Sha256
    pdfs: frozenset[Sha256]
    clauses: tuple[str, ...]


VERSION_1_0 = LicenseVersion(
    id="LicenseRef-scancode-openatom-model-1.0",
    synonyms=("LicenseRef-OpenAtom-Model-License-1.0", "LicenseRef-OpenAtom-Model-1.0"),
    name=Bilingual(en="OpenAtom Model License, Version 1.0", zh="开放原子模型许可证 第一版"),
    hub_name="openatom-model-license-1.0",
    resource="OpenAtom-Model-License-1.0.txt",
    digest=sha256("98d08076c84e1f6685dd8cfccf85a1a8b3102fd7050eb8ac3f2a37ad21ba9152"),
    pdfs=frozenset({sha256("df4d512900b37e4ee00b3f18d511af0bfa43492a78124ebf0f47da383bbee4f3")}),
    clauses=(
        *("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "1.11", "1.12", "1.13"),
        *("2.1", "2.2", "2.3"),
        *("3.1", "3.2"),
        *("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7"),
    ),
)

VERSIONS = (VERSION_1_0,)
"""The oldest first."""

CURRENT = VERSIONS[-1]

# Annex D of SPDX 2.3: all that an id, an operator or an exception is made of.
_TOKEN = expression(r"[A-Za-z0-9.:+-]+")


def names_license(expression: str) -> bool:
    """Whether an SPDX expression holds a version's id or a synonym of it; ids know no case."""
    tokens = {token.lower() for token in _TOKEN.findall(expression)}
    return any(name.lower() in tokens for version in VERSIONS for name in (version.id, *version.synonyms))


_OURS = expression(r"open[\W_]*atom|开放原子")


def may_name_license(words: str) -> bool:
    """Are these words, as cards and metadata have them, a version's id, a synonym, or a name that people give it?"""
    return names_license(words) or _OURS.search(words.casefold()) is not None


def is_text_by_name(path: str) -> bool:
    """Does a file at `path` stand for the text of a version, as REUSE has it: `LICENSES/<id>.txt`?"""
    folder, _, name = path.casefold().rpartition("/")
    return folder == "licenses" and names_license(name.removesuffix(".txt").removesuffix(".md"))


def is_published_pdf(digest: Sha256) -> bool:
    """Is a file with this digest the license as its steward publishes it?"""
    return any(digest in version.pdfs for version in VERSIONS)
