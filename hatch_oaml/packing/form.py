"""What a judged release is written as: one file, volumes, or a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of_blocks
from hatch_oaml.values.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from contextlib import AbstractContextManager

    from hatch_oaml.packing.assembly import Assembly
    from hatch_oaml.records.listing import Written
    from hatch_oaml.records.members import Digests, Progress
    from hatch_oaml.values.paths import ArchivePath

Place = TypeVar("Place")
"""What its bytes go to."""


class Form(Protocol[Place]):
    def opening(self, assembly: Assembly, written: Written) -> AbstractContextManager[Place]:
        """What is written within gets its name when all went well; otherwise nothing new is left."""

    def write(self, place: Place, assembly: Assembly, written: Written, progress: Progress) -> Digests:
        """All members, which another reader then finds there; answers the digest of each.

        :raises ChangedWhileReadingError: a file is not what it was.
        :raises SourceError: a file cannot be read.
        :raises WriteError: what was written does not read back.
        """

    def sign(self, place: Place, root: str, digests: Digests) -> None:
        """:param digests: of all members, below the one folder `root`."""


def refuse_other_than_written(
    found: Collection[ArchivePath],
    blocks: Callable[[ArchivePath], Iterable[memoryview]],
    assembly: Assembly,
    digests: Digests,
) -> None:
    """:param found: the paths that another reader finds, each once.
    :param blocks: what that one reads at a path; of the legal texts, which are few and small, the bytes are compared too.

    :raises WriteError: it is not what was meant to be there.
    """
    are_all_there = len(found) == len(digests) and all(path in digests for path in found)
    if not are_all_there or any(sha256_of_blocks(blocks(path)) != digests[path] for path in assembly.legal):
        raise WriteError(
            Bilingual(
                en="what was written does not read back; nothing of it is kept; build again, on another disk if need be",
                zh="写入的内容读回时不一致；已全部舍弃；请重新构建，必要时换用其他磁盘",
            )
        )
