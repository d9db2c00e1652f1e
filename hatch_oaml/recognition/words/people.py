"""How a line or a sentence names the people whose work something is."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

_EARLIER = r"(?:(?:originally|first|initially|code|mostly|also|was|and)\s+)*"
MADE = Vocabulary(r"""
en written|developed|created|authored|coded|contributed|designed|implemented|donated|provided
  why who made it
  yes written by ¦ contributed by
  no writer

en ported|converted|translated|maintained|modified|adapted|updated|rewritten|enhanced|reworked|revised|edited|modded
  why who made it what it is
  yes ported by ¦ maintained by ¦ revised by
  no porter
""")
SHARES = "(?:ideas?|concept|design|artwork|illustrations?|graphics|music|layout|logo|icons?|photos?|photography|lyrics)"
_SECOND_VERB = r"(?:\s+(?:and|&)\s+(?:written|developed|maintained|contributed|copyrighted))?"
_FOUND_OR_SAID = "propos|describ|introduc|suggest|discover|defin|caus|report|request|us|set"
_DONE_BY_CODE = "return|rais|pass|call|held|thrown|sent|emitt|load|trigger|receiv"
_VALUES = "(?:pixel|value|size|image|scale|shape|resolution|order|state|coordinate|tensor|text|array)s?"
_ORIGINAL = Vocabulary(
    r"""
