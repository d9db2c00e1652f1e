"""How a sentence says who owns the copyright."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import COPYRIGHT_ZH
from hatch_oaml.values.han import BEYOND_LATIN
from hatch_oaml.values.years import YEAR

_GOES_ON_ZH = r"(?!版权|版權|著作|保留|未经|未經|本|任何|如|请|請|专利|商标|侵|其)[^\n。，；,;：:]{0,30}?(?:所有|享有|拥有|擁有|持有)(?=[。；，.;!！\s]|$)"
"""How a line goes on with the sentence above it that says whose the right is."""
_OWNER_ZH = rf"(?P<holder>(?:[^，。；,;!！\n]|[,!](?=\s\w)|、\n|\n(?={_GOES_ON_ZH})){{2,60}}?)"
_OF_ZH = "(?:归属于|归属|歸屬於|归|歸|属于|屬於|属|屬)"
_BY_ZH = "(?:由|为|為)"
_OWN_ZH = rf"(?:所有|享有|拥有|擁有|保留|持有|(?<!、)(?=[，。；]|\n(?!{_GOES_ON_ZH})|$))"
_SURELY_ZH = r"(?:和|及|与|、)?(?:\w{0,10}?)(?:均|皆|都|全部|依法|仍|仍然)?"
OWNED_ZH = Vocabulary(
    r"""
zh [^，。；,;!！\n]{0,40}?{COPYRIGHT}{SURELY}\n?(?:{OF}\n?{OWNER}\n?{OWN}|{BY}\n?{OWNER_BY}\n?{HAS})
  why the right, a verb, whose it is
  yes 本软件著作权归云梭科技所有 ¦ 版权由北窗持有 ¦ 版权归云梭科技\n与北窗共同所有
  no 著作权法

zh (?P<owner>[^，。；,;\n]{2,40}?)(?:保留|享有|拥有|擁有)(?:对?本?\w{0,8}的)?{ALL}(?:的)?{COPYRIGHT}(?=[，。；、\n]|$)
  why whose it is, a verb, the right
  yes 云梭科技保留所有著作权。
  no 云梭科技保留
""",
    COPYRIGHT=rf"(?:{COPYRIGHT_ZH}|知识产权|智慧財產權)",
    SURELY=_SURELY_ZH,
    OF=_OF_ZH,
    BY=_BY_ZH,
    OWNER_BY=_OWNER_ZH.replace("holder", "holder_by"),
    HAS="(?:所有|享有|拥有|擁有|保留|持有)",
    OWNER=_OWNER_ZH,
    OWN=_OWN_ZH,
    ALL="(?:所有|全部|一切|完整)?",
)

STATED = Vocabulary(
    r"""
zh (?:(?<=\n)|^)\s*(?:并|並)?保留(?:所有|一切|全部)(?:权利|權利)[\s，,：:]+(?P<holder>{NAME_ZH})\s*{YEAR}
  why rights reserved first, then by whom and since when
  yes 保留所有权利 云梭工坊 2024
  no 保留所有权利。 ¦ 保留所有权利 2024 ¦ 保留所有权利，未经许可不得转载 2024

en (?:(?<=\n)|^)\s*all\s+rights\s+reserved[\s,.:-]+(?:by\s+)?(?P<owner>{RESERVING}),?\s+{YEAR}
  why rights reserved first, then by whom and since when
  yes All rights reserved, Ostrava Loom 2024
  no All rights reserved. 2024

en all\s+copyrights?\s+(?:are\s+|is\s+)?(?:reserved\s+)?(?:by|belongs?\s+to)\s+(?P<whole>{WHOLE})
  why whose all of the rights are
  yes All copyrights are by Ideal World Interface Inc. ¦ All copyrights reserved by Venkatesh.io
  no all copyrights are reserved

zh 软件著作[权權](?:登记)?(?:证书)?(?:登记)?号码?\s*[:：为]?\s*(?P<number>(?:软著登字第\s*)?\d{4}\s*SR\s*\d{4,})
  why the number under which the right is registered
  yes 软件著作权登记号：2024SR0123456 ¦ 软件著作权登记证书号：软著登字第2024SR0123456
  no 软件著作权登记号：

zh {CERTIFIED}(?:软著登字第|軟著登字第)\s*(?P<certificate>\d{4}(?:SR)?\d*)\s*号?|{NUMBERED}(?P<registered>\d{4}SR\d{4,})
  why the same by its certificate, or inside a sentence
  yes 软著登字第1234567号 ¦ 软件著作权（登记号 2019SR0001234）
  no 登记号：A-17 ¦ 软著登字第号

en (?:the\s+)?copyright\s+(?:notice\s+)?of\s+\S+(?:[ \t]\S+){0,3}?\s+(?:is|are)\s+as\s+follows\s*{END}(?:\n[^\n]+)?
  why what writers of Chinese say before another work's license
  yes The copyright of ostrava/loom is as follows:\nMIT License
  no the copyright of a work is a right ¦ the copyright of images is as follows the rules
