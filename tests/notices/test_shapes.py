"""How holders are laid out over lines, literals and brackets: one sample of each shape, for a labelled set is passed without a few."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path


@pytest.mark.parametrize(
    ("path", "text", "notices"),
    [
        ("a.c", 'puts("(c) 2012 ProWeft AG,"\n     "Udo Tessel");\n', ["(c) 2012 ProWeft AG, Udo Tessel"]),
        ("a.c", 'char c[] = "(c) 2012 ProWeft AG &"\n"Mina Halloway";\n', ["(c) 2012 ProWeft AG & Mina Halloway"]),
        ("a.m", 's = @"(c) 2012 Mina Halloway,"\n    @"Udo Tessel";\n', ["(c) 2012 Mina Halloway, Udo Tessel"]),
        ("a.c", 'puts("(c) 2012 Mina Halloway, "\n  "Udo Tessel");\n', ["(c) 2012 Mina Halloway, Udo Tessel"]),
        ("a.c", 'puts("(c) 2012 ProWeft AG, \\n"\n  "Udo Tessel");\n', ["(c) 2012 ProWeft AG, Udo Tessel"]),
        ("a.c", 'puts("(c) 2012 ProWeft AG and"\n  " Udo Tessel");\n', ["(c) 2012 ProWeft AG and Udo Tessel"]),
        ("a.c", 'puts("(c) 2012 ProWeft AG "\n  "and Udo Tessel");\n', ["(c) 2012 ProWeft AG and Udo Tessel"]),
        ("a.c", 'puts("(c) 2012 ProWeft AG"\n  ", Udo Tessel");\n', ["(c) 2012 ProWeft AG, Udo Tessel"]),
        ("a.c", 'puts("(c) 2012 ProWeft AG, "\n  "see LICENSE");\n', ["(c) 2012 ProWeft AG"]),
        ("a.c", 'puts("(c) 2012 ProWeft AG\\n"\n  "Usage: loom");\n', ["(c) 2012 ProWeft AG"]),
        ("a.c", 'a = {"(c) 2012 ProWeft AG",\n  "Udo Tessel"};\n', ["(c) 2012 ProWeft AG"]),
        ("a.py", "a = ('(c) 2012 ProWeft AG, '\n  'Udo Tessel')\n", ["(c) 2012 ProWeft AG, Udo Tessel"]),
        ("a.py", "a = '(c) 2012 ProWeft AG, ' \\\n  'Udo Tessel'\n", ["(c) 2012 ProWeft AG, Udo Tessel"]),
        ("a.js", 'a = "(c) 2012 ProWeft AG, " +\n  "Udo Tessel";\n', ["(c) 2012 ProWeft AG, Udo Tessel"]),
        ("a.js", 'a = "(c) 2012 ProWeft AG, "\n  + "Udo Tessel";\n', ["(c) 2012 ProWeft AG, Udo Tessel"]),
        ("a.php", '$a = "(c) 2012 ProWeft AG, " .\n  "Udo Tessel";\n', ["(c) 2012 ProWeft AG, Udo Tessel"]),
        ("a.py", "# (c) 2012 Mina Halloway. (www.loom.example)\n", ["(c) 2012 Mina Halloway. (www.loom.example)"]),
        (
            "a.py",
            "# (c) 2012 ProWeft, Inc.\n# Mina Halloway <m@loom.example>, 2005.\n",
            ["(c) 2012 ProWeft, Inc. Mina Halloway <m@loom.example>, 2005."],
        ),
        ("a.rst", ".. (c) 2012 Mina Halloway,\n   Udo Tessel\n", ["(c) 2012 Mina Halloway, Udo Tessel"]),
        ("a.rst", ".. Copyright 2012\n   Mina Halloway\n", ["Copyright 2012 Mina Halloway"]),
        (
            "a.lex",
            "/* Loom\n * Copyright 2012 Mina Halloway\n */\nword 12\nword 13\n",
            ["Copyright 2012 Mina Halloway"],
        ),
        ("a.ai", "%PDF-1.5\n% Copyright 2012 Mina Halloway\n", []),
    ],
)
def test_a_holder_is_read_over_what_parts_its_words(path: str, text: str, notices: list[str]) -> None:
    assert notices == [notice.text for notice in extract(archive_path(path), text.encode()).notices]
