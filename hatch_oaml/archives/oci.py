"""The release as an OCI image layout in a tar, each file a layer of its own: what one copies to a registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.archives._contract import ArchiveFormat
from hatch_oaml.archives._oci_reading import LayoutReading, read_packed_layout
from hatch_oaml.archives._oci_writing import layout_size, write_layout
from hatch_oaml.storage.output import storage_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from hatch_oaml.archives._contract import Reading
    from hatch_oaml.records.members import Digests, Member, Progress
    from hatch_oaml.storage.output import Storage


def read_layout(store: Reading, name: str) -> Reading:
    """The release in the layout whose files `store` holds; takes over the duty to close that, unless it raises.

    :raises SourceError: it is no layout of a model whose layers are its files.
    """
    return LayoutReading(store, name)


def store_of(reading: Reading) -> Reading:
    """What holds the files of the layout that is being read; `reading` itself where it is no layout."""
    return reading.store if isinstance(reading, LayoutReading) else reading


def _write(file: BinaryIO | Storage, members: Sequence[Member], *, epoch: int, progress: Progress) -> Digests:
    return write_layout(storage_of(file), members, epoch=epoch, progress=progress)


FORMAT = ArchiveFormat(
    name="oci", target="oaml", suffix=".oci.tar", write=_write, parse=read_packed_layout, capacity=layout_size
)
