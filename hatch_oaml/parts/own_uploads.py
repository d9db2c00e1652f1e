"""The uploads that builds of this user's have begun on this machine: a file for each build, locked as long as it lives.

Nothing can be seen of an upload that is neither finished nor aborted, and it is paid for. What a killed build left is aborted
at the next start of one that writes to the same address; that of a build which still runs, here or elsewhere, is let be.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.storage.locks import locks
from hatch_oaml.values.digests import sha256_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

    from hatch_oaml.stores import Store


def state_folder(environment: Mapping[str, str]) -> Path:
    """Where a user's programs keep what they must find again.

    https://specifications.freedesktop.org/basedir-spec/latest/, and what stands for it on Windows.
    """
    if os.name == "nt":
        return Path(environment.get("LOCALAPPDATA", str(Path.home())), "hatch-oaml", "uploads")
    folder = environment.get("XDG_STATE_HOME", "")
    return (Path(folder) if os.path.isabs(folder) else Path.home() / ".local/state") / "hatch-oaml/uploads"


class Notes:
    """Of the uploads of one build; where nothing can be kept in its folder, nothing is."""

    def __init__(self, file: BinaryIO | None) -> None:
        self._file = file
        self._is_needed = False

    def begun(self, address: str, upload: str) -> None:
        if self._file is not None:
            self._is_needed = True
            self._file.write(json.dumps([address, upload]).encode() + b"\n")
            self._file.flush()

    def all_over(self) -> None:
        """Each was finished, or aborted."""
        self._is_needed = False

    def close(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                if not self._is_needed:
                    os.unlink(self._file.name)
                self._file.close()


@contextmanager
def noted(folder: Path, archive: str) -> Iterator[Notes]:
    """:param archive: the address that uploads are going to be begun for."""
    file = None
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / f"{_name_for(archive)}-{os.getpid()}-{os.urandom(4).hex()}").open("xb")
        locks(file.fileno())
    notes = Notes(file)
    try:
        yield notes
    finally:
        notes.close()


def sweep(folder: Path, archive: str, store: Store) -> None:
    """Aborts what killed builds left of their uploads for the address `archive`.

    :raises WriteError: the store refuses.
    """
    for path in folder.glob(f"{_name_for(archive)}-*"):
        with suppress(OSError), path.open("r+b") as file:
            if locks(file.fileno()):
                for line in file:
                    with suppress(ValueError):  # cut short
                        address, upload = json.loads(line)
                        store.abort(address, upload)
                path.unlink()


def _name_for(archive: str) -> str:
    return sha256_of_name(archive)[:32]
