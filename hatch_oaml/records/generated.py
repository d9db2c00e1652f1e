"""The files that every archive has and no project tree: we write them."""

from __future__ import annotations

import json

from hatch_oaml.values.wheel_names import is_own_bill, is_written_by_builders

MANIFEST = "OAML-MANIFEST.json"
CHECKSUMS = "SHA256SUMS"
MODIFICATIONS_PAGE = "MODIFICATIONS.md"
BILL_OF_MATERIALS = "OAML-BOM.cdx.json"
GENERATED = frozenset({MANIFEST, CHECKSUMS, MODIFICATIONS_PAGE, BILL_OF_MATERIALS})
"""They stand at the top of an archive, but for the bill of materials of a wheel, which lies where installers look for one."""


def generated_in(folder: str) -> frozenset[str]:
    """Their paths in an archive; `folder` is the one at whose top they stand, "" or with a slash at its end."""
    return frozenset(f"{folder}{name}" for name in GENERATED)


def is_generated_or_by_hatchling(path: str, target: str, import_name: str) -> bool:
    """Alone to be passed over: all else in an archive came from somebody.

    :param path: in an archive of `target`, below the one folder of an sdist.
    """
    if path == "PKG-INFO" or is_written_by_builders(path):
        return True
    if target != "wheel":
        return path in GENERATED
    return is_own_bill(path, import_name) or path in generated_in(f"{import_name}/") - {
        f"{import_name}/{BILL_OF_MATERIALS}"
    }


PAGE_MARK = "<!-- hatch-oaml: rendered from the modification changelog; edits here are lost"
"""A comment begins with it."""

BILL_MARK = {"type": "application", "name": "hatch-oaml"}
"""How the tool is told of that wrote a bill of materials, near its beginning."""

_HEAD = 4096
_PAGE_MARK = PAGE_MARK.encode()
_TOOL_MARK = b'"tool": {"name": "hatch-oaml"'
_BILL_MARK = json.dumps(BILL_MARK)[:-1].encode()


def is_generated(data: bytes) -> bool:
    """Is `data`, by its beginning, a page, a manifest or a bill of materials that we wrote, under whatever name?"""
    head = data[:_HEAD]
    if _PAGE_MARK in head:
        return True
    return head.lstrip().startswith(b"{") and (_TOOL_MARK in head or _BILL_MARK in head)
