"""How a copyright notice begins, and what only looks like one."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, OWNED_ZH, SIGN
from hatch_oaml.values.han import BEYOND_LATIN

WORD = Vocabulary(
    r"""
en (?:(?<=\\[nrt])|(?<![\w$.@/\\-]))(?:__copyright__|copyright(?:ed|s)?(?![\w(])(?!\(s\))|{GLUED}|copr\.)
  why the word, no part of a name or an address
  yes Copyright 2020 ¦ __copyright__ = ¦ Copyright(c) ¦ Copr. Loom ¦ Copyright2012 Loom
  no copyrightable ¦ a.copyright ¦ copyright(x) ¦ copyright20

code (?<![\w.$@/\\-]){FIELD}["']?\s*[:=]\s*["'](?=\w)|(?<![^\n]){FIELD}\s*[:=](?=\s*{CAP})
  why fields of settings and metadata whose value, a text, is a holder
  yes copyright_holder = 'Loom' ¦ "copyrightHolder": "Loom" ¦ copyright_holder: Loom
  no copyright_holder = loom() ¦ copyright holders ¦ copyright_holder: String,

en (?<!\w)\(c\)opyright\b
  why the word with its sign in it
  yes (C)opyright 2003
  no (c)opy

any spdx-(?:file|snippet)copyrighttext|@copyright\b
  why tags of the SPDX and REUSE specifications, and of documentation comments
  yes SPDX-FileCopyrightText: 2020 ¦ @copyright Loom
  no spdx-license

code \b(?:app|versioninfo|legal|nshumanreadable)copyright(?=\W)(?!\W{0,8}[urb]?\W{0,4}(?:copyright|{SIGN}))
  why fields of programs and installers, whose value is no statement of its own
  yes AppCopyright=Loom
  no mycopyright ¦ LegalCopyright", "Copyright

zh (?<!\w){COPYRIGHT}(?:持有|所有|拥有|擁有|享有)?[人者方](?:[与和及、]\w{2,6})?\s*[:：]
  why a label: whose it is follows
  yes 著作权人：云梭 ¦ 版权所有人：云梭 ¦ 版权持有者: 云梭 ¦ 著作權人：
  no 著作权人有权

ja 著作権(?:者\s*[:：]|(?=\s*(?:[:：]|{SIGN}|\d{4}(?!年\S))))
  why the word with what a holder stands behind
  yes 著作権 2024 ¦ 著作権者：青山 ¦ 著作権 (c)
  no 著作権法 ¦ 著作権は ¦ 著作権 2024年改正

ko 저작권(?:자\s*[:：]|자?(?=\s*(?:[:：]|{SIGN}|\d{4}(?!년))))
  why the word with what a holder stands behind
  yes 저작권 2024 ¦ 저작권자: 루멘
  no 저작권법 ¦ 저작권 2024년 개정

any (?<!\w)derechos\s+reservados\s*:
  why a label in Spanish
  yes Derechos Reservados: Telar
  no todos los derechos reservados.

any (?<!\w)(?:urheberrecht|derechos\s+de\s+autor|{ROMANCE})(?=\s*[:,]?\s*(?:{SIGN}|\d{4}))
  why the word in German and Spanish, with a sign or a year: alone it is talk about the right
  yes Urheberrecht 2024 ¦ Derechos de autor (c)
  no Das Urheberrecht gilt

zh (?:图片|圖片|照片|文字|数据|模型|代码|内容|作品|素材|插图|字体|音频|视频){COPYRIGHT}\s*[:：]|{COPYRIGHT}人\s*[,，、/]\s*作者\s*[:：]?
  why the right in a part, or both in one label
  yes 图片版权：秦墨白 ¦ 著作权人, 作者 秦墨白
  no 图片版权问题

zh (?<=作者[/、和与及]){COPYRIGHT}(?:所有)?\s*[:：]|{COPYRIGHT}声明\s*[:：](?=\s*{PERSON}(?:\s|[,，(（]|$))
  why one label for author and holder, and a heading with a name at once
  yes 作者/版权：林晚舟 ¦ 版权声明：林晚舟  QQ：1
  no 版权声明：本文为博主原创

zh {OWNED}|(?<!\w){COPYRIGHT}(?=[\s:(©]|{SIGN}|\d)
  why the word, with what a holder or a year may stand behind
  yes 版权所有 云梭 ¦ 版权 (c) ¦ 著作权:云梭
  no 版权法 ¦ 版权所有者
""",
    CAP=r"(?!(?:Str|String|Text|Option\w*|Vec|Any|None|True|False|List|\w+\()\b)(?-i:[A-Z]|[\u3040-\u9fff])",
    FIELD="copyright[_-]?(?:holder|owner)s?",
    GLUED=r"copyright(?=\(c\)|(?:19|20)\d\d\b)",
    OWNED=OWNED_ZH,
    COPYRIGHT=COPYRIGHT_ZH,
    ROMANCE=r"droits\s+d['’]auteur|diritt[oi]\s+d['’]autore|direitos\s+autorais",
    SIGN=SIGN,
    PERSON=rf"(?!本|请|见|无|该|如|转|原|以|详|参){BEYOND_LATIN}{{2,4}}",
)

PART = Vocabulary(
    r"""
en (?:(?:some|many|all|small)\s+)?(?:portions?|parts?|sections?)\s+{OF}(?:are\s+)?
  why of which part
  yes Portions of this file are X ¦ Some parts X
  no party

en (?:(?:some|many|all|small)\s+)?(?:modifications?|changes|additions|contributions?|{MORE})\s+{OF}(?:are\s+)?
  why of what was done to it
  yes Modifications Copyright ¦ All changes are X
  no modify

en (?:original|modified|derived|derivative|additional)\s+works?\s+|original\s+(?=\(c\)|copyright\s\(c\))
  why which of two works that became one
  yes Original work Copyright ¦ Modified work Copyright ¦ Original (c)
  no original copyright
""",
    MORE="revisions?|enhancements?|extensions?|improvements?|adaptations?|updates",
    OF=r"(?:of\s+(?:this|the|it)\s*\w*\s+)?",
)

SUBJECT = Vocabulary(
    r"""
en (?:{WORK}|{PICTURE}|{TEXT})(?:\s+(?:is|are))?(?:\s+the)?\s*$
  why what a sentence says the copyright of: `Images copyright Loom`
  yes All content ¦ Images ¦ the weights are
  no see ¦ the user

en \b(?:is|are|was|were|remains?)(?:\s+(?:the|largely|mostly|partly|partially|mainly|also))?\s*$
  why a verb before the word
  yes it is ¦ they are the ¦ which is largely
  no this
""",
    WORK=r"\b(?:works?|definition|code|files?|software|program|library|data|dataset|corpus|model|weights|design|version)",
    PICTURE=r"\b(?:images?|icons?|pictures?|photos?|photographs?|artwork|graphics|logos?|fonts?|music)",
    TEXT=r"\b(?:translation|content|contents|texts?|documentation|articles?|manual|tables?|dictionary|portions)",
)
"""Directly before the word, which a sentence holds."""

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

GARBLED = Vocabulary(r"""
any [ÂÃ]©|\ufffd
  why the sign in UTF-8 that was read as Latin-1, or lost
  yes Â© 2018 ¦ � 2018
  no © 2018

any [?¿®@](?=\s?\d{4})|c(?=\s\d{4})|\(@\)|\[c\](?=\s?\d{4})
  why the sign where an encoding had none, or a writer no bracket
  yes ?1998 ¦ c 2011 ¦ (@) ¦ [c] 2011 ¦ @ 2011
  no ?x ¦ cx

any \(\s{1,2}c\s{1,2}\)|<<?c>>?
  why the sign in wide brackets, or in others
  yes ( c ) ¦ <c>
  no (x) ¦ < c
""")
"""What stands for the sign between the word and the years."""

LABEL = Vocabulary(r"""
en (?:notice|holders?|owners?|statement)(?:\s+and\s+\w+(?:\s+\w+)?)?\s*[:：]\s*
  why a label behind the word: what it says follows
  yes Notice: Loom ¦ holders: Loom
  no notice of
""")

DENIED = Vocabulary(r"""
en \b(?:not|never)\s+copyrighted\b|\b(?:no|without)\s+(?:any\s+)?copyrights?\b
  why no notice at all, but its denial; one that is taken back is another matter
  yes Not copyrighted 1992 ¦ without any copyright
  no This is not Copyright 2020
""")

LIST_NEIGHBOUR = Vocabulary(r"""
any (?:^|[\s;,])\((?:a|b|d|i|ii|iii)\)\s
  why a list in which `(c)` is the third item
  yes (a) x ¦ x; (b) y
  no (c) x
""")

PROSE = Vocabulary(
    r"""
zh (?:见|详见|参见|如下|以下|无|未知|不明|待定|暂无|有权|可以|应|请|需|须|指|本人)
  why nobody by name
  yes 见附件 ¦ 有权许可 ¦ 请联系我们
  no 云梭

en (?i:none|n/a|unknown|tbd|please|true|false|null)\b|@\w+\s*\{
  why nobody by name
  yes None ¦ Unknown ¦ Please contact us
  no Nonesuch

en (?i:notices?|holders?|owners?|owned|licen[sc]es?|laws?|acts?|information|info|statements?|policy|office|faqs?)\b
  why what is said of the right
  yes notice ¦ holders ¦ law
  no Noticeable

en (?i:claims?|infring\w*|protect(?:s|ed|ion|ing)?|headers?|status|years?|dates?)\b
  why what is said of the right
  yes infringement ¦ protected ¦ header
  no Headerson ¦ Protecta

en (?i:treat(?:y|ies|s|ed|ment|ing)?|disclaimers?|agreements?|credits|waivers?)\b
  why what is said of the right
  yes treatment ¦ Treaty ¦ disclaimer
  no Treatwell

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

en (?i:identify|specif(?:y|ies)|whether|optional|default|(?:the|an?)\s(?:string|text|list|value|holder))\b
  why what a field is for, where the documentation of a program tells it
  yes Identify the holders ¦ whether it is shown ¦ A string
  no Identifont ¦ Stringer

en (?i:updat(?:e[sdr]?|ing)|remov(?:e[sdr]?|al|ing)|add(?:s|ed|ing|itions?)?|chang(?:e[sdr]?|ing))\b
  why what a program does to it
  yes updater ¦ removed ¦ added
  no Addison ¦ Chang

en (?i:bump\w*|refresh\w*|mention\w*|clarif\w*|documents?|fix(?:e[sd])?|sync\w*)\b
  why what a line of a history says was done to it
  yes Bump years ¦ refreshed ¦ Fix the year
  no Fixler

en (?i:correct(?:s|ed|ions?)?|extend(?:s|ed)?)\b
  why the same
  yes corrections ¦ Extend
  no Extender

en (?i:list(?:s|ed)?|convert(?:s|ed)?|switch(?:e[sd])?|merge[sd]?|drop(?:s|ped)?|build|upload(?:s|ed)?)\s+(?-i:[a-z])
  why the same, with what it was done to
  yes List new files ¦ Convert from one
  no List Weavers ¦ Build Loom

en (?i:the\s+(?:author|owner|holder|licensee|licensor|user|publisher)\s+[a-z]+s)\b
  why who has it does something, by no name
  yes the Author retains rights
  no the authors of Loom ¦ the Author

en (?i:clearance|agency|agencies|royalt\w+|tribunal|board|society|collecti\w+|reform|exceptions?|duration)\b
  why who looks after rights, and what is said of them
  yes Clearance Center ¦ Agency ¦ royalties
  no Clear ¦ Boardman

en (?i:urls?|links?|/?\s?legal)\b
  why the label of a field
  yes URL ¦ /Legal information
  no Legally

en (?i:and|or|is|are|was|were|be|in|on|of|to|for|with|as|under|from|must|may|should|shall|has|have|not|no|only)\b
  why a sentence goes on
  yes and ¦ is ¦ should
  no Loom

es (?i:este|esta|estos|estas|cette|dieser?|dieses|questo|questa|il\s+est)\b
  why a sentence goes on in Spanish, French, German or Italian
  yes Este programa ¦ Dieses Programm
  no Estevez

en (?i:that|this|these|its?|any|all|free|if|when|see|here|below|the\s+(?:above|following|same|original|name|year))\b
  why a sentence goes on
  yes this ¦ the above ¦ see
  no theirs
""",
    flags=0,
)
