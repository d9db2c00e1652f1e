"""An archive that anybody wrote, as a tree: nothing of it is unpacked to disk."""

from __future__ import annotations

from contextlib import closing
from email.parser import HeaderParser
from typing import TYPE_CHECKING

from hatch_oaml.archives import digests_of, read_anybodys
from hatch_oaml.project.classification import named
from hatch_oaml.published.kept_texts import KeptTexts
from hatch_oaml.published.one_pass import OnePass
from hatch_oaml.published.places import placed
from hatch_oaml.published.trees import Tree, pointed_to
from hatch_oaml.recording.installed import license_told
from hatch_oaml.recording.project_table import project_table
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.generated import MODIFICATIONS_PAGE
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.verification.unpacking import HashedArchive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hatch_oaml.archives import AnybodysReading
    from hatch_oaml.published.places import Placed
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.members import Progress, StoredMember

_SMALL = 1 << 20
"""Bytes of metadata."""


def tree_of_anybodys(archive: Path, progress: Progress, *, tensors: bool) -> Tree:
    """:raises SourceError: it is no archive that can be read, is damaged, or is unsafe to unpack; or holds no file."""
    with closing(read_anybodys(archive)) as reading:
        places = placed(reading.members)
        if not places.files:
            raise _nothing_in(archive)
        project, told = _small(reading, places.project), _small(reading, places.metadata)
        texts = KeptTexts()
        if places.page is not None:
            texts.read(reading, [(places.page, MODIFICATIONS_PAGE)])
        found = list(_read(reading, places, texts, progress))
        files = _with_tensors(reading, found) if tensors else (file for _, file in found)
        table = project_table(project)
        metadata = HeaderParser().parsestr((told or b"").decode("utf-8", "replace"))
        return Tree(
            inventory=Inventory.of(map(pointed_to, files)),
            head=texts.head,
            text=texts.get,
            config=table.config,
            name=str(metadata.get("Name", "")) or table.name or places.top,
            version=str(metadata.get("Version", "")) or table.version,
            license=license_told(metadata) or table.license,
            notes=tuple(_not_followed(archive, reading)),
        )


def _read(
    reading: AnybodysReading, places: Placed, texts: KeptTexts, progress: Progress
) -> Iterator[tuple[StoredMember, ReleaseFile]]:
    """Every file, each byte read once where all were compressed in one piece."""
    config = parse_config({})
    if reading.side_by_side:
        contents = HashedArchive(reading, digests_of(reading, progress))
        texts.read(reading, places.files)
        for member, path in places.files:
            yield member, contents.release_file(member, path, named(path, config))
        return
    for member, path in places.files:
        one = OnePass(reading, member, progress)
        texts.read(one, [(member, path)])
        yield member, HashedArchive(one, one.digests).release_file(member, path, named(path, config))


def _with_tensors(reading: AnybodysReading, found: list[tuple[StoredMember, ReleaseFile]]) -> Iterator[ReleaseFile]:
    """In the order in which they lie: what was compressed in one piece is read a second time from its start."""
    contents = HashedArchive(reading, {})
    for member, file in found:
        yield contents.with_tensor_digests(member, file)


def _small(reading: AnybodysReading, member: StoredMember | None) -> bytes | None:
    if member is None or member.size > _SMALL:
        return None
    return b"".join(map(bytes, reading.blocks(member)))


def _not_followed(archive: Path, reading: AnybodysReading) -> Iterator[Bilingual]:
    count = len(reading.links)
    if count:
        yield Bilingual(
            en=f"{archive.name}: {count} link{'s' * (count > 1)} in it {'were' if count > 1 else 'was'} not followed, such as"
            f" `{reading.links[0]}`: what {'they lead' if count > 1 else 'it leads'} to was compared, if at all, under its own name",
            zh=f"{archive.name}：其中有 {count} 个链接（例如 `{reading.links[0]}`）未予跟随：其所指的内容仅以自身的名称参与比对",
        )


def _nothing_in(archive: Path) -> SourceError:
    return SourceError(
        Bilingual(en=f"{archive.name}: holds no file to compare", zh=f"{archive.name}：没有可供比对的文件")
    )
