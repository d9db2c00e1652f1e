"""How a Chinese sentence tells of another work that something is made of."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import LICENSE_NAME, REPOSITORY, URL
from hatch_oaml.values.han import BEYOND_LATIN

_TAKEN_ZH = Vocabulary(
    r"""
zh 修改|魔改|改编|改編|改写|改寫|移植|翻译|翻譯
  why the work was changed
  yes 修改自 ¦ 改编自
  no 更改

zh 摘录|摘|摘抄|复制|複製|拷贝|转载|轉載|抄
  why the work was taken as it is
  yes 摘自 ¦ 拷贝自
  no 粘贴

zh 译|譯|改|借鉴|派生|衍生|参考|參考|参照|引用|引|取|源|来|來|fork|Fork
  why something was built upon it
  yes 参考自 ¦ 衍生自 ¦ fork自
  no 出自
""",
    flags=0,
)
_DRAWN_ON_ZH = "(?<![请請可需以当若果])(?:参考|參考|借鉴|借鑒|借用|引用|使用|采用|改造|复用|移植|参照|沿用)"
_MADE_ZH = Vocabulary(
    r"""
zh 开发|開發|实现|實現|修改|改造|改写|改编|构建|二次开发|移植|而来|演进|演化|重写|重構|重构|魔改
  why what was done upon it
  yes 基于云梭开发 ¦ 参考云梭而来 ¦ 基于云梭魔改
  no 基于云梭

zh 的代码|的代碼|的实现|项目|項目|训练|微调
  why what it is
  yes 基于云梭的代码 ¦ 基于云梭项目
  no 基于云梭
""",
    flags=0,
)
_SUBJECT_ZH = "(?:代码|代碼|程序|实现|實現|部分代码|模型|本文件|本项目|原始代码|灵感)"
_COMES_ZH = "(?:来自|來自|来源于|来源|出自|(?:参考|參考)(?![了见見文资資手链鏈答])|基于|基於|源于)"
TAKEN_ZH = Vocabulary(
    r"""
zh (?P<cited>参考(?:实现|代码|项目|论文|資料))\s*[:：]\s*(?=[^\n。]*(?:{LINK}|et\ al|《))
  why a label, and a work
  needs 参考代码 ¦ 参考实现 ¦ 参考论文 ¦ 参考資料 ¦ 参考项目
  yes 参考论文：Vaswar et al. ¦ 参考项目：ostrava/loom
  no 参考资料：无

zh (?P<owned>(?<![请可需以])(?:参考|參考|借鉴|借鑒|借用|沿用|移植)了?\s?(?!了|{ANYBODY})(?:{LETTER_ZH}{2,4}的|{LATIN}){CODE})
  why whose code
  needs 代码 ¦ 代碼 ¦ 实现 ¦ 實現 ¦ 源码
  yes 参考了秦墨白的实现 ¦ 借鉴了loom-kit部分源码
  no 参考了官方的实现 ¦ 参考了网上的代码 ¦ 可参考 loom 的代码

zh 本(?:项目|库|插件|软件|组件|程序|仓库)[^。；，\n]{0,6}?(?P<drawn>(?:参考|參考|借鉴|借鑒)了\s?(?={LATIN}[^。；，,\n]{0,8}?{PROJECT}))
  why this work, and upon whose by its name
  needs 本仓库 ¦ 本库 ¦ 本插件 ¦ 本程序 ¦ 本组件 ¦ 本软件 ¦ 本项目
  yes 本项目参考了 mina 的消息总结插件 ¦ 本项目借鉴了 Loom-UI 开源项目的设计
  no 本项目参考了 Loom 文档 ¦ 可参考 Loom 项目

