"""The files that every archive has and no project tree: we write them."""

from __future__ import annotations

from hatch_oaml.values.wheel_names import is_written_by_builders

MANIFEST = "OAML-MANIFEST.json"
CHECKSUMS = "SHA256SUMS"
MODIFICATIONS_PAGE = "MODIFICATIONS.md"
GENERATED = frozenset({MANIFEST, CHECKSUMS, MODIFICATIONS_PAGE})
"""They stand at the top of an archive."""


def generated_in(folder: str) -> frozenset[str]:
    """Their paths in an archive; `folder` is the one at whose top they stand, "" or with a slash at its end."""
    return frozenset(f"{folder}{name}" for name in GENERATED)


def is_generated_or_by_hatchling(path: str, target: str, import_name: str) -> bool:
    """Alone to be passed over: all else in an archive came from somebody.

    :param path: in an archive of `target`, below the one folder of an sdist.
    """
    ours = generated_in(f"{import_name}/" if target == "wheel" else "")
    return path == "PKG-INFO" or path in ours or is_written_by_builders(path)


PAGE_MARK = "<!-- hatch-oaml: rendered from the modification changelog; edits here are lost -->"

_HEAD = 4096


def is_generated(data: bytes) -> bool:
    """Is `data`, by its beginning, a page or a manifest that we wrote, under whatever name?"""
    head = data[:_HEAD]
    return PAGE_MARK.encode() in head or (head.lstrip().startswith(b"{") and b'"tool": {"name": "hatch-oaml"' in head)
