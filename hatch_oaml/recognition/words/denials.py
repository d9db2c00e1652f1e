"""Words that take back a notice beside them."""

from __future__ import annotations

import re

from hatch_oaml.recognition.vocabulary import Vocabulary

FALSE = Vocabulary(r"""
en \b(?:false|untrue|wrong|incorrect|invalid|void|null\s+and\s+void)\b
  why it never held
  yes is false ¦ null and void
  no falsely ¦ avoid

en \b(?:withdrawn|revoked|retracted|rescinded|expired|lapsed|obsolete)\b
  why it holds no longer
  yes has been withdrawn ¦ expired
  no withdraw

en \b(?:bogus|fake|fabricated|made[\s-]up)\b
  why nobody ever had it
  yes is bogus
  no fakery
""")
FALSE_ZH = Vocabulary(r"""
zh 不属实|不实|不真实|不正确|有误|错误|无效|虚假|不成立
  why it never held
  yes 以下声明不实 ¦ 声明无效
  no 以下声明属实

zh 作废|失效|撤回|撤销|取消
  why it holds no longer
  yes 现予撤回 ¦ 已作废
  no 现予保留
""")
GONE = Vocabulary(r"""
en \b(?:superseded|cancell?ed|outdated|disclaimed|removed|deleted|discarded|no\s+longer)
  why it held once, or stood there
  yes Superseded ¦ no longer
  no supersede

en \b(?:not|no\s+longer)\s+(?:applicable|valid|true|correct|in\s+force|ours|kept|claimed)
  why the same
  yes not applicable ¦ no longer in force
  no not maintained

ja 無効|失効|撤回|取り?消し|削除済み?|廃止
  why the same in Japanese
  yes 無効 ¦ 削除済み
  no 有効

ko 무효|실효|철회됨?|취소됨?|삭제됨|폐지
  why the same in Korean
  yes 무효 ¦ 삭제됨
  no 유효

de \b(?:ungültig|hinfällig|nichtig|widerrufen|gelöscht|entfernt|aufgehoben|veraltet|falsch|ehemals|früher)
  why the same in German
  yes Ungültig ¦ widerrufen
  no gültig

fr \b(?:annulée?|nul(?:le)?(?:\s+et\s+non\s+avenue?)?|supprimée?|retirée?|périmée?|caduc|caduque|abrogée?|anciennement)
  why the same in French
  yes Annulé ¦ nul et non avenu
  no annuel

es \b(?:anulad[oa]|nul[oa]|inválid[oa]|eliminad[oa]|retirad[oa]|revocad[oa]|caducad[oa]|derogad[oa]|antiguamente)
  why the same in Spanish
  yes Anulado ¦ revocada
  no válido

it \b(?:annullat[oa]|null[oa]|rimoss[oa]|revocat[oa]|ritirat[oa]|scadut[oa]|abrogat[oa]|non\s+valid[oa])
  why the same in Italian
  yes Annullato ¦ non valida
  no valido
""")
GONE_ZH = Vocabulary(r"""
zh (?:作废|失效|无效|有误|为误|废止|撤销|撤回|删除|移除|不适用|不再适用|不实|虚假|取消|过期|過期|作廢|失效|無效|廢止|刪除)
  why it holds no longer, or stands there no longer
  yes 已失效 ¦ 已删除
  no 有效
""")
_IS = r"(?:is|are|was|were|has\s+been|have\s+been)\s+(?:now\s+|hereby\s+|simply\s+)?"
_TOLD = r"(?:claims?|notices?|statements?|lines?|attributions?|copyrights?|assertions?)"

