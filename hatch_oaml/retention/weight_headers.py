"""What a base's weights say in their headers, asked of weights that no name, no bytes and no entry tell to be made of one of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hatch_oaml.retention.normalization import words
from hatch_oaml.retention.pairing import once
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.weight_names import is_weight_name

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from hatch_oaml.records.base_file import BaseFile
    from hatch_oaml.records.base_record import BaseRecord
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.counterparts import Counterparts

_NUMBER = expression(r"-\d{5}-of-\d{5}(?=\.[^/]*$)")


class WeightHeaders:
    """Quantised, converted and sharded weights have names of their own: `loom-Q4_K_M.gguf` of `model.safetensors`.

    Of which of a base's weights they were made is not known; what all of them say, the one did as well.
    """

    def __init__(self, files: Sequence[ReleaseFile], counterparts: Counterparts) -> None:
        self._weights = [file for file in files if file.kind in {"weights", "checkpoint"}]
        self._counterparts = counterparts
        self._asked: dict[int, dict[Hashable, str]] = {}

    @cached_property
    def _unknown(self) -> tuple[ReleaseFile, ...]:
        return tuple(filter(self._counterparts.is_unknown, self._weights))

    def heirs(self, file: BaseFile) -> tuple[ReleaseFile, ...]:
        """The release's weights that may be made of `file`; none of anything else than weights."""
        return self._unknown if is_weight_name(file.path) else ()

    def asks(self, base: BaseRecord, file: BaseFile, notice: Notice) -> bool:
        """Do all weights of `base` say so, and is `file` the first of them? Not of what weights of the base say that ship."""
        if id(base) not in self._asked:
            self._asked[id(base)] = self._said_by_all(base)
        return self._asked[id(base)].get(_key(notice)) == file.path

    def _said_by_all(self, base: BaseRecord) -> dict[Hashable, str]:
        """What each model of the base says, whatever shards it lies in, and the path of the first file that does.

        Of models in formats of which none says anything nothing is expected: a pickle has no place for it.
        """
        weights = [file for file in base.files if is_weight_name(file.path)]
        telling = {_suffix(file.path) for file in weights if file.notices}
        models: dict[str, set[Hashable]] = {}
        first: dict[Hashable, str] = {}
        for file in weights:
            if _suffix(file.path) in telling:
                said = {_key(notice) for notice in once(file.notices)}
                models.setdefault(_NUMBER.sub("", file.path), set()).update(said)
                ships = bool(self._counterparts.of(base, file))
                first.update({key: "" if ships else first.get(key, file.path) for key in said})
        return {key: path for key, path in first.items() if all(key in said for said in models.values())}


def _key(notice: Notice) -> Hashable:
    return notice.kind, words(notice.text)


def _suffix(path: str) -> str:
    """From the last full stop on, whatever number stands before it."""
    return path[path.rfind(".") :].lower()
