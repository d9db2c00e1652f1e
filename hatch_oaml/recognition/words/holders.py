"""How far a copyright holder's name goes, and what may be one."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import LICENSE_NAME
from hatch_oaml.values.company_forms import EITHER
from hatch_oaml.values.han import BEYOND_LATIN

ABBREVIATION = Vocabulary(r"""
any \b(?:inc|ltd|co|corp|llc|gmbh|bros|pty|pvt|int|intl|assoc|etc|et al|e\.v|s\.a|b\.v|n\.v|s\.p\.a)$
  why what companies and groups are called
  yes Loom Inc ¦ Loom e.V ¦ Halloway et al
  no Loom

any \b(?:sdn|bhd|pte|plc|ltda|cia|cie|srl|sarl|kft|zrt|mbh|s\.r\.[ol]|s\.a\.s|a\.s|d\.o\.o|z\.o\.o|l\.l\.c|k\.k)$
  why the same in other countries
  yes Loom Sdn ¦ Loom s.r.o ¦ Loom Pte
  no Loom

any \b(?:sp|o\.o|z\.s|spol|r\.o|ges|kk|oy|ab|hf|ehf|n\.a|s\.l|s\.c|s\.r\.l|e\.u|m\.b\.h)$
  why the same, of several words or letters
  yes Loom Sp ¦ Loom Sp. z o.o ¦ Telar S.L
  no Loom spa

any \b(?:chr|wm|jas|jos|chas|thos|geo|joh|alex|rev|hon|capt|col|lt|sgt)$
  why first names and ranks cut short
  yes Henrik Chr ¦ Wm ¦ Capt
  no Christ

any \b(?:dr|mr|mrs|ms|st|jr|sr|prof|dept|univ|no|vol|v|ing|mgr|dipl|ph\.d|m\.sc|b\.sc|tel|fax|ph|ext)$
  why titles, and what is numbered
  yes Dr ¦ Univ ¦ Vol
  no Doctor

any (?:str|platz|\brd|\bave|\bblvd)$
  why streets
  yes Hauptstr ¦ 12 Loom Rd
  no Strasse

