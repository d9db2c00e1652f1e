"""Files digested by workers, wherever those are: what travels are plain values."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypedDict

from hatch_oaml import __version__
from hatch_oaml.parts.answers import Outcome, outcome, refuse_fault
from hatch_oaml.project.model_digests import Digesting, hash_file, with_tensor_digests
from hatch_oaml.project.model_facts import read_model_file
from hatch_oaml.project.on_disk import OnDisk, unreadable
from hatch_oaml.values.errors import ChangedWhileReadingError, OamlError, SourceError
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from typing_extensions import NotRequired

    from hatch_oaml.project.model_digests import Progress
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.roles import Kind

_LEAST = 1 << 20
"""Bytes of a file from which on it is worth a task; smaller ones lie in the project, which workers need not see."""

_AT_ONCE = 64
"""Tasks that are waited for."""


class Order(TypedDict):
    version: str
    path: str
    source: str
    size: int
    pin: str | None
    kind: Kind
    tensors: bool


class Answer(TypedDict):
    outcome: Outcome
    sha256: NotRequired[Sha256 | None]
    tensors: NotRequired[list[Sha256 | None]]


def digesting_by(executor: Executor) -> Digesting:
    return Digesting(
        hash_file=partial(_hash_file, executor),
        with_tensor_digests=partial(_with_tensor_digests, executor),
        at_once=_AT_ONCE,
    )


def carry_out(order: Order) -> Answer:
    """What a worker does, wherever it runs."""
    if order["version"] != __version__:
        return {"outcome": outcome()}
    try:
        return _digested(order)
    except OamlError as error:
        return {"outcome": outcome(error)}


def _digested(order: Order) -> Answer:
    on_disk = OnDisk(size=order["size"], source=order["source"], pin=order["pin"])
    try:
        file = read_model_file(ArchivePath(order["path"]), order["kind"], on_disk)
    except OSError as error:
        raise unreadable(order["source"], error) from error
    if not order["tensors"]:
        return {"outcome": outcome(), "sha256": hash_file(file, _untold)}
    made = with_tensor_digests(file, _untold)
    tensors = made.weights.tensors if made.weights else ()
    return {"outcome": outcome(), "sha256": made.sha256, "tensors": [tensor.sha256 for tensor in tensors]}


def _untold(_path: str, _count: int) -> None:
    """Nobody listens where a worker stands."""


def _hash_file(executor: Executor, file: ReleaseFile, progress: Progress) -> Sha256:
    if file.size < _LEAST:
        return hash_file(file, progress)
    sha256 = _answered(executor, file, tensors=False).get("sha256")
    if sha256 is None:
        raise ChangedWhileReadingError(file.path)
    progress(file.path, file.size)
    return sha256


def _with_tensor_digests(executor: Executor, file: ReleaseFile, progress: Progress) -> ReleaseFile:
    """With the tensors of the header that was read for `file`; another header is a change."""
    if file.size < _LEAST:
        return with_tensor_digests(file, progress)
    answer = _answered(executor, file, tensors=True)
    tensors = file.weights.tensors if file.weights else ()
    digests = answer.get("tensors", [])
    if len(tensors) != len(digests):
        raise ChangedWhileReadingError(file.path)
    digested = tuple(replace(tensor, sha256=sha256) for tensor, sha256 in zip(tensors, digests, strict=True))
    progress(file.path, file.size)
    facts = replace(file.weights, tensors=digested) if file.weights else None
    return replace(file, sha256=answer.get("sha256"), weights=facts)


def _answered(executor: Executor, file: ReleaseFile, *, tensors: bool) -> Answer:
    order = Order(
        version=__version__,
        path=file.path,
        source=file.source,
        size=file.size,
        pin=file.pin,
        kind=file.kind,
        tensors=tensors,
    )
    answer = executor.submit(carry_out, order).result()
    refuse_fault(answer["outcome"], SourceError)
    return answer