en \boriginal(?:ly)?\s+[`*]?(?:{OTHER}\w+\s+){0,2}?(?:authors?|{CODE}|version|work|by|from|copyright)\b
  why what came first, and who made it, not who found or said it
  yes original author ¦ originally written by ¦ original Loom code ¦ Original `code by ¦ original code and weights
  no the original ¦ originally proposed by ¦ originally returned by ¦ original pixels by
""",
    OTHER=rf"(?!(?:{_FOUND_OR_SAID}|{_DONE_BY_CODE})(?:ed)?\b|{_VALUES}\b)",
    CODE=r"(?:code|source|implementation)(?:\s+(?:and|&)\s+(?:weights|models?|data|idea))?",
)
_WHERE = r"(?:\s+(?:is|was|are|can\s+be\s+found|comes?|available))?\s*(?:at|by|from|:|in|here)?\s*:?"
_LABEL = Vocabulary(
    r"""
code [@\\:]?(?:co-?)?authors?(?:\s*\(s\))?\s*(?:[:：=]|{HEADED}|\sby\s|{TAG})
  why a label, a heading, or a tag of a documentation comment
  yes Author: X ¦ @author X ¦ \author X ¦ Author(s): X ¦ authors\nX ¦ Author and copyright\nX
  no author X

en (?:upstream|origin(?:al)?|main|lead|first|current|{OF_WHAT})\s+(?:author|creator|maintainer)s?(?:\(s\))?\s*[:：]
  why a label that says of what, or who among several
  yes Upstream Author: X ¦ Loom Author(s): X ¦ Origin Author: X ¦ Main authors: X ¦ Original Creator: X
  no the program author X

code \$author\s*[:：](?![^\n]*\$)
  why a label of PHP's writers, and no keyword that a version control fills in
  yes $Author ：Mina ¦ $author: Mina
  no $Author: mina $ ¦ $author = x

code __authors?__\s*=|__credits__\s*=
  why a Python module says so
  yes __author__ = "Mina"
  no author

en @?(?:created|written|developed|maintained|modified|ported)\s+by\s*[:：]?|original\s+author\s*[:：]
  why a line of its own
  yes Written by: Mina ¦ Original author: Mina
  no writer

markup (?:section|code|module)author::|@?authors?\s+(?=(?-i:[A-Z])[^\n<]{2,40}<[^<>\n]+@)
  why a directive of Sphinx, or a name with its address behind the word
  yes sectionauthor:: Mina ¦ Author Mina Halloway <mina@loom.example>
  no author mina

code definitions\s+by\s*:
  why a label of type definitions
  yes Definitions by: Mina Halloway <https://loom.example>
  no definitions by hand

any spdx-filecontributor:|contributors?\s*:|maintainers?\s*:|acknowledge?ments?\s*:
  why a label
  yes SPDX-FileContributor: Mina ¦ Maintainers: Mina ¦ Acknowledgment: Mina
  no maintainer
""",
    HEADED=r'(?<=author)"?\n|(?<=authors)"?\n|(?:and|&)\s+copyright\n',
    OF_WHAT=r"module|package|program|script|code|(?:\w+\s){0,2}\w+(?=\s+authors?\(s\))",
    TAG=r"(?<=@author)\s|(?<=@authors)\s|(?<=\\author)(?:\s|(?:\[[^\]\n]{0,60}\])?\{(?=\S))",
)

_GIVEN = Vocabulary(r"""
en patched|added|made|(?:hand-?)?crafted|cared\s+for|done|changed|extended|improved|enhanced|optimi[sz]ed
  why what was done
  yes patched ¦ added ¦ hand-crafted ¦ cared for
  no reported ¦ suggested

en patch(?:es)?|fix(?:es)?|additions?|modifications?|mods|changes?|extensions?|translation|support|features|version
  why what was given
  yes patch ¦ some additions ¦ Windows version
  no report
""")
_SURNAME = r"(?:de|van|von|der|del|(?-i:[A-Z])[\w.'-]*)"
_ADDRESS = r"(?:[<(]?(?:[\w.+-]+@|https?://|www\.)|[<(][\w.+-]+\sat\s)\w"
_WITH_MAIL = rf"(?:(?:Mr|Ms|Dr|Prof)\.?\s)?(?-i:[A-Z])[\w.'-]*(?:\s+{_SURNAME}){{0,3}},?\s*{_ADDRESS}"
NAMED = Vocabulary(
    r"""
en (?<![\w.]){EARLIER}(?:{MADE}{SECOND})\s+by\s*:?\s
  why who made it
  needs adapted ¦ authored ¦ coded ¦ contributed ¦ converted ¦ created ¦ designed ¦ developed ¦ donated ¦ edited ¦
    enhanced ¦ implemented ¦ maintained ¦ modded ¦ modified ¦ ported ¦ provided ¦ revised ¦ reworked ¦ translated ¦
    updated ¦ written
  needs by
  yes Originally written and maintained by Mina ¦ Ported by: Mina
  no written in C

en (?:(?<=\n)|^)\s*(?:created\s+by\s(?=(?:[\w.-]+\s+){1,3}on\s+[\d/.-]{6,10})|by\s(?={ALONE}))
  why what an editor writes into a new file
  needs by ¦ created
  yes Created by mina on 2020/1/2 ¦ Created by mina halloway on 2/1/20
  no created by mina on demand

en (?:(?<=\n)|^)\s*created\s+on:?\s+[\w., /-]{6,24}?\s+by\s+(?={ALONE})
  why the same with the day before the name
  needs created
  needs by
  yes Created on 7. March 2004 by Mina Halloway
  no created on demand by Mina Halloway who

en \b{GIVEN}\s+by\s+(?={WITH_MAIL})
  why who gave a part of it, with the address
  needs added ¦ addition ¦ cared ¦ change ¦ crafted ¦ done ¦ enhanced ¦ extended ¦ extension ¦ features ¦ fix ¦
    improved ¦ made ¦ modification ¦ mods ¦ optimis ¦ optimiz ¦ patch ¦ support ¦ translation ¦ version
  needs by
  yes patched by Mina Halloway <mina@loom.example> ¦ Some additions by Udo van Tessel, u@loom.example
  no patched by the loader ¦ patched by Mina ¦ reported by Mina Halloway <mina@loom.example>

en \b(?:written|adapted|developed|created|modified|ported)\s+for\s+(?:the\s+)?(?:[\w.+-]+\s+){1,3}by\s+(?=(?-i:[A-Z]))
  why for what it was made, and by whom
  needs adapted ¦ created ¦ developed ¦ modified ¦ ported ¦ written
  needs by
  yes Written for groff by Mina ¦ adapted for Loom Works by Mina
  no written for speed by hand

en \bcontributed\s+to\s+(?:[\w.-]+\s+){1,4}?by\s|\b(?:earlier|previous|prior)\s+(?:work|versions?|code)\s+by\s
  why who gave it to another work, or made what came before
  needs contributed ¦ earlier ¦ previous ¦ prior
  yes Contributed to GNU Loom by Mina ¦ Earlier work by Mina
  no contributed to by

en {ORIGINAL}{WHERE}
  why what came first
  needs original
  yes Original code is available at X ¦ original author: Mina
  no the original

en (?:(?<=\n)|^)(?:original\s)?{SHARE}(?:(?:,\s|\s(?:and|&)\s|/)\w+){0,2}\s+by:?\s(?={ALONE_OR_ON})
  why who had the idea, or made what is not code
  needs artwork ¦ concept ¦ design ¦ graphics ¦ icon ¦ idea ¦ illustration ¦ layout ¦ logo ¦ lyrics ¦ music ¦ photo
  needs by
  yes Idea by Mina Halloway ¦ Concept and design by: Mina Halloway ¦ Artwork by Mina Halloway, https://loom.example
  no idea by chance ¦ Design by Contract

en \bcourtesy\s+of\s|\bcredits?\s+(?:(?:must\s+|should\s+)?goe?s?\s+to|to|due\s+to)\s|\bcredits?\s*:
  why who is given the credit
  needs courtesy ¦ credit
  yes Courtesy of Mina ¦ Credit goes to Mina ¦ Credits: Mina
  no creditor to

en \b(?:{MANY}\s+(?:thanks|props)|(?-i:T)hanks|kudos|(?<![\w,]\s)props)\s+(?:go\s+|goes\s+)?to(?:\s*:|\s)
  why thanks, and not by whose grace something is so
  needs hanks ¦ kudos ¦ props
  yes Many thanks to Mina ¦ Special thanks to: Mina ¦ Thanks go to Mina ¦ Kudos to Mina
  no thanks for ¦ fast thanks to Loom ¦ pass props to the Content

en \bthanks\s+to\s+(?=\[@?[\w.' -]{2,40}\]\(https?://(?:www\.)?(?:github|gitlab|gitee)\.com/[\w-]+/?\))
  why thanks, and to whose account
  needs thanks
  needs ](http
  yes LoomNet large thanks to [Mina Halloway](https://github.com/mina)
  no works thanks to [Loom](https://github.com/mina/loom)

en (?<![^(\n])thanks\s+to\s+(?=@\w|(?-i:[A-Z][\w-]+\s[A-Z]))
  why thanks in brackets or at a line's beginning, and to whom
  needs thanks
  yes (thanks to Mina Halloway ¦ (thanks to @mina ¦ thanks to Mina Halloway
  no (thanks to the symmetry ¦ (thanks to Loom

en \b(?:includes?\s+(?:software|code|material|work|data)|uses\s+(?:software|code))\s+(?:\w+\s+){0,3}?(?:by|from|at)\s
  why what an acknowledgement clause says
  needs include ¦ uses
  yes This product includes software developed by the Loom Project ¦ uses software developed at the Loom Works
  no includes software

any (?:(?<=\n)|^)\s*{LABEL}
  why a label at a line's beginning
  needs __credits__ ¦ acknowledg ¦ author ¦ contributor ¦ created ¦ creator ¦ definitions ¦ developed ¦ maintained ¦
    maintainer ¦ modified ¦ original ¦ ported ¦ written
  yes Author: Mina ¦ x\n@author Mina
  no the author: Mina
""",
    ALONE=r"(?-i:[A-Z][\w.-]+\s[A-Z][\w.-]+)\s*(?:\n|$|[<(])",
    ALONE_OR_ON=r"(?-i:[A-Z][\w.-]+\s[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)\s*(?:\n|$|[<(,;.]|and\s|&\s)",
    GIVEN=_GIVEN,
    WITH_MAIL=_WITH_MAIL,
    SHARE=SHARES,
    MANY="(?:many|special|big|huge|our|these|another|with|original|also|sincere|further)",
    EARLIER=_EARLIER,
    MADE=MADE,
    SECOND=_SECOND_VERB,
    ORIGINAL=_ORIGINAL,
    WHERE=_WHERE,
    LABEL=_LABEL,
)

_ROLE_ZH = Vocabulary(
    r"""
zh 原作者|原著|作者|著者|译者|譯者|创建人|创建者|撰写者?|撰寫者?|程式撰寫|程序编写|编写|編寫|编写者|原始作者|代码作者
  why who wrote it
  yes 作者 ¦ 譯者
  no 读者

zh 开发者|開發者|维护者|維護者|维护人|贡献者|貢獻者|开发人员|开发团队|出品
  why who made it what it is
  yes 维护者 ¦ 开发团队
  no 使用者
""",
    flags=0,
)
_NOBODY_ZH = Vocabulary(
    r"""
zh 用户|系统|您|你|我们|模型|程序|框架|服务器|其|他|她|它|多|该
  why who is no maker by name
  yes 由用户提供 ¦ 由我们开发
  no 由云梭开发

zh \d|[一二三四五六七八九十几多各]\w?[家个位名]
  why how many they are, and no name
  yes 8家交易平台 ¦ 由三个团队
  no 北窗

zh [^。；，\n]{0,16}{PART}\w{0,2}提供|`|\s?[.#]?[a-z][\w.-]*\s?提供
  why what in a program provides something
  yes 由定义节点提供 ¦ 由`loom`提供 ¦ 由 background-color 提供
  no 由云梭节点开发 ¦ 由云梭 提供

zh 于|此|上|下|前
  why 由于, 由此 and their kin are no "by"
  yes 由于 ¦ 由此
  no 由云梭开发
""",
    flags=0,
    PART="(?:节点|函数|组件|模块|配置|文件|服务|变量|参数|属性|接口|方法|字段|环境|引擎|浏览器)",
)
_MADE_ZH = "(?:开发|開發|研发|研發|研制|制作|製作|(?:联合|共同)?发布|编写|編寫|贡献|貢獻|提供|创作|創作|原创|移植|捐赠|汉化|翻译|改编|绘制)"
_THANKS_ZH = r"(?:在此|本项目|我们|同时|最后|非常|也)*(?:特别|衷心)?(?:感谢|感謝|致谢|致謝|鸣谢)"
NAMED_ZH = Vocabulary(
    r"""
zh (?:(?<=\n)|^)\s*["'“]?[$*]?\s*(?:@?{ROLE}\s*[:：]|@{ROLE}\s|作\s{1,8}者\s{0,4}[:：])\s*
  why a label at a line's or a string's beginning, its letters parted too
  needs 作 ¦ 出品 ¦ 创建人 ¦ 创建者 ¦ 原著 ¦ 开发人员 ¦ 开发团队 ¦ 开发者 ¦ 撰写 ¦ 撰寫 ¦ 維護者 ¦ 編寫 ¦ 维护人 ¦ 维护者 ¦ 编写 ¦ 著者 ¦ 譯者 ¦ 译者 ¦ 貢獻者 ¦ 贡献者 ¦
    開發者
  yes 作者：林晚舟 ¦ @作者: 林晚舟 ¦ @作者 林晚舟 ¦ '作者：林晚舟 ¦ 作    者   : 林晚舟
  no 本书作者：林晚舟 ¦ 作为读者：

zh 由\s?(?P<maker>(?!{NOBODY})[^。；，\n`]{2,40}?)(?:共同|联合|独立)?{MADE}(?:并|和|。|，|而成|,|$|\n)
  why who made it
  needs 创作 ¦ 制作 ¦ 創作 ¦ 原创 ¦ 发布 ¦ 开发 ¦ 捐赠 ¦ 提供 ¦ 改编 ¦ 汉化 ¦ 研制 ¦ 研发 ¦ 研發 ¦ 移植 ¦ 編寫 ¦ 绘制 ¦ 编写 ¦ 翻译 ¦ 製作 ¦ 貢獻 ¦ 贡献 ¦ 開發
  yes 由云梭科技开发。 ¦ 本数据由北窗研究院联合提供
  no 由用户提供 ¦ 由云梭开发的 ¦ 由 Rust 端 `loom` 提供，

zh (?:(?<=[\n。！!，,;；(（])|^)\s*(?:\d+[.、]\s?)?{THANKS}\s*[:：]?(?!部分|单位|名单|章节|列表)
  why thanks
  needs 感謝 ¦ 感谢 ¦ 致謝 ¦ 致谢 ¦ 鸣谢
  yes 特别感谢云梭 ¦ 在此感谢 ¦ 1. 感谢林晚舟 ¦ （感谢林晚舟）
  no 感谢名单 ¦ 我很感谢
""",
    flags=0,
    ROLE=_ROLE_ZH,
    NOBODY=_NOBODY_ZH,
    MADE=_MADE_ZH,
    THANKS=_THANKS_ZH,
)

OF_THIS = Vocabulary(r"""
en (?:^|[.;:]\s)(?:\W*this|\W*it|\W*the(?:\scode\sin\sthis)?)\s(?:[\w.-]+\s){0,3}?(?:was|were|has\sbeen)$
  why the file, or the work, whose maker one name tells
  yes This file was ¦ The original module has been ¦ It was
  no This destroys the context that was ¦ The option is

en (?:^|[.;:]\s)\W*(?:[\w-]+\.\w{1,4}(?:\s(?:is|was))?|(?-i:[A-Z])[\w-]+\swas|[Cc]urrently)$
  why a file's name, or one of one word, of which the sentence tells
  yes loom.vim was ¦ Loom was ¦ Currently
  no the list of threads is ¦ list ¦ Threads
""")
"""What stands before who made it, where a sentence tells it of this work."""
