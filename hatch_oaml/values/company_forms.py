"""What companies and institutions are called besides their names: one list for finding holders and for comparing them."""

from __future__ import annotations

from typing import Final

LEGAL: Final = (
    *("Inc", "Ltd", "LLC", "GmbH", "Corp", "Co", "AG", "SA", "BV", "PLC", "Pte", "Pty"),
    *("Limited", "Corporation", "Incorporated", "Company"),
)
"""Forms in law: behind a comma each still belongs to the name before it."""
FORMS: Final = (*LEGAL, r"S\.A", r"B\.V", "University", "Foundation", "Institute", "Consortium")
"""Parts of an expression: with one of them words are a name, and no item of a list."""
EITHER: Final = f"(?:{'|'.join(FORMS)})"
