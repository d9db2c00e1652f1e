"""Who does the work of a build, found by the name that the environment says; each engine is found by its file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hatch_oaml.engines._mistakes import VARIABLE, lost, unknown
from hatch_oaml.values.families import members, names
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from hatch_oaml.engines._contract import Engine

__all__ = ["VARIABLE", "Workforce", "in_threads", "workforce_in"]

_USUAL = 4
"""Threads that wait for a store in turn."""

_PLUG = "package.module:function"


@frozen
class Workforce:
    """Those whom somebody asked for, by what was written."""

    text: str
    opened: Callable[[], AbstractContextManager[Executor]]

    @contextmanager
    def at_work(self) -> Iterator[Executor]:
        """What was submitted and has not begun when this ends early never begins.

        :raises UsageError: the executor cannot be had.
        :raises WriteError: workers were lost.
        """
        # takes as long to import as all of hashing a small release
        from concurrent.futures import BrokenExecutor  # noqa: PLC0415

        try:
            with self.opened() as executor:
                yield executor
        except BrokenExecutor as error:
            raise lost(str(error)) from error


def workforce_in(environment: Mapping[str, str]) -> Workforce | None:
    """None where nobody is named: then the building process works alone, as it sees fit.

    :raises UsageError: what is named cannot be meant, or cannot be had here.
    """
    text = environment.get(VARIABLE)
    if not text:
        return None
    name, colon, argument = text.partition(":")
    if colon and name in names(__path__):
        return Workforce(text=text, opened=_engines()[name].parse(argument))
    if not (name and argument and all(part.isidentifier() for part in (*name.split("."), argument))):
        forms = [f"{engine.name}:{engine.argument}" for engine in _engines().values()]
        raise unknown(text, [*forms, _PLUG])
    from hatch_oaml.engines._plug import parse_plug  # noqa: PLC0415  # who asks for no engine pays for none

    return Workforce(text=text, opened=parse_plug(text))


def in_threads() -> Workforce:
    """Who works where nobody is named and the work is of a kind that several do better: threads of this process."""
    return Workforce(text=f"threads:{_USUAL}", opened=_engines()["threads"].parse(f"{_USUAL}"))


def _engines() -> dict[str, Engine]:
    return {engine.name: engine for engine in members(__name__, __path__, "ENGINE")}
