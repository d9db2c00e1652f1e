"""Hatchling writes into a place of its own, and hands what it wrote to the gate, which alone gives it a name."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from hatchling.builders import sdist, wheel

from hatch_oaml.project.hatchling_selection import walked_without_gaps
from hatch_oaml.project.hatchling_walk import replaced
from hatch_oaml.storage.draft import terminable
from hatch_oaml.storage.os_errors import cannot_build
from hatch_oaml.values.errors import OamlError
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from hatchling.builders.plugin.interface import BuilderInterface

_MODULES: dict[str, ModuleType] = {"wheel": wheel, "sdist": sdist}

_NAMING = "replace_file"
"""By this name a builder's module calls what moves the finished temporary file to its final name: Hatchling 1.30 to 1.33."""

_WRITING = "set_build_data"
"""This context of a builder's configuration encloses the writing of an archive, and nothing else of a build."""


@frozen
class Handed:
    """What Hatchling wrote for the name `target`, and a folder for temporary files; both are gone afterwards."""

    small: Path
    folder: Path
    target: Path


class Finish(Protocol):
    """Gives the target its content, or ends the build."""

    def __call__(self, handed: Handed, /) -> None: ...


class HandingOver:
    """From its making on, what `builder` writes goes to `finish` in place of its final name.

    No archive that no gate has seen ever stands there, whatever kills the build, and two builds at once do not meet.
    What the system refuses meanwhile, to Hatchling or to `finish`, goes to `refuse`, which ends the build.

    Of Hatchling it takes no more than the two names above. Where a later one has no such function, `done` stays False,
    and its archive stands under the final name until `finalize`.
    """

    def __init__(
        self, builder: BuilderInterface[Any, Any], finish: Finish, refuse: Callable[[OamlError], NoReturn]
    ) -> None:
        self.done = False
        self._builder = builder
        self._finish = finish
        self._refuse = refuse
        self._lie_in_wait()

    def _lie_in_wait(self) -> None:
        setattr(self._builder.config, _WRITING, self._writing)

    @contextmanager
    def _writing(self, build_data: dict[str, Any]) -> Iterator[None]:
        """Once for the archive; other hooks that want to know what will be in it may ask before."""
        config = self._builder.config
        delattr(config, _WRITING)  # within, it is Hatchling's own
        try:
            with self._told(), self._own_place(), config.set_build_data(build_data):
                yield
        finally:
            if not self.done:
                self._lie_in_wait()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OamlError as error:
            self._refuse(error)
        except OSError as error:
            self._refuse(cannot_build(error))

    @contextmanager
    def _own_place(self) -> Iterator[None]:
        with ExitStack() as stack:
            stack.enter_context(terminable())
            folder = stack.enter_context(_temporary_folder())
            stack.enter_context(replaced(tempfile, "tempdir", str(folder)))
            stack.enter_context(walked_without_gaps(self._builder))
            module = _MODULES[self._builder.PLUGIN_NAME]
            if hasattr(module, _NAMING):
                stack.enter_context(replaced(module, _NAMING, self._taker(folder)))
            yield

    def _taker(self, folder: Path) -> Callable[[str, str], None]:
        def take(source: str, target: str) -> None:
            self.done = True
            self._finish(Handed(small=Path(source), folder=folder, target=Path(target)))

        return take


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    """What cannot be removed in the end is left to the system: no reason to refuse what was built."""
    folder = tempfile.mkdtemp(prefix="hatch-oaml-")
    try:
        yield Path(folder)
    finally:
        with suppress(OSError):
            shutil.rmtree(folder)
