"""The license: its text, its versions, and how a copy differs."""

from __future__ import annotations

from hatch_oaml.license.canonical import EDITIONS, Edition, canonical_text
from hatch_oaml.license.copies import LicenseCopy, State, compare_license
from hatch_oaml.license.differences import DifferenceKind, Extra, LicenseDifference
from hatch_oaml.license.versions import CURRENT, VERSIONS, LicenseVersion, is_published_pdf, names_license

__all__ = [
    "CURRENT",
    "EDITIONS",
    "VERSIONS",
    "DifferenceKind",
    "Edition",
    "Extra",
    "LicenseCopy",
    "LicenseDifference",
    "LicenseVersion",
    "State",
    "canonical_text",
    "compare_license",
    "is_published_pdf",
    "names_license",
]
