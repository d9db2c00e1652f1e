"""As `people`, for Chinese."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

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
_MADE_ZH = "(?:开发|開發|研发|研發|研制|制作|製作|(?:联合|共同)?发布|编写|編寫|贡献|貢獻|提供|创作|創作|原创|移植|捐赠|汉化|翻译|改编|绘制)"
_NOBODY_ZH = Vocabulary(
    r"""
zh 用户|系统|您|你|我们|模型|程序|框架|服务器|其|他|她|它|多|该
  why who is no maker by name
  yes 由用户提供 ¦ 由我们开发
  no 由云梭开发

zh (?:标注(?:人?员|者)|专家|志愿者|第三方|官方|社区|开发者|使用者|客户|管理员|学生|老师|人工|机器|算法|脚本|工具)们?(?:{HOW})?{MADE}
  why who in general
  yes 由标注员提供 ¦ 由专家手动编写
  no 由专家林晚舟编写 ¦ 由官方团队林氏织造开发

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
    HOW="手动|手工|人工|统一|自行|负责|共同|独立|联合|自动",
    MADE=_MADE_ZH,
    PART="(?:节点|函数|组件|模块|配置|文件|服务|变量|参数|属性|接口|方法|字段|环境|引擎|浏览器)",
)
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
