"""Every name in a release can be unpacked on Linux, macOS and Windows, each file beside the others."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.records.generated import GENERATED
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from hatch_oaml.release import Release

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file; the superscript digits count as digits there
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}) | {
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "123456789¹²³"
}
_FORBIDDEN = frozenset('<>:"|?*')
_PLAIN = expression(r"[A-Za-z0-9_+.-]{0,254}[A-Za-z0-9_+-]")
"""Nearly all names: nothing but a device's name can be wrong with these."""
_LONGEST = 255  # bytes, on ext4, APFS and others; NTFS counts 255 UTF-16 units, which are never more

_RENAME = Bilingual(en="rename it", zh="请改名")


def _run(release: Release) -> Iterator[Finding]:
    files = release.inventory.by_path
    seen: set[str] = set()
    for path in files:
        for folder in _folders_above(path):
            if folder not in seen and folder not in files:
                seen.add(folder)
                yield from _unportable(folder)
        yield from _unportable(path)
    yield from _collisions(files)


def _folders_above(path: str) -> list[str]:
    """From the top."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _unportable(path: str) -> Iterator[Finding]:
    name = path.rpartition("/")[2]
    for reason in _reasons(name):
        yield Finding(
            path=path,
            message=Bilingual(
                en=f"the name `{printable(name)}` cannot be unpacked everywhere: {reason.en}",
                zh=f"名称 `{printable(name)}` 无法在所有系统上解包：{reason.zh}",
            ),
            fix=_RENAME,
        )


def _reasons(name: str) -> Iterator[Bilingual]:
    if _PLAIN.fullmatch(name) and name.partition(".")[0].upper() not in _DEVICES:
        return
    if name.partition(".")[0].rstrip(" ").upper() in _DEVICES:
        yield Bilingual(en="it is a device on Windows", zh="它在 Windows 上是设备名")
    forbidden = " ".join(f"`{sign}`" for sign in sorted(_FORBIDDEN & set(name)))
    if forbidden:
        yield Bilingual(en=f"Windows forbids {forbidden}", zh=f"Windows 不允许 {forbidden}")
    if any(ord(letter) < 32 or ord(letter) == 127 for letter in name):
        yield Bilingual(en="it has a control character", zh="其中有控制字符")
    if name[-1] in ". ":
        yield Bilingual(en="Windows drops a dot or space at the end", zh="Windows 会去掉末尾的点或空格")
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        yield Bilingual(en="it is not valid UTF-8", zh="它不是有效的 UTF-8")
    length = len(name.encode("utf-8", "surrogatepass"))
    if length > _LONGEST:
        yield Bilingual(
            en=f"it has {length} bytes of at most {_LONGEST}", zh=f"其长度为 {length} 字节，上限为 {_LONGEST}"
        )


def _collisions(paths: Collection[str]) -> Iterator[Finding]:
    """Pairs that are one name where case, or the way in which accents are encoded, does not count."""
    files = {_folded(name): name for name in sorted(GENERATED)}
    for path in paths:
        other = files.setdefault(_folded(path), path)
        if other != path or path in GENERATED:
            yield _collision(path, other)
    for folder in dict.fromkeys(folder for path in paths for folder in _folders_above(path)):
        file = files.get(_folded(folder))
        if file is not None:
            yield _collision(folder, file)


def _folded(path: str) -> str:
    if path.isascii():
        lower = path.lower()
        return path if path == lower else lower  # of very many paths a second one of each takes much room
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def _collision(path: str, other: str) -> Finding:
    if other in GENERATED:
        return Finding(
            path=path,
            message=Bilingual(
                en=f"takes the place of `{other}`, which hatch-oaml writes into every archive",
                zh=f"占用了 `{other}` 的位置，而 hatch-oaml 会将该文件写入每个归档",
            ),
            fix=_RENAME,
        )
    return Finding(
        path=path,
        message=Bilingual(
            en=f"is the same name as `{printable(other)}` on Windows and macOS: unpacking would keep only one of the two",
            zh=f"在 Windows 和 macOS 上与 `{printable(other)}` 同名：解包后只会留下其中一个",
        ),
        fix=Bilingual(en="rename one of the two", zh="请将其中一个改名"),
    )


_FIX_FOR_RECEIVER = Bilingual(
    en="unpack it on a system that can hold the name, or ask the publisher for an archive with another",
    zh="请在能够容纳该名称的系统上解包，或向发布者索取改用其他名称的归档",
)

CHECK = Check(name="unportable-path", clause="", severity=ERROR, run=_run, fix_for_receiver=_FIX_FOR_RECEIVER)
