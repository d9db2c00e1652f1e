"""What goes wrong where a worker stands is told where somebody waits, in plain values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.parts import task
from hatch_oaml.parts.answers import outcome, refuse_fault
from hatch_oaml.project import by_workers as digesting
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ChangedWhileReadingError, SourceError, WriteError
from hatch_oaml.verification import by_workers as verifying

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.values.errors import OamlError


@pytest.mark.parametrize(
    "error",
    [
        SourceError(Bilingual(en="no disk", zh="没有磁盘"), Bilingual(en="no", zh="无")),
        ChangedWhileReadingError("模型/a"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_fault_arrives_as_it_was(error: OamlError) -> None:
    arrived = json.loads(json.dumps(outcome(error)))

    with pytest.raises(type(error)) as told:
        refuse_fault(arrived, SourceError)
    assert error.messages == told.value.messages


def test_who_waits_says_of_what_kind_it_is() -> None:
    with pytest.raises(WriteError):
        refuse_fault(outcome(SourceError(Bilingual(en="no disk", zh="没有磁盘"))), WriteError)


def test_a_file_that_changed_is_told_from_one_that_the_worker_does_not_see(tmp_path: Path) -> None:
    error, here = ChangedWhileReadingError("模型/a"), tmp_path / "a"
    here.touch()

    for sources, told in (([], "changed"), ([str(here)], "changed"), ([str(here), str(tmp_path / "b")], "unseen")):
        assert {"version", told} == outcome(error, sources=sources).keys()
    with pytest.raises(SourceError, match="模型/a: a worker does not see this file"):
        refuse_fault(outcome(error, sources=[str(tmp_path / "b")]), WriteError)


def test_without_a_fault_nothing_is_refused() -> None:
    refuse_fault(outcome(), SourceError)


@pytest.mark.parametrize("room", [task, digesting, verifying], ids=lambda room: room.__name__)
def test_for_another_version_a_worker_does_nothing(room: Any) -> None:
    assert {"outcome": outcome()} == room.carry_out({"version": "0.0.1"})
