"""The words that several kinds of notices share: years, signs, addresses, placeholders, names of licenses."""

from __future__ import annotations

import re

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.reserved_rights import RESERVED_RIGHTS
from hatch_oaml.values.words import holds_any
from hatch_oaml.values.years import YEAR, YEARS


def years(bracket: str) -> str:
    """Years, in brackets too.

    :param bracket: the name of the group that an opening bracket gets, one of its own for each place in an expression:
        to write the years twice instead, once with brackets, takes twice as long to compile.
    """
    return rf"(?P<{bracket}>[(\[{{<])?{YEARS}(?({bracket})[)\]}}>])"


SIGN = r"(?:\(\(c\)\)|\([c©]\)|©\ufe0f?|ⓒ)"
COPYRIGHT_ZH = r"(?:版权|版權|著作权|著作權)"
STATED_ZH = rf"{COPYRIGHT_ZH}(?:所有|[归歸][属屬]?|[人者])?"
"""With what says that it is somebody's."""
OWNED_ZH = rf"{COPYRIGHT_ZH}所有(?![者人方權权])"

_RIGHTS_ZH = Vocabulary(r"""
zh (?:并|並)?保留[^\W\d_a-z]{0,6}?(?:权利|權利|权益|權益)
  why all rights reserved
  yes 保留所有权利 ¦ 並保留一切權利
  no 保留字段

zh (?:侵权|侵權|翻印|翻版|盗版|盜版|违者|違者|仿冒)必究|(?:拥有|擁有|保留|享有)最终解释权
  why who infringes will be pursued, and who has the last word
  yes 版权所有，侵权必究 ¦ 违者必究 ¦ 拥有最终解释权
  no 侵权
""")
RESERVED = Vocabulary(
    r"""
en all\s+(?:other\s+)?rights?\s+(?:are\s+)?reserved|some\s+rights\s+reserved
  why the Buenos Aires Convention's words
  yes All rights reserved ¦ all other rights are reserved
  no all rights

any {ELSEWHERE}
  why the same in ten other languages
  yes Alle Rechte vorbehalten ¦ tous droits réservés ¦ 모든 권리 보유
  no alle Rechte

zh {RIGHTS}
  why the same in Chinese
  yes 保留所有权利
  no 权利

zh {OWNED}(?:[ \t。.,;，；、]*{RIGHTS})?(?=[ \t。.,;!，；！）)]*{BEHIND})
  why alone on its line it ends the notice above it, unless the line below says since when or whose
  yes 版权所有。 ¦ 版权所有，侵权必究\n
  no 版权所有 云梭 ¦ 版权所有\n2020 云梭
""",
    ELSEWHERE=RESERVED_RIGHTS,
    BEHIND=rf"(?:\n(?!\s*(?:{SIGN}|{YEAR}))|\Z|[\"'”」]|\s*\S?ICP备|\s*\w{{2,4}}[:：]|\s*\|)",
    RIGHTS=_RIGHTS_ZH,
    OWNED=OWNED_ZH,
)

_FILL_IN = "name|full\\s?name|owner|holder|insert|your|author|organi[sz]ation|company"
TEMPLATE = Vocabulary(
    r"""
en \[\W{0,16}(?:y{2,4}|year|x{2,}|date|{FILL_IN})\b[^\]]{0,200}\]
  why a word to fill in, in brackets
  yes [yyyy] ¦ [name of copyright owner] ¦ [xx]
  no [Loom]

en <\W{0,16}(?:y{2,4}|years?|dates?|copyright|{FILL_IN})\b[^>]{0,200}>|<e-?mail(?:\s(?:address|id))?>
  why a word to fill in, in angles
  yes <year> ¦ <name of author> ¦ <email address>
  no <mina@loom.example> ¦ <email@loom.example>

code \{\{|\{%|\$\{?\w(?!\w*\s?(?:=|->|\[))|%\(\w+\)|%[sd]\b|(?<!\\\S)(?<!\\\w\w)\{(?!\d{4})[\w.:!()\s]*\}|@[A-Z_]{3,}@
  why what a program fills in
  yes {{ year }} ¦ ${YEAR} ¦ %s ¦ {name} ¦ @AUTHOR@
  no 100% ¦ $loom = new Loom() ¦ $loom->weave()

en \byyyy\b|\b20xx\b|\b19xx\b|\bx{4,}\b|\b4-digit\s+year\b|\byear\s+name\b
  why a year to fill in
  yes Copyright yyyy ¦ 20xx
  no 199x

en \byour\s+(?:name|company|organi[sz]ation)\b|\bname\s+of\s+(?:the\s+)?(?:copyright\s+owner|author|company)\b
  why a name to fill in
  yes Your Name ¦ name of the author
  no your loom

en \b(?:\d{4}|year)\s+(?-i:ORGANIZATION)\b|(?-i:\bFIRST\ AUTHOR\b|'[Ss]\ COPYRIGHT\ HOLDER\b)
  why what generators of projects write
  yes 2020 ORGANIZATION ¦ FIRST AUTHOR
  no first author

zh 某某|某年|×{2,}|你的名字|您的(?:姓名|公司|名称)|[<\[【(]\s*(?:年份|姓名|名称|作者|公司)\s*[>\]】)]
  why a name to fill in
  yes 某某公司 ¦ ××× ¦ 【年份】
  no 云梭公司
""",
    FILL_IN=_FILL_IN,
)
YEAR_FILLED_IN = Vocabulary(
    r"""
code %[sd]|\?{2,4}|\$\{?year\}?|(?-i:\bYEAR\b)|[\[<]\s?(?:yyyy|year)s?\s?[\]>]
  why the year that somebody fills in
  yes %s ¦ ???? ¦ $year ¦ YEAR ¦ [yyyy] ¦ <year>
  no ? ¦ year ¦ [Loom]

code {OPEN}(?=[^}>\n]{0,60}(?:year|date|now))[^}>\n]{1,60}[}>]{1,2}
  why the year that a program fills in
  yes {{ site.year }} ¦ ${new Date().getFullYear()} ¦ <?= date('Y') ?> ¦ {year}
  no {author} ¦ <year>
""",
    OPEN=r"(?:\{\{|\$\{|<%=|<\?(?:php|=)|#\{|\{)",
)
"""What stands for a year; who is named behind it has the right."""
_TEMPLATE_HINTS = (
    *"[<{$%@×你您某",
    *(
        "yyyy",
        "20xx",
        "19xx",
        "xxxx",
        "digit",
        "year",
        "your",
        "name",
        "organization",
        "first author",
        "copyright holder",
    ),
    *("年份", "姓名", "名称", "作者", "公司"),
)
"""Without one of these there is no placeholder: to look for each costs less than to search for all at once."""
_TEMPLATE = expression(TEMPLATE.either, re.IGNORECASE)

