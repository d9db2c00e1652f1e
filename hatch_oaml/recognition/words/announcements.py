"""With what a line announces the works and the people that a list below it names."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

ANNOUNCES = Vocabulary(
    r"""
en \b(?:based|built)\s+(?:heavily\s+|partly\s+|mainly\s+)?(?:up)?on\b(?!\s+(?:{ASKED}|(?:the|its|their)\s+{MEASURED})\b)
  why upon what something was made
  needs based ¦ built
  yes is based on the following ¦ built upon ¦ based heavily on
  no builds on ¦ based on what you use ¦ based on the number of heads

en \b(?:adapted|modified|derived|ported|forked|translated|converted|rewritten|merged|assembled)\s+(?:\w+\s+){0,3}?from\b
  why a work that was changed
  needs adapted ¦ assembled ¦ converted ¦ derived ¦ forked ¦ merged ¦ modified ¦ ported ¦ rewritten ¦ translated
  needs from
  yes adapted from ¦ modified and extended from
  no modified for

en \b(?:copied|borrow(?:ed|s)|taken|extracted|lifted|stolen|collected|drawn)\s+(?:\w+\s+){0,3}?from\b
  why a work that was taken as it is
  needs borrowed ¦ borrows ¦ collected ¦ copied ¦ drawn ¦ extracted ¦ lifted ¦ stolen ¦ taken
  needs from
  yes borrowed from ¦ taken in part from
  no take from

en \b(?:includes?|contains?|reuses?|uses)\s+(?:\w+\s+){0,2}?(?:code|parts|files|data|work)\s+(?:from|of|by)\b
  why a work of which there are parts
  needs contain ¦ include ¦ reuse ¦ uses
  needs code ¦ data ¦ files ¦ parts ¦ work
  yes includes code from ¦ uses some code of
  no includes files

en \b(?:inspired\s+by|indebted\s+to|courtesy\s+of|contributed\s+by|grateful\s+to|be\s+possible\s+without)\b
  why what one owes to others
  needs contributed ¦ courtesy ¦ grateful ¦ indebted ¦ inspired ¦ possible
  yes inspired by ¦ grateful to
  no inspired

en \bthank(?:s|ful)?\b(?=[^\n]{0,60}\b(?:to|for|following|these|authors?|contributors?|projects?|works?)\b)
  why somebody is thanked
  needs thank
  yes thanks to the following ¦ we thank the authors of ¦ thankful for these works
  no thanks

en \b(?:credits?(?:\s+(?:goes\s+|go\s+)?(?:to|for))?|acknowledge?ments?|special\s+thanks)\s*[:：]
  why whose merit it is
  needs acknowledg ¦ credit ¦ special
  yes Credits: ¦ Acknowledgements: ¦ credit goes to: ¦ Special thanks:
  no credits the

en \backnowledge\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:authors?|projects?|works?|contributions?|repositories)\b
  why whose merit it is
  needs acknowledge
  needs author ¦ contribution ¦ project ¦ repositories ¦ work
  yes we acknowledge the following projects ¦ acknowledge the authors
  no acknowledge that

zh (?:修改|魔改|改编|改編|改写|移植|翻译|翻譯|摘录|摘|摘抄|抄|复制|拷贝|转载|参考|參考|借鉴|衍生|派生|[Ff]ork)自
  why a work that was changed, or taken as it is
  needs 自
  yes 修改自以下仓库 ¦ fork自
  no 修改

zh (?<![请請可])(?:参考|參考|借鉴|借鑒|引用|复用)了|(?:从|從)[^\n]{0,10}(?:借鉴|借鑒|参考|參考|学习)了?
  why a work from which something was learned
  needs 借鉴 ¦ 借鑒 ¦ 参考 ¦ 參考 ¦ 复用 ¦ 学习 ¦ 引用
  yes 参考了以下项目 ¦ 从下列项目借鉴了很多
  no 请参考了解 ¦ 参考以下

zh (?:基于|基於)(?=[^\n]{0,16}(?:以下|如下|下列|下面|下述|这些|這些))
  why upon what something was made
  needs 基于 ¦ 基於
  yes 基于以下项目开发
  no 基于云梭

zh (?<!以示)(?:感谢|感謝|鸣谢|鳴謝|致谢|致謝)
  why somebody is thanked
  needs 感謝 ¦ 感谢 ¦ 致謝 ¦ 致谢 ¦ 鳴謝 ¦ 鸣谢
  yes 感谢以下项目 ¦ 鸣谢
  no 以示感谢

zh (?:数据|數據|语料|代码|代碼|程序|素材|图片|图标|字体|音频|模型|算法|灵感)(?:集)?(?:来源|來源|出处|來自|来自)
  why whence something is
  needs 來源 ¦ 來自 ¦ 出处 ¦ 来源 ¦ 来自
  yes 数据来源 ¦ 代码来自
  no 数据 ¦ 来源
""",
    ASKED="what|which|whether|how|where|who|your",
    MEASURED="(?:number|type|kind|value|size|shape|length|order|amount|level|current|selected|given|presence)",
)

FOLLOWING = Vocabulary(r"""
en \b(?:the\s+following|these)\b
  why what stands for the works below, where no colon does
  yes thanks to the following projects
  no thanks to those
""")
FOLLOWING_ZH = Vocabulary(r"""
zh (?:以下|下列|如下)
  why the same in Chinese
  yes 感谢以下项目
  no 感谢上述项目
""")

NO_DEBT = Vocabulary(r"""
en \b(?:sponsor|backer|donat|patron|fund(?:ed|ing)|grants?\b|support(?:ers?|ed)\b|users?\b|customers?|stargazers?)
  why who gave money or used it, and no work
  yes our sponsors ¦ supported by
  no the spokes

en \b(?:please|see|refer|read|visit|you\s+(?:can|may|should)|how\s+to|if\s+you|steps?|assumptions?|requirements?)\b
  why the reader is told what to do
  yes please see ¦ steps
  no seen

zh 赞助|贊助|捐|打赏|支持者|投喂|基金|资助|使用本|假设|步骤|原则|条件|要求|理由|您|请[参见看查]|请先
  why who gave money, or what is no work
  yes 感谢以下赞助者 ¦ 基于以下假设
  no 感谢以下项目
""")
