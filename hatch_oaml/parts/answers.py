"""What every worker answers: plain values, faults among them, since exceptions of ours need not survive the way back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypedDict

from hatch_oaml import __version__
from hatch_oaml.parts.faults import other_version, unseen
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ChangedWhileReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import NotRequired

    from hatch_oaml.values.errors import OamlError


class Outcome(TypedDict):
    """The worker's `version`; with another than the order's it did nothing.

    The path of a file that was `changed`, or that is `unseen` from where the worker stands; or what is `wrong`, in English and
    Chinese; nothing of these where all went well.
    """

    version: str
    changed: NotRequired[str]
    unseen: NotRequired[str]
    wrong: NotRequired[list[tuple[str, str]]]


def outcome(error: OamlError | None = None, *, sources: Iterable[str] = ()) -> Outcome:
    """That of who ended by `error`, or did nothing at all.

    :param sources: where the worker looked for a file, by paths of its own machine.
    """
    if error is None:
        return {"version": __version__}
    if isinstance(error, ChangedWhileReadingError):
        if all(map(os.path.lexists, sources)):
            return {"version": __version__, "changed": error.path}
        return {"version": __version__, "unseen": error.path}
    return {"version": __version__, "wrong": [(said.en, said.zh) for said in error.messages]}


def refuse_fault(told: Outcome, failure: type[OamlError]) -> None:
    """:raises ChangedWhileReadingError: a file changed.
    :raises SourceError: the worker does not see a file.
    :raises WriteError: the worker has another version.
    :raises OamlError: as `failure`, for whatever else is wrong.
    """
    if told["version"] != __version__:
        raise other_version(told["version"])
    if "wrong" in told:
        raise failure(*(Bilingual(en=en, zh=zh) for en, zh in told["wrong"]))
    if "unseen" in told:
        raise unseen(told["unseen"])
    if "changed" in told:
        raise ChangedWhileReadingError(told["changed"])
