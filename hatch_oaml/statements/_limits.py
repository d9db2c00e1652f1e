"""The words by which a sentence limits who may use a work, or for what, in English and Chinese."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression

_WHOLE = r"(?:models?|weights|checkpoints?|projects?|repo(?:sitory)?|releases?|software|work|systems?|tools?|adapters?)"
_FOR_WHAT = r"(?:research|academic|scientific|educational|education|personal|non-?commercial|non-?profit|evaluation|experimentation)"
_MORE = r"(?:(?:[\s,]+(?:and|or))?[\s,]+[\w-]+){0,4}?"
_FOR = rf"(?:for|to)\s+(?:[\w-]+[\s,]+){{0,3}}?{_FOR_WHAT}{_MORE}"
_USE = r"[\s,]+(?:use|usage|purposes?|research|work)"
_NO_OTHER = r"(?:only|exclusively|solely|strictly)"
_END = r"(?=\s*(?:[.,;!:()]|$|and\b|or\b|subject\b|without\b|unless\b))"
_ONLY = (
    rf"\b{_FOR}(?:{_USE})?[\s,]+(?:only|exclusively|solely)\b(?!\s+(?:on|in|with|if|when|from|as)\b)",
    rf"(?<!not )\b(?:{_NO_OTHER}|limited|restricted)\s+(?:[\w-]+\s+){{0,2}}?{_FOR}(?:{_USE})?{_END}",
    rf"\b(?:provided|released|available|licen[sc]ed|offered|free)\s+(?:only\s+)?for\s+non-?commercial{_USE}{_END}",
    rf"\b(?:provided|released|available|licen[sc]ed|offered|free)\s+for\s+personal{_USE}{_END}",
    rf"\b{_FOR_WHAT}-only\b|\bunder\s+an?\s+(?:[\w-]+\s+)?non-?commercial\s+licen[sc]e\b",
)
"""For some purposes, and no other."""
_ALONE = (
    rf"^\W*(?:free\s+|licen[sc]ed\s+)?(?:for\s+)?(?:\w+\s+)?{_FOR_WHAT}{_MORE}(?:{_USE})?\s+only\W*$",
    rf"^\W*(?:usage|use|licen[sc]e|terms)\W*:\W*(?:for\s+)?(?:\w+\s+)?{_FOR_WHAT}{_MORE}(?:{_USE})?\s+only\b",
    rf"^\W*only\s+for\s+(?:\w+\s+)?{_FOR_WHAT}{_MORE}(?:{_USE})?\W*$",
    rf"^\W*(?:limited|restricted)\s+to\s+(?:\w+\s+)?{_FOR_WHAT}{_MORE}{_USE}\W*$",
)
"""The same as a sentence of its own, which speaks of the whole."""
_NOT = r"(?:\bnot|\bnever|n't)\s+(?:[\w-]+\s+){0,3}?"
_PERMISSION = r"(?:licen[sc]e|permission|authori[sz]ation|agreement|consent)"
_BUSINESS = (
    r"(?:companies|businesses|enterprises|organi[sz]ations|corporations|commercial\s+(?:users?|entities|actors))"
)
_NEEDS = rf"(?:requires?|needs?|must|shall)\s+(?:[\w-]+\s+){{0,5}}?{_PERMISSION}\b"
_COMMERCIAL_USE = (
    r"(?<!non-)\bcommercial\s+(?:use|usage|deployment|applications?|purposes?|exploitation|products?|services?)"
)
_GAIN = r"(?:use|usage|purposes?|products?|services?|applications?|deployments?|gain|ends)\b"
_BARRED = r"(?:not\s+(?:allowed|permitted|granted)|prohibited|forbidden|reserved)\b"
_COMMERCIAL = (
    rf"{_NOT}for\s+(?:\w+\s+(?:or|and)\s+)?(?:any\s+)?commercial\s+(?:\w+\s+)?{_GAIN}|{_NOT}commercially\b",
    rf"(?:\bcannot|\bnot|\bnever|n't)\s+(?:be\s+)?use[ds]?\s+(?:[\w-]+\s+){{0,3}}?(?:in|for)\s+(?:any\s+)?commercial\s+{_GAIN}",
    rf"\b(?:us(?:e|ing)|selling|redistribut(?:ion|ing)|sharing)\s+(?:\w+\s+){{0,3}}?{_WHOLE}\b[^.]{{0,30}}?\b(?:is|are)\s+{_BARRED}",
    rf"\b(?:not|never)\s+(?:re)?distribute\s+(?:this|the|our|these)\s+{_WHOLE}\b|\bno\s+redistribution\b",
    rf"{_NOT}use\s+(?:this|the|our|these)\s+{_WHOLE}\s+to\s+(?:provide|offer|sell|make|run)\b",
    rf"(?:{_NOT}|\bnor\s+)(?:permit|allow|grant|authori[sz]e|license)\w*\s+(?:\w+\s+)?commercial\s+{_GAIN}",
    rf"(?<!non-)\bcommercial\s+{_GAIN}[^.]{{0,10}}?\bonly\s+(?:with|by|after|under|upon)\b[^.]{{0,40}}?{_PERMISSION}",
    r"(?<!non-)\bcommercial\s+licen[sc]\w+\s*[:：]|\bcommercially\s*[,:]\s*(?:please\s+)?(?:contact|e-?mail|write)",
    rf"\bto\s+(?:\w+\s+)?{_FOR_WHAT}\s+(?:\w+\s+)?(?:researchers?|users?|institutions?|labs?|groups?)\s+only\b",
    r"\b(?:for|at\s+a)\s+profit\b[^.]{0,30}?\b(?:is|are)\s+(?:prohibited|forbidden|not\s+(?:allowed|permitted))",
    rf"{_COMMERCIAL_USE}\s+(?:[\w-]+\s+){{0,4}}?(?:is|are)\s+(?:\w+ly\s+)?{_BARRED}",
    rf"(?:{_COMMERCIAL_USE}\s+(?:[\w-]+\s+){{0,4}}?|\b{_BUSINESS}\s+){_NEEDS}",
    r"(?<!is )(?<!restrict )\b(?:no|prohibit(?:s|ed)?|forbid(?:s|den)?)\s+(?:any\s+)?commercial\s+(?:use|usage)\b",
    r"\bcontact\s+(?:[\w@.-]+\s+){1,4}?for\s+(?:a\s+)?commercial\s+(?:licen[sc]\w+|use|usage|permission)",
    r"\bfor\s+(?:a\s+)?commercial\s+(?:use|usage|licen[sc]\w+|purposes?)[,\s]+(?:please\s+)?(?:contact|e-?mail|write|reach|get\s+in\s+touch)",
    rf"\b(?:users?|persons?|individuals|{_BUSINESS})\b[^.]{{0,60}}?\b(?:may|must|are)\s+not\s+(?:\w+\s+){{0,3}}?use\s+(?:this|the|our)\s+{_WHOLE}\b",
)
SUBJECT = expression(
    rf"^\W*(?:intended|provided|released|available|meant|shared)\b|\b(?:this|the|our|these|all)\s+(?:[\w-]+\s+){{0,4}}?{_WHOLE}\b",
    re.IGNORECASE,
)
OTHERWISE = expression(
    r"\b(?:code|scripts?|datasets?|data|docs?|documentation|corpus|corpora|base|upstream|original|outputs?|contents?|demo|support|"
    r"images?|fonts?|audio|results?|information|advice|diagnos\w+|predecessors?|previous|earlier|restrictions?\s+on|limits?\s+on|"
    r"restrict)\b|(?<!not )(?<!use )\b(?:allowed|permitted)\b",
    re.IGNORECASE,
)
"""Of what else it is said, or that it is a warning of another kind."""

_PURPOSE_ZH = "(?:学术|科研|科学|研究|学习|个人|非商业|非盈利|非营利|教育|教学|非商用|内部|评测)"
_NOTHING_BUT_ZH = "(?:仅|只|仅仅|只能|仅能|仅可|只可)(?:供|作|做|限于?|可|能|用于|限用于|允许|面向|支持|向){1,2}"
_USE_ZH = "(?:使用|用途|目的|之用|研究|交流|学习|场景|演示)"
_ONLY_ZH = (rf"{_NOTHING_BUT_ZH}[^。；，,\n]{{0,10}}?{_PURPOSE_ZH}[^。；，,\n参]{{0,14}}{_USE_ZH}",)
_COMMERCE_ZH = "(?:商业(?:用途|使用|目的|化|授权|公司|用户|合作)?|商用|企业使用|企业用户|公司使用)"
_COMMERCIAL_ZH = (
    r"(?:禁止|不得|不可|不能|严禁|请勿|不允许|谢绝|切勿|勿|不开放|不支持|未开放|不授权)[^。；，,\n]{0,8}?(?:商用|商业|营利|盈利|牟利)",
    r"(?:禁止|不得|严禁|请勿|不允许|谢绝)[^。；，,\n]{0,4}?(?:二次分发|再分发|转载|传播|倒卖|转售|外传)",
    r"(?:商业|商用|企业)授权\s*[:：]|商用[^。；，,\n]{0,4}?收费|[本该此]\w{2,4}[^。；，\n]{0,8}非商业(?:许可|协议|授权)|供非商业(?:用途|目的)?使用",
    r"^\W*仅供(?:学术|科学)?(?:研究|学习|交流|科研)+(?:使用|之用)?\W*$|[只仅](?:对|向)(?:高校|学术|科研|研究)[^。；，\n]{0,6}开放",
    rf"除[^。；，\n]{{0,8}}{_PURPOSE_ZH}[^。；，\n]{{0,6}}外[，,]?[^。；\n]{{0,6}}?(?:不得|不可|禁止|请勿)",
    r"未[经获得]{1,2}[^。；，\n]{0,4}授权[^。；，\n]{0,4}商(?:业|用)",
    rf"{_COMMERCE_ZH}[^。；，,\n]{{0,8}}?(?:需要?|须|必须|应)[^。；\n]{{0,12}}?(?:联系|获得|取得|授权|购买|许可|同意|书面|付费)",
    rf"(?:如需|如要|若需|若要)?{_COMMERCE_ZH}前?[，,]?请(?:先|另行)?(?:联系|与|发邮件|致信|咨询|申请|购买)",
)
SUBJECT_ZH = expression(
    "[本该此](?:模型|项目|仓库|权重|系统|软件|工具|适配器|作品|版本)|模型权重|^模型|^权重|^\\W*[仅只][限供允作]"
)
OTHERWISE_ZH = expression(
    "代码|数据|文档|基座|基础模型|原模型|上游|前代|上一代|旧版|输出|生成|内容|语料|素材|图片|字体|音频|结果|分析|文章"
    "|无需|不限制|(?<!不)[可能]商用|(?<!不)允许商|(?<!不)可用于商|商业支持"
)
SUBJECTLESS = tuple(expression(saying, re.IGNORECASE) for saying in (*_COMMERCIAL, *_ALONE, *_COMMERCIAL_ZH))
"""Without a subject they are said of the whole."""
OF_SUBJECT = tuple(expression(saying, re.IGNORECASE) for saying in (*_ONLY, *_ONLY_ZH))
