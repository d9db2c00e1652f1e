"""What a file of a release says of where the release comes from, and under which terms it is."""

from __future__ import annotations

from typing import Literal

from hatch_oaml.values.frozen import frozen

About = Literal[
    "base",
    "possible-base",
    "record",
    "relation",
    "license",
    "possible-license",
    "possible-restriction",
    "own-terms",
    "quoted-terms",
    "folder-license",
]
"""*base*: names what the model was made from. *possible-base*: may be no more than where it was loaded from. *record*: a
base record's own name. *relation*: how it was made. *license*: which license the whole is under. *possible-license*: what may be said of it. *possible-restriction*: who may use the whole, or
for what, as it seems. *own-terms*: which license the file itself, or a part of it, is under. *quoted-terms*: an example of that.
*folder-license*: which license the folder is under that the file lies in.
"""


@frozen
class Statement:
    """`value` as it is written under `key`, on line `line` from 1; in a header of weights all stand on line 1."""

    about: About
    key: str
    value: str
    line: int = 1