URL = r"(?:https?://|www\.|git@|git://|ftp://)[^\s<>\"'）)，。]+"
EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s+at\s+|\[at\])[\w-]+\.[\w.-]+"
_FILE_SUFFIX = "py|md|c|h|txt|json|yaml|js|ts"
REGION = "America|Europe|Asia|Africa|Australia|Pacific|Atlantic|Indian|Antarctica|Etc"
_ORDINARY = Vocabulary(r"""
code json|yaml|xml|csv|html|css|js|src|dst|main|tests?|lib|bin|docs?|config|cpu|gpu|int|float|https?|path|host|port
  why forms, folders and types
  yes JSON ¦ src ¦ http
  no loom

en mean|std|top|bottom|data|width|height|rows?|cols?|columns?|offset|size|length|index|value|name|text|image|audio|video
  why measures, places and what data are of
  yes mean ¦ rows ¦ image
  no loom
""")
NO_REPOSITORY = Vocabulary(
    r"""
en (?i:client/server|server/client|publish(?:er)?/subscribe[dr]?|pub/sub|producer/consumer|request/response)
  why two sides of one thing, and no owner with a repository
  yes Pub/Sub ¦ client/server ¦ Producer/Consumer
  no mina/loom

en (?i:input/output|read(?:er)?/writer?|load/(?:save|store)|save/load|encoder?/decoder?|import/export)
  why the two directions of one thing
  yes input/output ¦ Encoder/Decoder ¦ load/save
  no encoder/loom

en (?i:key/value|name/value|map/reduce|push/pull|train/(?:test|val\w*|eval\w*)|question/answers?|master/slave)
  why two words that go together
  yes key/value ¦ train/test
  no train/loom

en (?i:and/or|true/false|start/(?:stop|end)|open/close|min/max|before/after|left/right|parent/child)
  why two of which one is meant
  yes and/or ¦ start/end
  no open/loom

en (?i:{ORDINARY}/{ORDINARY})(?![\w/-])
  why two of the words that every program has
  yes mean/std ¦ top/bottom ¦ JSON/YAML ¦ src/main
  no mina/main ¦ json/loom

code (?i:{FORM}/{FORM})(?![\w/-])
  why forms of documents
  yes PDF/HTML ¦ docx/PDF
  no pdf/loom ¦ mina/pdf

en (?i:gnu/linux|tcp/ip|user(?:name)?/(?:password|group)|login/logout|source/target|upload/download)
  why the same, of systems
  yes GNU/Linux ¦ username/password
  no gnu/loom
""",
    ORDINARY=_ORDINARY,
    FORM="(?:pdf|docx?|xlsx?|pptx?|word|excel|markdown|latex|epub|html?|xml|json|txt|rtf|svg|png|jpe?g|gif|mp[34]|wav)",
)
REPOSITORY = rf"(?<![\w/.])(?!(?:{REGION})/[A-Z]|{NO_REPOSITORY}(?![\w/-]))[A-Za-z][\w-]{{1,38}}/[A-Za-z][\w-]{{2,60}}(?:\.(?!{_FILE_SUFFIX})[\w-]+)*(?![\w/-])(?!\.\w)"
LICENSES = Vocabulary(r"""
any MIT|BSD|ISC|zlib|Apache|[AL]?GPL|MPL|EPL|CDDL|CC[ -](?:BY|0)|PSF|Boost|Artistic|Unlicense|WTFPL
  why how licenses are called for short
  yes MIT ¦ LGPL ¦ CC-BY
  no MLP

any MulanPSL|OpenRAIL|OpenMDW|木兰|开放原子模型
  why licenses of Chinese code and of models
  yes MulanPSL ¦ OpenRAIL
  no 模型
""")
LICENSE_NAME = rf"(?:{LICENSES}(?:[-v\s]*\d[\w.+-]*)?)"


def is_template(text: str) -> bool:
    """Does `text` hold a placeholder that somebody is to fill in?"""
    lower = text.lower()
    return holds_any(lower, _TEMPLATE_HINTS) and _TEMPLATE.search(text) is not None
