"""How a copyright notice begins."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH, OWNED_ZH, SIGN
from hatch_oaml.values.han import BEYOND_LATIN
from hatch_oaml.values.years import YEAR

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

code (?<=define\s)(?-i:[A-Z][A-Z\d_]{0,30}_COPYRIGHT)(?=\s+"{YEAR}[^"\n]*[A-Za-z]{3})
  why a constant of a program that is called so, and a string that begins with years
  yes #define LOOM_COPYRIGHT "2004 - 2024 Mina Halloway"
  no #define LOOM_COPYRIGHT "%s" ¦ #define LOOM_COPYRIGHT_YEAR "2004" ¦ #define LOOM_COPYRIGHT "2004"

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
    YEAR=YEAR,
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
