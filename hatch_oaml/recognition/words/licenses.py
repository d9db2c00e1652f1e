"""How license tags, and a license's own words, are told from notices."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import LICENSE_NAME

TAG = Vocabulary(r"""
any spdx-(?:snippet)?license-?identifier\s*:\s*(?P<id>[(]?[A-Za-z][\w.+-]*(?:[ \t]+(?:AND|OR|WITH)[ \t]+[\w.+()-]+)*\)?)
  why the SPDX specification's tag, with its expression
  yes SPDX-License-Identifier: (MIT OR Apache-2.0) ¦ SPDX-SnippetLicenseIdentifier: MIT
  no SPDX-License-Identifier:
""")

LINE = Vocabulary(
    r"""
en (?:(?<=\n)|^)\s*(?:[@:]?licen[sc]e\s*[:=]?|__licen[sc]e__\s*=)[\s:：=\"'*]*(?:the\s+)?{NAME}[^\n]{0,80}
  why a line of its own that names the license
  yes License: MIT ¦ __license__ = "Apache 2.0" ¦ @license MIT
  no my license MIT

zh (?:(?<=\n)|^)\s*(?:许可证|许可协议|授权协议|開源協議|开源协议)[\s:：=\"'*]*(?:the\s+)?{NAME}[^\n]{0,80}
  why a line of its own that names the license
  yes 许可证：MIT ¦ 开源协议: 木兰
  no 本许可证：MIT
""",
    NAME=LICENSE_NAME,
)

UNDER = Vocabulary(
    r"""
en \b{GIVEN}\s+under\s+(?:the\s+)?(?:terms\s+of\s+(?:the\s+)?)?[^.\n]{0,40}?{NAME}[^.\n]{0,60}
  why a sentence on how it is licensed
  yes Licensed under the terms of the MIT license
  no licensed under conditions

zh (?:采用|遵循|基于|依据|使用|按照)\s*[^。\n]{0,12}?{NAME}[^。\n]{0,20}?(?:许可|协议|授权|開源|开源)[^。\n]{0,20}
  why a sentence on how it is licensed
  yes 本项目采用 MIT 许可证 ¦ 遵循木兰协议
  no 采用 MIT 算法
""",
    GIVEN="(?:licen[sc]ed|released|distributed|available|published|provided)",
    NAME=LICENSE_NAME,
)

QUOTED = Vocabulary(r"""
en \b(?:above|following|this|original|appropriate|applicable|all|any|such)\s+copyright\s+(?:notices?|and)
  why which notice a license speaks of
  yes the above copyright notice ¦ any copyright notices
  no Loom copyright notice

en \b(?:retain\w*|reproduc\w*|remov\w*)\s+copyright\s+(?:notices?|and)
  why what a license asks
  yes retaining copyright notices
  no copyright notice

en copyright\s+(?:holders?|owners?)\s+(?:and|or|be|has|have|nor|who|that|may)\b
  why whom a license speaks of
  yes COPYRIGHT HOLDERS AND CONTRIBUTORS ¦ copyright owner or
  no copyright holder: Loom

en copyright\s+notice\s+and|hereby\s+disclaims\s+all\s+copyright|otherwise\s+designated\s+in\s+writing
  why words of the usual licenses
  yes copyright notice and this list ¦ hereby disclaims all copyright
  no copyright notice

en \bprovided\s+by\s+(?:the\s+)?(?:authors?|copyright|contributors?|regents|[\w ,.&]{2,60}?)\s+[\"'`“]{1,2}as\s+is
  why a disclaimer
  yes PROVIDED BY THE AUTHOR ``AS IS'' ¦ provided by Loom Inc. "as is"
  no provided by the Loom team

en \bname\s+of\s+(?:the\s+)?(?:copyright|author)
  why neither the name of … may be used
  yes Neither the name of the copyright holder
  no name of Loom

zh 上述版权声明|版权声明和本许可|保留.{0,12}(?:版权|著作权)(?:声明|通知)|版权所有者(?:或|和|不)
  why what a license asks, and whom it speaks of
  yes 上述版权声明 ¦ 保留上述版权声明 ¦ 版权所有者或
  no 版权所有 云梭
""")

_FREE_TO_COPY = r"Everyone\s+is\s+permitted\s+to\s+copy\s+and\s+distribute\s+verbatim\s+copies"
DOCUMENT = Vocabulary(
    r"""
en \s*(?:<https?://[^>]*>|\d+\s[\w ,.-]+?)?\s*(?:{FREE}|of\s+this\s+licen[sc]e\s+document)
  why what stands behind the notice of a license as a document
  yes Everyone is permitted to copy and distribute verbatim copies ¦ <https://a.example/>\nof this license document
  no Everyone is welcome
""",
    FREE=_FREE_TO_COPY,
)

TITLE = Vocabulary(r"""
en \bapache\s+license\b|\bmit\s+license\b|mozilla\s+public\s+license|creative\s+commons|artistic\s+license
  why licenses by their titles
  yes Apache License ¦ MIT License ¦ Creative Commons
  no a license

en gnu\s+(?:lesser\s+|affero\s+|library\s+)?general\s+public\s+license|gnu\s+free\s+documentation
  why the GNU family
  yes GNU General Public License ¦ GNU Lesser General Public License ¦ GNU Free Documentation
  no general public

en permission\s+is\s+hereby\s+granted,?\s+free\s+of\s+charge|redistribution\s+and\s+use\s+in\s+source
  why first words of licenses that often stand without their title
  yes Permission is hereby granted, free of charge ¦ Redistribution and use in source
  no permission is granted

en permission\s+to\s+use,\s+copy,\s+modify|this\s+is\s+free\s+and\s+unencumbered|as-is.?,?\s+without\s+any\s+express
  why the same: ISC, Unlicense, zlib
  yes Permission to use, copy, modify ¦ This is free and unencumbered ¦ 'as-is', without any express
  no permission to use

en boost\s+software\s+license|eclipse\s+public\s+license|sil\s+open\s+font\s+license|do\s+what\s+the\s+fuck
  why licenses by their titles
  yes Boost Software License ¦ SIL Open Font License
  no open font

en european\s+union\s+public|common\s+development\s+and\s+distribution|server\s+side\s+public
  why licenses by their titles
  yes European Union Public Licence ¦ Server Side Public License
  no server side

en python\s+software\s+foundation\s+license|openrail|openmdw|openatom\s+model\s+license|mulan\s*psl
  why licenses by their titles
  yes OpenRAIL-M ¦ OpenAtom Model License ¦ Mulan PSL
  no model license

zh 开放原子模型许可证|木兰
  why licenses by their titles
  yes 开放原子模型许可证 ¦ 木兰宽松许可证
  no 模型许可证
""")
