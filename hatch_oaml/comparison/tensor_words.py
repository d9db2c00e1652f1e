"""A difference of tensors in words of two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hatch_oaml.comparison.tensor_diff import TensorDiff

_EXAMPLES = 3


def summary(diff: TensorDiff) -> Bilingual:
    """One line: how many differ, and the change of dtype."""
    if diff.not_compared:
        return diff.not_compared
    before, after = diff.dtypes
    en = [_differ_en(diff)]
    zh = [_differ_zh(diff)]
    if before != after:
        en.append(f"dtype {before} → {after}")
        zh.append(f"dtype {before} → {after}")
    return Bilingual(en="; ".join(en), zh="；".join(zh))


def not_compared(en: str, zh: str) -> Bilingual:
    return Bilingual(en=f"tensors not compared: {en}", zh=f"未比较张量：{zh}")


def facts(diff: TensorDiff) -> tuple[Bilingual, ...]:
    """A line for each kind of difference, with examples, and one for the parameters."""
    return () if diff.not_compared else tuple(_facts(diff))


def _differ_en(diff: TensorDiff) -> str:
    if diff.is_same:
        return f"all {diff.total:,} tensors are unchanged"
    texts = [f"{diff.differing:,} of {diff.total:,} tensors differ"]
    if diff.removed:
        texts.append(f"{len(diff.removed):,} of the base's are gone")
    if diff.undecided:
        texts.append(f"{len(diff.undecided):,} not compared")
    return ", ".join(texts)


def _differ_zh(diff: TensorDiff) -> str:
    if diff.is_same:
        return f"{diff.total:,} 个张量全部未变"
    texts = [f"{diff.total:,} 个张量中有 {diff.differing:,} 个不同"]
    if diff.removed:
        texts.append(f"基础模型的 {len(diff.removed):,} 个已不在")
    if diff.undecided:
        texts.append(f"{len(diff.undecided):,} 个未比较")
    return "，".join(texts)


def kinds(diff: TensorDiff) -> tuple[tuple[str, str, Sequence[str]], ...]:
    """Each kind of difference in English and Chinese, with the names of its tensors, which may be none."""
    return (
        ("unchanged", "未变", diff.unchanged),
        ("changed", "数值改变", diff.changed),
        ("cast to another dtype", "转换了 dtype", diff.cast),
        ("requantized", "重新量化", diff.requantized),
        ("stored beside quantized ones", "随量化张量存放", diff.companions),
        ("of another shape", "形状不同", diff.reshaped),
        ("added", "新增", diff.added),
        ("removed", "移除", diff.removed),
        ("renamed", "改名", [f"{old} → {new}" for old, new in diff.renamed]),
        ("not compared", "未比较", diff.undecided),
    )


def _facts(diff: TensorDiff) -> Iterable[Bilingual]:
    for en, zh, names in kinds(diff):
        if names:
            examples = ", ".join(abbreviated(name) for name in names[:_EXAMPLES]) + (
                ", …" if len(names) > _EXAMPLES else ""
            )
            yield Bilingual(en=f"{len(names):,} {en}: {examples}", zh=f"{len(names):,} 个{zh}：{examples}")
    yield Bilingual(
        en=f"{diff.touched:,} of {diff.parameters:,} parameters touched",
        zh=f"{diff.parameters:,} 个参数中改动了 {diff.touched:,} 个",
    )
