"""How the tensors of a release differ from its base's: which, how many, and what that speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from hatch_oaml.values.bilingual import Bilingual

ProposedRelation = Literal["finetune", "quantized", "pruned", "distilled", "converted", "modified"]
_EMBEDDINGS = 2
"""Of so many tensors the shape tells how long the vocabulary is: what comes in, and what goes out."""
_IN_A_LAYER = expression(r".*\.\d+\..*")


@frozen
class TensorDiff:
    """Names are the release's, those in `removed` the base's; each of its tensors is in one tuple.

    `undecided` are those whose name, dtype and shape are the same, and of which a digest is not known; `reshaped` have the base's
    name and another shape; `companions` belong to a quantized tensor, and count with it. `parameters` are the release's; `touched` those of its tensors that are neither unchanged, renamed nor undecided.
    """

    unchanged: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    requantized: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    undecided: tuple[str, ...] = ()
    reshaped: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    parameters: int = 0
    base_parameters: int = 0
    touched: int = 0
    dtypes: tuple[str, str] = ("", "")
    not_compared: Bilingual | None = None

    @property
    def total(self) -> int:
        groups = (
            *(self.unchanged, self.changed, self.cast, self.requantized, self.reshaped),
            *(self.added, self.undecided),
        )
        return sum(map(len, groups)) + len(self.renamed)

    @property
    def differing(self) -> int:
        return self.total - len(self.unchanged) - len(self.undecided)

    @property
    def is_same(self) -> bool:
        """Every tensor of the base is there unchanged, and no other: a file saved again is *moved*, not modified."""
        return (
            not self.not_compared and not self.differing and not self.undecided and not self.removed and self.total > 0
        )

    @property
    def relation(self) -> ProposedRelation | None:
        """What the evidence speaks for, to be confirmed by a person; None where it says nothing."""
        if self.not_compared or self.is_same or not self.differing + len(self.removed):
            return None
        if self.requantized:
            return "quantized"
        if self.added:
            return "modified"
        if self.removed or self.reshaped:
            return self._relation_of_another_architecture
        return "finetune" if self.changed else "converted"

    @property
    def _relation_of_another_architecture(self) -> ProposedRelation:
        """Smaller, and what is left of it the base's own: pruned. Smaller, every matrix another: a student's.

        A vocabulary that was lengthened, all else being trained on, is fine-tuning.
        """
        is_smaller = self.parameters < self.base_parameters
        if is_smaller and self.unchanged and not self.changed and all(map(_IN_A_LAYER.fullmatch, self.removed)):
            return "pruned"
        if is_smaller and self.reshaped and not self.unchanged and len(self.reshaped) >= len(self.changed):
            return "distilled"
        few = len(self.reshaped) <= _EMBEDDINGS and not self.removed
        return "finetune" if few and self.changed and not is_smaller else "modified"

    def numbers(self) -> dict[str, object]:
        """The counts for programs."""
        if self.not_compared:
            return {"not_compared": {"en": self.not_compared.en, "zh": self.not_compared.zh}}
        groups = (
            *("unchanged", "changed", "cast", "requantized", "reshaped", "companions"),
            *("added", "removed", "renamed", "undecided"),
        )
        counts: dict[str, object] = {group: len(getattr(self, group)) for group in groups}
        whole = {"parameters": self.parameters, "touched": self.touched, "dtypes": list(self.dtypes)}
        return {"total": self.total, **counts, **whole}
