"""A statement in HTML or XML ends with its element, whatever stands beside it on the line."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path

KELP = "© 2013 Kelp Press"


def sure(path: str, text: str) -> list[str]:
    return [notice.text for notice in extract(archive_path(path), text.encode()).notices if notice.sure]


@pytest.mark.parametrize(
    "text",
    [
        "<ul><li>&copy; 2013 Kelp Press</li><li>Contact</li><li>Imprint</li></ul>",
        "<span>&copy; 2013 Kelp Press</span><span>Terms</span><span>Privacy</span>",
        "<span>&copy; 2013 Kelp Press</span> <a href='/terms'>Terms</a>",
        "<p>&copy; 2013 Kelp Press</p><p>Next Page</p>",
        "<p>&copy; 2013 Kelp Press<br>Design: Mina Torv</p>",
        "<tr><td>&copy; 2013 Kelp Press</td><td>Page Two</td></tr>",
        '<div class="footer">\n<span>&copy; 2013 Kelp Press</span>\n<a href="x">Halm News</a>\n</div>',
        "<div>&copy; 2013 Kelp Press</div><hr><div>Halm News</div>",
        "<footer>© 2013 Kelp Press<div>Halm News</div></footer>",
        "<svg><text x='1'>© 2013 Kelp Press</text><text>Halm News</text></svg>",
        "<svg><desc>© 2013 Kelp Press</desc><title>Logo Big</title></svg>",
        "<p>© <span>2013</span> <a href='x'>Kelp Press</a></p><p>Halm News</p>",
        "<button>© 2013 Kelp Press</button><button>Halm News</button>",
    ],
)
@pytest.mark.parametrize("path", ["a.html", "README.md", "docs/guide.md"])
def test_what_stands_beside_is_no_part_of_a_holder(path: str, text: str) -> None:
    assert sure(path, text) == [KELP]


@pytest.mark.parametrize(
    ("path", "text", "notice"),
    [
        ("a.html", "<dl><dt>Copyright</dt><dd>2013 Kelp Press</dd></dl>", "Copyright 2013 Kelp Press"),
        ("a.html", "<tr><td>Copyright:</td><td>2013 Kelp Press</td></tr>", "Copyright: 2013 Kelp Press"),
        ("a.html", "<p>Copyright 2013<br>Ada Fern</p>", "Copyright 2013 Ada Fern"),
        ("a.html", "<p>© 2013 <a href='x'>Ada Fern</a>, <a href='y'>Udo Halm</a></p>", "© 2013 Ada Fern , Udo Halm"),
        ("a.html", "<small>© <a href='x'>Kelp Labs</a> 2013</small> <a>Foo</a>", "© Kelp Labs 2013"),
        ("a.html", "<p>Copyright 2013 Ada Fern,<br>Udo Halm</p><p>x</p>", "Copyright 2013 Ada Fern, Udo Halm"),
        ("a.html", "<p>2015-2019版权所有</p>\n<p>海藻国际</p>\n", "2015-2019版权所有海藻国际"),
        ("a.html", '<html><head><meta name="author" content="Ada Fern"></head></html>', "author: Ada Fern"),
        ("a.html", '<html>\n<meta name="DC.creator" content="Ada Fern">\n</html>', "author: Ada Fern"),
        ("a.html", '<html>\n<meta name="dcterms.rightsHolder" content="Kelp GmbH">\n', "copyright: Kelp GmbH"),
        ("a.html", '<html><meta name="copyright" content="2004 Ada Fern"></html>', "copyright: 2004 Ada Fern"),
        ("a.html", '<meta content="Copyright 2004 Kelp Ltd" name="copyright" />', "Copyright 2004 Kelp Ltd"),
        ("a.html", '<meta\n  name="dcterms.rights"\n  content="(c) Kelp Ltd">', "(c) Kelp Ltd"),
        ("a.html", '<meta property="author" content="Ada Fern">', "author: Ada Fern"),
        (
            "a.xml",
            "<bookinfo><copyright><year>2003</year><holder>Ada Fern</holder></copyright></bookinfo>",
            "Copyright 2003 Ada Fern",
        ),
        (
            "a.dbk",
            "<copyright>\n<year>2003</year>\n<year>2004</year>\n<holder role='x'>Ada Fern</holder>\n<holder>Udo Halm</holder>\n</copyright>",
            "Copyright 2003, 2004 Ada Fern, Udo Halm",
        ),
        ("a.xml", "<m>\n<copyright>Kelp Press 2006</copyright>\n</m>", "Copyright Kelp Press 2006"),
        ("a.rss", "<copyright>Copyright 2006 Kelp Press</copyright>\n<lastBuildDate>Mon", "Copyright 2006 Kelp Press"),
        ("a.xml", "<feed><rights>(c) 2006 Kelp Press</rights><updated>2006</updated></feed>", "(c) 2006 Kelp Press"),
        (
            "a.nuspec",
            "<package><metadata><copyright>Copyright Ada Fern 2013</copyright></metadata></package>",
            "Copyright Ada Fern 2013",
        ),
        ("a.xml", "<legalnotice>Copyright 2010 Mina Torv</legalnotice>", "Copyright 2010 Mina Torv"),
    ],
)
def test_the_elements_of_one_statement_are_read_together(path: str, text: str, notice: str) -> None:
    assert sure(path, text) == [notice]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", "<p>(a) Loom Works</p>\n<p>(b) Weft Tools</p>\n<p>(c) Yarn Mills</p>\n"),
        ("a.html", "<p>(a) Loom Works</p><p>(b) Weft Tools</p><p>(c) Yarn Mills</p><p>(d) More</p>\n"),
        ("a.html", '<meta name="copyright" content="本網頁著作權所有" />'),
        ("a.html", "<p>本网站版权所有</p>"),
        ("a.xml", "<copyright>MIT License</copyright>"),
        ("a.xml", "<copyright><year>2003</year></copyright>"),
    ],
)
def test_what_names_nobody_is_none(path: str, text: str) -> None:
    assert sure(path, text) == []


def test_a_statement_behind_a_whole_one_is_whole_too() -> None:
    text = "<p>© 2013 Kelp Press</p><p>Copyright <span>2014</span> <span>Udo Halm</span></p>"

    assert sure("a.html", text) == ["© 2013 Kelp Press", "Copyright 2014 Udo Halm"]


def test_a_tag_of_several_lines_moves_no_line() -> None:
    text = '<meta\n  name="copyright"\n  content="2004 Ada Fern">\n<p>© 2013 Kelp Press</p>\n'

    found = extract(archive_path("a.html"), text.encode()).notices

    assert [(notice.text, notice.line) for notice in found] == [
        ("copyright: 2004 Ada Fern", 1),
        ("© 2013 Kelp Press", 4),
    ]


def test_each_notice_stands_on_the_line_of_the_file() -> None:
    text = "<p>One</p><p>Two</p>\n<ul><li>© 2013 Kelp</li><li>© 2014 Halm</li></ul>\n\n<p>© 2015 Torv\n& Halm</p><p>x</p>\n"

    found = extract(archive_path("a.html"), text.encode()).notices

    assert [(notice.text, notice.line, notice.end_line) for notice in found] == [
        ("© 2013 Kelp", 2, 2),
        ("© 2014 Halm", 2, 2),
        ("© 2015 Torv & Halm", 4, 5),
    ]
