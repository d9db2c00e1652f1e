"""The one moment that every entry of an archive carries."""

from __future__ import annotations

import re

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.wording import abbreviated

DEFAULT = 1580601600
"""2020-02-02T00:00:00Z, Hatchling's own default."""

LAST = (1 << 32) - 1
"""What the header of a gzip member can hold: no archive of ours has a later one."""


def parse_epoch(text: str | None) -> int:
    """SOURCE_DATE_EPOCH in seconds since 1970, by https://reproducible-builds.org/specs/source-date-epoch/.

    :raises ConfigurationError: `text` is no whole number that archives can hold.
    """
    if text is None:
        return DEFAULT
    if re.fullmatch(r"[0-9]{1,10}", text) and int(text) <= LAST:
        return int(text)
    raise ConfigurationError(
        Bilingual(
            en=f'SOURCE_DATE_EPOCH: expected whole seconds since 1970, at most {LAST}, got "{abbreviated(text)}"',
            zh=f'SOURCE_DATE_EPOCH：应为自 1970 年起的整秒数，且不超过 {LAST}，实为 "{abbreviated(text)}"',
        )
    )
