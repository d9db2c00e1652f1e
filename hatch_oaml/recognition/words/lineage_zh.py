"""As `lineage`, for Chinese."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.lineage import LINK
from hatch_oaml.recognition.words.shared import REPOSITORY, URL

_MODEL_ZH = r"(?=[\w.]*(?:[a-z][A-Z]|-|\d))[A-Za-z][\w.-]{3,40}"
_WORK_ZH = rf"\s?[`「《“]?(?:{LINK}|{URL}|{REPOSITORY}|{_MODEL_ZH})[`」》”]?\s?"
_DONE_ZH = "(?:微调|精调|量化|蒸馏|合并|融合|训练|转换|剪枝|裁剪|改造|衍生|续训|对齐)"
LINEAGE_ZH = Vocabulary(
    r"""
zh (?:构建|建立|搭建|建)[于在]{WORK}(?:之上|基础上|上)
  why upon what this was built
  needs 建
  yes 构建于 [Loom](https://loom.example) 之上
  no 构建于此之上

zh 在{WORK}的?基础之?上(?:进行|做)?了?(?:二次)?(?:开发|修改|改进|扩展|构建|实现|训练|微调|改造|优化)
  why upon what this was built
  needs 基础
  yes 在 [Loom](https://loom.example) 的基础上进行开发
  no 在此基础上进行开发

zh 使用了?{WORK}的\S{0,6}(?:代码|实现|权重|脚本|源码)
  why whose code there is in it
  needs 使用
  yes 使用了 [Loom](https://loom.example) 的训练代码
  no 使用 [Loom](https://loom.example) 训练

zh (?:由|从|自){WORK}(?:(?:和|与|及|、|以及){WORK}){0,4}\S{0,6}?{DONE}(?:而来|而成|得到|得来|获得|生成)
  why from what model
  needs 得到 ¦ 得来 ¦ 生成 ¦ 而成 ¦ 而来 ¦ 获得
  yes 由 LoomVA-7B 微调得到 ¦ 从 LoomVA-7B 蒸馏而来 ¦ 由 LoomVA-7B 和 WeftLM-7B 合并而成
  no 由配置文件初始化得到

zh {OWN}以{WORK}(?:模型)?(?:为|作为)\S{0,4}?(?:基座|底座|基础|基模|初始|教师)
  why upon what model
  needs 初始 ¦ 基座 ¦ 基模 ¦ 基础 ¦ 底座 ¦ 教师
  yes 本模型以 LoomVA-7B 为基座 ¦ 以 LoomVA-7B 为基座
  no 以用户为基础 ¦ WeftLM以LoomVA-7B为基座

zh [是为係]{WORK}(?:模型)?的?\s?{FORM}\s?(?:量化|微调|蒸馏|剪枝|转换|LoRA|合并|精简|对齐)
  why of what model this is a form
  needs lora ¦ 剪枝 ¦ 合并 ¦ 对齐 ¦ 微调 ¦ 精简 ¦ 蒸馏 ¦ 转换 ¦ 量化
  yes 本模型为 [Loom](https://loom.example) 的量化版本 ¦ 本仓库是 mina/loom-7B 的 GGUF 量化版
  no 本模型为量化版本

zh (?:扩充|转换|采样|初始化|继续训练|收集|整理|爬取|筛选|裁剪|蒸馏|量化|微调|合并|训练|截取|精选){SELF}{WORK}
  why from what model or data
  needs 初始化 ¦ 合并 ¦ 微调 ¦ 截取 ¦ 扩充 ¦ 收集 ¦ 整理 ¦ 爬取 ¦ 筛选 ¦ 精选 ¦ 蒸馏 ¦ 裁剪 ¦ 训练 ¦ 转换 ¦ 采样 ¦ 量化
  yes 词表扩充自 LoomVA-7B ¦ 权重转换自 https://loom.example
  no 采样自缓冲区

zh (?P<taken>(?:修改|改编|移植|翻译|改写|摘录|改造|派生|衍生|借鉴){SELF})\s?(?=\w*[a-z][A-Z])[A-Z]\w{3,30}(?![\w.(/-])
  why from what, by a name with a capital within
  needs 修改 ¦ 借鉴 ¦ 摘录 ¦ 改写 ¦ 改编 ¦ 改造 ¦ 派生 ¦ 移植 ¦ 翻译 ¦ 衍生
  yes 前端界面修改自 LoomChat
  no 修改自 utils.py ¦ 修改自己

zh 受到?{WORK}的?启发
  why what gave the idea
  needs 启发
  yes 本项目受 [Loom](https://loom.example) 启发
  no 受此启发

zh 离不开{WORK}
  why what one owes to others
  needs 离不开
  yes 离不开 [Loom](https://loom.example)
  no 离不开练习

zh (?:^|\n)\W{0,3}(?:原始|原|上游|源)模型\s?[:：]{WORK}
  why a label, and the model
  needs 模型
  yes 原始模型：[Loom](https://loom.example) ¦ 原模型：mina/loom-7B
  no 原模型：无

zh (?:^|\n)\W{0,3}(?P<whose>模型|量化|转换|微调|合并|训练)(?:作者|人|团队|者)\s?[:：]\s?(?!无|未知|待|见)[@\w\[]
  why a label, and whose it is
  needs 合并 ¦ 微调 ¦ 模型 ¦ 训练 ¦ 转换 ¦ 量化
  yes 模型作者：[weft](https://hub.example/weft) ¦ 量化作者：林砚
  no 量化作者：无
""",
    flags=0,
    WORK=_WORK_ZH,
    OWN=r"(?:(?:^|[\n。；，：])\s*|[本该此我][^\n。；，]{0,10}?)",
    DONE=_DONE_ZH,
    FORM=r"(?:GGUF|GPTQ|AWQ|EXL2|MLX|ONNX|INT[48]|FP8|\d-?bit|\S{0,4})?",
    SELF="自(?!己|身|动|定|然|由|行|带|我|适应)",
)
