"""Latin letters without what stands above or below them."""

from __future__ import annotations

import unicodedata


def without_accents(text: str) -> str:
    """Letters of other alphabets stay as they are: what a Japanese or Korean one is made of tells words apart."""
    return text if text.isascii() else "".join(map(_without_accent, text))


def _without_accent(letter: str) -> str:
    is_latin = "\u00c0" <= letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff"
    return unicodedata.normalize("NFKD", letter)[0] if is_latin else letter