BEFORE = Vocabulary(
    r"""
en \b(?:not|never|no\s+longer|no|formerly|previously|used\s+to\s+be)\s+(?:{BETWEEN}\s+)*
  why the sentence itself says no
  yes This is not Copyright 2022 Loom ¦ no longer owned by Loom ¦ not under the notice "Copyright 2022 Loom
  no This is nothing. Copyright 2022 Loom

any (?<![\w,] )(?<!\w)(?:{FALSE}|{GONE}|formerly|previously|was)\s*[:：–—-]+\s*
  why a word or two before it say so
  yes Removed: Copyright 2022 Loom ¦ Ungültig: Copyright 2022 Loom ¦ Annulé : Copyright ¦ 無効：Copyright 2022 Loom
  no Removed code: Copyright 2022 Loom ¦ No longer maintained: Copyright 2022 Loom ¦ tests removed: Copyright

en \b(?:notices?|claims?|statements?|lines?|copyrights?),?\s(?:is\s)?{GONE}\s*[:–—-]+\s*
  why the same, of what it says so
  yes Old notice, no longer valid: Copyright 2022 Loom
  no Notice of removed code: Copyright 2022 Loom ¦ The original notice was: Copyright 2022 Loom

en \b{GONE}\s(?:notices?|claims?|statements?|lines?|copyrights?)\s*[:–—-]+\s*
  why the same before what it says so of
  yes Deleted notice: Copyright 2022 Loom
  no Removed tests: Copyright 2022 Loom

en \b(?:do|does|did)\s+not\s+(?:claim|keep|retain|use|hold|apply|believe)\b[^.!?:\n]{0,40}:\s*
  why what nobody keeps or claims
  yes Do not keep: Copyright 2022 Loom ¦ Example of a notice we do not claim: Copyright 2022 Loom
  no Do not remove: Copyright 2022 Loom

zh {GONE_ZH}[)）]?\s*[:：]\s*
  why a word before it says so
  yes 作废：版权所有 (c) 2022 云梭科技有限公司 ¦ 原声明（已撤销）：版权所有 ¦ 此行无效：Copyright 2022 Loom
  no 有效：版权所有 (c) 2022 云梭科技有限公司 ¦ 删除线：版权所有

zh (?:并非|不是|绝非|不再是|不再属于|不属于|曾经是|曾是)\s*
  why the sentence itself says no
  yes 本文件并非版权所有 (c) 2022 云梭科技有限公司
  no 本文件是版权所有 (c) 2022 云梭科技有限公司
""",
    BETWEEN=r"(?:an?|the|any|under|covered\s+by|subject\s+to|owned\s+by|by|following|notice)",
    FALSE=FALSE,
    GONE=GONE,
    GONE_ZH=GONE_ZH,
)
"""Directly before a notice."""

LEADING = Vocabulary(
    r"""
en \b{TOLD}\b[^.!?:]{0,40}\b{IS}{FALSE}[^.!?:]{0,60}:
  why a claim that is quoted as a false one
  yes The following claim is false and has been withdrawn: Copyright 2022 Loom
  no The following notices are kept whole: Copyright 2022 Loom

en \bit\s+is\s+(?:not\s+true|no\s+longer\s+true|not\s+the\s+case|{FALSE})\s+that\b
  why a sentence about the sentence
  yes It is not true that this is Copyright 2022 Loom
  no It is true that this is Copyright 2022 Loom

en \b(?:this|that|it|the\s+following)\s+(?:is|was)\s+(?:{NO}\s+{TRUE}\b|{FALSE})[^.!?:]{0,40}:
  why what follows is said not to hold
  yes This is no longer true: Copyright 2022 Loom ¦ The following is false: Copyright 2022 Loom
  no This is true: Copyright 2022 Loom

en \bwe\s+(?:deny|dispute|reject|do\s+not\s+(?:accept|recogni[sz]e|acknowledge))\b[^.!?:]{0,40}:?
  why somebody disputes it
  yes We do not recognise this claim: Copyright 2022 Loom
  no We acknowledge: Copyright 2022 Loom

en \b(?:ignore|disregard)\s+(?:the\s+)?(?:following|this|these|next)?\s*(?:\w+\s+)?{TOLD}\b[^.!?:]{0,30}:?
  why readers are told to pass it over
  yes Please disregard the following notice: Copyright 2022 Loom
  no Do not ignore errors. Copyright 2022 Loom

en (?<![\w,] )(?<!\w)(?:void|withdrawn|expired|false|invalid|retracted|revoked|obsolete)\s*[:–—-]+\s
  why one word before it says so
  yes VOID: Copyright 2022 Loom ¦ Withdrawn — Copyright 2022 Loom
  no a void: Copyright 2022 Loom

en \b(?:wrong|false|incorrect|erroneous)(?:ful)?ly\s+(?:claim|state|say|assert|attribut|declare)\w*\b[^.!?:]{0,60}:
  why somebody is said to have no right to say so
  yes Loom Works wrongly claims: Copyright 2022 Loom
  no Loom Works claims: Copyright 2022 Loom

zh (?:声明|说明|主张|内容|文字)[^。！？:：\n]{0,8}(?:{FALSE_ZH}|不再(?:适用|有效|成立))[^。！？:：\n]{0,12}[:：]
  why a claim that is quoted as a false one
  yes 以下声明不实，现予撤回：版权所有 (c) 2022 云梭科技有限公司
  no 以下声明完整保留：版权所有 (c) 2022 云梭科技有限公司

zh (?:忽略|无视|不必理会)(?:以下|下列|下述|如下)[^。！？:：\n]{0,12}[:：]?
  why readers are told to pass it over
  yes 请忽略以下声明：版权所有 (c) 2022 云梭科技有限公司
  no 请勿忽视许可证。版权所有 (c) 2022 云梭科技有限公司
""",
    TOLD=_TOLD,
    IS=_IS,
    NO=r"(?:no\s+longer|not)",
    TRUE=r"(?:true|valid|correct|applicable|in\s+force)",
    FALSE_ZH=FALSE_ZH,
    FALSE=FALSE,
)
"""A sentence of their own that leads to a notice."""

