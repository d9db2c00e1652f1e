"""The words that several kinds of notices share: years, names, placeholders, and where license boilerplate begins."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.years import DASH, MONTH, NOW, YEAR as _YEAR

YEAR = rf"(?<!\d){_YEAR}(?!\d)"
YEARS = (
    rf"(?:{MONTH}\s+)?{YEAR}(?:年)?"
    rf"(?:\s*(?:{DASH}|,|&|;|、|and\b|\s)\s*(?:(?:{MONTH}\s+)?{YEAR}(?:年)?|(?:{NOW})(?:年)?))*"
    rf"(?:\s*(?:{DASH})\s*\d\d(?!\d)|\s*至今|\s*-(?=[\s,]))?"
)

SIGN = r"(?:\(c\)|©|ⓒ)"
COPYRIGHT_ZH = r"(?:版权|版權|著作权|著作權)"
OWNED_ZH = rf"{COPYRIGHT_ZH}所有(?![者人方權权])"
_RIGHTS_ZH = r"(?:(?:并|並)?保留[^\W\d_a-z]{0,6}?(?:权利|權利|权益|權益)|侵权必究|侵權必究|翻印必究)"
RESERVED = (
    r"(?:all\s+(?:other\s+)?rights?\s+(?:are\s+)?reserved|some\s+rights\s+reserved"
    rf"|{_RIGHTS_ZH}|{OWNED_ZH}(?:[ \t。.,;，；、]*{_RIGHTS_ZH})?(?=[ \t。.,;!，；！）)]*(?:\n(?!\s*(?:{SIGN}|{YEAR}))|\Z)))"
)
"""版权所有 alone on its line ends the notice above it, unless the line below says since when or whose."""

TEMPLATE = expression(
    r"""\[\W*(?:y{2,4}|year|name|full\s?name|x{2,}|date|owner|holder|insert|your|author|organi[sz]ation|company)\b[^\]]*\]
      | <\W*(?:y{2,4}|years?|name|full\s?name|dates?|owner|copyright|holder|insert|your|author|organi[sz]ation|company)\b[^>]*>
      | \{\{|\{%|\$\{?\w|%\(\w+\)|%[sd]\b|\{[\w.:!()\s]*\}|@[A-Z_]{3,}@
      | \byyyy\b|\b20xx\b|\b19xx\b|\bx{4,}\b|\b4-digit\s+year\b|\byear\s+name\b
      | \byour\s+(?:name|company|organi[sz]ation)\b|\bname\s+of\s+(?:the\s+)?(?:copyright\s+owner|author|company)\b
      | \b(?:\d{4}|year)\s+(?-i:ORGANIZATION)\b|(?-i:\bFIRST\ AUTHOR\b|\bTHE\ PACKAGE'S\ COPYRIGHT\ HOLDER\b)
      | 某某|某年|×{2,}|你的名字|您的(?:姓名|公司|名称)|[<\[【(]\s*(?:年份|姓名|名称|作者|公司)\s*[>\]】)]""",
    re.VERBOSE | re.IGNORECASE,
)

URL = r"(?:https?://|www\.|git@|ftp://)[^\s<>\"'）)，。]+"
EMAIL = r"[\w.+-]+(?:@|\s+at\s+|\[at\])[\w-]+\.[\w.-]+"
REPOSITORY = r"(?<![\w/.])[A-Za-z][\w-]{1,38}/[A-Za-z][\w-]{2,60}(?:\.(?!py|md|c|h|txt|json|yaml|js|ts)[\w-]+)*(?![\w/-])(?!\.\w)"
LICENSE_NAME = (
    r"(?:(?:MIT|BSD|ISC|zlib|Apache|[AL]?GPL|MPL|EPL|CDDL|CC[ -](?:BY|0)|PSF|Boost|Artistic|Unlicense|WTFPL|MulanPSL|OpenRAIL|OpenMDW"
    r"|木兰|开放原子模型)(?:[-v\s]*\d[\w.+-]*)?)"
)

BOILERPLATE = expression(
    r"""\b(?:licen[sc]ed\s+(?:under|to)|distributed\s+under|released\s+under|available\s+under|provided\s+under|published\s+under
      |use\s+of\s+this|permission\s+(?:is|to)|see\s+(?:the\s+)?(?:file\s+|accompanying\s+)?(?:licen[sc]e|copying|notice|authors)
      |spdx-|under\s+the\s+(?:terms|[\w.-]+\s+licen[sc]e)|subject\s+to|redistributions?|everyone\s+is|you\s+may
      |this\s+(?:file|program|software|code|work|source|library|module|project|product|package|script|document|notice|is)
      |the\s+(?:software|above|following|code|program|source)|unless\s+required|for\s+(?:more|license|licensing|details|terms)|authors?\s*:|licen[sc]e\s*[:=]
      |governed\s+by|terms\s+(?:of|and)|https?://(?:www\.)?(?:apache|opensource)\.org/licenses|neither|and\s+(?:is\s+)?(?:licensed|released|distributed)
      |free\s+software|warranty|disclaimer|dual\s+licensed)
      | 未经|未經|本(?:软件|軟件|文件|项目|程序|代码|作品|模型)(?:采用|遵循|按|受|基于|以)|依据|根据|遵循|采用|授权|商业转载|转载请""",
    re.VERBOSE | re.IGNORECASE,
)


def is_template(text: str) -> bool:
    """Does `text` hold a placeholder that somebody is to fill in?"""
    return TEMPLATE.search(text) is not None
