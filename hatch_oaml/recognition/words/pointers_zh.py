"""With what a Chinese sentence sends its readers elsewhere, or goes on to something else than what a work was made of."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

STILL_TOLD_ZH = Vocabulary(
    r"""
zh 以\s?[\w. -]{2,20}(?:许可|协议|[Ll]icen[sc]e)|遵循|原|上游|来源|出处|作者|感谢|致谢|修改|并(?:进行)?修改
  why behind a comma: under what license, whose it is, and what was done with it
  yes 以 MIT License 发布 ¦ 原作者林晚舟 ¦ 感谢林晚舟
  no 训练方法见 ¦ 以便使用

zh (?:该|其)?(?:项目|仓库|代码|源码|源|官方|论文)?(?:地址|链接|主页)|见\s?[\[h]|参[见考]\s?[\[h]|https?:|\[
  why where it is
  yes 项目地址 ¦ 见 https://a.example ¦ [loom](https://a.example)
  no 训练方法见 ¦ 已经发布到
""",
    flags=0,
)
"""With what a clause begins that still tells of the work that something was made of."""

SPECIFICATION_ZH = Vocabulary(
    r"""
zh (?:基于|基於)\s?\[[^\]\n]{1,60}(?:规范|標準|标准|协议|文档|指南|教程|接口)\]\(
  why upon what a program rests that is no work of which it holds anything
  yes 基于[织机接口规范](https://a.example)
  no 基于[织机](https://a.example)
""",
    flags=0,
)

LOOKED_UP_ZH = Vocabulary(
    r"""
zh (?:详情|详细|詳細|具体|細節|细节|用法|教程|含义|更多|配置|步骤|说明|兼容性|表示)[^。；\n]{0,12}$
  why of what a reader wants to know more
  yes 详情 ¦ 具体的算法细节
  no 代码
""",
    flags=0,
)

OWN_FILE = Vocabulary(
    r"""
code [^`\n]*/(?:Dockerfile|Makefile|[\w-]+\.(?:py|[jt]sx?|json|ya?ml|toml|ini|md|txt|sh|go|rs|java|c|h|cpp|ipynb))`
  why a file by its path, and no repository by its owner
  yes environment/Dockerfile` ¦ src/loom.py`
  no ostrava/loom`
""",
    flags=0,
)
