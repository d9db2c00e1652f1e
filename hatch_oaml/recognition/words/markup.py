"""What stands around a line's words, and hides them: comment signs, boxes, tags, entities."""

from __future__ import annotations

import re

from hatch_oaml.recognition.vocabulary import Vocabulary

PREFIX = Vocabulary(r'''
code \#'(?=\s)|\|{2,3}(?=\s)|\#+!?|//+[!/]?|/\*+[!<]?|\*+(?!/)|--+|;+|%+|!+(?!\[)
  why comment signs of programs, and the stars of a box
  yes # x ¦ // x ¦ /* x ¦  * x ¦ -- x ¦ ; x
  no x

code \(\*+|\{-|-\#(?=\s)|c(?=\s{2})|dnl\b|@?rem\b|xcomm\b|@(?:c|comment)(?=\s)|\{(?=\s)
  why comments of ML, Haskell, Haml, Fortran, m4, batch files, imake, texinfo and Pascal
  yes (* x ¦ {- x ¦ -# x ¦ C  x ¦ dnl x ¦ REM x ¦ XCOMM x ¦ @c x ¦ @comment x ¦ { x
  no c x ¦ remove ¦ {x ¦ @copyright

markup =head\d(?=\s+(?:authors?|copyright)\b)
  why headings of Perl's documentation
  yes =head1 AUTHOR ¦ =head2 COPYRIGHT AND LICENSE
  no =head1 NAME

markup [.']?\\"|\.An(?=\s)|\.S[HhSs]\s+"?(?=authors?"?\s*$)|\\(?:par|comment)\b
  why comments, headings and authors of troff, paragraphs of rich text, comments of dictionaries
  yes .\" x ¦ '\" x ¦ .SH AUTHOR ¦ .An Mina ¦ \par x ¦ \comment x
  no "x ¦ \parskip ¦ .SH NAME

code @\(\#\)|\$(?=copyright\s*:)|\#\s*(?:ident|pragma)\s
  why what says to `what`, to version control and to a compiler that a notice follows
  yes @(#) x ¦ $Copyright: x $ ¦ #ident "x"
  no $x ¦ @(x)

code [rbuf]?"{3}|[rbuf]?'{3}
  why doc strings
  yes """x ¦ r"""x
  no "x"

code "(?=\s)(?![^"]*")
  why comments of Vim, and no string
  yes " x
  no "x ¦ " x"

markup <!--+|\.\.(?=\s)|::+(?=\s)|>+|<%--+|\{\#+|\\(?=\s)
  why comments and quotes of markup
  yes <!-- x ¦ .. x ¦ > x ¦ {# x
  no x..x

markup ~+(?=\s)
  why the comments of some generators
  yes ~ x
  no ~x

markup \|+(?!copy\||COPY\|)|[=~^_+]{3,}|[-•·–+](?=\s)
  why tables, rules and list marks; |copy| is the sign
  yes | x ¦ ==== x ¦ - x
  no -x
''')

SUFFIX = Vocabulary(r"""
code \*+/|\*+\)|-\}|"{3}|'{3}|\#+|\*+|//+|;+|%+
  why ends of comments, of doc strings and of boxes
  yes x */ ¦ x *) ¦ x -} ¦ x # ¦ x **
  no x

markup --+>|(?<!\|copy)\|+|[=~^_+-]{3,}|\#\}|--%>
  why ends of comments, tables and rules in markup
  yes x --> ¦ x | ¦ x ==== ¦ x #}
  no x -

code (?:\\[nrt0])+"?\)?;?,?|\\|(?<=\s)\$
  why escaped line ends, a line that goes on, and the end of what version control fills in
  yes x\t ¦ x\r\t"); ¦ x\ ¦ x $
  no x ¦ 5$
""")

CHECKER = Vocabulary(r"""
code \#\s?(?:noqa|nosec|pylint|type:\s?ignore|ruff|fmt:|pragma:|yapf:|pyright:)[\w:,=\s()\[\]-]*
  why what programs read that check a line
  yes x # noqa: E501 ¦ x # type: ignore[arg-type] ¦ x  # pylint: disable=line-too-long
  no x # noquay
""")
"""Behind what a line says."""

