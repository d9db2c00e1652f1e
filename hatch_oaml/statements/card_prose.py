"""What the sentences of a model card say of its base, as authors and trainers write them where the front matter says nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._card_text import is_card_of_all, visible_lines
from hatch_oaml.statements._contract import Witness
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.model_names import is_surely_a_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match, Pattern

    from hatch_oaml.records.statement import About


def _any_of(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_MAY_NAME = expression(r"\w/\w|-[Vv]?\d")
_HINTS = (
    *("tune", "quant", "prun", "distil", "merge", "conver", "adapt", "abliterat", "uncensor", "train", "initiali"),
    *("deriv", "built", "base", "starting", "gguf", "awq", "gptq", "exl", "mlx", "onnx", "lora", "bit", "int", "fp8"),
    *("source", "original", "parent", "模型", "基于", "由", "从", "以", "本", "该", "此"),
)
"""Looked for first: what follows costs more, to make already."""
_SENTENCE = expression(r"[^\n。！!]+")
_LONGEST = 400
"""Characters of a sentence that says such a thing."""

_HUBS = r"(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com|(?:www\.)?modelscope\.cn/models|modelscope\.cn)"
_ADDRESS = rf"https?://{_HUBS}/(?!(?:datasets|spaces|papers|docs|blog|collections)/)[\w.-]+/[\w.-]*\w"
_OWNED = r"[A-Za-z0-9][\w.-]*/[\w.-]*\w"
_SIZED = r"[A-Za-z][\w.]*(?:-[\w.]+){0,4}-(?:\d+(?:\.\d+)?[BM]|V?\d+\.\d+)(?:-\w[\w.]*){0,4}\b"
_OLD = rf"https?://{_HUBS}/(?=[a-z]*[\d-])[\w.-]*\w"
"""Of a hub's first years: a name without an owner."""
_NAME = (
    rf"(?P<whole>\[[^\]\n]{{1,120}}\]\((?P<link>{_ADDRESS}|{_OLD}(?=\)))[^)\n]*\)|<?(?P<address>{_ADDRESS})>?"
    rf"|\[[^\]\n]{{0,100}}?/(?P<on_disk>{_SIZED})\]\([^)\n]{{1,200}}\)"
    rf"|[`'\"“「]?(?P<owned>{_OWNED})[`'\"”」]?|[`'\"“「]?(?P<sized>{_SIZED})[`'\"”」]?)"
)
"""By a link, by an address, by a path of the trainer's own disk, by owner and name, or by a name with a size or version."""
_MADE = (
    r"(?:fine-?tuned?|quanti[sz]ed|quanti[sz]ations?|quants?|pruned|distilled|merged?|converted|conversions?|adapted|adapter|"
    r"abliterated|uncensored|pretrained|trained|initiali[sz]ed|derived|built|based|starting|gguf|awq|gptq|exl[23]|mlx|onnx|"
    r"(?:\w+-)?lora|qlora|\d-?bit|int[48]|fp8)"
)
_SUBJECT = r"(?:this\s+is\s+(?:an?|the|my|our)|(?:this|the|our|these)\s+(?:[\w-]+\s+){0,2}?(?:model|checkpoint|repo(?:sitory)?|release|adapter|lora|version|weights|files?))"
_FROM = r"(?:of|from|upon|on\s+top\s+of|(?<=based\s)on|(?<=built\s)on|(?<=adapter\sfor)|for)"
_THE = r"(?:the\s+)?(?:(?:original|base|model|weights|checkpoint|upstream)\s+){0,3}"
_MADE_ZH = _any_of("微调 精调 量化 训练 蒸馏 合并 融合 剪枝 转换 改造 续训 对齐 得到 而来 而成 开发 构建 衍生")
_SUBJECT_ZH = rf"[本该此]{_any_of('模型 仓库 项目 版本 权重 适配器 检查点')}"

_NEXT = expression(rf"\s*(?:[,，、&+]|and|with|和|与)+\s*{_NAME}")
_OTHERWISE = expression(
    r"\b(?:can|could|may|might|should|will|not|scripts?|code|datasets?|data)\b|n't|代码|脚本|数据|可[以用由被]",
    re.IGNORECASE,
)
"""What makes of it something that is said of others, or denied."""
_GROUPS = ("link", "address", "on_disk", "owned", "sized")

_SAYINGS: tuple[tuple[About, Pattern[str]], ...] = (
    (
        "base",
        expression(rf"\b(?P<said>{_SUBJECT}\b.{{0,60}}?\b{_MADE}\b.{{0,40}}?\b{_FROM})\s+{_THE}{_NAME}", re.IGNORECASE),
    ),
    (
        "base",
        expression(rf"^\W*(?P<said>fine-?tuned\s+from\s+model)(?:\s*\[optional\])?\W*?[:：]\s*{_NAME}", re.IGNORECASE),
    ),
    ("base", expression(rf"(?P<said>{_SUBJECT_ZH}.{{0,20}}?(?:基于|由|从|以|是|为|在))\s*{_NAME}.{{0,30}}?{_MADE_ZH}")),
    ("base", expression(rf"^\W*(?P<said>由|从)\s*{_NAME}.{{0,20}}?{_MADE_ZH}(?:而来|而成|得到|的版本)")),
    (
        "possible-base",
        expression(rf"^\W*(?P<said>(?:base|source|original|parent)\s+model)\W*?[:：]\s*{_NAME}", re.IGNORECASE),
    ),
    ("possible-base", expression(rf"^\W*(?P<said>(?:基座|基础|底座|原始|基底)模型)\W*?[:：]\s*{_NAME}")),
    ("possible-base", expression(rf"^\W*(?P<said>{_MADE}\b.{{0,40}}?\b{_FROM})\s+{_THE}{_NAME}", re.IGNORECASE)),
    ("possible-base", expression(rf"(?P<said>基于|由|从|以)\s*{_NAME}.{{0,20}}?{_MADE_ZH}")),
)
"""What is said of this model, and what may be said of another; each form has a sample in the tests."""


def _read(text: str) -> Iterator[Statement]:
    for number, line in visible_lines(text):
        if not _MAY_NAME.search(line) or not any(word in line.lower() for word in _HINTS):
            continue
        for sentence in _SENTENCE.findall(line):
            for about, key, name in _said_in(sentence[:_LONGEST]):
                yield Statement(about=about, key=key, value=name, line=number)


def _said_in(sentence: str) -> Iterator[tuple[About, str, str]]:
    """What the first form that fits says, each name with how it is said."""
    for about, saying in _SAYINGS:
        match = saying.search(sentence)
        if (
            match
            and not _OTHERWISE.search(match["said"] + sentence[match.end("whole") : match.end()])
            and _names_one(match)
        ):
            key = " ".join(match["said"].split())
            yield about, key, _name(match)
            while match := _NEXT.match(sentence, match.end("whole")):
                yield about, key, _name(match)
            return


def _names_one(match: Match[str]) -> bool:
    """A pair with a slash is a name if it looks like one: `and/or` does not, nor does `src/model-2`."""
    owned = match["owned"]
    return owned is None or (re.search(r"[\d_-]", owned) is not None and is_surely_a_name(owned))


def _name(match: Match[str]) -> str:
    return next(name for group in _GROUPS if (name := match[group]))


WITNESS = Witness(name="card-prose", claims=is_card_of_all, read=_read)
