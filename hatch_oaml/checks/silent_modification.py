"""Every file that was modified is told of somewhere in what was given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block, listed
from hatch_oaml.findings import COMPARISON, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.wording import abbreviated, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release


MOST = 20
"""So many files are told one by one."""


def _run(release: Release) -> Iterator[Finding]:
    silent = [file for file in release.inventory if release.tellings.get(file.path) == ()]
    others = [file for file in silent if file.role != "model"]
    for file in others[:MOST]:
        yield Finding(path=file.path, message=_message(release, file), fix=_fix(file.path))
    if len(others) > MOST:
        yield _of_the_rest(others[MOST:])
    if release.publication is not None and release.publication.general:
        return  # of models a card tells in general: `general-modification`
    for difference in ("modified", "added"):
        models = [file for file in silent if file.role == "model" and release.differences[file.path] == difference]
        if models:
            yield _of_models(models, is_new=difference == "added")


def _message(release: Release, file: ReleaseFile) -> Bilingual:
    if file.path in release.origins:
        base, there = release.origins[file.path]
        name, path = _title(base), printable(there.path)
        return Bilingual(
            en=f"the file was made from `{path}` of {name}, and nothing in the release tells of it",
            zh=f"该文件由 {name} 的 `{path}` 修改而来，而发布中没有任何内容说明这一点",
        )
    name = _title(next(base for base in release.bases if file.path in base.by_path))
    return Bilingual(
        en=f"the file is not as {name} has it, and nothing in the release tells of it",
        zh=f"该文件与 {name} 中的不同，而发布中没有任何内容说明这一点",
    )


def _of_the_rest(files: Sequence[ReleaseFile]) -> Finding:
    count, names = len(files), [file.path for file in files]
    return Finding(
        path=names[0],
        message=Bilingual(
            en=f"{count} more file{'s' * (count > 1)} that {'were' if count > 1 else 'was'} modified, and that nothing in the release tells of"
            f" ({listed(names, ', ')}); `--format json` has each",
            zh=f"另有 {count} 个文件经过修改，而发布中没有任何内容说明（{listed(names, '、')}）；`--format json` 会逐一列出",
        ),
        fix=_fix(*names),
    )


def _title(base: BaseRecord) -> str:
    return abbreviated(f"{base.name} {base.version}".rstrip())


def _of_models(files: Sequence[ReleaseFile], *, is_new: bool) -> Finding:
    """One for all: whoever trains or converts a model changes every file of it."""
    count, names = len(files), [file.path for file in files]
    files_en, names_en, names_zh = f"model file{'s' * (count > 1)}", listed(names, ", "), listed(names, "、")
    if is_new:
        en = f"{count} {files_en} that no base has: nothing in the release tells how {'they' if count > 1 else 'it'} came about"
        zh = f"{count} 个模型文件不在任何基础模型中：发布中没有任何内容说明其如何得来"
    else:
        en = f"{count} {files_en} {'are' if count > 1 else 'is'} not as the base has {'them' if count > 1 else 'it'}: nothing in the release tells of that"
        zh = f"{count} 个模型文件与基础模型中的不同：发布中没有任何内容说明这一点"
    return Finding(
        path=files[0].path,
        message=Bilingual(en=f"{en} ({names_en})", zh=f"{zh}（{names_zh}）"),
        fix=_fix(*names),
    )


def _fix(*paths: str) -> Bilingual:
    lines = block(*(printable(path) for path in paths[:3]), *(["…"] if len(paths) > 3 else []))
    return Bilingual(
        en=f"say in `MODIFICATIONS.md`, or in `CHANGELOG.md`, that you modified it and how, naming the file{lines}",
        zh=f"在 `MODIFICATIONS.md` 或 `CHANGELOG.md` 中写明您修改了该文件以及如何修改，并写出文件名{lines}",
    )


CHECK = Check(name="silent-modification", clause="3.1 3)", severity=ERROR, run=_run, asked_of=COMPARISON)