TAG = Vocabulary(r"""
markup p|div|span|br|hr|b|i|u|em|strong|center|td|tr|th|table|tbody|thead|li|ul|ol|small|font|a|sub|sup|code|pre
  why tags of HTML
  yes <p> ¦ </div>
  no <v>

markup footer|header|h[1-6]|body|title|section|details|img|picture|source(?=\s)|figure|nav|dl|dt|dd|address|label
  why tags of HTML pages
  yes <footer> ¦ <h1>
  no <v>

markup dialog|datalist|template|noscript|noembed|noframes|canvas|video|audio|iframe|rp
  why tags of elements that are not shown
  yes <dialog> ¦ </noscript>
  no <v>

markup copyright(?!\s*(?:\(|©|&copy|\d|by\b))|para|summary|remarks|c|see|text|string|key
  why tags of documentation comments, of settings and of pictures
  yes <copyright> ¦ <summary> ¦ <string>
  no <v>

markup (?:dc|cc|rdf|x|xmp\w{0,12}):\w+|dict|plist|array|metadata|svg
  why tags of a drawing's metadata, and of property lists
  yes <dc:title> ¦ <rdf:li> ¦ <xmpRights:Owner> ¦ <dict>
  no <v> ¦ <c:v>
""")

SIGN = Vocabulary(r"""
markup \|copy\||&copy(?=\s+(?:\d{4}|(?-i:[A-Z])))
  why reStructuredText's substitution, and HTML's entity without its end
  yes |copy| ¦ &copy 2020
  no &copy;

markup (?<=copyright\s)\{c\}(?=\s+(?:\d{4}|(?-i:[A-Z])))
  why brackets that a keyboard gave
  yes Copyright {c} 2010 Loom
  no {c} ¦ copyright {c}

markup \\\(c\\\)
  why PostScript's string
  yes (Copyright \(c\) 1990 Loom)
  no (c)

code \\050c\\051
  why the same with the brackets in octal digits
  yes (Copyright \050C\051 1995 Loom)
  no (050c)

code \\251|\\xa9(?=[\s\d"'])|\\u00a9|\\u\{a9\}|\\N\{COPYRIGHT SIGN\}
  why escapes in strings
  yes \xa9 2020 ¦ \u00A9 ¦ \u{A9} ¦ \N{COPYRIGHT SIGN}
  no \xa8

markup \\(?:text)?copyright(?:\s?\{\s?\}|\\(?=\s)|\b)~?|@copyright\s?\{\}
  why TeX and texinfo
  yes \copyright ¦ \copyright~2013 ¦ \textcopyright{} 2024 ¦ \copyright\ 2024 ¦ @copyright{}
  no \copyrightholder ¦ @copyright Loom

markup \\\(co(?=\s)|\\\[co\]|\\'a9
  why troff, groff and rich text
  yes \(co 2024 ¦ \[co] ¦ \'a9 2024
  no \(cost
""")

EDITOR = Vocabulary(r"""
code -?\*-.*-\*-?
  why Emacs reads it
  yes -*- coding: utf-8 -*-
  no -*-

markup \.(?:SH|SS|TH|PP?|LP|IP|TP|nf|fi|br|sp|ad|na)\b(?![^\n]*(?i:copyright|\(c\)|©))[^\n]*
  why a heading or a paragraph of troff
  yes .SH AUTHOR ¦ .PP
  no .SHORT ¦ .SH COPYRIGHT

code (?:en)?coding\s*[:=]\s*[-\w.]+
  why Python and Vim read it
  yes coding: utf-8 ¦ encoding=gbk
  no coding style
""")

STRUCK = Vocabulary(
    r"""
markup (?<![~\w\\])~~(?![~\s])(?:(?!\n[ \t]*\n).){1,1000}?(?<![~\s])~~(?!~)
  why https://github.github.com/gfm/#strikethrough-extension-
  yes ~~Copyright 2020 Loom~~
  no ~~~ ¦ a ~~ b

markup (?<![~\w\\])~(?![~\s])[^~\n]{1,1000}(?<!\s)~(?![~\w])
  why the same by one sign
  yes ~Copyright 2020 Loom~
  no ~5 GB and ~/models
""",
    flags=re.DOTALL,
)
STRUCK_TAGS = Vocabulary(r"""
markup <(?P<tag>s|del|strike)\b[^<>]*>
  why elements that strike out
  yes <s> ¦ <DEL cite='x'>
  no <span> ¦ <details>

markup <(?P<styled>[a-z][\w-]*)\b[^<>]*?style\s*=\s*["'][^"'<>]*line-through[^<>]*>
  why a style that does
  yes <p style="text-decoration: line-through">
  no <p style="text-decoration: underline">
""")
