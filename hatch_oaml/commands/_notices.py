"""Lost notices are added to NOTICE, with the entry in the changelog that the addition itself asks for."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from hatch_oaml.authoring.changelog_entries import HEADER, entry_of_added_notices
from hatch_oaml.authoring.notice_additions import bases_that_lost, notice_additions
from hatch_oaml.commands._project import append, bytes_if_there, cache_of, metadata_of
from hatch_oaml.commands._speaking import warn
from hatch_oaml.notices import may_take_notices
from hatch_oaml.project.gathering import gather
from hatch_oaml.recognition.visibility import parts
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.paths import ArchivePath
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hatchling.metadata.core import ProjectMetadata

    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Language
    from hatch_oaml.values.patterns import Patterns


def add_lost_notices(
    folder: Path, read: Callable[[Path], ProjectMetadata[Any]] = metadata_of, language: Language = "en"
) -> None:
    """Adds at the end, to NOTICE and to the changelog; nothing where nothing was lost, or where all of it stands there already.

    What stands there and is not kept for all that is told, with why, on standard error in `language`.

    :param read: gives the project in a folder.
    :raises ConfigurationError: the project's own `notices` leave no file that they could be added to.
    """
    before = _gathered(read(folder))
    if not notice_additions(before.retention, before.bases):
        return
    path = _notice_file(before, folder)
    present = decode(bytes_if_there(folder / path) or b"").text.replace("\r\n", "\n")
    text = notice_additions(before.retention, before.bases, present)
    if not text:
        _say_why_not_kept(before, path, present, language)
        return
    is_new = path not in before.inventory.by_path
    append(folder / path, text.lstrip("\n") if is_new else text)
    after = _gathered(read(folder))
    if notice_additions(after.retention, after.bases):
        _say_why_not_kept(after, path, present + text, language)
    if not _owes_an_entry(before, after, path):
        return
    entry = entry_of_added_notices(
        path, bases_that_lost(before.retention), datetime.now(tz=timezone.utc).astimezone().date()
    )
    append(folder / after.config.modifications, entry if after.modifications else HEADER + entry)


def _gathered(metadata: ProjectMetadata[Any]) -> Release:
    with cache_of(metadata) as cache:
        return gather(metadata, cache=cache)


def _say_why_not_kept(release: Release, path: ArchivePath, text: str, language: Language) -> None:
    """:param text: what stands there, the lost notices at its end."""
    if path not in release.inventory.by_path:
        warn(_left_out(path), language)
    elif not parts(text.rstrip())[0][1].rpartition("\n")[2].strip():
        warn(_hidden(path), language)


def _left_out(path: ArchivePath) -> Bilingual:
    name = printable(path)
    return Bilingual(
        en=f"`{name}` has the lost notices, but the release leaves it out: .gitignore or an `exclude` names it; let it in",
        zh=f"`{name}` 已写有丢失的声明，但发布内容不含该文件：.gitignore 或 `exclude` 将其排除；请让它随发布提供",
    )


def _hidden(path: ArchivePath) -> Bilingual:
    name = printable(path)
    return Bilingual(
        en=f"`{name}` has the lost notices, but something above them hides them from readers, such as a `<!--` that is not"
        " closed or `~~`; close or remove it",
        zh=f"`{name}` 已写有丢失的声明，但其上方的内容使读者看不到它们，例如未闭合的 `<!--` 或 `~~`；请将其闭合或删除",
    )


def _notice_file(release: Release, folder: Path) -> ArchivePath:
    """NOTICE, unless the project names its notice files otherwise, or that is a folder of them."""
    patterns = release.config.notices
    named = [line.lstrip("/") for line in patterns.lines if not set(line) & set("*?[!#")]
    known = [file.path for file in release.inventory if file.kind == "notice"]
    paths = map(ArchivePath, ("NOTICE", *named, *known))
    path = next((path for path in paths if _can_take(folder, path, patterns)), None)
    if path is None:
        raise ConfigurationError(
            Bilingual(
                en="pyproject.toml: tool.oaml.notices: matches no file that lost notices could be added to; add `NOTICE` to it",
                zh="pyproject.toml: tool.oaml.notices：不匹配任何可以补入声明的文件；请在其中加入 `NOTICE`",
            )
        )
    return path


def _can_take(folder: Path, path: ArchivePath, patterns: Patterns) -> bool:
    return patterns.match(path) and may_take_notices(path) and not (folder / path).is_dir()


def _owes_an_entry(before: Release, after: Release, path: ArchivePath) -> bool:
    """Did the addition alone modify a file of a base? Of one that was modified before only a person knows how."""
    file, old = after.inventory.by_path.get(path), before.inventory.by_path.get(path)
    if file is None or file.path in after.changelog.entries or not after.needs_an_entry(file):
        return False
    if after.modifications is not None and after.modifications.original:
        return False
    return old is None or not before.needs_an_entry(old)
