"""Base records in a project's folder: those that lie there, and new ones of what the model is made from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._speaking import say_line, warn
from hatch_oaml.commands._terminal import progress_on_terminal
from hatch_oaml.commands._writing import write_file
from hatch_oaml.recording.base import Told, record_base
from hatch_oaml.records.base_record import BaseRecord, looks_like_base, parse_base, render_base
from hatch_oaml.records.lineage import earlier
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.values.bilingual import Language


def record_all(folder: Path, sources: tuple[Path, ...], language: Language) -> None:
    """:raises ConfigurationError: a source does not tell what it is, or its record's place is taken."""
    for source in sources:
        with progress_on_terminal(bytes_to_read(source)) as progress:
            made = record_base(source, Told(), progress)
        for note in made.notes:
            warn(note, language)
        text = render_base(made.record).encode()
        path = f"bases/{_slug(made.record.name)}.toml"
        target = folder / path
        if bytes_if_there(target) not in {None, text}:
            raise _taken(path)
        write_file(target, text)
        say_line(f"+ {path}")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", name.rpartition("/")[2].lower()).strip("-.") or "base"


def _taken(path: str) -> ConfigurationError:
    return ConfigurationError(
        Bilingual(
            en=f"{path}: is there already and is another record; remove it, or run `hatch-oaml record SOURCE --output` with another name",
            zh=f"{path}：已存在，且是另一份记录；请将其删除，或以其他文件名运行 `hatch-oaml record SOURCE --output`",
        )
    )


def records_in(folder: Path) -> list[tuple[str, BaseRecord]]:
    """The base records that lie where records lie by custom, with their paths; but for those of what another one of
    them was made from, which came along with that one's release.

    :raises ConfigurationError: one of them is damaged.
    """
    files = sorted((folder / "bases").glob("*.toml")) if (folder / "bases").is_dir() else []
    found = [(f"bases/{file.name}", file.read_bytes()) for file in files if file.is_file()]
    records = [(path, parse_base(data, path)) for path, data in found if looks_like_base(data)]
    history = {(one.name, one.version) for _, base in records for one in earlier(base.bases)}
    return [(path, base) for path, base in records if (base.name, base.version) not in history]
