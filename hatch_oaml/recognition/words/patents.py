"""How a patent notice is told from talk about patents."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

NUMBER = Vocabulary(r"""
any (?:[A-Z]{0,2}\s?)?\d{1,3}(?:[,.]\d{3}){2,3}
  why grouped by thousands, as the United States write it
  yes 7,654,321 ¦ US 10.123.456
  no 7,654

any (?:ZL|CN|EP|US|WO|JP|KR|DE|GB)\s?\d[\d,./X-]{5,}\w?
  why an office's letters before it
  yes ZL201910000001.2 ¦ EP 1234567 ¦ WO2019/123456
  no EP 12

any \d{6,}
  why at least six digits: fewer are years and counts
  yes 7654321
  no 2019
""")

PROTECTION = Vocabulary(
    r"""
en \bpatents?[\s-]+pending\b
  why an office has yet to decide
  yes Patent pending. ¦ patents-pending
  no pending the patent

en \b(?:holds?|owns?|has)\s+(?:\w+\s+)?patents?\s+(?:on|for|covering)\b[^.;\n]{0,80}?{NUMBER}
  why who has patents, with the number
  yes Loom holds patents on the method in this file (US 8,111,222 B1)
  no holds patents on many methods

en \bpatents?\s+applied\s+for\b|\bpatented\s+(?:\([^()\n]{0,40}\d[^()\n]{0,40}\)\s+)?by\s+(?:the\s+)?(?-i:[A-Z])
  why an application, or who has the patent
  yes Patents applied for by Loom ¦ patented by Loom Inc. ¦ patented (US 2015/0123456 A1) by Loom
  no patented by law

en (?<!not\s)(?<!never\s)\b(?:covered|protected|patented)\s+(?:by|under)\b[^;\n。]{0,80}?\bpatents?\b
  why a verb of protection
  yes Covered by one or more patents ¦ protected under U.S. patent
  no protected by copyright ¦ in a manner not covered by patents

en \bpatented\s+(?:technology|algorithm|method|process|under)\b[^.]{0,60}?{NUMBER}
  why what is patented, with the number
  yes a patented method: US 7,654,321
  no a patented method

en \b(?:practices|implements|embodies|uses)\b[^;\n]{0,60}?\bpatents?\b[^.;]{0,30}?{NUMBER}
  why what the software does, with the number
  yes implements the methods of US patent 7,654,321
  no uses patents

en \bpatents?\b[^.;\n]{0,30}?{NUMBER}[^.;]{0,60}?\b(?:appl(?:y|ies)|issued|owned|assigned|licensed|held)\b
  why the number first, then whose it is
  yes Patent 7,654,321 is owned by Loom
  no patent 7,654,321
""",
    NUMBER=NUMBER,
)

CITED = Vocabulary(
    r"""
en (?:\bU\.?S\.?|\bEuropean|\bChinese|\bJapanese|\bGerman)?\s*{ABBREVIATED}\s*{LABEL}?\s*:?\s*{NUMBER}
  why a number alone: it may be cited, so it is merely possible
  yes U.S. Patent No. 7,654,321 ¦ Pat. 7654321 ¦ European Patent EP1234567
  no Patent 12
""",
    ABBREVIATED=r"\bPat(?:ent|\.)s?",
    LABEL=r"(?:Nos?\.?|Numbers?|\#)",
    NUMBER=NUMBER,
)

VERB_ZH = Vocabulary(r"""
zh 受|由|获得?|獲得?|取得|拥有|擁有|持有|享有|已获
  why somebody has the patent, or is protected by it
  yes 受专利保护 ¦ 獲專利
  no 查询专利

zh 涉及|包含|使用了?|采用了?|落入
  why the software makes use of it
  yes 涉及专利 ¦ 采用专利技术
  no 检索专利
""")

PROTECTION_ZH = Vocabulary(
    r"""
zh {VERB}[^。；\n]{0,40}?(?:专利|專利)(?:[^。；\n]{0,30}?{NUMBER}|[^。；\n]{0,40}?{PROTECTED})
  why a verb, then the number or what is protected
  yes 本软件受专利 ZL201910000001.2 保护 ¦ 采用了专利技术
  no 专利检索

zh (?:专利|專利)(?:号|號|申请号|申請號)?[为為是:：\s]*{NUMBER}[^。；\n]{0,30}?(?:保护|保護|授权|授權|所有)
  why the number first, then what it does
  yes 专利号：ZL201910000001.2，归云梭所有
  no 专利号：ZL201910000001.2

zh (?:已|正在|正)(?:申请|申請|提交|递交)[^。；\n]{0,16}?(?:专利|專利)(?!号|號|申请号)
  why an application that has been filed
  yes 本方法已申请专利
  no 已申请专利号

zh (?:专利|專利)(?:权|權)?(?:归|歸|属于|屬於)[^。；\n]{2,40}?(?:所有|拥有|擁有|持有)
  why whose it is
  yes 该技术的专利权归云梭科技所有
  no 专利归档

zh (?:专利|專利)(?:申请|申請)(?:中|正在审查|已受理|已提交)
  why an application that is being examined
  yes 专利申请中
  no 专利申请流程
""",
    VERB=VERB_ZH,
    NUMBER=NUMBER,
    PROTECTED="(?:保护|保護|权|權|技术|技術|授权|授權)",
)

CITED_ZH = Vocabulary(
    r"""
zh (?:专利|專利)(?:号|號|申请号|申請號|公开号)?\s*[为為是:：]?\s*{NUMBER}
  why a number alone: it may be cited, so it is merely possible
  yes 专利号：ZL201910000001.2
  no 专利号：无
""",
    NUMBER=NUMBER,
)

PROSE = Vocabulary(r"""
en \bpatent\s+(?:licen[sc]es?|claims?|infring\w*|litigation|grants?|rights|holders?|office|law|treat\w*)\b
  why licenses and courts speak of patents so
  yes this patent license ¦ patent infringement
  no patent pending

en \bpatent\s+(?:portfolio|classif\w*|dataset|text|abstract)\b
  why patents as data
  yes a patent classification benchmark
  no patented

zh 专利许可|專利許可|专利侵权|专利权利要求|专利诉讼|专利维权|专利法
  why licenses and courts speak of patents so
  yes 专利许可 ¦ 专利诉讼
  no 专利保护

zh 专利检索|专利数据|专利文本|专利代理|查询|输入|字段
  why patents as data
  yes 专利检索 ¦ 输入专利号
  no 专利保护

en if\b|you\b|must\b
  why a condition or a command tells of no patent that is there
  yes if a patent ¦ you must
  no protected by a patent

zh 如果|任何|是否|不得
  why a condition or a command tells of no patent that is there
  yes 如果专利 ¦ 任何专利
  no 受专利保护
""")