any (?:^|[\s.,(-])[A-Z]$
  why initials
  yes Mina H ¦ M-J
  no MH

any (?:^|[\s.,(-])(?-i:[BCDF-HJ-NP-TV-Z]{2})$
  why two initials, or one that is written with two consonants
  yes Mina HJ ¦ KT
  no Mina USA ¦ Tessel AG
""")

UNFINISHED = Vocabulary(r"""
any [,&(<:/、，（＜–—-]$|[\d-]+$|\band/or$
  why a mark behind which a name or a year must follow
  yes Loom, ¦ Loom & ¦ 2020-
  no Loom.

any \b(?:and|of|for|the|by|in|at|de|von|van|der|den|del|della|du|di|to|with|und)$
  why a word behind which a name must follow
  yes Institute of ¦ Loom and
  no Loom

zh (?:及|和|与|及其|的)$
  why a word behind which a name must follow
  yes 云梭和
  no 云梭
""")

CONTINUES = Vocabulary(
    r"""
en and(?:/or)?\s+(?:(?:its|their|other)\s+)?{WHO}\b
  why who else has the right
  yes and/or its affiliates ¦ and its licensors ¦ and others ¦ and other contributors
  no and its manual

en \([A-Z][^()\n]{2,80}\)\.?$|(?:and|of|for|&)\s+[^\Wa-z]|(?:and|of|for)\s+the\s+[^\Wa-z]|(?:and|&)$
  why a name that goes on
  yes and Mina ¦ of the Loom ¦ (National Loom Institute) ¦ and
  no and mina ¦ andy

en (?:for|of|and)\s+[^\n]{3,60}\b{FORM}\.?$
  why for whom, told in letters of any size
  yes for loom integrated media GmbH
  no for looms

any {FORM}\b
  why the form of a company that the line before began to name
  yes Foundation ¦ Inc.
  no Loom

any (?:[A-Z][\w&-]*\s){0,3}[A-Z][\w&-]*,?\s{FORM}(?:\.?\s*$|[.,;]\s|\.?\s+(?:[Aa]ll|and)\b)
  why the rest of a company's name
  yes Labs, Inc. ¦ Research Foundation ¦ Labs Ltd. All rights
  no labs inc ¦ Labs Inc makes no warranty

any (?:[A-Z][\w&.-]*\s(?:(?:of|for|and|the|in)\s){0,2}){0,7}[A-Z][\w&-]*[.,]?\s+(?:All|all|ALL)\s[Rr]
  why the rest of a name, and the reserved rights
  yes Research Team of Ostrava University. All rights reserved.
  no Redistribution of all rights

zh 及|和|与
  why a name that goes on
  yes 和北窗
  no 北窗
""",
    flags=0,
    FORM=EITHER,
    WHO="(?:affiliates|subsidiaries|licensors|suppliers|contributors|successors|others)",
)

LABEL = Vocabulary(
    r"""
any @?[A-Za-z][\w -]{0,24}\s?[:：=](?!//)|:\w+:|@\w+|(?:[Aa]uthors?|[Mm]aintainer|[Ll]icen[sc]e)\s+[A-Z]
  why the next field: it is no holder
  yes Author: ¦ :license: ¦ @author
  no https://a.example

code VALUE\s+"|[a-z]\w*\s?\((?:\w+,\s*)?"|(?:printf?|echo|puts|say)\s[^\n"]{0,20}"
  why the next field of a program's resources, and the next call
  yes VALUE "FileVersion ¦ fprintf(out, " ¦ print $out "
  no Loom ¦ printers of "Loom"

zh {LETTER_ZH}{2,8}[：:]
  why the next field: it is no holder
  yes 作者：
  no 林晚舟
""",
    LETTER_ZH=BEYOND_LATIN,
)

_HANDLED = Vocabulary(r"""
en modified|adapted|adopted|derived|ported|copied|borrowed|taken|forked|translated|converted|extracted
  why what was done to another work
  yes modified from ¦ taken from
  no loom

en written|developed|created|authored|contributed|implemented|rewritten|maintained
  why who made it
  yes written by ¦ maintained by
  no loom
""")
_HANDLED_ZH = "修改|改编|改編|改写|移植|摘|摘录|翻译|复制|衍生|派生|参考|来|來|源"
ORIGIN = Vocabulary(
    r"""
en (?:(?:{FAR}|this\s+\w+\s+(?:is|was))\s+){0,2}(?:{HANDLED}{AND}\s+(?:from|by)\b|based\s+(?:up)?on\b|inspired\s+by\b)
  why how a line begins that tells an origin: it goes on with no holder's name
  yes Heavily modified from ¦ written and directed by ¦ based on
  no Modified Loom

zh (?:代码|本文件|本项目)?(?:{HANDLED_ZH})自|由[^\n]{2,20}(?:修改|改编|移植|开发|编写)|参考了|基于
  why the same in Chinese
  yes 修改自 ¦ 由云梭修改 ¦ 参考了
  no 云梭
""",
    FAR="heavily|partly|partially|originally|initially|code|file",
    HANDLED=_HANDLED,
    AND=r"(?:\s+(?:and|&)\s+\w+)?",
    HANDLED_ZH=_HANDLED_ZH,
)

PEOPLE = Vocabulary(r"""
en (?:[\w.&'’-]+\s+){0,5}(?:contributors|authors|developers|maintainers|volunteers|community|team)
  why what a group of people is called, in letters of any size
  yes loom contributors ¦ the loom team
  no loom
""")

_NO_WORK = Vocabulary(r"""
en all|other|others|individual|original|respective|its|their|our|your|my|any|these|those|such|many|various|some
  why whoever they are
  yes other ¦ original
  no libuv

en and|or|for|of|by|with|from|to|in|on|as|is|are|was|not|no|per|plus|new|current|former|above|following
  why a sentence goes on
  yes for ¦ following
  no libuv

en projects?|core|code|codebase|packages?|software|library|tools?|plugins?|modules?|programs?|site|website|upstream
  why any work, and none by its name
  yes project ¦ library
  no libuv

en open|free|source|main|lead|external|third|party|development|dev|docs?|linters?|bots?|scanners?|user|community
  why the same
  yes free ¦ development
  no libuv
""")
NAMED_GROUP = Vocabulary(
    r"""
en ^(?!the\s{NO}\b|{NO}\b)(?:the\s)?(?!the\b)[a-z\d][\w.+-]{1,40}{OF_WHAT}\s{GROUP}\.?$
  why a work whose name has no capital, and those who make it
  yes libuv project contributors ¦ the node-forge developers ¦ numpy development team
  no the project contributors ¦ all contributors ¦ core team ¦ libuv is for contributors
""",
    NO=_NO_WORK,
    OF_WHAT=r"(?:\s(?:project|development|core|language|library))?",
    GROUP="(?:contributors|authors|developers|maintainers|volunteers|community|team)",
)

LICENSED = Vocabulary(
    r"""
en ^(?:the\s)?(?:\d-clause\s)?{LICENSE}{VERSION}{WORD}{VERSION}(?:\sor\s(?:later|newer|above))?{REMARK}[.\s]*$
  why a line that names a license, and no holder
  yes Apache 2.0  (http://www.apache.org/licenses/LICENSE-2.0) ¦ The MIT License (MIT) ¦ BSD 3-Clause ¦ GPL v3 or later
  no MIT Media Lab ¦ Apache Software Foundation ¦ BSD Ltd.
""",
    LICENSE=LICENSE_NAME,
    VERSION=r"(?:[,\s]\s?(?:version\s?|v\.?\s?)?\d[\w.+-]*|\s\d-clause)?",
    WORD=r"(?:[\s-](?:public\s)?licen[sc]ed?)?",
    REMARK=r"(?:\s*\([^()\n]{2,120}\))?",
)

COMPANY = Vocabulary(
    r"""
any \b{FORM}\b
  why a form of company in a name: no item of a list is called so
  yes Loom Inc. ¦ Ostrava University
  no Loom
""",
    flags=0,
    FORM=EITHER,
)

DEED = Vocabulary(
    r"""
en (?!(?:Unit|Limit|Unlimit|Alli|Advanc|Appli|Associat|Incorporat|Integrat|Embedd)ed\b)[A-Z][a-z]+ed\b|(?:Made|Wrote)\b
  why what was done, with which a line of a history begins, and no holder
  yes Added Looms ¦ Made looms
  no Mina ¦ United Looms

en (?:Initial|Version|Release|Rewrite|Support|New|First|Port)\b
  why the same without a verb
  yes Initial Release
  no Mina
""",
    flags=0,
)

SAID_ZH = Vocabulary(
    r"""
zh 版权|版權|著作[权權]|所有|保留|使用|未经|不得|请
  why what a line says that is a sentence, and no holder
  yes 著作权归云梭所有 ¦ 不得转载
  no 云梭科技
""",
    flags=0,
)
