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
en (?:\W*\b{WORD}\b\W*)+
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

MARKED = Vocabulary(r"""
en not\s+a\s+contribution
  why clause 1.7's words
  yes Not a Contribution
  no a contribution

zh 非贡献|非貢獻
  why clause 1.7's words
  yes 非贡献
  no 贡献
""")

MARKED_AS = Vocabulary(r"""
en this\s+(?:file|communication|work|document|directory|material)\s+is
  why what is marked
  yes This file is
  no the file

en (?:conspicuously\s+)?marked(?:\s+as)?|status|notice|contribution
  why a label
  yes Status ¦ marked as
  no state

zh (?:本文件|本通信|本材料|本内容)(?:为|是|系|属于)?|标记(?:为)?|声明|状态
  why what is marked, or a label
  yes 本文件为 ¦ 标记为
  no 文件
""")