""",
    NAME_ZH=rf"(?!未经|未經|不得|禁止|侵权|违者|请){BEYOND_LATIN}[^，。；\n\d]{{1,40}}?",
    RESERVING=r"(?-i:[A-Z])(?:[^\n.;]|(?<=Inc|orp|Ltd|.Co)\.){1,60}?",
    WHOLE=r"(?:the\s+)?(?-i:[A-Z])[^\n;]{1,120}?(?=[.;]?(?:\n|$)|[.;]\s)",
    CERTIFIED=r"(?:(?:计算机)?软件著作权登记证书号?\s*[:：]\s*)?",
    NUMBERED=r"(?:软著|著作权)?登记号(?:码|为)?\s*[:：]?\s*",
    YEAR=YEAR,
    END=r"(?:[:：.]|$|(?=\n))",
)

_ANY = "Each|Every|Any|All|Such|No|Nothing|You|We|They|Whoever|Licen|Contribut|Author|Owner|User|Own|Original"
_ANYBODY = rf"(?:[Tt]he\s)?(?:{_ANY})\w*"
OWNED = Vocabulary(
    r"""
en {BEGINS}[Cc]opyrights?{OF}\s+(?:belongs?\s+to|(?:vests?|lies|rests?|is|remains?)\s+with)\s+{NAME}
  why whose the right itself is
  yes Copyright in the text belongs to Mina Halloway.
  no copyright remains with you

en {BEGINS}[Cc]opyrights?{OF}\s+{IS}(?:jointly\s+)?(?:held|owned|retained)\s+(?:jointly\s+)?by\s+{OWNER}
  why a sentence about the right itself
  yes The copyright of this work is held by Ostrava Loom.
  no a copyright owned by Loom

en {SENTENCE}(?P<keeper>{KEEPER})\s+(?:retain|hold|own|reserve)s?\s+(?:(?:the|all|full|sole)\s+){0,2}{RIGHT}
  why who keeps it, by two words of a name
  yes Mina Halloway retains the copyright. ¦ The University of Ostrava owns all copyright in this work
  no Each Contributor retains the copyright ¦ You hold the copyright ¦ Loom retains copyright ¦ Mina Halloway holds a
""",
    flags=0,
    OWNER=r"(?P<owner>(?:the\s+)?[A-Z](?:(?!,\s(?:as|which|who|that)\s)[^.;\n]){1,100})",
    NAME=r"(?P<name>(?:the\s+)?[A-Z](?:(?!,?\s(?:as|which|who|that|and\sis)\s)[^.;\n]){1,100})",
    IS=r"(?:is\s+|are\s+)?",
    RIGHT=r"copyrights?\b[^.;\n]{0,80}",
    SENTENCE=r"(?:(?<=[.\n]\s)|(?<=\n)|^)",
    KEEPER=rf"(?!{_ANYBODY}\b)(?:[Tt]he\s)?[A-Z][\w'’.&-]*(?:,?\s(?:of|and|&|de|van|von|the|[A-Z][\w'’.&-]*)){{1,7}}?",
    BEGINS=r"(?:(?<=[.\n])|^)\s*(?:[Tt]he\s+|\w{1,12}\s\w{1,20}['’]s\s+)?",
    OF=r"(?:\s+(?:of|in|on|to|for)\s+[^.\n]{2,60}?)?",
)

NOBODY = Vocabulary(
    r"""
zh 原作者$|(?:^|各自的?|其|相应的?|相关)(?:作者|版权方|权利人|所有者|所有人|持有人)
  why whoever it is: no name
  yes 原作者 ¦ 各自的作者
  no 云梭科技的作者

zh ^(?!原?作者\s?[A-Za-z@]\w)(?:作者|本人|本站|当|该|合法|甲方|乙方|双方|一方|其|各自|我们|您|你|用户|谁|他人|原|各|对方)
  why a pronoun is no name
  yes 我们 ¦ 用户
  no 云梭科技

en ^(?:respective|the (?:respective|original|author))
  why whoever it is: no name
  yes the respective authors
  no the loom team
""",
    flags=0,
)

PROSE = Vocabulary(
    r"""
zh ^[\s'\"’”)\]】）」》、|]|^(?:的|由|与|和|及|协议|声明|条款|确认|证明|问题|登记|约定|方式|说明|规定|争议|认定)
  why a word behind 归属, the noun: nobody by name
  yes 协议', trigger ¦ 声明模板 ¦ 由双方约定 ¦ '
  no 云梭科技 ¦ 北窗

zh ^(?:关系|文件|信息|合同|模板|变更|转移|不明|未定|情况)
  why the same
  yes 关系不明 ¦ 文件
  no 云梭科技

zh ^(?:于|是|什么|所有|法|不|否|了|一|任何|哪)|(?:吗|么)$
  why what stands in the holder's place is none
  yes 什么 ¦ 是谁的吗
  no 云梭科技

zh 归著作权人|如果|依照|按照|依法|本法|公民|是否|不得|禁止|侵犯|尊重|可能|应当|声明是|许可
  why conditions and orders
  yes 如果著作权归云梭所有
  no 著作权归云梭所有
""",
    flags=0,
)
