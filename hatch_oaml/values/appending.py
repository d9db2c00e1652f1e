"""Text put behind what a file holds: in the file's own encoding, with the file's own line ends."""

from __future__ import annotations

from hatch_oaml.values.binary import is_binary
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.packing_marks import is_packed


def appended(data: bytes, text: str) -> bytes | None:
    """`data`, and `text` on the lines below it; None where that cannot be.

    It cannot where `data` is no text, where its encoding is merely guessed, or has no letters for all of `text`.
    Law: what is answered reads as `data` did, with `text` behind it.
    """
    before = decode(data)
    if not before.sure or is_binary(data) or is_packed(data):
        return None
    end = _line_end(before.text)
    is_open = bool(before.text) and not before.text.endswith(("\n", "\r"))
    addition = (end if is_open else "") + text.replace("\n", end)
    try:
        whole = data + addition.encode(before.encoding)
    except UnicodeEncodeError:
        return None
    after = decode(whole)
    return whole if after.sure and after.text == before.text + addition else None


def _line_end(text: str) -> str:
    """The one that most of its lines have."""
    pairs = text.count("\r\n")
    ends = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(ends, key=lambda end: ends[end])
