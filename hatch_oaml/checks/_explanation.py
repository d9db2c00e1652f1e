"""Whether a change's `how` says how its files were modified (clause 3.1 3))."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.modifications import Change, Relation
    from hatch_oaml.release import Release

Defect = Literal["empty", "placeholder", "repetition"]
"""Why a text explains nothing."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_PLACEHOLDERS = _words(
    "todo tbd tba tbc fixme wip na none null nil nothing unknown placeholder pending later changeme fillin fillmein"
    " tobedone tobedetermined tobedefined tobeadded tobewritten tobefilledin tobecompleted"
    " 待补 待补充 待定 待填 待填写 待写 待完善 待更新 待确认 待办 稍后补充 以后补充 无 暂无 没有 略 省略 空 未知 不详 不明"
    " 占位 占位符"
)
_PLACEHOLDER_START = expression(r"\W*(todo|fixme|tbd|tba|xxx|待补充?|待定|待填写?)\s*[:(\[【]")

_FILLERS = _words(
    "a an the this that these those it its some all new version i we our my you your was were is are be been has have"
    " had to of in on and or from for with by as modify modified modifying modification modifications change changed"
    " changing changes update updated updating updates edit edited editing edits adapt adapted adjust adjusted revise"
    " revised alter altered add added file files model models weight weights how see"
)
_CHINESE_FILLERS = _words(
    "修改 更改 变更 改动 改变 更新 调整 编辑 修订 变动 改为 我们 文件 模型 权重 进行 部分 内容 一些 全部 所有 版本 方式"
    " 如何 新增 添加 改 了 的 已 被 对 将 把 本 该 此 这 些 个 过 做 作 出 有 所 新 和 与 及 并 为 是"
)
_RELATION_WORDS: dict[Relation, tuple[str, ...]] = {
    "finetune": _words("finetune finetuned finetuning fine tune tuned tuning 微调 精调"),
    "adapter": _words("adapter adapters 适配器"),
    "quantized": _words("quantize quantized quantise quantised quantization quantisation quantizing 量化"),
    "merge": _words("merge merged merging 合并 融合"),
    "distilled": _words("distil distill distilled distilling distillation 蒸馏"),
    "pruned": _words("prune pruned pruning 剪枝 裁剪"),
    "converted": _words("convert converted converting conversion 转换"),
    "modified": (),
}


def defect_of(text: str, change: Change, release: Release) -> Defect | None:
    """Why `text` does not say how the files of `change` were modified; None if it does."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(letter for letter in plain if letter.isalnum())
    if not text:
        return "empty"
    if not letters.strip("x") or letters in _PLACEHOLDERS or _PLACEHOLDER_START.match(plain):
        return "placeholder"
    return None if _says_more(plain, change, release) else "repetition"


def explains(text: str, change: Change, release: Release) -> bool:
    return defect_of(text, change, release) is None


def _says_more(plain: str, change: Change, release: Release) -> bool:
    """Is something left of the text without the files' names, the relation, and words that fit any change?"""
    relation = _RELATION_WORDS[change.relation]
    names = {name for name in _names(change, release) if name in plain}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        plain = re.sub(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", " ", plain)
    for word in (*(word for word in relation if not word.isascii()), *_CHINESE_FILLERS):
        plain = plain.replace(word, " ")
    words = re.findall(r"[a-z0-9]+|[^\W_]", plain)
    return len("".join(word for word in words if word not in _FILLERS and word not in relation)) > 1


def _names(change: Change, release: Release) -> Iterator[str]:
    for path in {*release.paths_named_by(change), *change.files.lines}:
        yield from _names_of(unicodedata.normalize("NFKC", path).casefold())


def _names_of(path: str) -> Iterable[str]:
    name = path.rpartition("/")[2]
    return (part for part in (path, path.strip("/"), name, name.partition(".")[0]) if part)
