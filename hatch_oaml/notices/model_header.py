"""Notices in the header of a weight file: safetensors metadata, GGUF keys, texts of ONNX, TFLite and Core ML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition import recognise
from hatch_oaml.recognition.passage import Passage
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.records.notice import Notice
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.records.notice import NoticeKind

_KEYS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = tuple(
    (kind, expression(rf"(?:.*[._\s-])?(?:{names})(?:[._\s-].*)?$", re.IGNORECASE))  # type: ignore[misc]  # literals below
    for kind, names in (
        ("license", r"licen[sc]e|licen[sc]es|license_(?:name|link)|terms"),
        ("copyright", r"copyright|copyrights|rights|版权|著作权"),
        ("patent", r"patents?"),
        ("trademark", r"trademarks?"),
        (
            "attribution",
            r"authors?|organi[sz]ation|notice|attribution|credits?|source|base_models?|作者|url|doi|repo_url",
        ),
    )
)
_NEVER = expression(
    r"(?:.*\.)?(?:producer_(?:name|version)|quantized_by|quantization_version|format|tokenizer\..*|.*(?:\.count|token_id|_count))$",
    re.IGNORECASE,
)


def _read(metadata: Mapping[str, str]) -> Iterator[Notice]:
    """Keys in order; a header has no lines, so all stand on line 1.

    The license of a base's file is not the license of what is made of it, and a base's base is named by the base:
    both are listed as possible.
    """
    for key in sorted(metadata):
        value = metadata[key].strip()
        if value and not _NEVER.match(key):
            yield from _of(key, value)


def _of(key: str, value: str) -> Iterator[Notice]:
    for notice in recognise(Passage(text=value.replace("\r\n", "\n"))):
        yield Notice(kind=notice.kind, text=notice.text, line=1, end_line=1, sure=notice.sure)
        if notice.kind == "copyright":
            return
    kind = next((kind for kind, pattern in _KEYS if pattern.match(key)), None)
    if kind is not None and not is_template(value):
        text = " ".join(f"{key}: {value}".split())
        sure = kind in {"copyright", "patent", "trademark"} or key.rpartition(".")[2] in {"author", "authors", "notice"}
        yield Notice(kind=kind, text=text, line=1, end_line=1, sure=sure)


SOURCE = NoticeSource(name="model-header", read_metadata=_read)
