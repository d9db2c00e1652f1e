"""How a copyright notice begins, and what only looks like one."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, OWNED_ZH, SIGN

WORD = Vocabulary(
    r"""
en (?<![\w$.@/\\-])(?:__copyright__|copyright(?:ed|s)?(?![\w(])(?!\(s\))|copyright(?=\(c\))|copr\.)
  why the word, no part of a name or an address
  yes Copyright 2020 ¦ __copyright__ = ¦ Copyright(c) ¦ Copr. Loom
  no copyrightable ¦ a.copyright ¦ copyright(x)

any spdx-(?:file|snippet)copyrighttext|@copyright\b
  why tags of the SPDX and REUSE specifications, and of documentation comments
  yes SPDX-FileCopyrightText: 2020 ¦ @copyright Loom
  no spdx-license

zh {OWNED}|(?<!\w){COPYRIGHT}(?=[\s:(©]|{SIGN}|\d)
  why the word, with what a holder or a year may stand behind
  yes 版权所有 云梭 ¦ 版权 (c) ¦ 著作权:云梭
  no 版权法 ¦ 版权所有者
""",
    OWNED=OWNED_ZH,
    COPYRIGHT=COPYRIGHT_ZH,
    SIGN=SIGN,
)

PART = Vocabulary(
    r"""
en (?:(?:some|many|all|small)\s+)?(?:portions?|parts?|sections?)\s+{OF}(?:are\s+)?
  why of which part
  yes Portions of this file are X ¦ Some parts X
  no party

en (?:(?:some|many|all|small)\s+)?(?:modifications?|changes|additions|contributions?)\s+{OF}(?:are\s+)?
  why of what was done to it
  yes Modifications Copyright ¦ All changes are X
  no modify
""",
    OF=r"(?:of\s+(?:this|the|it)\s*\w*\s+)?",
)

CODE_BEFORE = Vocabulary(r"""
code \b(?:if|for|while|switch|return|catch|and|or|not|sizeof|isalpha|in|of|case|lambda|int|char)\s*$
  why before an argument `(c)`
  yes switch  ¦ return
  no Loom

code [\w\])=+*/<&|!?-]\s*$
  why before a call's argument, or behind an operator
  yes f ¦ a +
  no .
""")

LIST_NEIGHBOUR = Vocabulary(r"""
any (?:^|[\s;,])\((?:a|b|d|i|ii|iii)\)\s
  why a list in which `(c)` is the third item
  yes (a) x ¦ x; (b) y
  no (c) x
""")

PROSE = Vocabulary(
    r"""
en (?i:notices?|holders?|owners?|owned|licen[sc]es?|laws?|acts?|information|info|statements?|policy|office)\b
  why what is said of the right
  yes notice ¦ holders ¦ law
  no Noticeable

en (?i:claims?|infring\w*|protect\w*|headers?|status|year|years|date|dates|treat\w*|disclaimers?|agreements?)\b
  why what is said of the right
  yes infringement ¦ protected ¦ header
  no Headerson

en (?i:rights?|materials?|works?|management|terms?|grants?|violations?|registration|assign\w*|interests?|ownership)\b
  why what is said of the right
  yes materials ¦ registration ¦ assigned
  no Workshop

en (?i:permissions?|section|legend|labels?|checks?|issues?|concerns?|reasons?|strength|regulations?|theft)\b
  why what is said of the right
  yes permission ¦ concerns
  no Checkers

en (?i:restrict\w*|purposes?|templates?|comments?|messages?|metadata|blocks?|tags?|fields?|banners?|footers?)\b
  why where it stands in a file
  yes template ¦ comment ¦ footer
  no Fielding

en (?i:text|symbol|sign|string|strings|lines?|files?|pages?|path|name|attribut\w*|stuff)\b
  why where it stands in a file
  yes symbol ¦ lines
  no Linesman

en (?i:update\w*|remov\w*|add\w*|chang\w*)\b
  why what a program does to it
  yes updater ¦ removed ¦ added
  no Loom

en (?i:and|or|is|are|was|were|be|in|on|of|to|for|with|as|under|from|must|may|should|shall|has|have|not|no|only)\b
  why a sentence goes on
  yes and ¦ is ¦ should
  no Loom

en (?i:that|this|these|its?|any|all|free|if|when|see|here|below|the\s+(?:above|following|same|original|name|year))\b
  why a sentence goes on
  yes this ¦ the above ¦ see
  no theirs
""",
    flags=0,
)
