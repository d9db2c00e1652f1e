"""The license's text, and ways to spoil it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from hatch_oaml.license import CURRENT, Edition, canonical_text
from hatch_oaml.license.canonical import Segment, segments


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The published text, for a test to change."""

    text: str
    parts: tuple[Segment, ...]

    def with_words(self, published: str, other: str) -> bytes:
        """`published` must stand once."""
        assert self.text.count(published) == 1, published
        return self.text.replace(published, other).encode()

    def of_edition(self, edition: Edition) -> str:
        return "\n\n".join(self.text_of(part) for part in self.parts if part.edition == edition) + "\n"

    def text_of(self, part: Segment) -> str:
        return self.text[part.start : part.end]

    def part(self, edition: Edition, clause: str) -> str:
        return next(self.text_of(part) for part in self.parts if (part.edition, part.clause) == (edition, clause))


@pytest.fixture(scope="session")
def original() -> Original:
    return Original(text=canonical_text(CURRENT), parts=segments(CURRENT))
