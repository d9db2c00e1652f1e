"""The address of an object in a store as a path, so that an archive has a name, an ending and a signature beside it there too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.stores import NoSuchObjectError, store_of
from hatch_oaml.values.addresses import checked_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Self

    from hatch_oaml.stores import Store, StoredObject

    _Path = Path
else:
    _Path = type(Path())  # Python before 3.12 lets nobody derive from Path itself


class StorePath(_Path):
    """No file and no folder of this machine: what would ask the file system is answered here, without a request."""

    @classmethod
    def of(cls, address: str) -> Self:
        """:raises UsageError: the address carries a secret, or names no bucket."""
        return cls(checked_address(address))

    @property
    def address(self) -> str:
        """With the two slashes again, of which pathlib keeps one; of a `file:` there are three."""
        scheme, _, rest = super().__str__().replace("\\", "/").partition(":/")
        return f"{scheme}:///{rest}" if scheme == "file" else f"{scheme}://{rest}"

    @property
    def store(self) -> Store:
        """:raises UsageError: there is none for such an address, or its library is missing."""
        return store_of(self.address)

    def stored(self) -> StoredObject | None:
        """The object as it stands; None where none has this address.

        :raises SourceError: the store cannot be asked.
        """
        try:
            return self.store.stat(self.address)
        except NoSuchObjectError:
            return None

    def below(self) -> Iterator[StoredObject]:
        """All objects of which it is the folder."""
        return self.store.list(self.address)

    def is_prefix(self) -> bool:
        """Does it hold objects, and is none itself?"""
        return self.stored() is None and next(self.below(), None) is not None

    def as_folder(self) -> StorePath:
        """The same address where objects lie below it, which from then on is a folder for whoever asks; else this one.

        :raises SourceError: the store cannot be asked.
        """
        return StoreFolder(self.address) if self.is_prefix() else self

    def __str__(self) -> str:
        return self.address

    def __fspath__(self) -> str:
        return self.address

    def absolute(self) -> Self:
        return self

    def exists(self, **_options: bool) -> bool:
        return self.stored() is not None

    def is_dir(self, **_options: bool) -> bool:
        return False

    def is_file(self, **_options: bool) -> bool:
        return False


class StoreFolder(StorePath):
    """A prefix that objects lie below."""

    def is_dir(self, **_options: bool) -> bool:
        return True