_BACK = Vocabulary(
    r"""
en {IS}(?:{FALSE}|not\s+(?:true|valid|applicable|correct)\b)
  why the notice is called false
  yes is void ¦ is not valid
  no is valid ¦ is kept

en (?:(?:does|do)\s+not\s+(?:apply|hold)|(?:is\s+)?no\s+longer\s+(?:appl(?:y|ies)|holds?|valid|true))\b
  why the notice is called without effect
  yes does not apply ¦ is no longer valid
  no applies
""",
    IS=_IS,
    FALSE=FALSE,
)
_THIS = r"(?:[.;,–—-]+\s*(?:this|that|the\s+(?:above|preceding|foregoing))\s+(?:\w+\s+)?{TOLD}\s+)?"
_THIS_ZH = r"(?:该|此|上述|以上|前述|本)?(?:著作权|版权)?(?:声明|主张|说明)(?:现|已|均|现已)?(?:被|经)?"

BEHIND = Vocabulary(
    r"""
en ["'”’)\]\s]*{THIS}{BACK}
  why the notice is taken back behind it
  yes . This notice is void. ¦ is no longer valid
  no . This notice is kept.

en ["'”’\s]*[(\[]\s*{FALSE}\s*[)\]]
  why a word in brackets
  yes (withdrawn) ¦ [void]
  no (authors)

zh ["'”’』」)）\s]*(?:[。，,；;]\s*)?{ZH}(?:{FALSE_ZH}|不再(?:适用|有效|成立)|不适用)
  why the notice is taken back behind it
  yes 。上述声明已作废。
  no 。上述声明须保留。
""",
    THIS=_THIS.replace("{TOLD}", _TOLD),
    BACK=_BACK,
    ZH=_THIS_ZH,
    FALSE_ZH=FALSE_ZH,
    FALSE=FALSE,
)
"""Directly behind a notice."""

HINT = Vocabulary(
    r"""
en \b(?:not|never|no|formerly|previously|used\s+to|ignore|disregard|deny|dispute|reject|{WRONGLY}|{FALSE})\b
  why without one of these there is nothing to look for
  yes this is not ¦ it is void
  no this is

any (?:{GONE}|\bwas)\s*(?:[:：–—-]|(?:notice|claim|statement|line|copyright)s?\b)
  why the same where one or two words say so
  yes Removed: ¦ Annulé : ¦ Deleted notice
  no removed code

zh 并非|不是|绝非|不再|不属于|曾经?是|忽略|无视|不必|不适用|{FALSE_ZH}|{GONE_ZH}[)）]?\s*[:：]
  why without one of these there is nothing to look for
  yes 并非 ¦ 已作废
  no 本文件是
""",
    GONE=GONE,
    GONE_ZH=GONE_ZH,
    WRONGLY="wrongly|wrongfully|falsely|incorrectly|erroneously",
    FALSE_ZH=FALSE_ZH,
    FALSE=FALSE,
)

FLAGS = re.IGNORECASE
