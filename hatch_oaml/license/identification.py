"""Which license a text is: ours by its words, a few of the usual ones by their titles."""

from __future__ import annotations

from dataclasses import dataclass

from hatch_oaml.license.copies import compare_license
from hatch_oaml.values.decoding import decode

_TITLE = 2000
"""So many characters at the beginning of a text hold its title."""


@dataclass(frozen=True, slots=True)
class LicenseTitle:
    """A text is the license `id` if it has all of `words`, in any case and with any white space, within its beginning."""

    id: str
    words: tuple[str, ...]
    yes: str
    no: str


LICENSE_TITLES = (
    LicenseTitle(
        "Apache-2.0",
        ("apache license", "version 2.0, january 2004"),
        "Apache License\n Version 2.0, January 2004",
        "We love the Apache License",
    ),
    LicenseTitle(
        "MIT",
        ("permission is hereby granted, free of charge", "the above copyright notice and this permission notice"),
        "Permission is hereby granted, free of charge, to any person. The above copyright notice and this permission notice",
        "Permission is hereby granted, free of charge, provided that you ask",
    ),
    LicenseTitle(
        "BSD-3-Clause",
        ("redistribution and use in source and binary forms", "neither the name", "endorse or promote"),
        "Redistribution and use in source and binary forms. Neither the name of X may be used to endorse or promote",
        "Neither the name of X may be used to endorse or promote",
    ),
    LicenseTitle(
        "MPL-2.0",
        ("mozilla public license version 2.0",),
        "Mozilla Public License Version 2.0",
        "Mozilla Public License Version 1.1",
    ),
    LicenseTitle(
        "CC-BY-4.0",
        ("attribution 4.0 international", "creative commons"),
        "Attribution 4.0 International\n\nCreative Commons Corporation",
        "Attribution-ShareAlike 4.0 International, Creative Commons",
    ),
    LicenseTitle(
        "CC-BY-SA-4.0",
        ("attribution-sharealike 4.0 international", "creative commons"),
        "Attribution-ShareAlike 4.0 International, Creative Commons Corporation",
        "Attribution-NonCommercial-ShareAlike 4.0 International, Creative Commons",
    ),
    LicenseTitle(
        "CC-BY-NC-4.0",
        ("attribution-noncommercial 4.0 international", "creative commons"),
        "Attribution-NonCommercial 4.0 International, Creative Commons Corporation",
        "Attribution 4.0 International, Creative Commons",
    ),
    LicenseTitle(
        "CC0-1.0",
        ("cc0 1.0 universal",),
        "Creative Commons Legal Code\n\nCC0 1.0 Universal",
        "CC0 is a public domain tool",
    ),
    LicenseTitle(
        "MulanPSL-2.0",
        ("mulan permissive software license", "version 2"),
        "木兰宽松许可证，第2版\nMulan Permissive Software License，Version 2",
        "木兰公共许可证，第1版",
    ),
)


def license_of_text(data: bytes) -> str:
    """The SPDX id of the license that `data` is the text of; "" where it is ours altered, and where no title tells, or two do."""
    copy = compare_license(data)
    if copy.is_pdf or copy.state in {"verbatim", "typographic", "partial"}:
        return copy.version.id
    found = titles_in(decode(data).text)
    return found[0] if len(found) == 1 else ""


def titles_in(text: str) -> list[str]:
    head = " ".join(text.split()).casefold()[:_TITLE]
    return [title.id for title in LICENSE_TITLES if all(word in head for word in title.words)]
