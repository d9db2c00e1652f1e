"""How a trademark notice is told from talk about marks."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.values.han import BEYOND_LATIN

_ONE_MARK = r"(?:(?:trade|service|certification|collective)[\s-]?marks?|trade\s?names?)"
MARK = Vocabulary(
    r"""
en (?:{WHICH}\s+)?{ONE}(?:\s*(?:,|and|or|/|and/or)\s+(?:registered\s+)?(?:{ONE}|logos?))*
  why one mark, or several kinds of them
  yes registered trademark ¦ common-law trademark ¦ trademarks and service marks ¦ trade names or logos
  no a mark
""",
    ONE=_ONE_MARK,
    WHICH=r"(?:(?:un)?registered|common[\s-]law|pending|protected|valuable|well-known)",
)

_SUBJECT = (
    r"""[\w™®)\]"'”’»]\s*\S{0,40}\s+(?:is|are|may\s+be)\s+(?:all\s+|both\s+|either\s+|each\s+)?(?:an?\s+|the\s+)?"""
)
_OF = r"(?:of|owned\s+by|belonging\s+to|held\s+by|or\s+registered\s+trademarks\s+of)"
_FOR_CERTAIN = r"(?:registered\s+in|in\s+the\s+(?:U\.?S|United|EU|People)|used\s+(?:with|under|by)\s+permission)"
OWNED = Vocabulary(
    r"""
en {SUBJECT}{MARK}(?:\s+\([^)]*\))?\s+(?:\w+\s+)?{OF}\s+(?P<owner>{NAMED})
  why a name, a verb, the owner
  needs certification ¦ collective ¦ service ¦ trade
  yes Loom is a registered trademark of Ostrava Loom ¦ All marks are trademarks owned by Loom
  no a trademark of Loom

en \b(?:all|other|any)\b[^.;]{0,80}?\b{MARK}\b[^.;]{0,80}?\b{ARE}\b[^.;]{0,30}?{PROPERTY}(?P<owners>{THEIRS})
  why nobody by name: whoever owns each
  needs respective
  needs certification ¦ collective ¦ service ¦ trade
  yes All other trademarks are the property of their respective owners
  no All trademarks are welcome

en \b(?:names|logos|brands|marks)\b[^.;]{0,80}?\b{ARE}\s+(?:the\s+)?property\s+of\s+(?P<theirs>their\s+respective\s+\w+)
  why nobody by name, and no mark by that word
  needs respective
  needs property
  needs their
  yes All product names, logos, and brands are property of their respective owners
  no All logos are welcome

en \b{MARK}\s+of\s+(?P<of>(?:the\s+)?[A-Z]\S+)[^.;]{0,60}?{CERTAIN}
  why no verb, but where it is registered, or that its use is permitted
  needs certification ¦ collective ¦ service ¦ trade
  yes Trademark of Loom Works, registered in the EU ¦ trademarks of Loom used with permission
  no trademark of Loom
""",
    SUBJECT=_SUBJECT,
    MARK=MARK,
    OF=_OF,
    NAMED=r"(?:the\s+|its\s+|their\s+)?\S+?(?:\s(?:AG|GmbH|Inc|Ltd|LLC|Corp|BV|SE|KG|SA)\b)?(?=[.,;]?(?:\s|$)|[\"')\]*])",
    ARE=r"(?:are|is|remain|belong\s+to)",
    PROPERTY=r"(?:propert(?:y|ies)\s+of\s+)?",
    THEIRS=r"(?:their|its)\s+respective\s+\w+",
    CERTAIN=_FOR_CERTAIN,
)

