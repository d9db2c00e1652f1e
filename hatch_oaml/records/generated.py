"""The files that every archive has and no project tree: we write them."""

from __future__ import annotations

MANIFEST = "OAML-MANIFEST.json"
CHECKSUMS = "SHA256SUMS"
MODIFICATIONS_PAGE = "MODIFICATIONS.md"
GENERATED = frozenset({MANIFEST, CHECKSUMS, MODIFICATIONS_PAGE})
"""They stand at the top of an archive."""

PAGE_MARK = "<!-- hatch-oaml: rendered from the modification changelog; edits here are lost -->"

_HEAD = 4096


def is_generated(data: bytes) -> bool:
    """Is `data`, by its beginning, a page or a manifest that we wrote, under whatever name?"""
    head = data[:_HEAD]
    return PAGE_MARK.encode() in head or (head.lstrip().startswith(b"{") and b'"tool": {"name": "hatch-oaml"' in head)
