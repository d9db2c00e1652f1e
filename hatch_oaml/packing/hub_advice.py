"""What a hub will not take of a release folder, or not show: told to who builds one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hatch_oaml.authoring.card import CARD, Facts
from hatch_oaml.authoring.hub_card import said_to_hubs
from hatch_oaml.records.generated import GENERATED
from hatch_oaml.records.members import FileContent
from hatch_oaml.storage.source import whole
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import shown_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.records.inventory import Inventory
    from hatch_oaml.release import Release

MOST_BYTES = 500_000_000_000
MOST_IN_A_FOLDER = 10_000
MOST_FILES = 100_000
"""https://huggingface.co/docs/hub/storage-limits"""


def hub_advice(release: Release) -> Iterator[Bilingual]:
    """:raises SourceError: the card has changed since it was judged."""
    yield from _limits(release.inventory)
    card = release.inventory.by_path.get(CARD)
    text = None
    if card is not None:
        content = FileContent(source=card.source, size=card.size, mtime_ns=card.mtime_ns)
        text = whole(card.path, content).decode("utf-8-sig", "replace")
    facts = Facts(
        name=release.project.name,
        license=release.config.license,
        bases=tuple(base.name for base in release.bases),
        modifications=release.modifications,
    )
    yield from said_to_hubs(facts, text)


def _limits(inventory: Inventory) -> Iterator[Bilingual]:
    for file in inventory:
        if file.size > MOST_BYTES:
            path = shown_name(file.path)
            yield Bilingual(
                en=f"{path}: {file.size:,} bytes; hubs take at most {MOST_BYTES:,} a file: save the model in more shards",
                zh=f"{path}：{file.size:,} 字节；模型平台的单个文件上限为 {MOST_BYTES:,} 字节：请将模型保存为更多分片",
            )
    folders = Counter(file.path.rpartition("/")[0] for file in inventory)
    folders[""] += len(GENERATED)
    for folder, count in sorted(folders.items()):
        if count > MOST_IN_A_FOLDER:
            path = shown_name(folder) or "."
            yield Bilingual(
                en=f"{path}: {count:,} files; hubs take at most {MOST_IN_A_FOLDER:,} in one folder: put them into several, or pack them",
                zh=f"{path}：有 {count:,} 个文件；模型平台的单个文件夹上限为 {MOST_IN_A_FOLDER:,} 个：请分到多个文件夹，或将其打包",
            )
    count = folders.total()
    if count > MOST_FILES:
        yield Bilingual(
            en=f"{count:,} files in all; hubs take at most {MOST_FILES:,} in one repository: pack small ones together",
            zh=f"共有 {count:,} 个文件；模型平台的单个仓库上限为 {MOST_FILES:,} 个：请将小文件打包",
        )
