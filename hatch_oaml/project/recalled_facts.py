"""A file's facts recalled from the cache where it holds them, else read and kept there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.facts_cache.cache import NO_CACHE
from hatch_oaml.facts_cache.text_facts import facts_in, kept_of
from hatch_oaml.project.model_facts import model_file_at
from hatch_oaml.project.on_disk import on_disk_as, require_file
from hatch_oaml.project.sampling import fingerprint, name_of
from hatch_oaml.records.inventory import ReleaseFile
from hatch_oaml.records.shared_values import sharing

if TYPE_CHECKING:
    import os

    from hatch_oaml.facts_cache.cache import FactsCache, Question
    from hatch_oaml.project.named import Named
    from hatch_oaml.project.sampling import Fingerprinting
    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.values.paths import ArchivePath


def recall_or_read(
    path: ArchivePath,
    source: str,
    named: Named,
    root: str,
    sample: Fingerprinting = fingerprint,
    cache: FactsCache = NO_CACHE,
    known: BaseFile | None = None,
) -> ReleaseFile:
    """As `read_file`. Recalled are texts alone, by the digest of which a writer will see whether they are what was read.

    Of a model file no digest is known before it is written: its header, which is small, is read anew each time.
    """
    if cache is NO_CACHE or named.role == "model":
        return read_anew(path, source, named, root, sample, known)
    question: Question = ("text", path, *named, name_of(sample))
    status = require_file(source)
    recalled = _recalled(cache, question, path, source, named, root, status)
    if recalled is not None:
        return sharing(recalled, known)
    file = read_anew(path, source, named, root, sample, known)
    if file.size == status.st_size and _can_be_kept(file):
        cache.keep(question, source, status, kept_of(file))
    return file


def read_anew(
    path: ArchivePath,
    source: str,
    named: Named,
    root: str,
    sample: Fingerprinting = fingerprint,
    known: BaseFile | None = None,
) -> ReleaseFile:
    """As `read_file`, which is imported where a text is read: a call that recalls them all starts sooner."""
    if named.role == "model":
        return model_file_at(path, source, named.kind, root)
    from hatch_oaml.project.file_facts import read_file  # noqa: PLC0415

    return read_file(path, source, named, root, sample, known)


def _can_be_kept(file: ReleaseFile) -> bool:
    """Was it a text, and did what was found in it not depend on what is installed beside us?"""
    from hatch_oaml.notices import is_read_by_a_library  # noqa: PLC0415

    if file.sha256 is None or file.weights is not None or file.unread is not None:
        return False
    return not is_read_by_a_library(file.path)


def _recalled(
    cache: FactsCache,
    question: Question,
    path: ArchivePath,
    source: str,
    named: Named,
    root: str,
    status: os.stat_result,
) -> ReleaseFile | None:
    try:
        facts = facts_in(cache.recall(question, source, status))
    except (TypeError, ValueError):  # nothing, or nothing of ours
        return None
    on_disk = on_disk_as(status, source, root)
    return ReleaseFile(path=path, role=named.role, kind=named.kind, **on_disk._asdict(), **facts)
