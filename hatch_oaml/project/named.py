"""What a file's name says of it, before anybody reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hatch_oaml.values.roles import Kind, Role
    from hatch_oaml.weights import Certainty


class Named(NamedTuple):
    """What a file's name, and the project's tables, say of it.

    `declared` is the option and pattern that said so, None where the name did. `holds_data` tells whether a container in
    such a folder or under such a name holds Data (clause 1.5), `declared_data` whether the publisher says so.
    """

    role: Role
    kind: Kind
    declared: str | None = None
    holds_data: bool = False
    declared_data: bool = False

    def may_be(self, certainty: Certainty) -> bool:
        """May a file of these contents be Data?

        A ZIP or tar with files in it that can only be parameters needs somebody who answers for it.
        """
        return certainty != "parameters" and (self.declared_data or (self.holds_data and certainty == "container"))
