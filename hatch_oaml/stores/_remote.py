"""Objects of whatever store fsspec knows: read, and each range held to its pin afterwards."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import fsspec
from fsspec.registry import known_implementations

from hatch_oaml.stores._contract import StoredObject
from hatch_oaml.stores._mistakes import absent, forbidden, no_library, refused, short
from hatch_oaml.stores._read_only import ReadOnly
from hatch_oaml.values.addresses import below
from hatch_oaml.values.errors import ChangedWhileReadingError, OamlError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAGS = ("generation", "etag", "ETag", "blob_id")
"""What stores call that which changes with an object's content, in whatever way it is asked for; the first there is counts."""
_TIMES = ("mtime", "created", "last_modified", "LastModified", "ino")


class RemoteStore(ReadOnly):
    """Nothing that a listing said is kept: each look at an object asks the store.

    fsspec has no way to read a version that was named, for all stores: a range is read, and then the object must be the one
    that it was.
    """

    def __init__(self, scheme: str) -> None:
        """:raises UsageError: the library that fsspec needs for this store is not installed."""
        try:
            self._files: Any = fsspec.filesystem(scheme, use_listings_cache=False, skip_instance_cache=True)
        except ImportError as error:
            raise no_library(scheme, known_implementations[scheme]["class"].partition(".")[0]) from error

    def list(self, address: str) -> Iterator[StoredObject]:
        with _reading(address):
            root = self._path(address).rstrip("/")
            self._files.invalidate_cache()
            found = self._files.find(root, detail=True)
        for name, facts in sorted(found.items()):
            if path := name[len(root) + 1 :]:
                yield StoredObject(address=below(address, path), size=facts["size"], pin=_pin(facts))

    def stat(self, address: str) -> StoredObject:
        with _reading(address):
            facts = self._facts(address)
        return StoredObject(address=address, size=facts["size"], pin=_pin(facts))

    def read_range(self, address: str, pin: str, offset: int, buffer: memoryview) -> None:
        if not buffer:
            return
        with _reading(address):
            try:
                data = self._files.cat_file(self._path(address), start=offset, end=offset + len(buffer))
                is_same = _pin(self._facts(address)) == pin
            except FileNotFoundError as error:
                raise ChangedWhileReadingError(address) from error
        if not is_same:
            raise ChangedWhileReadingError(address)
        if len(data) != len(buffer):
            raise short(address, offset + len(data))
        buffer[:] = data

    def _path(self, address: str) -> str:
        path: str = self._files._strip_protocol(address)  # noqa: SLF001  # what fsspec's own functions call
        return path

    def _facts(self, address: str) -> Mapping[str, Any]:
        self._files.invalidate_cache()
        facts: Mapping[str, Any] = self._files.info(self._path(address))
        if facts.get("type") == "directory":
            raise FileNotFoundError(address)
        return facts


def _pin(facts: Mapping[str, Any]) -> str:
    tag = next((facts[name] for name in _TAGS if facts.get(name)), None)
    if tag is not None:
        return str(tag).strip('"')
    return " ".join([str(facts["size"]), *(_told(facts[name]) for name in _TIMES if facts.get(name))])


def _told(value: object) -> str:
    return str(value.timestamp()) if isinstance(value, datetime) else str(value)


@contextmanager
def _reading(address: str) -> Iterator[None]:
    """:raises SourceError: for whatever a library raises inside: each store has its own, and they share no class."""
    try:
        yield
    except OamlError:
        raise
    except FileNotFoundError as error:
        raise absent(address, SourceError) from error
    except PermissionError as error:
        raise forbidden(address, type(error).__name__, SourceError) from error
    except Exception as error:
        raise refused(address, type(error).__name__, SourceError) from error
