"""Texts and paths of strangers where SARIF would read more in them."""

from __future__ import annotations

from urllib.parse import quote

from hatch_oaml.values.expressions import expression

_PLACEHOLDER = expression(r"\{(\d+)\}")
_NO_BYTE = expression(r"[\ud800-\udc7f\udd00-\udfff]")
"""Lone surrogates that stand for no byte of a name."""


def literal(text: str) -> str:
    """As a message that has neither placeholders nor links (SARIF 2.1.0, 3.11.5 and 3.11.6), whatever it quotes.

    Other braces stay single: no reader takes them for placeholders, and some show them as they are, in lines to paste.
    """
    return _PLACEHOLDER.sub(r"{{\1}}", text).replace("](", "\\](")


def uri(path: str) -> str:
    """As a relative reference (RFC 3986) of which no part is a scheme, a host or the root of a disk."""
    encoded = quote(path.encode("utf-8", "surrogatepass" if _NO_BYTE.search(path) else "surrogateescape"))
    return f"%2F{encoded[1:]}" if encoded.startswith("/") else encoded
