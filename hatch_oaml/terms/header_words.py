"""The words by which a file's header puts it under a license: each row with what it finds and what it must not."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Words(NamedTuple):
    r"""`pattern` tells that a header, its words parted by one space or line feed, is under `terms`; a space stands for either,
    and `\x20` for one alone.

    Of a *name* it tells how the license is called, behind words of giving; of a *grant* how its own text begins.
    `needs` are words in small letters of which each such header holds one.
    """

    sense: Literal["name", "grant"]
    language: Literal["en", "zh"]
    terms: str
    needs: tuple[str, ...]
    pattern: str
    why: str
    yes: str
    no: str


_VERSION = r"[\s,(-]{0,3}(?:version |v\.? ?|第)?"
_COMMONS = r"(?:a |an )?(?:creative commons(?: attribution)?|cc)[\s-]?(?:by)?"

WORDS: tuple[Words, ...] = (
    Words(
        *("name", "en", "Apache-2.0", ("apache",)),
        rf"apache(?!(?: software)?(?:[\s-]?licen[sc]e)?{_VERSION}1)\b",
        why="as its own appendix has it, and shorter",
        yes="Apache License, Version 2.0",
        no="Apache License, Version 1.1",
    ),
    Words(
        *("name", "en", "MIT", ("mit",)),
        r"mit(?:[\s/-]x11|-style)?(?= licen[sc]e| 许可|许可|[.,;)]|$)",
        why="in headers that lead to a file",
        yes="MIT license found in the LICENSE file",
        no="mitigation of the license",
    ),
    Words(
        *("name", "en", "BSD-2-Clause", ("bsd",)),
        r"(?:(?:2|two)[-\s]clause|simplified|freebsd) (?:bsd|licen[sc]e)|bsd[-\s](?:2|two)\b",
        why="the shorter of two",
        yes="BSD 2-Clause License",
        no="BSD 3-Clause License",
    ),
    Words(
        *("name", "en", "BSD-3-Clause", ("bsd",)),
        r"(?:(?:(?:3|three)[-\s]clause|new|modified|revised) )?bsd(?![-\s](?:[24]|two|four)\b)",
        why="the longer one, and what is but called BSD's, as PyTorch and Go have it",
        yes="BSD-style license",
        no="BSD-4-Clause",
    ),
    Words(
        *("name", "en", "MPL-2.0", ("mozilla", "mpl")),
        rf"(?:mozilla public licen[sc]e|mpl)(?!{_VERSION}1)",
        why="what is said in other words than its own",
        yes="Mozilla Public License, v. 2.0",
        no="Mozilla Public License Version 1.1",
    ),
    Words(
        *("name", "en", "MPL-1.1", ("mozilla", "mpl")),
        rf"(?:mozilla public licen[sc]e|mpl){_VERSION}1\.1",
        why="the version before",
        yes="Mozilla Public License Version 1.1",
        no="Mozilla Public License Version 2.0",
    ),
    Words(
        *("name", "en", "EPL-2.0", ("eclipse",)),
        rf"eclipse public licen[sc]e(?!{_VERSION}1)",
        why="Eclipse's headers",
        yes="Eclipse Public License 2.0",
        no="Eclipse Public License v1.0",
    ),
    Words(
        *("name", "en", "EPL-1.0", ("eclipse",)),
        rf"eclipse public licen[sc]e{_VERSION}1",
        why="the version before",
        yes="Eclipse Public License v1.0",
        no="Eclipse Public License v2.0",
    ),
    Words(
        *("name", "en", "BSL-1.0", ("boost",)),
        r"boost software licen[sc]e",
        why="Boost's header",
        yes="Boost Software License, Version 1.0",
        no="boost the license",
    ),
    Words(
        *("name", "zh", "MulanPSL-2.0", ("mulan", "木兰")),
        r"mulan ?psl|mulan permissive|木兰(?:宽松|公共)?许可证",
        why="Mulan's header, in both languages",
        yes="Mulan PSL v2",
        no="木兰花",
    ),
    Words(
        *("name", "en", "CC-BY-NC-SA-4.0", ("commons", "cc")),
        rf"{_COMMONS}[\s-]?(?:nc|noncommercial|non-commercial)[\s-](?:sa|share-?alike)",
        why="what research code has",
        yes="Creative Commons Attribution-NonCommercial-ShareAlike 4.0",
        no="Creative Commons Attribution-NonCommercial 4.0",
    ),
    Words(
        *("name", "en", "CC-BY-NC-4.0", ("commons", "cc")),
        rf"{_COMMONS}[\s-]?(?:nc|noncommercial|non-commercial)(?![\s-](?:sa|share|nd|no))",
        why="the same",
        yes="CC-BY-NC 4.0",
        no="CC-BY-NC-SA 4.0",
    ),
    Words(
        *("name", "en", "CC-BY-SA-4.0", ("commons", "cc")),
        rf"{_COMMONS}[\s-]?(?:sa|share-?alike)",
        why="texts of wikis",
        yes="Creative Commons Attribution-ShareAlike 4.0",
        no="Creative Commons Attribution 4.0",
    ),
    Words(
        *("name", "en", "CC-BY-4.0", ("commons", "cc")),
        r"(?:a |an )?(?:creative commons attribution|cc[\s-]by)(?![\s-](?:nc|non|sa|share|nd|no))",
        why="documentation",
        yes="Creative Commons Attribution 4.0",
        no="CC BY-SA 4.0",
    ),
    Words(
        *("name", "en", "CC0-1.0", ("cc0", "commons")),
        r"cc0|creative commons(?: cc0| zero)",
        why="what is given away",
        yes="CC0 1.0 Universal",
        no="Creative Commons Attribution",
    ),
    Words(
        *("grant", "en", "MulanPSL-2.0", ("mulan",)),
        r"\bis licensed under (?:the )?mulan psl",
        why="its header, which names the software first",
        yes="Loom is licensed under Mulan PSL v2.",
        no="Mulan PSL v2",
    ),
    Words(
        *("grant", "en", "MIT", ("permission",)),
        r"permission is hereby granted, free of charge, to any person obtaining a copy",
        why="its first words",
        yes="Permission is hereby granted, free of charge,\nto any person obtaining a copy of this software",
        no="Permission is hereby granted to the weavers",
    ),
    Words(
        *("grant", "en", "BSD-3-Clause", ("redistribution",)),
        r"redistribution and use in source and binary forms,? with or without modification,? (?:is|are) permitted"
        r"(?=.{0,2000}?(?:neither the names? |may not be used to endorse ))",
        why="its first words, and what the longer one asks besides",
        yes="Redistribution and use in source and binary forms, with or without modification, are permitted. Neither the name of",
        no="Redistribution and use in source and binary forms, with or without modification, are permitted.",
    ),
    Words(
        *("grant", "en", "BSD-2-Clause", ("redistribution",)),
        r"redistribution and use in source and binary forms,? with or without modification,? (?:is|are) permitted"
        r"(?!.{0,2000}?(?:neither the names? |may not be used to endorse ))",
        why="the same without that",
        yes="Redistribution and use in source and binary forms, with or without modification, are permitted.",
        no="Redistribution and use in source and binary forms, with or without modification, are permitted. Neither the name of",
    ),
    Words(
        *("grant", "en", "ISC", ("permission",)),
        r"permission to use, copy, modify,? and(?:/or)? distribute this software(?: and its documentation)? for any purpose",
        why="its first words",
        yes="Permission to use, copy, modify, and/or distribute this software for any purpose",
        no="Permission to use this loom",
    ),
    Words(
        *("grant", "en", "Zlib", ("permission",)),
        r"permission is granted to anyone to use this software for any purpose, including commercial applications",
        why="its first words",
        yes="Permission is granted to anyone to use this software for any purpose,\nincluding commercial applications",
        no="Permission is granted to anyone",
    ),
    Words(
        *("grant", "en", "MPL-2.0", ("mozilla",)),
        r"this source code form is subject to the terms of the mozilla public licen[sc]e",
        why="its Exhibit A",
        yes="This Source Code Form is subject to the terms of the\nMozilla Public License, v. 2.0.",
        no="the Mozilla Public License",
    ),
    Words(
        *("grant", "en", "Unlicense", ("unencumbered",)),
        r"this is free and unencumbered software released into the public domain",
        why="its first words",
        yes="This is free and unencumbered software released into the public domain.",
        no="unencumbered looms",
    ),
)

_WORD = r"[\w./,()-]{1,30}"
_GIVEN = (
    r"(?:licen[sc]ed|(?:re)?distributed|released|published|available|provided|governed|covered|subject|free software)"
)
_ONE = (
    r"(?:file|program|software|library|code|module|script|work|project|package|product|notebook|document|header"
    r"|implementation|source|material|content)"
)
_THIS = rf"\b(?:this|the|these|all|any|our) (?!original|upstream|underlying)(?:{_WORD} ){{0,3}}?{_ONE}s?(?: {_WORD}){{0,4}}?"
_LEADS = (
    r"(?<![\w,;:]\x20)(?<![\w\"'`“])(?-i:Licen[sc]ed|Released|Distributed|Published|Provided|Available|Dual-licensed)\b",
    rf"{_THIS} (?:is|are|has been|may be|can be) (?!not )(?:{_WORD} ){{0,2}}?{_GIVEN}\b",
    r"\blicen[sc]es? this (?:file|work|software)\b",
    r"\b(?:redistribute|modify) (?:it|them|this \w+|the \w+)",
)
GIVEN_UNDER = (
    rf"(?:{'|'.join(_LEADS)})(?:,? {_WORD}){{0,4}}?,? (?:under|by|to)(?: an?| the)?(?: terms(?: and conditions)? of)?"
    r"(?: either(?: of)?)?(?: an?| the)? "
)
"""Of what a header speaks, and that it is given; the license's name stands behind it."""
_ONE_ZH = r"(?:源?文件|程序|软件|源?代码|源码|脚本|模块|库|项目|作品)"
GIVEN_UNDER_ZH = (
    rf"(?:[本该此]{_ONE_ZH}[^。\n]{{0,8}}?(?:采用|遵循|依据|基于|按照|根据|使用|以)|(?:^|(?<=\n))(?:依据|根据|基于|按照|采用|遵循))"
    r"(?: the)? ?[《“]?"
)

GNU = (
    r"(?:version (?P<stated>\d(?:\.\d)?) of )?(?:the )?"
    r"(?:gnu (?:(?P<which>lesser|library|affero) )?(?:general )?public licen[sc]e|(?:gnu )?(?P<short>[la]?gpl)(?=v?\d|\b))"
)
"""How the licenses of GNU are called; their version may stand before or behind."""
