"""Who digests the files of a release: this process, or whom the environment names."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from hatch_oaml.engines import workforce_in
from hatch_oaml.project.model_digests import alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hatch_oaml.project.model_digests import Digesting


@contextmanager
def digesting_in(environment: Mapping[str, str]) -> Iterator[Digesting]:
    """By this process alone where nobody is named.

    :raises UsageError: those who are named cannot be had.
    :raises WriteError: workers were lost.
    """
    workforce = workforce_in(environment)
    if workforce is None:
        yield alone()
        return
    # most calls name nobody
    from hatch_oaml.project.by_workers import digesting_by  # noqa: PLC0415

    with workforce.at_work() as executor:
        yield digesting_by(executor)
