"""Notices in the cells of a Jupyter notebook: what people wrote, and not what came out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hatch_oaml.notices._card_sections import of_card
from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage, moved
from hatch_oaml.recognition.visibility import parts_of_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.values.paths import ArchivePath


def _read(_path: ArchivePath, text: str) -> tuple[Passage, ...]:
    """A notebook that is no JSON is read as it stands."""
    try:
        cells = json.loads(text)["cells"]
        return tuple(_passages(cells, text))
    except (ValueError, TypeError, KeyError, RecursionError):
        return (Passage(text=text),)


def _passages(cells: list[dict[str, Any]], text: str) -> Iterator[Passage]:
    reached = 0
    for cell in cells:
        lines = _source(cell).split("\n")
        numbers, reached = _numbers(lines, text, reached)
        if cell.get("cell_type") == "code":
            yield Passage(text="\n".join(lines), numbers=numbers, content="code")
            continue
        for visibility, part in parts_of_markdown("\n".join(lines)):
            shown = of_card(part) if visibility == "open" else [Passage(text=part, visibility=visibility)]
            yield from (moved(passage, numbers) for passage in shown)


def _sample(data: bytes) -> bytes:
    """The lines of the cells, as a program or a page has them."""
    try:
        cells = json.loads(data)["cells"]
        return "\n".join(_source(cell) for cell in cells).encode("utf-8", "surrogatepass")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return data


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    return "".join(source if isinstance(source, list) else [source])


def _numbers(lines: list[str], text: str, reached: int) -> tuple[tuple[int, ...], int]:
    """For each line of a cell the file's line that holds it, searched from where the one before was found."""
    numbers: list[int] = []
    number = text.count("\n", 0, reached) + 1
    for line in lines:
        offset = _offset(line, text, reached)
        number += text.count("\n", reached, offset)
        reached = offset
        numbers.append(number)
    return tuple(numbers), reached


def _offset(line: str, text: str, reached: int) -> int:
    if not line.strip():
        return reached
    forms = (json.dumps(line)[1:-1], json.dumps(line, ensure_ascii=False)[1:-1])
    return min((found for form in forms if (found := text.find(form, reached)) >= 0), default=reached)


SOURCE = NoticeSource(name="notebook", suffixes=frozenset({".ipynb"}), read_text=_read, sample=_sample)
