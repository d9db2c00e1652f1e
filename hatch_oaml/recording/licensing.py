"""Under which license a base came: as its metadata, its license text, its card or its weights tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from hatch_oaml.license.copies import compare_license
from hatch_oaml.license.versions import CURRENT, names_license
from hatch_oaml.recording.contents import CARD_NAMES
from hatch_oaml.terms.known import read_license_text
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.front_matter import front_matter
from hatch_oaml.values.legal_names import legal_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.recording.contents import Contents

_HOME_FOLDERS = frozenset({"", "LICENSES", "licenses"})


_NO_LICENSE = frozenset({"other", "unknown", "null", "~"})


def license_of(contents: Contents) -> str:
    """An SPDX expression, or `LicenseRef-` and the word that the base itself has for it; "" where nothing tells.

    Metadata that parse come first, then our own license's text, the card, the text of another one, the weights, and what metadata
    call it that no expression is.
    """
    told = (_spdx(contents.license), _ours(contents), *_on_card(contents), _by_text(contents))
    words = (contents.header_license, contents.license)
    return next(filter(None, told), "") or next(filter(None, (_spdx(word) or _reference(word) for word in words)), "")


def _spdx(expression: str) -> str:
    """`expression` as SPDX writes it; "" where it is none."""
    try:
        return canonicalize_license_expression(expression) if expression.strip() else ""
    except InvalidLicenseExpression:
        return ""


def _reference(word: str) -> str:
    slug = re.sub(r"[^A-Za-z0-9.]+", "-", word).strip("-")
    return _spdx(f"LicenseRef-{slug}") if slug else ""


def _texts(contents: Contents) -> Iterator[str]:
    """The ids of the license texts at the top, each once."""
    paths = [contents.config.license, *(file.path for file in contents.files if legal_kind(file.path) == "license")]
    for path in dict.fromkeys(paths):
        if path.rpartition("/")[0] in _HOME_FOLDERS and (data := contents.text(path)) is not None:
            yield _license_of_text(data)


def _license_of_text(data: bytes) -> str:
    """The id of the license that `data` is the text of; "" where it is ours altered, no known one, or several."""
    copy = compare_license(data)
    if copy.is_pdf or copy.state in {"verbatim", "typographic", "partial"}:
        return copy.version.id
    known = read_license_text(data).known
    return _spdx(next(iter(known))) if len(known) == 1 else ""


def _ours(contents: Contents) -> str:
    return CURRENT.id if any(map(names_license, _texts(contents))) else ""


def _by_text(contents: Contents) -> str:
    """Of several texts nobody can tell from outside which is of the model."""
    found = {id_ for id_ in _texts(contents) if id_}
    return found.pop() if len(found) == 1 else ""


def _on_card(contents: Contents) -> Iterator[str]:
    cards = (data for name in CARD_NAMES if (data := contents.text(name)) is not None)
    for card in cards:
        told = front_matter(decode(card).text.replace("\r\n", "\n"))
        yield _told({key: tuple(value.text for value in values) for key, values in told.items()})


def _told(card: Mapping[str, tuple[str, ...]]) -> str:
    """A hub's `other` stands for what `license_name` says; of several licenses the hub means all."""
    words = [word for word in card.get("license", ()) if word.lower() not in _NO_LICENSE]
    words = words or list(card.get("license_name", ()))
    return " AND ".join(_spdx(word) or _reference(word) for word in words)
