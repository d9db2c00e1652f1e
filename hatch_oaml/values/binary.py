"""Tells what is no text in any encoding."""

from __future__ import annotations

from typing import Final

_DOCUMENTS: Final = (b"%PDF-",)
"""Their beginning may be a text; what they say is read by readers of their own."""
_HEAD: Final = 8192
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS: Final = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1b"})
_CONTROL_SHARE: Final = 50
"""Pictures and other binaries have more control characters than one in so many bytes; no encoding of text has."""


def is_binary(data: bytes) -> bool:
    """By the beginning of `data`: is it a picture, an array or a program?"""
    if data.startswith(_MARKS):
        return False
    if data.startswith(_DOCUMENTS):
        return True
    head = data[:_HEAD]
    return b"\0" in head or _CONTROL_SHARE * (len(head) - len(head.translate(None, _CONTROLS))) > len(head)
