"""Whether a change's `how` says how its files were modified (clause 3.1 3))."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.explanations import says_something
from hatch_oaml.values.placeholders import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.modifications import Change, Relation
    from hatch_oaml.release import Release

Defect = Literal["empty", "placeholder", "repetition"]
"""Why a text explains nothing."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_RELATION_WORDS: dict[Relation, tuple[str, ...]] = {
    "finetune": _words(
        "finetune finetuned finetuning fine tune tuned tuning 微调 精调 ファインチューニング ファインチューン 미세조정 파인튜닝"
        " feinabgestimmt afine affine ajustado affinato"
    ),
    "adapter": _words("adapter adapters 适配器 アダプター アダプタ 어댑터 adaptateur adaptador"),
    "quantized": _words(
        "quantize quantized quantise quantised quantization quantisation quantizing 量化 量子化 양자화"
        " quantisiert quantifie cuantizado quantizzato quantizado gekwantiseerd"
    ),
    "merge": _words("merge merged merging 合并 融合 マージ 统合 병합 fusionne fusionado fuso samengevoegd"),
    "distilled": _words(
        "distil distill distilled distilling distillation 蒸馏 蒸留 증류 destilliert distille destilado distillato"
    ),
    "pruned": _words("prune pruned pruning 剪枝 裁剪 枝刈り 프루닝 elague podado"),
    "converted": _words(
        "convert converted converting conversion 转换 변환 konvertiert converti convertido convertito geconverteerd"
    ),
    "modified": (),
}


def _relation_words(relation: Relation) -> Iterable[str]:
    """Of `modified` those of all: the name of another relation says as little how as its own field would."""
    if relation != "modified":
        return _RELATION_WORDS[relation]
    return (word for words in _RELATION_WORDS.values() for word in words)


def defect_of(text: str, change: Change, release: Release) -> Defect | None:
    """Why `text` does not say how the files of `change` were modified; None if it does."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not text:
        return "empty"
    if is_placeholder(text) or not any(letter.isalnum() for letter in plain):
        return "placeholder"
    return None if _says_more(text, plain, change, release) else "repetition"


def explains(text: str, change: Change, release: Release) -> bool:
    return defect_of(text, change, release) is None


def _says_more(text: str, plain: str, change: Change, release: Release) -> bool:
    """Is something left of the text without the names of files, bases and people, the relation, and words that fit any change?"""
    names = {name for name in (*_names(change, release), *_names_said_anyway(change, release)) if name in plain}
    return says_something(text, {*names, *_relation_words(change.relation)})


def _names_said_anyway(change: Change, release: Release) -> Iterator[str]:
    """What the page tells beside `how`: which base it was, and by whom."""
    people = (change.by, *(author.name for author in release.project.authors))
    bases = (name for base in release.bases for name in (base.name, base.name.rpartition("/")[2]))
    for name in (*bases, *(person.partition("<")[0].strip() for person in people)):
        if name:
            yield unicodedata.normalize("NFKC", name).casefold()


def _names(change: Change, release: Release) -> Iterator[str]:
    for path in {*release.changelog.paths_named_by(change), *change.files.lines}:
        yield from _names_of(unicodedata.normalize("NFKC", path).casefold())


def _names_of(path: str) -> Iterable[str]:
    name = path.rpartition("/")[2]
    return (part for part in (path, path.strip("/"), name, name.partition(".")[0]) if part)
