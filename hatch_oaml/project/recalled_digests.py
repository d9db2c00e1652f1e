"""A model file's digests recalled from the cache where it holds them, else made and kept there."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hatch_oaml.facts_cache.cache import NO_CACHE
from hatch_oaml.facts_cache.shapes import digest, optional, several

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.facts_cache.cache import FactsCache
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.tensors import Weights
    from hatch_oaml.values.digests import Sha256

    Progress = Callable[[str, int], None]

_WHOLE = ("digest",)
_TENSORS = ("digests of tensors",)


def recall_or_hash(
    hash_file: Callable[[ReleaseFile, Progress], Sha256], cache: FactsCache, file: ReleaseFile, progress: Progress
) -> Sha256:
    """As `hash_file`; of what is recalled, all bytes are told to have passed."""
    status = _status(file, cache)
    if status is not None:
        try:
            recalled = digest(cache.recall(_WHOLE, file.source, status))
        except ValueError:  # nothing, or nothing of ours
            pass
        else:
            progress(file.path, file.size)
            return recalled
    made = hash_file(file, progress)
    if status is not None:
        cache.keep(_WHOLE, file.source, status, made)
    return made


def recall_or_digest(
    digest_tensors: Callable[[ReleaseFile, Progress], ReleaseFile],
    cache: FactsCache,
    file: ReleaseFile,
    progress: Progress,
) -> ReleaseFile:
    """As `digest_tensors`; the tensors themselves are those of the header that was read for `file`."""
    status = _status(file, cache)
    if status is not None:
        try:
            recalled = _with_digests(file, cache.recall(_TENSORS, file.source, status))
        except ValueError:  # nothing, or of another header
            pass
        else:
            progress(file.path, file.size)
            return recalled
    made = digest_tensors(file, progress)
    if status is not None:
        tensors = made.weights.tensors if made.weights else ()
        cache.keep(_TENSORS, file.source, status, [made.sha256, [tensor.sha256 for tensor in tensors]])
    return made


def _with_digests(file: ReleaseFile, recalled: Any) -> ReleaseFile:
    """:raises ValueError: there are none, or as many as another header has tensors."""
    if not isinstance(recalled, list) or len(recalled) != 2:  # the file's and the tensors'
        raise ValueError(recalled)
    return replace(file, sha256=digest(recalled[0]), weights=_tensors_with_digests(file.weights, recalled[1]))


def _tensors_with_digests(weights: Weights | None, recalled: object) -> Weights | None:
    digests = several(optional(digest))(recalled)
    tensors = weights.tensors if weights else ()
    pairs = zip(tensors, digests, strict=True)
    digested = tuple([replace(tensor, sha256=sha256) for tensor, sha256 in pairs])
    return replace(weights, tensors=digested) if weights else None


def _status(file: ReleaseFile, cache: FactsCache) -> os.stat_result | None:
    """None where nothing is kept: of what lies in a store, and of a file that is no longer what it was when its header was read."""
    if cache is NO_CACHE or file.pin is not None:
        return None
    try:
        status = os.stat(file.source)
    except OSError:
        return None
    return status if (status.st_size, status.st_mtime_ns) == (file.size, file.mtime_ns) else None
