"""What the settings of a project's build do beside selecting its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from hatch_oaml.values.paths import ArchivePath

Reason = Literal["missing", "off", "not required"]


@frozen
class InactiveGate:
    """A build that the gate will not stand in: of `target` where its hook is missing or off, of any where the plugin is
    not required.
    """

    reason: Reason
    target: str | None = None


MODEL_ROOT = "model-root"
"""The option of the target `oaml` that names where in a store the model files lie."""


@frozen
class LeftOutWeights:
    """A weight file of the project that is not where somebody may expect it.

    `setting` is the option of the wheel that names its folder, while `exclude` leaves the file out there; or `MODEL_ROOT`, of
    what lies in the store below that address, and no name calls a model file; None where version control ignores it, so that
    it is in no release.
    """

    path: ArchivePath
    setting: str | None = None
