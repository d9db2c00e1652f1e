"""Characters that nobody sees though their category calls them letters or marks, and spaces that are seen as such."""

from __future__ import annotations

from hatch_oaml.values.expressions import expression

IGNORABLE: tuple[tuple[int, int, str], ...] = (
    (0x00AD, 0x00AD, "soft hyphen"),
    (0x034F, 0x034F, "combining grapheme joiner"),
    (0x061C, 0x061C, "Arabic letter mark"),
    (0x115F, 0x1160, "Hangul fillers"),
    (0x17B4, 0x17B5, "Khmer inherent vowels"),
    (0x180B, 0x180F, "Mongolian variation selectors and vowel separator"),
    (0x200B, 0x200F, "zero width characters and direction marks"),
    (0x202A, 0x202E, "direction embeddings and overrides"),
    (0x2060, 0x206F, "word joiner, invisible operators, isolates"),
    (0x3164, 0x3164, "Hangul filler"),
    (0xFE00, 0xFE0F, "variation selectors"),
    (0xFEFF, 0xFEFF, "zero width no-break space"),
    (0xFFA0, 0xFFA0, "halfwidth Hangul filler"),
    (0xFFF0, 0xFFF8, "not assigned"),
    (0x1BCA0, 0x1BCA3, "shorthand format controls"),
    (0x1D173, 0x1D17A, "musical format controls"),
    (0xE0000, 0xE0FFF, "tags and further variation selectors"),
)
"""First, last, what: Default_Ignorable_Code_Point of Unicode 16, in its DerivedCoreProperties.txt."""

BLANK: tuple[tuple[int, int, str], ...] = (
    (0x2800, 0x2800, "braille pattern blank"),
    (0x13441, 0x13442, "Egyptian hieroglyph full and half blank"),
    (0x16FE4, 0x16FE4, "Khitan small script filler"),
    (0x1D159, 0x1D159, "musical symbol null notehead"),
)
"""First, last, what: not ignorable, and drawn as nothing."""

SPACES: dict[str, str] = {
    "\u00a0": "many languages, between words that stay on one line",
    "\u1680": "Ogham",
    "\u202f": "French and Mongolian",
    "\u3000": "Chinese and Japanese",
}
"""Spaces other than U+0020 that a language has, by what they are for; those of typesetters' widths are not among them."""

UNSEEN = expression("[{}]".format("".join(f"{chr(first)}-{chr(last)}" for first, last, _ in (*IGNORABLE, *BLANK))))
