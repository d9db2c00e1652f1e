"""What lies in a folder or below a prefix, before its model files are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hatch_oaml.records.config import Config
    from hatch_oaml.records.integrity import PromisedNotice
    from hatch_oaml.records.inventory import Inventory
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath


@frozen
class Found:
    """What lies in a folder, of whatever making, before its model files are read.

    `text` gives the bytes of a small file by its path, None where there is none; of a `MODIFICATIONS.md` too, which no record lists. `digests` are those that a release of ours
    says that its files have, None of other folders; the other fields are as in `Contents`.
    """

    inventory: Inventory
    text: Callable[[str], bytes | None]
    config: Config
    name: str = ""
    version: str = ""
    url: str = ""
    license: str = ""
    digests: Mapping[ArchivePath, Sha256] | None = None
    promised: tuple[PromisedNotice, ...] = ()
    notes: tuple[Bilingual, ...] = ()


def record_path(path: str) -> ArchivePath:
    try:
        return archive_path(path)
    except ValueError as error:
        raise SourceError(
            Bilingual(
                en=f"{path}: this name {error}, which no record can hold; rename the file, or leave it out of SOURCE",
                zh=f"{path}：记录无法容纳该文件名；请改名，或将其移出 SOURCE",
            )
        ) from error
