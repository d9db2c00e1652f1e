"""What is often saved under a weights name, and is none: nothing, a web page, an error message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.lfs_pointers import POINTER_SIZE, parse_pointer
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from hatch_oaml.weights._contract import WeightFile

_LONGEST_MESSAGE = 1024
_MARKUP = (b"<!doctype", b"<html", b"<head", b"<?xml", b"<error", b"<!--")


def is_lfs_pointer(source: WeightFile) -> bool:
    return source.size < POINTER_SIZE and parse_pointer(source.head) is not None


def impostor(source: WeightFile) -> Bilingual | None:
    if source.size == 0:
        return Bilingual(en="the file is empty", zh="文件是空的")
    start = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.lower().startswith(_MARKUP):
        return _instead("a web page or an XML message", "一个网页或 XML 消息", start)
    text = _message(source)
    if text is None:
        return None
    if start.startswith((b"{", b"[")):
        return _instead("a JSON message", "一段 JSON 消息", start)
    return _instead("a text message", "一段文字消息", start)


def _message(source: WeightFile) -> str | None:
    """The whole file as a text, if it is a short one. A pickle of protocol 0 is text too, and ends with a full stop."""
    if source.size > _LONGEST_MESSAGE or source.head.endswith(b"."):
        return None
    try:
        text = source.head.decode()
    except UnicodeDecodeError:
        return None
    return text if all(letter.isprintable() or letter.isspace() for letter in text) else None


def _instead(en: str, zh: str, start: bytes) -> Bilingual:
    text = abbreviated(" ".join(start.decode("utf-8", "replace").split()), 80)
    return Bilingual(
        en=f"expected weights, found {en}: “{text}”; a download probably failed",
        zh=f"应为权重文件，实为{zh}：“{text}”；很可能是下载失败所致",
    )
