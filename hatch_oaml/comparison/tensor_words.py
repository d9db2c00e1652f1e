"""A difference of tensors in words of two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hatch_oaml.comparison.tensor_diff import TensorDiff

Kind = Literal[
    "unchanged",
    "changed",
    "cast",
    "requantized",
    "companions",
    "reshaped",
    "added",
    "removed",
    "renamed",
    "undecided",
]
KINDS: dict[Kind, Bilingual] = {
    "unchanged": Bilingual(en="unchanged", zh="未变"),
    "changed": Bilingual(en="changed", zh="数值改变"),
    "cast": Bilingual(en="cast to another dtype", zh="转换了 dtype"),
    "requantized": Bilingual(en="requantized", zh="重新量化"),
    "companions": Bilingual(en="stored beside quantized ones", zh="随量化张量存放"),
    "reshaped": Bilingual(en="of another shape", zh="形状不同"),
    "added": Bilingual(en="added", zh="新增"),
    "removed": Bilingual(en="removed", zh="移除"),
    "renamed": Bilingual(en="renamed", zh="改名"),
    "undecided": Bilingual(en="not compared", zh="未比较"),
}
"""What became of a tensor; each is the name of a tuple of `TensorDiff`."""

_EXAMPLES = 3


def names_of(diff: TensorDiff, kind: Kind) -> Sequence[str]:
    """The tensors of which this became; a renamed one by both names."""
    if kind == "renamed":
        return [f"{old} → {new}" for old, new in diff.renamed]
    names: Sequence[str] = getattr(diff, kind)
    return names


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


def _facts(diff: TensorDiff) -> Iterable[Bilingual]:
    for kind, words in KINDS.items():
        names = names_of(diff, kind)
        if names:
            examples = ", ".join(abbreviated(name) for name in names[:_EXAMPLES]) + (
                ", …" if len(names) > _EXAMPLES else ""
            )
            yield Bilingual(en=f"{len(names):,} {words.en}: {examples}", zh=f"{len(names):,} 个{words.zh}：{examples}")
    yield Bilingual(
        en=f"{diff.touched:,} of {diff.parameters:,} parameters touched",
        zh=f"{diff.parameters:,} 个参数中改动了 {diff.touched:,} 个",
    )
