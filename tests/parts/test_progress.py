"""How far the workers are is told from the parts that arrived, each byte once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from hatch_oaml.parts import task, writing
from hatch_oaml.parts.shared_file import SharedFile
from hatch_oaml.parts.writing import write_parts
from hatch_oaml.records.members import FileContent
from hatch_oaml.storage.entries import Entry
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from hatch_oaml.parts.task import Answer, Order

SIZE = 20 << 20


class TellsOnTheWay(SharedFile):
    """Of which half is known to be there before the first task is done."""

    def arrived(self) -> int:
        return SIZE // 2


def test_what_arrived_is_told_before_a_task_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(order: Order) -> Answer:
        answer = carry_out(order)
        time.sleep(1.2)
        return answer

    carry_out = task.carry_out
    monkeypatch.setattr(writing, "carry_out", slowly)
    monkeypatch.setattr(writing, "INTERVAL", 0.1)
    source, draft = tmp_path / "model", tmp_path / "draft"
    source.write_bytes(bytes(range(256)) * (SIZE // 256))
    draft.touch()
    entry = Entry(archive_path("model"), FileContent(source=str(source), size=SIZE), b"head")
    told: list[tuple[str, int]] = []

    with ThreadPoolExecutor(1) as executor:
        digests = write_parts(
            TellsOnTheWay(draft, SIZE + 4), [entry], b"", executor, lambda path, count: told.append((path, count))
        )

    assert {"model": sha256_of(source.read_bytes())} == digests
    assert b"head" + source.read_bytes() == draft.read_bytes()
    assert [("", SIZE // 2), ("model", SIZE // 2)] == told