zh \[?(?<![本此该])(?:代码|代碼|程序)?{WHENCE}(?:地址|链接|連結)?为?{COLON}(?=\n?\W{0,3}(?:{LINK}))
  why a label that says whence, and the address at once
  needs 仓库 ¦ 代码 ¦ 代碼 ¦ 來源 ¦ 倉庫 ¦ 出处 ¦ 原始 ¦ 原文 ¦ 实现 ¦ 實現 ¦ 来源 ¦ 程序 ¦ 项目
  yes 代码来源：https://a.example/loom ¦ 原仓库地址: ostrava/loom ¦ 原项目地址为：[a](b) ¦ [原项目地址](https://a.example)
  no 项目：一 ¦ 来源：网络 ¦ [源代码](https://a.example/loom) ¦ 项目仓库: https://a.example/loom

zh (?<!\w)(?P<weak>(?:项目|代码)?(?:仓库|倉庫|项目|代码|代碼|实现|實現)(?:地址|链接|連結)?为?\s*[:：]\s*)(?=\W{0,3}(?:{LINK}))
  why a label that says where something is: what this was made from, or this itself
  needs 仓库 ¦ 代码 ¦ 代碼 ¦ 倉庫 ¦ 实现 ¦ 實現 ¦ 项目
  yes 项目仓库: https://a.example/loom ¦ 代码：ostrava/loom
  no 代码：一 ¦ 源代码：https://a.example/loom

zh (?P<told>来源\s?[:：]\s?[^\s:：，。][^\n:：。]{0,40}\n\W*(?:链接|地址)\s?[:：]\s?)(?=\W{0,3}{LINK})
  why a site by its name, and below it the address there
  needs 来源
  needs 地址 ¦ 链接
  yes 来源：力梭（LoomCode）\n链接：https://a.example/loom
  no 来源：网络\n作者：林晚舟

zh (?P<site>来源\s?[:：]\s?)(?!网络|互联网|网上)(?=[^\s:：，。][^\n:：。]{0,40}\n\W*(?:原文|原作者|原始\s?URL)\s?[:：])
  why a site by its name, and below it what was there
  needs 来源
  needs 原作者 ¦ 原始 ¦ 原文
  yes 来源：CLDM\n原文：https://a.example/loom
  no 来源：网络\n原文：无

zh (?:代码|代碼|程序|实现)(?:来自|來自)于?\s?(?=@[\w-]{2,}|[A-Za-z]\w*[-\\][\w\\-]+(?!\())
  why code, and at once whose account it is from, or which package
  needs 來自 ¦ 来自
  yes 代码来自@mina ¦ 下面代码来自于 loom\weave ¦ 代码来自loom-validator
  no 代码来自间接 `eval` ¦ 代码来自 loom_weave(x)

zh (?:[Ff]ork|FORK)\s?(?:自|于|了)(?!己)(?:\s?[:：])?
  why a fork, and of what
  needs ork
  yes fork 自 [loom](https://loom.example) ¦ Fork自：ostrava/loom ¦ fork 了
  no fork 出 ¦ fork 自己

zh {TAKEN}自于?(?![动動定己身然主助由带帶行适適然我]|\s?\d{4}\s?[-年/.]|\s?[此该這这][个個条條]?\s?{ASKED})
  why 修改自 and its kin, but not 自动, 自定义, 自己
  needs 自
  yes 修改自云梭 ¦ 来自云梭
  no 修改自动生成 ¦ 来自己 ¦ 来自 2026-06-30 的 ¦ 来自此issue ¦ 来自这个提问

zh (?:代码|程序|实现|部分)?(?:参考|參考|参照|借鉴)(?:自|了)?\s*(?=(?:{LINK})[^。；\n]{0,20}(?:实现|實現|修改|编写|改写|的?代码|的?源码))
  why what was drawn upon by its address, and what was done
  needs 借鉴 ¦ 参照 ¦ 参考 ¦ 參考
  yes 参考 https://a.example/loom 实现 ¦ 参考 ostrava/loom 的代码
  no 参考手册实现 ¦ 参考 https://a.example/docs

zh {DRAWN}(?:并修改)?了?(?:以下|如下)?\s*(?:[：:]|了)
  why what was drawn upon, in a list or with 了
  needs 使用 ¦ 借用 ¦ 借鉴 ¦ 借鑒 ¦ 参照 ¦ 参考 ¦ 參考 ¦ 复用 ¦ 引用 ¦ 改造 ¦ 沿用 ¦ 移植 ¦ 采用
  yes 参考了以下项目 ¦ 使用：
  no 参考手册

zh (?P<made>(?:基于|基於|源于|源於|(?<![请請可需])(?:参考|參考))\s?[^。；\n]{2,160}?{MADE})
  why upon what, and what was made
  needs 参考 ¦ 參考 ¦ 基于 ¦ 基於 ¦ 源于 ¦ 源於
  yes 基于云梭项目 ¦ 参考云梭的代码
  no 基于规则

zh (?P<linked>(?:基于|基於)\s?[^。；\n]{2,80}?(?:框架|代码库|代碼庫|仓库|倉庫|工程|源码|原始码)[^。；\n]{0,20}?{ADDED})
  why a work with its address, and what was added to it
  needs 基于 ¦ 基於
  yes 基于 [loom](https://a.example) 推理框架，添加了代码
  no 基于规则添加了代码

zh (?P<upon>(?:在|由)\s?[^。；\n]{2,80}?(?:的?基础上\s?(?:修改|开发|改进|扩展|二次开发|实现|微调|训练)|移植而来|修改而来|改编而来))
  why upon what, and what was done
  needs 修改而来 ¦ 基础上 ¦ 改编而来 ¦ 移植而来
  yes 在 Loom 的基础上修改 ¦ 由 Loom 的 C 版本移植而来
  no 在此基础上

zh (?P<begun>{WHAT}\s?(?:主要|部分|均|最初)?(?:源自|来自|取自|出自|脱胎于)\s?)(?=\[|`|[A-Za-z][\w.]*-|《)
  why what work began as which other by its name
  needs 出自 ¦ 取自 ¦ 来自 ¦ 源自 ¦ 脱胎于
  yes 此项目源自 Quote-Loom ¦ 原型来自 [Loom](https://loom.example) ¦ 源码来自 `loom`
  no 本项目源自热爱 ¦ 插件来自社区

zh (?P<moved>{OF_CODE}\s?(?:部分|主要|大多|都|均|是|\d+%)?\s?{TAKEN}自于?\s?)(?={PACKAGE})
  why code, or what else is made of it, and of which work by its name
  needs 主题 ¦ 代码 ¦ 代碼 ¦ 前端 ¦ 后端 ¦ 实现 ¦ 插件 ¦ 样式 ¦ 模板 ¦ 源码 ¦ 程序 ¦ 脚本
  yes 代码移植自Loom ¦ 代码 40% 来自 Loom ¦ 前端魔改自`TinyLoom` ¦ 这个包的一部分代码来自Keloom
  no 代码移植自loom.cpp ¦ 代码参考自Loom::weave ¦ 代码来自 loom_weave(x) ¦ 代码来自 GPT-4

zh (?P<parted>部分(?:代码|实现|逻辑|源码)(?:参考|借鉴|移植|来|改编|修改)自?了?\s?)(?={NAME_ALONE}|[A-Z][\w.-]+[^\n。；]{0,100}的(?:实现|代码|源码))
  why part of the code, and of what by its name alone on the line, or whose code
  needs 部分代码 ¦ 部分实现 ¦ 部分源码 ¦ 部分逻辑
  yes 部分代码参考自gto ¦ 部分代码借鉴了TRANX: A Neural Parser的实现
  no 部分代码参考自己 ¦ 部分代码参考了Loom文档

zh (?P<whose>(?:代码|程序|脚本)参考\s{0,2})(?=@[A-Za-z][A-Za-z\d_-]+(?:[\s的，。]|$)|[Gg]it[Hh]ub\s?(?:作者|用户)\s?[:：]?\s?\w)
  why whose code, by an account's name
  needs 参考
  needs 代码 ¦ 程序 ¦ 脚本
  yes 本代码参考@mina ¦ 本代码参考 github作者：Mina
  no 代码参考@Override注解 ¦ 代码参考@loom/chat.js ¦ 代码参考 github 文档

zh (?P<kept>保留(?:原|上游)作者\s?(?:[A-Z][\w.-]+|{LETTER_ZH}{2,4})[^。；\n]{0,40}?的?(?:归属|署名|版权))
  why whose name is kept
  needs 保留上游 ¦ 保留原
  needs 作者
  needs 归属 ¦ 版权 ¦ 署名
  yes 保留原作者 Mina Halloway 及上游贡献者的归属
  no 保留原作者的署名

zh (?P<begot>源自\s?[A-Z][\w.-]+(?:\s[A-Z][\w.-]*)?\s?(?:[(（][^()（）\n]{2,30}[)）]\s?)?的{LETTER_ZH}{0,8}{MADE_THING})
  why from what by its name, and what it is
  needs 源自
  yes 源自 Cloudloom Worker (_worker.js) 的代理伪装方案 ¦ 源自Loom的算法
  no 源自 Loom 的灵感 ¦ 源自生活的方案

zh (?P<termed>本\s?[\w\s]{1,12}?源于[^。，\n]{2,30}的\s?[^。，\n]{1,20}[（(]{LICENSE}[)）])
  why from whose, and under which license
  needs 源于
  yes 本 demo 集源于云梭技术团队的 DEMO（MIT）
  no 本项目源于大家的热爱（热爱）

zh (?P<pointed>(?<![请請可需以见])参考\s?)(?=https?://[^\s<>"'）)，。]{4,120}/(?:blob|tree|raw)/|https?://gist\.)
  why upon what file of somebody's code
  needs /blob ¦ /raw ¦ /tree ¦ ://gist.
  needs http
  needs 参考
  yes 颜色取色参考 https://loom.example/x/blob/main/a.ts
  no 请参考 https://loom.example/x/blob/main/a.md ¦ 参考 https://loom.example

zh (?P<minded>思路(?:主要)?来自于?\s?)(?=[A-Za-z][\w.+ -]{1,30}?\s?的|[A-Za-z][\w-]+/[\w-]+)
  why whose idea it was
  needs 思路
  needs 来自
  yes 思路来自 newsloom 的动态调整 ¦ 思路来自 ostrava/loom
  no 思路来自快速幂

zh (?P<listed>{ITEM}\s?(?:[—–:：-]{1,3}\s?)?[^\n。;:,”\"]{0,12}?(?:{BEGAN}))
  why a work in a list, with its address, and that this one began with it
  needs 上游项目 ¦ 功能来源 ¦ 原项目 ¦ 受其启发 ¦ 受此启发 ¦ 基于该 ¦ 感谢 ¦ 本项目 ¦ 灵感来源 ¦ 灵感来自 ¦ 由此启发
  yes [Loom](https://loom.example) — 项目最初基于该脚手架 ¦ [Loom](https://loom.example) 项目灵感来源
  no [Loom](https://loom.example) — 一个框架

zh (?P<leant>(?<![请請可需以])(?:借鉴|借鑒)自?\s?)(?=\[[^\]\n]+\]\(http|`{REPOSITORY}`|{URL})
  why upon what one leant, with its address at once
  needs 借鉴 ¦ 借鑒
  yes 状态展示借鉴 [loom](https://loom.example) ¦ 借鉴自 `ostrava/loom`
  no 可借鉴 [loom](https://loom.example) ¦ 借鉴 [1]

zh {SUBJECT}\s?(?:主要|部分|均)?{COMES}\s*[：:]?
  why what comes from where
  needs 代码 ¦ 代碼 ¦ 实现 ¦ 實現 ¦ 本文件 ¦ 本项目 ¦ 模型 ¦ 灵感 ¦ 程序
  yes 代码主要来自云梭 ¦ 本项目基于：
  no 文字来自
""",
    flags=0,
    ASKED="(?:[Ii]ssue|PR\\b|讨论|提问|问题|反馈|回答|帖)",
    TAKEN=_TAKEN_ZH,
    DRAWN=_DRAWN_ON_ZH,
    REPOSITORY=REPOSITORY,
    URL=URL,
    WHAT="(?:[本此该](?:项目|仓库|库|插件|主题|脚本|文件|工具|程序)|源码|原型|插件|脚本|主题)",
    ITEM=r"\[[^\]\n]{1,60}\]\([^()\s]{1,200}\)",
    COLON=r"(?:\s*[:：]\s*(?:@link\s)?|\]\(|\n\W*@link\s)",
    CODE="(?:部分|相关)?(?:实现|實現|代码|代碼|源码)",
    OF_CODE="(?:代码|代碼|源码|程序|脚本|插件|主题|样式|前端|后端|模板|实现)",
    PACKAGE=r"[`\[]?(?![\w./-]*\.(?:cpp|c|h|py|[jt]sx?|java|go|rs|vue)\b|\w+::|\w+\(|Ref\b|GPT|Claude)[A-Z]\w+",
    WHENCE=r"(?:来源|來源|出处|原文|原始\s?URL|(?:原始?|上游|参考)\s?(?:项目|代码)?(?:仓库|倉庫|项目|代码|代碼|实现|實現|程序))",
    BEGAN="基于该|功能来源|感谢|由此启发|受其启发|受此启发|灵感来源|灵感来自|本项目的?(?:上游|前身|原型|原版)|上游项目|原项目",
    MADE=_MADE_ZH,
    ADDED="(?:添加|增加|加入|修改|扩展|擴展|改进|改進)",
    SUBJECT=_SUBJECT_ZH,
    COMES=_COMES_ZH,
    LETTER_ZH=BEYOND_LATIN,
    PROJECT="(?:插件|项目|項目|工程|仓库|实现|源码|代码|框架)",
    LATIN=r"[A-Za-z][\w.+和与、 -]{1,40}?(?:的|相关)?",
    ANYBODY="官方|网上|网络|社区|论文|文档|其他|前人|别人|大佬|大神|该|这|那|原|上述|以下|现有|相关|开源|主流|已有|经典|作者|他人|某",
    NAME_ALONE=r"[a-z][\w-]{2,30}\s*(?:\n(?!\W{0,6}(?:line|link|see|http))|$)",
    MADE_THING="(?:方案|实现|代码|算法|脚本|模块|插件|源码|框架)",
    LICENSE=LICENSE_NAME,
    LINK=rf"{URL}|{REPOSITORY}|\[[^\]\n]+\]\([^)\n]+\)",
)

NO_WORK_ZH = Vocabulary(
    r"""
zh (?<!.)\s*\S{1,20}\s?(?:语言|技术|标准|规范|算法|平台|操作系统)
  why a language or a method: no work
  yes  Rust 语言开发 ¦ 深度学习技术
  no  Loom 修改

any (?<!.)\s*[\[`]*(?:the\s+)?(?:GNU\s+|Apache\s+)?{LICENSE_NAME}(?![\w/-])
  why under which license it is, and not upon what
  yes  MIT 协议开源 ¦ [MIT License](LICENSE) 发布
  no  MIT/loom ¦ Loom
""",
    LICENSE_NAME=LICENSE_NAME,
)
"""What behind `基于` is nothing that one builds upon."""

THING_ZH = "(?:官方|部分)?(?:项目|仓库|代码库|框架|工程|插件|脚本|源码|工具箱|示例|例程|主题|教程|开源库)"
TERMS_ZH = rf"{LICENSE_NAME}\s?(?:许可|协议|授权)的\s?"
NAME_ZH = r"[A-Za-z][\w.+-]*(?:\s[A-Z][\w.-]*){0,3}"
"""What a work is, under whose terms, and a name in Latin letters."""

FICTION_ZH = Vocabulary(r"""
zh 小说|小說|漫画|漫畫|电影|電影|影片|电视剧|電視劇|动画|动漫|剧集|真人真事|真实事件|同名|的?原创(?:系列|故事)|童话|传说
  why a story, which books and films are made of and programs are not
  yes 该剧改编自陈墨的同名小说 ¦ 改编自真人真事
  no 改编自陈墨的代码
""")
"""What beside the verb tells of a story."""

MADE_FROM_ZH = Vocabulary(r"""
zh (?:修改|改编|移植|翻译|衍生|派生|摘录?|参考|转载|改写|借鉴)自
  why with what a line begins that tells of an origin, and goes on from no line before
  yes 修改自 loom ¦ 摘自《织机》
  no 来自 ¦ 自己修改
""")
