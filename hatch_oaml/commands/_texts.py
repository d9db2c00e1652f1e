"""The files of a model repository that is begun or completed: those that judge it, and those that others read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hatch_oaml.authoring.git_files import GIT_ATTRIBUTES, attributes
from hatch_oaml.authoring.ignore_file import ignore_outputs
from hatch_oaml.authoring.init import Found, plan, wanted
from hatch_oaml.authoring.project_texts import Said, settled, settled_changelog
from hatch_oaml.authoring.workflow import WORKFLOW, workflow_text
from hatch_oaml.commands._card import readme_in, write_reuse
from hatch_oaml.commands._project import bytes_if_there
from hatch_oaml.commands._writing import write_file
from hatch_oaml.license.canonical import canonical_text
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.values.appending import appended
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.binary import is_binary
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.toml_tables import parse_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hatch_oaml.authoring.init import Plan
    from hatch_oaml.records.base_record import BaseRecord


def tables(folder: Path) -> list[Mapping[str, object] | None]:
    """Of pyproject.toml and hatch.toml; None where there is none."""
    return [_parsed_if_there(folder / name) for name in ("pyproject.toml", "hatch.toml")]


def _parsed_if_there(file: Path) -> Mapping[str, object] | None:
    data = bytes_if_there(file)
    return None if data is None else parse_toml(data, file.name)


def settle(folder: Path, values: Mapping[str, object] | None, paths: list[str], said: Said) -> None:
    """What an earlier `init` left open, and nobody has touched since."""
    if not paths and not said.original:
        return  # it stays open
    changelog = wanted(values)[1]
    _rewrite(folder / "pyproject.toml", lambda text: settled(text, paths, said))
    _rewrite(folder / changelog, lambda text: settled_changelog(text, original=said.original))


def _rewrite(file: Path, decided: Callable[[str], str]) -> None:
    text = (bytes_if_there(file) or b"").decode("utf-8", "surrogateescape")
    if (after := decided(text)) != text:
        write_file(file, after.encode("utf-8", "surrogateescape"))


def write_texts(folder: Path, records: list[tuple[str, BaseRecord]], said: Said) -> Plan:
    values, hatch = tables(folder)
    present = frozenset(path for path in wanted(values) if os.path.lexists(folder / path))
    found = Found(readme=readme_in(folder), records=tuple(path for path, _ in records))
    planned = plan(values, hatch, present, folder.absolute().name, canonical_text(CURRENT), found, said)
    for addition in planned.additions:
        target = folder / addition.path
        write_file(target, _appended(target, addition.text) if addition.appended else addition.text.encode())
    return planned


def write_for_others(folder: Path, records: list[tuple[str, BaseRecord]], holder: str, *, workflow: bool) -> None:
    """For git, REUSE and the forge."""
    values, hatch = tables(folder)
    ignored = ignore_outputs(values, hatch, _text_if_there(folder / ".gitignore"))
    if ignored and not is_governed_from_above(folder.resolve()):
        target = folder / ignored.path
        write_file(target, _appended(target, ignored.text) if ignored.appended else ignored.text.encode())
    if (folder / ".git").exists() and not os.path.lexists(folder / GIT_ATTRIBUTES):
        write_file(folder / GIT_ATTRIBUTES, attributes(os.listdir(folder)).encode())
    write_reuse(folder, values, records, holder)
    if workflow and not os.path.lexists(folder / WORKFLOW):
        write_file(folder / WORKFLOW, workflow_text().encode())


def is_governed_from_above(root: Path) -> bool:
    for folder in (root, *root.parents):
        if (folder / ".gitignore").is_file():
            return folder != root
        if (folder / ".git").exists():
            return False
    return False


def _text_if_there(file: Path) -> str | None:
    data = bytes_if_there(file)
    return None if data is None else decode(data).text.replace("\r\n", "\n")


def _appended_as_bytes(before: bytes, text: str) -> bytes | None:
    """Where the encoding is unknown, yet has the letters of ASCII as all have that are not told by a mark: a pattern for git is bytes."""
    if not text.isascii() or is_binary(before) or decode(before).encoding != "latin-1":
        return None
    return before + (b"" if before.endswith(b"\n") else b"\n") + text.encode()


def _appended(target: Path, text: str) -> bytes:
    """:raises ConfigurationError: what is there is no text whose encoding is known, or the file's own tables leave no room behind them."""
    before = bytes_if_there(target) or b""
    is_open = not decode(before).text.endswith(("\n", "\r"))
    addition = text.removeprefix("\n") if before and is_open else text  # its line is ended anyway
    whole = appended(before, addition) or _appended_as_bytes(before, addition)
    if whole is None:
        raise ConfigurationError(
            Bilingual(
                en=f"{target.name}: nothing was added to it: it is no text whose encoding is known, or the encoding lacks letters"
                " of what is to be added; save it as UTF-8 and call again, or add this by hand:",
                zh=f"{target.name}：未作补入：它不是编码已知的文本，或其编码无法写出要补入的内容；请将其另存为 UTF-8 后重试，或手动加入以下内容：",
            ),
            below=text,
        )
    if target.suffix != ".toml":
        return whole
    try:
        parse_toml(whole, target.name)
    except ConfigurationError as error:
        raise ConfigurationError(
            Bilingual(
                en=f"{target.name}: its tables are written so that none can follow; add these by hand:",
                zh=f"{target.name}：其中表的写法使后面无法再追加；请手动加入以下内容：",
            ),
            below=text,
        ) from error
    return whole
