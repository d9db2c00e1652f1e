"""Lines that are headings, and lines that mark a file as no contribution."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

_OF_PEOPLE = Vocabulary(r"""
en authors?|contributors?|credits?|maintainers?|thanks|acknowledge?ments?
  why what a list of people is called
  yes Authors ¦ Acknowledgements
  no Loom

en the|list|of|and|project|main|core|all|our|with|to|big|special|in|no|particular|order|alphabetical|everyone
  why words that a heading has besides
  yes The list of
  no Loom
""")
HEADING = Vocabulary(
    r"""
en \W*(?:\b{WORD}\b\W*)+
  why a heading above names, which is none itself
  yes The List of Authors ¦ # Contributors #
  no Loom

zh \W*(?:主要|核心|项目)?(?:作者|贡献者|致谢|鸣谢|维护者|开发者|开发团队|团队成员)(?:信息|名单|列表|介绍|简介)?\W*
  why a heading above names, which is none itself
  yes 主要作者 ¦ 【致谢】 ¦ 作者信息
  no 林晚舟
""",
    WORD=_OF_PEOPLE,
)

MAKERS = Vocabulary(
    r"""
en \A\W*(?:{WHICH}\s+)*(?:team(?:\s+members)?|developers|maintainers?|members)\W*\Z
  why who made the work, or instructions for them: the names below it count alone
  yes Maintainers ¦ Our Team ¦ Core developers: ¦ Team members
  no For developers ¦ Developers guide ¦ Team plan

zh \A\W*(?:本|我们的|项目|核心|主要)*{ZH}(?:信息|名单|列表|介绍|简介)?\W*\Z
  why the same
  yes 开发团队 ¦ 核心维护者 ¦ 团队成员名单 ¦ 核心開發者
  no 开发者指南 ¦ 开发者

ja \A\W*(?:開発者|開発チーム|メンテナー?|メンバー)\W*\Z
  why the same
  yes 開発者 ¦ 開発チーム ¦ メンテナー
  no 開発者向け

ko \A\W*(?:개발자|개발팀|팀원|관리자)\W*\Z
  why the same
  yes 개발자 ¦ 개발팀
  no 개발자 가이드
""",
    WHICH="(?:the|our|core|main|project|current|lead|development|dev|research|model)",
    ZH=r"(?:(?:开发|研发)团队|開發團隊|维护(?:者|人员)|維護者|(?:团队|项目|核心)成员|團隊成員|(?<=[要心目])(?:开发者|開發者))",
)
"""Headings of a README below which those who made it may stand."""

MARKED = Vocabulary(r"""
en not[\s-]+a[\s-]+contribution
  why clause 1.7's words
  yes Not a Contribution ¦ not-a-contribution
  no a contribution

zh (?:非|不是|并非|並非|不构成|不構成|不属于|不屬於|不作为|不作為|不视为|不視為)(?:贡献|貢獻)
  why clause 1.7's words
  yes 非贡献 ¦ 不构成贡献
  no 贡献
""")

MARKED_AS = Vocabulary(r"""
en this\s+(?:(?:file|communication|work|document|directory|folder|material|code|script|module|dataset|patch)\s+)?is
  why what is marked
  yes This file is ¦ this is
  no the file

en (?:conspicuously\s+)?marked(?:\s+as)?|status|notice|contribution|licen[sc]e|(?:spdx-file)?comment|note|remark|legal
  why a label
  yes Status ¦ marked as ¦ SPDX-FileComment
  no state

zh (?:[本此该](?:文件|通信|材料|内容|作品|代码|脚本|补丁|目录))(?:为|是|系|属于)?|(?:已)?(?:标记|标注|标明)(?:为)?|声明|状态|备注|注
  why what is marked, or a label
  yes 本文件为 ¦ 标记为 ¦ 此作品
  no 文件
""")

_RESERVED = Vocabulary(r"""
en internal|private|confidential|proprietary|not\s+for|do\s+not|for\s+\w+(?:\s+\w+)?\s+only
  why for whom the file is
  yes internal use only ¦ for our use only
  no everyone

zh 仅|僅|内部|內部|保密|请勿|請勿|不得
  why for whom the file is
  yes 仅供内部使用
  no 使用
""")
MARKED_BEHIND = Vocabulary(
    r"""
any [(（][^()（）\n]{1,60}[)）]
  why where the mark is explained
  yes (clause 1.7) ¦ （第 1.7 条）
  no means that

any [-–—,;，；]+\s*(?:{RESERVED})[^\n]{0,60}
  why for whom the file is
  yes - internal use only ¦ ，仅供内部使用
  no 指的是
""",
    RESERVED=_RESERVED,
)

THIRD = Vocabulary(r"""
en third[- ]party
  why what others made
  yes Third-party ¦ third party
  no party

zh 第三方
  why what others made
  yes 第三方
  no 他方
""")

RIGHTS = Vocabulary(r"""
en (?<=party)\W*$|\W+(?:software|notices?|licen[sc]\w+|code|content|materials?|assets?|data|datasets?)\b
  why what is whose, and on what terms
  yes  Software ¦  notices ¦ third-party
  no  Plugins ¦  integrations

en \W+(?:attributions?|credits?|copyrights?|acknowledge?ments?|terms|disclaimers?|fonts?|images?|icons?)\b
  why the same
  yes  Attribution ¦  fonts
  no  Plugins

en \W+(?:works?|information|media|weights|models?)\b
  why the same
  yes  models
  no  modules

zh (?<=方)\s*$|\s?(?:声明|许可|软件|代码|内容|素材|资源|数据|版权|归属|致谢|授权|协议|开源|字体|图片|模型|权重)
  why the same
  yes 声明 ¦ 软件
  no 插件列表 ¦ 登录
""")
"""What stands behind `Third-party` and `第三方` where rights are told of."""

PARTS = Vocabulary(r"""
en \W+(?:librar(?:y|ies)|components?|dependenc(?:y|ies)|packages)\b
  why parts of others, or with what something works together
  yes  Libraries ¦  components
  no  Notices ¦  software

zh \s?(?:库|组件|依赖|包)
  why the same
  yes 组件 ¦ 库
  no 声明
""")
"""What stands behind them and may be parts of a work."""
