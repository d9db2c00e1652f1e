"""Paths inside a release: relative, with forward slashes, never leaving it."""

from __future__ import annotations

from typing import NewType

ArchivePath = NewType("ArchivePath", str)
"""A relative POSIX path without empty, `.` or `..` parts; what an archive's member is called below its root."""


def archive_path(text: str) -> ArchivePath:
    """:raises ValueError: saying what is wrong with `text`, in English."""
    if not text:
        raise ValueError("is empty")
    if "\0" in text or "\\" in text:
        raise ValueError("holds a NUL or a backslash")
    if text.startswith("/") or (len(text) > 1 and text[1] == ":"):
        raise ValueError("is absolute")
    if any(part in {"", ".", ".."} for part in text.split("/")):
        raise ValueError("has an empty, `.` or `..` part")
    return ArchivePath(text)


def sort_key(path: str) -> str:
    """Orders paths by their UTF-8 bytes, the same on every system and locale; undecodable names have a place too.

    Python orders texts by their code points, and UTF-8 keeps that order: the bytes need not be made for it.
    """
    return path


def prefix_of(root: str) -> str:
    """What stands before each path below the folder `root` of an archive; "" where its files lie at the top."""
    return f"{root}/" if root else ""


def file_name(path: str) -> str:
    """Its last part."""
    return path.rpartition("/")[2]