_IS_ZH = "(?:为|為|是|系|係|属于|屬於|属|均为|均為|皆为|乃)"
_MARK_ZH = "(?:商标|商標)"
OWNED_ZH = Vocabulary(
    r"""
zh [^。；]{0,80}?{IS}[^。；]{0,60}?(?:的|之|所有的?|拥有的?|持有的?)?(?:注册|註冊)?{MARK}{GOES_ON}
  why a name, a verb, the mark
  yes “云梭”是云梭科技的注册商标
  no “云梭”是云梭科技的商标权 ¦ 这是商标识别

zh {MARK}[^。；]{0,40}?{OF}[^。；\n]{1,50}?(?:所有|拥有|擁有|持有|财产|財產)
  why the mark, a verb, the owner
  yes 所有商标归云梭科技所有
  no 商标归档

zh {MARK}(?:权|權)?[^。；\n]{0,12}?(?:归|歸|属于|屬於)[^。；\n]{2,40}
  why the same without a word behind the owner
  yes 商标权归云梭科技
  no 商标权
""",
    IS=_IS_ZH,
    MARK=_MARK_ZH,
    OF="(?:归|歸|属于|屬於|属|屬|为|為|均为|均為|由)",
    GOES_ON="(?![法权權注註使侵标標识識名]|授权|许可|持有|所有人)",
)

NAME_ZH = Vocabulary(
    r"""
any [“「『《\"'‘][^”」』》\"'’]{1,30}[”」』》\"'’]|[®™]
  why a name in quotes, or marked as a mark
  yes “云梭” ¦ 云梭®
  no 云梭

zh 公司|集团|集團|基金会|基金會|协会|大学|研究院|实验室
  why what an owner is called
  yes 云梭科技有限公司 ¦ 北窗研究院
  no 北窗

zh (?:归|歸){LETTER_ZH}{2,30}(?:所有|拥有|擁有|持有)
  why whose it is: who has it needs no form of company
  yes 归云梭工坊所有
  no 归类

zh 各自|其所有|所有者|所有人|权利人
  why nobody by name: whoever owns each
  yes 各自的所有者
  no 所有商标

any [A-Z]\w+
  why a name in Latin letters
  yes Loom
  no loom
""",
    flags=0,
    LETTER_ZH=BEYOND_LATIN,
)

PROSE = Vocabulary(r"""
en \b(?:does\s+not|do\s+not|not\s+grant|no\s+permission|no\s+trademark|without\s+(?:prior|written|specific))
  why licenses say so what they do not grant
  yes does not grant permission to use the trademarks ¦ without specific permission
  no is granted

en \b(?:you\b|licensor'?s?\b|if\b|whether|what\b|grants?\b|this\s+license)
  why conditions, and what a license grants
  yes if you use the trademark ¦ this License grants
  no Loom is a trademark

zh 不提供|不授予|许可证|不得
  why licenses say so what they do not grant
  yes 不授予商标
  no 授予商标

zh 是否|如果|什么|任何|您|你|谁|哪
  why conditions and questions
  yes 如果商标 ¦ 任何商标
  no 云梭的商标

zh 类别|字段|输入|查询|编号|检索|识别
  why trademarks as data
  yes 商标类别 ¦ 查询商标
  no 云梭的商标
""")

RESPECTIVE = Vocabulary(r"""
en respective\s+(?:owner|holder|compan|proprietor|author)
  why nobody by name: whoever owns each
  yes their respective owners
  no respectively

zh 各自
  why nobody by name: whoever owns each
  yes 归各自所有者所有
  no 自己
""")

OWNER = Vocabulary(
    r"""
any (?:the\s+|its\s+|their\s+)?[\"'“\[]?(?:[A-Z]|{LETTER_ZH}|respective)
  why a capital letter or a Chinese one, or nobody by name
  yes Loom ¦ the Loom ¦ “云梭 ¦ their respective owners
  no 123

any (?:the\s+)?[\w-]+\s(?-i:AG|GmbH|Inc|Ltd|LLC|Corp|BV|SE|KG|SA)\b
  why a form of company behind a name without a capital
  yes shuttle AG ¦ loomworks Inc.
  no shuttle again

any [\w-]+\.(?:com|org|ai|io)
  why an owner that is called by its address
  yes loom.example.com ¦ loom.ai
  no 1.2
""",
    LETTER_ZH=BEYOND_LATIN,
)
