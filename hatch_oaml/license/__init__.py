"""The license: its text, its versions, and how a copy differs."""

from __future__ import annotations

from hatch_oaml.license.canonical import EDITIONS, Edition, canonical_text
from hatch_oaml.license.copies import LicenseCopy, State, compare
from hatch_oaml.license.differences import Difference, DifferenceKind, Extra
from hatch_oaml.license.versions import CURRENT, VERSIONS, LicenseVersion, is_published_pdf, names_license

__all__ = [
    "CURRENT",
    "EDITIONS",
    "VERSIONS",
    "Difference",
    "DifferenceKind",
    "Edition",
    "Extra",
    "LicenseCopy",
    "LicenseVersion",
    "State",
    "canonical_text",
    "compare",
    "is_published_pdf",
    "names_license",
]
