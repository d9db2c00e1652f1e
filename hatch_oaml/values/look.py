"""How a report for people looks."""

from __future__ import annotations

from hatch_oaml.values.frozen import frozen


@frozen
class Look:
    """With `color` or without; its lines of at most `columns`, of any length where None; advisories `folded` to a line for each check."""

    color: bool = False
    columns: int | None = None
    folded: bool = False


PLAIN = Look()
"""As a file or a pipe gets it: everything, each paragraph on one line."""
