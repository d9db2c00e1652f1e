"""What stands on both sides of a line's end that a name was wrapped at."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.values.company_forms import EITHER
from hatch_oaml.values.han import BEYOND_LATIN

_FORM_ZH = "(?:公司|集团|集團|研究院|研究所|研究中心|实验室|實驗室|研究室|大学|大學|学院|基金会|基金會|协会|協會|工作室|事务所)"
_UNNAMED_ZH = "(?<!公司|集团|集團|大学|大學|学院|协会|協會|中心)(?<!研究院|研究所|实验室|實驗室|工作室|基金会|株式会)(?<!株式会社|有限会社)"
"""Behind no name that is whole."""
_AND = "(?:和|与|與|及|以及|、)"
_ENDS = r"(?=[\s。.，,;；(（]|版权|版權|保留|$)"
_SURNAMED = r"(?:[A-ZÀ-Þ][\w'’&.-]*|de|du|des|del|der|den|la|le|les|für|und|et|y|e|of|an|am|zu|zur)"
WRAPPED = Vocabulary(
    r"""
zh {LETTER}{UNNAMED}\n(?!{NOBODY}){LETTER_IN}{0,18}{FORM}{ENDS}
  why the rest of a company's name, where the line before ends in none
  yes 北京海藻\n科技有限公司 ¦ 版权所有 (c) 2020 北京海藻\n网络（集团）有限公司 保留所有权利
  no 北京海藻科技有限公司\n云梭科技有限公司 ¦ 北京海藻\n本公司

zh {LETTER}\n{AND}{LETTER}{2,20}{ENDS}
  why another holder, joined at the next line's beginning
  yes 海藻科技\n与潮汐实验室 ¦ 林晚舟\n和秦墨白。
  no 海藻科技\n潮汐实验室

ja (?<!\w)(?:株式会社|有限会社|合同会社|一般社団法人|公益財団法人|国立大学法人|学校法人)\n{LETTER}{2,20}{ENDS}
  why a form of company that stands before the name
  yes 2015 株式会社\n海藻研究所 ¦ 国立大学法人\n海藻大学
  no 海藻株式会社\n海藻研究所 ¦ 株式会社\nAuthor

ko {LETTER}\n(?:주식회사|유한회사|연구소|연구원|대학교|재단|협회|연구실){ENDS}
  why the rest of a company's name
  yes 해조 주식회사\n연구소 ¦ 해조\n주식회사
  no 해조\n연구소는 이 코드를

any {LETTERS}\n(?:der|des|du|della|del|di|de(?:\sla|\sl['’]|\slos)?|für|do|da|dos)\s(?:{SURNAMED}\s){0,5}{CAP}\.?{LINE}
  why an institution, and of what, where nothing else stands on the line
  yes Institut für Algenforschung\nder Universität Halm ¦ Centre de recherche\nde la Mer
  no Mara Weiß\nder Autor haftet nicht ¦ Mara Weiß\ndes Textes wegen

any \b{HOUSE}\b[^\n.;]{0,80}\n(?:{OF}\s|d['’]){WORD}(?:\s{WORD}){0,3}\.?{LINE}
  why what an institution is for, in letters of any size
  yes Institut national de recherche\nsur les algues ¦ Centro\npara la investigación
  no Mina Halloway\nsur les algues ¦ Institut Loom\npour plus d'informations voir le site du projet

any [^\W\d_]\s(?:la|le|les|los|las|des|dem|zur|zum|für|dos|das|da|sur|pour|aux)\n[A-ZÀ-Þ]
  why a word behind which a name must follow, in other languages
  yes Instituto de Algas de la\nUniversidad ¦ Gesellschaft zur\nFörderung
  no Instituto\nUniversidad ¦ Shreveport, LA\nNo
""",
    flags=0,
    LETTER=BEYOND_LATIN,
    UNNAMED=_UNNAMED_ZH,
    NOBODY="[本该该我各其]|任何|版权|版權|著作|保留|未经|由|作者",
    LETTER_IN=rf"(?:{BEYOND_LATIN}|[（()）])",
    FORM=_FORM_ZH,
    AND=_AND,
    ENDS=_ENDS,
    SURNAMED=_SURNAMED,
    LETTERS=r"[^\W\d_]{2}",
    CAP=r"[A-ZÀ-Þ][\w'’-]*",
    HOUSE="(?:Institut[eo]?|Laborato(?:ire|rio)|Cent(?:re|ro)|[ÉE]cole|Agence|Office|Gesellschaft|Verein|Fondation)",
    OF="(?:sur|de|des|du|en|pour|para|por|et|y|für|zur)",
    WORD=r"[^\W\d_]{2,20}",
    LINE=r"\s*(?:\n|$)",
)
"""Searched for in the end of a line and the beginning of the one below."""

UNDIVIDED = Vocabulary(
    r"""
any {FORM}\b(?=[.,;]|\s*(?:\n|$)|\s(?:in|and|or|of)\b)
  why the form of the company that the line before began to name
  yes Foundation. ¦ Inc., ¦ University of Ostrava
  no Company: Loom ¦ Limited warranty
""",
    flags=0,
    FORM=EITHER,
)
"""With what a line goes on with the sentence above it, though it begins with a capital."""

PARTED = Vocabulary(
    r"""
en \bby\s{CAP}\n(?!{ANEW})[A-Z][a-z'’-]+(?:\s(?:for|and|of|in|at|with|from|on|as)\b|[.,;)](?:\s|$)|\s?[<(])
  why a first name at a line's end, and on the next line the family's
  yes originally written by Ada\nFern for the Kelp project ¦ written by Mina\nHalloway.
  no written by Mina\nLicense: MIT ¦ written by Mina\nBased on Loom ¦ written by Mina\nThis is

markup (?<![`\w])`(?![`\s])[^`\n]{1,60}\n[^`\n]{1,100}`
  why a link of reStructuredText that was wrapped inside
  yes created by `Wenzel\nJakob <https://loom.example>`_
  no `loom` of\nWefts `x`
""",
    flags=0,
    CAP=r"[A-Z][\w'’-]+",
    ANEW=r"(?:The|This|It|All|Copyright|Version|See|Date|On|In|For|Licen[sc]e|Modif|Note|[A-Z][a-z]+ed)\b",
)
"""Searched for in the same way, where a sentence is not ended between both lines."""
