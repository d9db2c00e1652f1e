"""Whether an author's sentence says how or why something was done, or only that it was."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.han import begins_with_han

if TYPE_CHECKING:
    from collections.abc import Iterable


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GENERIC: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "that something was done": _words(
            "modify modified modifying modification modifications change changed changing changes update updated updating"
            " updates edit edited editing edits adapt adapted adjust adjusted adjustment adjustments revise revised alter"
            " altered add added work worked working make made making did do does done finish finished complete completed"
            " tweak tweaks tweaked improve improved improving improvement improvements enhance enhanced enhancement"
            " enhancements optimise optimised optimize optimized optimization optimizations fix fixed fixes fixing bugfix"
            " bugfixes bug bugs refactor refactored refactoring cleanup cleaned clean clear polish polished rework reworked"
        ),
        "how well, and how much": _words(
            "ok okay fine good better best nice new newer latest minor major small big some several various misc"
            " miscellaneous general usual normal necessary needed further more less all same similar many few other others"
            " performance quality stability thing things stuff detail details part parts place places issue issues problem"
            " problems bit lot little"
        ),
        "what it was done to": _words(
            "file files model models weight weights code project repository version versions"
        ),
        "where else it is said": _words(
            "see refer reference above below log logs git commit commits history changelog changelogs readme docs"
            " documentation link here there discussed mentioned described usual ask author authors contact us"
        ),
        "that it is not said": _words(
            "disclose disclosed confidential secret proprietary private internal unknown undisclosed unspecified nothing none"
            " no not na nil null yes later soon pending todo tbd tba tbc fixme wip xxx placeholder change needed required"
            " because reason waived fill filled unnecessary irrelevant ignore skip unused"
        ),
        "grammar": _words(
            "a an the this that these those it its i we our you your they their was were is are be been being has have had"
            " of in on at and or from for with by as to into how what why when which will would can could shall should may"
            " might must just only also then than so if but up out about over per via etc e g eg ie"
        ),
    },
    "zh": {
        "that something was done": _words(
            "修改 更改 变更 改动 改变 更新 调整 编辑 修订 变动 改进 改善 优化 完善 提升 增强 修复 修正 重构 整理 清理 处理"
            " 完成 进行 新增 添加 微调一下"
        ),
        "how well, and how much": _words(
            "一些 部分 全部 所有 若干 少量 多处 小 大 最新 更好 效果 性能 质量 问题 细节 内容 例行 按需 一下 一点 各种 相关 常规 必要"
        ),
        "what it was done to": _words("文件 模型 权重 代码 项目 版本 程序 仓库"),
        "where else it is said": _words(
            "同上 见上 如上 详见 参见 请见 请看 见 看 提交 记录 历史 日志 说明 文档 网址 链接 作者 咨询 联系"
        ),
        "that it is not said": _words(
            "待补充 待补 待定 待填写 待填 待写 待完善 待更新 待确认 待办 稍后 以后 补充 填写 暂无 没有 无 略 省略 空 未知 不详 不明"
            " 占位符 占位 不便 透露 保密 机密 内部 不公开 公开 不需要 不必要 无需 不相关 忽略 理由 原因"
        ),
        "grammar": _words(
            "我们 我方 我 本 该 此 这 那 些 个 过 做 作 出 有 所 新 和 与 及 并 为 是 对 将 把 被 已 了 的 地 得 上 下 中 由 以 于 在 到"
            " 方式 如何 怎样 改为 改 更 再 又 也 都 就 而 或 等 请"
        ),
    },
}
"""Words of two languages that fit any change, by what they say; each is a row of its own in the tests' samples."""

_KEYBOARD = frozenset(
    _words("asdf qwer qwerty zxcv hjkl wasd asdfgh uiop lorem ipsum foo bar baz blah test testing abc xyz")
)
"""What fingers type when nothing is to be said."""

_ADDRESS = expression(r"(?:https?://|www\.)\S+")
_WORD = expression(r"[a-z0-9][a-z0-9_.+-]*|[^\W_]")
_VOWEL = expression(r"[aeiouy]")
_TECHNICAL = expression(r"(?=[a-z0-9_.+-]*\d)(?=[a-z0-9_.+-]*[a-z])[a-z0-9_.+-]+")
"""A word of letters and digits: a dtype, a way of quantizing, a version."""


def says_something(text: str, without: Iterable[str] = ()) -> bool:
    """Is there anything in `text` that would not fit any other change or reason as well?

    :param without: words that say nothing here, such as the names of the files and the kind of the change; in lower case.
    """
    plain = _ADDRESS.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    for word in sorted(without, key=len, reverse=True):
        plain = plain.replace(word, " ") if not word.isascii() else _without_word(plain, word)
    for word in _chinese():
        plain = plain.replace(word, " ")
    content = {word for word in _WORD.findall(plain) if _is_content(word)}
    han = [word for word in content if begins_with_han(word)]
    technical = [word for word in content if _TECHNICAL.fullmatch(word)]
    named = [word for word in content if not word.replace(".", "").isdecimal() and not begins_with_han(word)]
    return len(han) > 1 or bool(named) or bool(technical)


def _without_word(text: str, word: str) -> str:
    if word not in text:
        return text
    return expression(rf"(?<![a-z0-9]){_escaped(word)}(?![a-z0-9])").sub(" ", text)


def _escaped(word: str) -> str:
    return "".join(letter if letter.isalnum() else f"\\{letter}" for letter in word)


@cache
def _chinese() -> tuple[str, ...]:
    """The longest first, so that none takes a part of another."""
    return tuple(sorted({word for words in GENERIC["zh"].values() for word in words}, key=len, reverse=True))


@cache
def _english() -> frozenset[str]:
    return frozenset(word for words in GENERIC["en"].values() for word in words) | _KEYBOARD


def _is_content(word: str) -> bool:
    bare = word.strip(".+-_")
    if begins_with_han(word) or _TECHNICAL.fullmatch(word):
        return True
    if bare in _english() or len(bare) < 2:
        return bare.isdecimal() and bool(bare)
    return bare.isdecimal() or len(bare) > 3 or _VOWEL.search(bare) is not None or bare in {"llm", "dpo", "gptq", "awq"}
