"""How a line or a sentence names the people whose work something is."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

_EARLIER = r"(?:(?:originally|first|initially|code|mostly|also|was|and)\s+)*"
MADE = Vocabulary(r"""
en written|developed|created|authored|coded|programmed|contributed|designed|implemented|donated|provided
  why who made it
  yes written by ¦ contributed by
  no writer

en ported|converted|translated|maintained|modified|adapted|updated|rewritten|enhanced|reworked|revised|edited|modded
  why who made it what it is
  yes ported by ¦ maintained by ¦ revised by
  no porter
""")
SHARES = "(?:ideas?|concept|design|artwork|illustrations?|graphics|music|layout|logo|icons?|photos?|photography|lyrics)"
_SECOND_VERB = r"(?:\s+(?:and|&)\s+(?:written|developed|maintained|contributed|copyrighted))?"
_FOUND_OR_SAID = "propos|describ|introduc|suggest|discover|defin|caus|report|request|us|set"
_DONE_BY_CODE = "return|rais|pass|call|held|thrown|sent|emitt|load|trigger|receiv"
_VALUES = "(?:pixel|value|size|image|scale|shape|resolution|order|state|coordinate|tensor|text|array)s?"
_ORIGINAL = Vocabulary(
    r"""
en \boriginal(?:ly)?\s+[`*]?(?:{OTHER}\w+\s+){0,2}?(?:authors?|{CODE}|version|work|by|from|copyright)\b
  why what came first, and who made it, not who found or said it
  yes original author ¦ originally written by ¦ original Loom code ¦ Original `code by ¦ original code and weights
  no the original ¦ originally proposed by ¦ originally returned by ¦ original pixels by
""",
    OTHER=rf"(?!(?:{_FOUND_OR_SAID}|{_DONE_BY_CODE})(?:ed)?\b|{_VALUES}\b)",
    CODE=r"(?:code|source|implementation)(?:\s+(?:and|&)\s+(?:weights|models?|data|idea))?",
)
_WHERE = r"(?:\s+(?:is|was|are|can\s+be\s+found|comes?|available))?\s*(?:at|by|from|:|in|here)?\s*:?"
_LABEL = Vocabulary(
    r"""
code [@\\:+]?(?:co-?)?authors?(?:\s*\(s\))?\s*(?:[:：=]|{HEADED}|\sby\s|{TAG})
  why a label, a heading, or a tag of a documentation comment
  yes Author: X ¦ @author X ¦ +AUTHOR: X ¦ \author X ¦ Author(s): X ¦ authors\nX ¦ Author and copyright\nX
  no author X

en (?:{WHICH}|{OF_WHAT})\s+(?:author|creator|maintainer)s?(?:\(s\))?\s*[:：]
  why a label that says of what, or who among several
  yes Upstream Author: X ¦ File author: X ¦ Loom Author(s): X ¦ Origin Author: X ¦ Orig. Author: X ¦
    Original Creator: X
  no the program author X

en (?:translator|programmer|developer|designer|illustrator|coder)s?\s*[:：]\s*(?={ALONE})
  why who made a part of it, by two words of a name that end the line
  yes Translator: Mina Halloway ¦ Developers: Mina Halloway, Udo Tessel
  no Developer: Please Help me with this ¦ developer: everybody

code \$author\s*[:：](?![^\n]*\$)
  why a label of PHP's writers, and no keyword that a version control fills in
  yes $Author ：Mina ¦ $author: Mina
  no $Author: mina $ ¦ $author = x

code (?:__(?:author|contributor|maintainer)s?__|__credits__)(?:\s*:\s*[\w.]{1,20}(?:\[[\w., ]{1,20}\])?)?\s*=
  why a Python module says so
  yes __author__ = "Mina" ¦ __author__: str = "Mina" ¦ __credits__: list[str] = ["Mina"]
  no author

en @?(?:created|written|developed|maintained|modified|ported)\s+by\s*[:：]?|original\s+author\s*[:：]
  why a line of its own
  yes Written by: Mina ¦ Original author: Mina
  no writer

code module_author\(\s*(?=")
  why a macro of the Linux kernel
  yes MODULE_AUTHOR("Mina
  no module_author(name

markup (?:section|code|module)author::|@?authors?\s+(?=(?-i:[A-Z])[^\n<]{2,40}<[^<>\n]+@)
  why a directive of Sphinx, or a name with its address behind the word
  yes sectionauthor:: Mina ¦ Author Mina Halloway <mina@loom.example>
  no author mina

code definitions\s+by\s*:
  why a label of type definitions
  yes Definitions by: Mina Halloway <https://loom.example>
  no definitions by hand

any spdx-filecontributor:|contributors?\s*:|maintainers?\s*:|acknowledge?ments?\s*:
  why a label
  yes SPDX-FileContributor: Mina ¦ Maintainers: Mina ¦ Acknowledgment: Mina
  no maintainer
""",
    HEADED=r'(?<=author)"?\n|(?<=authors)"?\n|(?:and|&)\s+copyright\n',
    WHICH=r"upstream|orig(?:in(?:al)?|\.)?|contributing|main|lead|first|current|principal|primary|senior|corresponding",
    ALONE=r"(?-i:[A-Z][\w.'’-]+\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)?)\s*(?:\n|$|[<(,;]|and\s|&\s)",
    OF_WHAT=r"module|package|program|script|file|code|(?:\w+\s){0,2}\w+(?=\s+authors?\(s\))",
    TAG=r"(?<=@author)\s|(?<=@authors)\s|(?<=\\author)(?:\s|(?:\[[^\]\n]{0,60}\])?\{(?=\S))",
)

_GIVEN = Vocabulary(r"""
en patched|added|made|(?:hand-?)?crafted|cared\s+for|done|changed|extended|improved|enhanced|optimi[sz]ed
  why what was done
  yes patched ¦ added ¦ hand-crafted ¦ cared for
  no reported ¦ suggested

en patch(?:es)?|fix(?:es)?|additions?|modifications?|mods|changes?|extensions?|translation|support|features|version
  why what was given
  yes patch ¦ some additions ¦ Windows version
  no report
""")
_SURNAME = r"(?:de|van|von|der|del|(?-i:[A-Z])[\w.'-]*)"
_ADDRESS = r"(?:[<(]?(?:[\w.+-]+@|https?://|www\.)|[<(][\w.+-]+\sat\s)\w"
_WITH_MAIL = rf"(?:(?:Mr|Ms|Dr|Prof)\.?\s)?(?-i:[A-Z])[\w.'-]*(?:\s+{_SURNAME}){{0,3}},?\s*{_ADDRESS}"
NAMED = Vocabulary(
    r"""
en (?<![\w.]){EARLIER}(?:{MADE}{SECOND})\s+by\s*:?\s
  why who made it
  needs adapted ¦ authored ¦ coded ¦ contributed ¦ converted ¦ created ¦ designed ¦ developed ¦ donated ¦ edited ¦
    enhanced ¦ implemented ¦ maintained ¦ modded ¦ modified ¦ ported ¦ programmed ¦ provided ¦ revised ¦ reworked ¦
    translated ¦ updated ¦ written
  needs by
  yes Originally written and maintained by Mina ¦ Ported by: Mina
  no written in C

en (?:(?<=\n)|^)\s*(?:created\s+by\s(?=(?:[\w.-]+\s+){1,3}on\s+[\d/.-]{6,10})|{UNLESS}by\s(?={ALONE}))
  why what an editor writes into a new file
  needs by ¦ created
  yes Created by mina on 2020/1/2 ¦ Created by mina halloway on 2/1/20
  no created by mina on demand ¦ threads sorted\nby Colour Name

en (?:(?<=\n)|^)\s*created\s+on:?\s+[\w., /-]{6,24}?\s+by\s+(?={ALONE})
  why the same with the day before the name
  needs created
  needs by
  yes Created on 7. March 2004 by Mina Halloway
  no created on demand by Mina Halloway who

en \b{GIVEN}\s+by\s+(?={WITH_MAIL})
  why who gave a part of it, with the address
  needs added ¦ addition ¦ cared ¦ change ¦ crafted ¦ done ¦ enhanced ¦ extended ¦ extension ¦ features ¦ fix ¦
    improved ¦ made ¦ modification ¦ mods ¦ optimis ¦ optimiz ¦ patch ¦ support ¦ translation ¦ version
  needs by
  yes patched by Mina Halloway <mina@loom.example> ¦ Some additions by Udo van Tessel, u@loom.example
  no patched by the loader ¦ patched by Mina ¦ reported by Mina Halloway <mina@loom.example>

en \b(?:written|adapted|developed|created|modified|ported)\s+for\s+(?:the\s+)?(?:[\w.+-]+\s+){1,3}by\s+(?=(?-i:[A-Z]))
  why for what it was made, and by whom
  needs adapted ¦ created ¦ developed ¦ modified ¦ ported ¦ written
  needs by
  yes Written for groff by Mina ¦ adapted for Loom Works by Mina
  no written for speed by hand

en \bcontributed\s+to\s+(?:[\w.-]+\s+){1,4}?by\s|\b(?:earlier|previous|prior)\s+(?:work|versions?|code)\s+by\s
  why who gave it to another work, or made what came before
  needs contributed ¦ earlier ¦ previous ¦ prior
  yes Contributed to GNU Loom by Mina ¦ Earlier work by Mina
  no contributed to by

en {ORIGINAL}{WHERE}
  why what came first
  needs original
  yes Original code is available at X ¦ original author: Mina
  no the original

en (?:(?<=\n)|^)(?:original\s)?{SHARE}(?:(?:,\s|\s(?:and|&)\s|/)\w+){0,2}\s+by:?\s(?={ALONE_OR_ON})
  why who had the idea, or made what is not code
  needs artwork ¦ concept ¦ design ¦ graphics ¦ icon ¦ idea ¦ illustration ¦ layout ¦ logo ¦ lyrics ¦ music ¦ photo
  needs by
  yes Idea by Mina Halloway ¦ Concept and design by: Mina Halloway ¦ Artwork by Mina Halloway, https://loom.example
  no idea by chance ¦ Design by Contract

en \bcourtesy\s+of\s|\bcredits?\s+(?:(?:must\s+|should\s+)?goe?s?\s+to|to|due\s+to)\s|\bcredits?\s*:
  why who is given the credit
  needs courtesy ¦ credit
  yes Courtesy of Mina ¦ Credit goes to Mina ¦ Credits: Mina
  no creditor to

en \b(?:{MANY}\s+(?:thanks|props)|(?-i:T)hanks|kudos|(?<![\w,]\s)props)\s+(?:go(?:es)?\s+(?:out\s+)?)?to(?:\s*:|\s)
  why thanks, and not by whose grace something is so
  needs hanks ¦ kudos ¦ props
  yes Many thanks to Mina ¦ Special thanks to: Mina ¦ Thanks go to Mina ¦ Kudos to Mina
  no thanks for ¦ fast thanks to Loom ¦ pass props to the Content

en \bthanks\s+to\s+(?=\[@?[\w.' -]{2,40}\]\(https?://(?:www\.)?(?:github|gitlab|gitee)\.com/[\w-]+/?\))
  why thanks, and to whose account
  needs thanks
  needs ](http
  yes LoomNet large thanks to [Mina Halloway](https://github.com/mina)
  no works thanks to [Loom](https://github.com/mina/loom)

en (?<![^(\n])thanks\s+to\s+(?=@\w|(?-i:[A-Z][\w-]+\s[A-Z]))
  why thanks in brackets or at a line's beginning, and to whom
  needs thanks
  yes (thanks to Mina Halloway ¦ (thanks to @mina ¦ thanks to Mina Halloway
  no (thanks to the symmetry ¦ (thanks to Loom

en (?<=,\s)thanks\s+to\s+(?=(?-i:[A-Z][\w'’-]+\s[A-Z][\w'’-]+)(?:\s\([^()\n]{2,40}\))?\.?\s*(?:\n|$))
  why thanks at a sentence's end, and to whom by two words of a name that end the line
  needs thanks
  yes Fix the shuttle, thanks to Udo Tessel. ¦ now it weaves, thanks to Udo Tessel (PR 2)
  no it is fast, thanks to Loom Patterns in use ¦ it is fast, thanks to caching.

en \b(?:includes?\s+(?:software|code|material|work|data)|uses\s+(?:software|code))\s+(?:\w+\s+){0,3}?(?:by|from|at)\s
  why what an acknowledgement clause says
  needs include ¦ uses
  yes This product includes software developed by the Loom Project ¦ uses software developed at the Loom Works
  no includes software

any (?:(?<=\n)|^)\s*{LABEL}
  why a label at a line's beginning
  needs __credits__ ¦ acknowledg ¦ author ¦ coder ¦ contributor ¦ created ¦ creator ¦ definitions ¦ designer ¦
    developed ¦ developer ¦ illustrator ¦ programmer ¦ translator ¦ maintained ¦
    maintainer ¦ modified ¦ original ¦ ported ¦ written
  yes Author: Mina ¦ x\n@author Mina
  no the author: Mina
""",
    UNLESS="".join(rf"(?<!{verb}ed\n)" for verb in ("sort", "order", "group", "index", "report", "filter", "follow")),
    ALONE=r"(?-i:[A-Z][\w.-]+\s[A-Z][\w.-]+)\s*(?:\n|$|[<(])",
    ALONE_OR_ON=r"(?-i:[A-Z][\w.-]+\s[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)\s*(?:\n|$|[<(,;.]|and\s|&\s)",
    GIVEN=_GIVEN,
    WITH_MAIL=_WITH_MAIL,
    SHARE=SHARES,
    MANY="(?:many|special|big|huge|our|these|another|with|original|also|sincere|further)",
    EARLIER=_EARLIER,
    MADE=MADE,
    SECOND=_SECOND_VERB,
    ORIGINAL=_ORIGINAL,
    WHERE=_WHERE,
    LABEL=_LABEL,
)

GROUP = Vocabulary(
    r"""
en (?:the\s+)?{WORD}(?:\s{WORD})?\s(?:team|project|developers|authors|maintainers|contributors)\b
  why a group of people behind a work
  yes the android-cmake project ¦ Loom Works team
  no the whole of it ¦ team
""",
    WORD=r"[\w.+-]{2,30}",
)

OF_THIS = Vocabulary(r"""
en (?:^|[.;:]\s)(?:\W*this|\W*it|\W*the(?:\scode\sin\sthis)?)\s(?:[\w.-]+\s){0,3}?(?:was|were|has\sbeen)$
  why the file, or the work, whose maker one name tells
  yes This file was ¦ The original module has been ¦ It was
  no This destroys the context that was ¦ The option is

en (?:^|[.;:]\s)\W*(?:[\w-]+\.\w{1,4}(?:\s(?:is|was))?|(?-i:[A-Z])[\w-]+\swas|[Cc]urrently)$
  why a file's name, or one of one word, of which the sentence tells
  yes loom.vim was ¦ Loom was ¦ Currently
  no the list of threads is ¦ list ¦ Threads
""")
"""What stands before who made it, where a sentence tells it of this work."""
