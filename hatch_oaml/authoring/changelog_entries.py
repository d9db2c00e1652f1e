"""Entries of the modification changelog, drafted for what no entry names yet."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hatch_oaml.authoring.entry import Entry, render_entries
from hatch_oaml.authoring.shown_relation import relation_shown
from hatch_oaml.comparison.model_diff import compare_models, file_of_base, file_of_release
from hatch_oaml.comparison.tensor_words import facts, summary
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.wording import pattern_for

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.comparison.tensor_diff import TensorDiff
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release

HEADER = "format = 1\n"
_SHARD = expression(r"(?P<before>.*?)(?P<number>\d+)(?P<of>-of-\d+)(?P<after>[^/]*)")


def draft_entries(release: Release, today: datetime.date) -> str:
    """What to append to the changelog, `how` left empty for a person to write; "" if every file has its entry."""
    return render_entries([*entries_of_models(release), *entries_of_others(release)], today)


def entries_of_models(release: Release) -> list[Entry]:
    """For the model files that no entry names yet, the shards of one model together."""
    unlisted = [file for file in release.unlisted_files() if file.role == "model"]
    whole = _families(file for file in release.inventory if file.role == "model")
    families = sorted(_families(unlisted).items())
    return [_model_entry(release, name, files, whole[name]) for name, files in families]


def entries_of_others(release: Release) -> list[Entry]:
    """For all else, by kind."""
    unlisted = [file for file in release.unlisted_files() if file.role != "model"]
    return [_other_entry(release, files) for files in _by_kind(unlisted)]


def entry_of_added_notices(path: str, bases: Iterable[str], today: datetime.date) -> str:
    """What to append to the changelog where lost notices of `bases` were added to the file at `path`, and nothing else."""
    names = tuple(bases)
    how = Bilingual(
        en=f"Notices retained from {' and '.join(names)} were added, each below the file that it stood in.",
        zh=f"补入了保留自 {'、'.join(names)} 的声明，各列于其原所在的文件之下。",
    )
    return render_entries([Entry(patterns=(pattern_for(path),), files=(path,), relation="modified", how=how)], today)


def _by_kind(files: Iterable[ReleaseFile]) -> list[list[ReleaseFile]]:
    """What is done to code is not what is done to a text: a person says it of each."""
    kinds = defaultdict(list)
    for file in files:
        kinds[file.kind].append(file)
    return list(kinds.values())


def _other_entry(release: Release, files: Sequence[ReleaseFile]) -> Entry:
    return Entry(
        patterns=tuple(pattern_for(file.path) for file in files),
        files=tuple(file.path for file in files),
        relation="modified",
        facts=tuple(_size_fact(release, file) for file in files),
    )


def _families(files: Iterable[ReleaseFile]) -> dict[str, list[ReleaseFile]]:
    """Files by the pattern that a person would write: the shards of one model are one."""
    families = defaultdict(list)
    for file in files:
        families[_family(file.path)].append(file)
    return families


def _family(path: str) -> str:
    shard = _SHARD.fullmatch(pattern_for(path))
    return f"{shard['before']}*{shard['of']}{shard['after']}" if shard else pattern_for(path)


def _patterns(release: Release, family: str, files: list[ReleaseFile]) -> tuple[str, ...]:
    """The family's pattern, or each file where the pattern would name files that are not meant."""
    if Patterns((family,)).matches(file.path for file in release.inventory) == {file.path for file in files}:
        return (family,)
    return tuple(pattern_for(file.path) for file in files)


def _model_entry(release: Release, family: str, files: list[ReleaseFile], whole: list[ReleaseFile]) -> Entry:
    """:param whole: `files`, and the shards that need no entry."""
    diffs = [(base, _diff(base, family, whole)) for base in release.bases if base.has_tensors]
    sizes = (_size_fact(release, file) for file in files)
    tensors = (fact for base, diff in diffs for fact in _tensor_facts(base, diff))
    return Entry(
        patterns=_patterns(release, family, files),
        files=tuple(file.path for file in files),
        relation=relation_shown(release, files, [diff for _, diff in diffs]),
        is_model=True,
        facts=(*sizes, *tensors),
    )


def _diff(base: BaseRecord, family: str, whole: list[ReleaseFile]) -> TensorDiff:
    """With the base's files of the same family; where it has none, with all of them."""
    alike = [file for file in base.files if _family(file.path) == family]
    return compare_models(map(file_of_base, alike or base.files), map(file_of_release, whole))


def _tensor_facts(base: BaseRecord, diff: TensorDiff) -> Iterator[str]:
    for said in (summary(diff), *facts(diff)):
        yield f"{base.name}: {said.en}"
        yield f"{base.name}：{said.zh}"


def _size_fact(release: Release, file: ReleaseFile) -> str:
    sizes = [(base.name, base.by_path[file.path].size) for base in release.bases if file.path in base.by_path]
    weights = _tensor_fact(file)
    if not sizes and file.path in release.origins:
        base, origin = release.origins[file.path]
        return f"{file.path}: {file.size:,} bytes 字节, {origin.size:,} in {base.name} as 曾为 {origin.path}{weights}"
    if not sizes:
        return f"{file.path}: {file.size:,} bytes, in no base 字节，基础模型中没有{weights}"
    told = ", ".join(f"{size:,} in {name}" for name, size in sizes)
    return f"{file.path}: {file.size:,} bytes 字节, {told}{weights}"


def _tensor_fact(file: ReleaseFile) -> str:
    if file.weights is None or not file.weights.tensors:
        return ""
    dtypes = sorted({tensor.dtype for tensor in file.weights.tensors})
    return f"; {len(file.weights.tensors):,} tensors 个张量, {' '.join(dtypes)}"
