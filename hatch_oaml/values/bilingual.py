"""A text for people, in English and Chinese."""

from __future__ import annotations

from typing import Literal, get_args

from hatch_oaml.values.frozen import frozen

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@frozen
class Bilingual:
    """One statement said twice; neither half is a summary of the other (clause 4.7)."""

    en: str
    zh: str

    def said_in(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en
