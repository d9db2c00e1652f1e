"""What every source of notices answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.recognition.passage import Passage
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.paths import ArchivePath


@frozen
class Unreadable:
    """Why the text of a file could not be had."""

    reason: Bilingual


class TextReader(Protocol):
    """Takes the passages, in any order, out of a file's decoded text, lines ended by a line feed alone."""

    def __call__(self, path: ArchivePath, text: str, /) -> tuple[Passage, ...]: ...


class BinaryReader(Protocol):
    """Takes the passages out of a file that is no text."""

    def __call__(self, data: bytes, /) -> tuple[Passage, ...] | Unreadable: ...


def as_it_is(data: bytes) -> bytes:
    return data


def no_lines(_data: bytes) -> bytes:
    return b""


@frozen
class NoticeSource:
    """One kind of file: known by its name (`claims`, which goes first), by its suffix, in lower case with the dot, or by its bytes.

    A file that `claims` knows is read even if it holds no needle. `sample` gives the lines that tell where a file went:
    `no_lines` where all files of the kind have the same ones, or of what is no text. A text is told by its sentences, in whatever
    form it is and wherever its lines end, unless the kind `is_made_of_lines`, as programs and rows are. `is_told_by_its_beginning` knows those of which the rest
    can hold no notice. `begins` are the first bytes of files that are no text by which the source knows them under any name;
    `by_library` tells that what is found depends on what is installed beside us. `may_be_notice_file` says that such a file is read
    as NOTICE is where a project declares it, and `reads_cards` that a README among them is known by its whole name. Exactly one of the readers is set.
    """

    name: str
    suffixes: frozenset[str] = frozenset()
    claims: NameTest | None = None
    read_text: TextReader | None = None
    read_binary: BinaryReader | None = None
    read_metadata: MetadataReader | None = None
    sample: Sampling = as_it_is
    is_made_of_lines: bool = False
    is_told_by_its_beginning: NameTest | None = None
    begins: tuple[bytes, ...] = ()
    by_library: bool = False
    may_be_notice_file: bool = False
    reads_cards: bool = False


class Sampling(Protocol):
    """Takes the lines out of a file's bytes that the same text has in another file's form."""

    def __call__(self, data: bytes, /) -> bytes: ...


class MetadataReader(Protocol):
    """Takes the notices out of the texts in a weight file's header."""

    def __call__(self, metadata: Mapping[str, str], /) -> Iterator[Notice]: ...


class NameTest(Protocol):
    """Tells by a path alone whether the file is one of a source's own."""

    def __call__(self, path: ArchivePath, /) -> bool: ...
