"""What is known of the text in a file that is called a license."""

from __future__ import annotations

from hatch_oaml.values.frozen import frozen


@frozen
class LicenseText:
    """`known` are the licenses whose text it holds, by `terms.known.key_of` their SPDX ids; `is_known_whole` tells that it is
    that of one of them and hardly a word more. `is_published` tells that it is the OpenAtom Model License and nothing
    else, `names_ours` that it speaks of it, `is_empty` that its words are too few to bind anybody to anything.
    """

    is_empty: bool = False
    known: frozenset[str] = frozenset()
    is_known_whole: bool = False
    is_published: bool = False
    names_ours: bool = False
