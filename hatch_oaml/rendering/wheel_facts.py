"""`WHEEL`, which Hatchling writes into a wheel's metadata.

https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-contents
"""

from __future__ import annotations

import re

from packaging.tags import Tag
from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from hatch_oaml.values.expressions import expression

_FACTS = expression(
    r"Wheel-Version: 1\.0\nGenerator: hatchling [\w.+-]+\nRoot-Is-Purelib: (?:true|false)\n(?P<tags>(?:Tag: \w+-\w+-\w+\n)+)(?:Build: .+\n)?"
)

_NAME = expression(r"[\w.!+-]+\.whl", re.ASCII)


def is_hatchlings(facts: bytes, archive: str) -> bool:
    """Are `facts` as Hatchling writes them, and for the systems that the wheel's name tells of?

    :param archive: the file's name, or that of the folder that a wheel was unpacked into, which tells nothing.
    """
    found = _FACTS.fullmatch(facts.decode(errors="replace"))
    if found is None:
        return False
    tags = frozenset(Tag(*line.removeprefix("Tag: ").split("-")) for line in found["tags"].splitlines())
    named = _tags_of_name(archive)
    return named is None or tags == named


def _tags_of_name(archive: str) -> frozenset[Tag] | None:
    """None of a name that no builder gives, such as a browser's `x-1.0-py3-none-any (1).whl` for a second download."""
    if not _NAME.fullmatch(archive):
        return None
    try:
        return parse_wheel_filename(archive)[3]
    except InvalidWheelFilename:
        return None
