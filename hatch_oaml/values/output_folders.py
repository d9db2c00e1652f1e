"""The folders that builds write into when nobody says otherwise."""

from __future__ import annotations

DISTRIBUTIONS = "dist"
"""Hatchling's own, for wheels and sdists."""


def release_folder(distributions: str) -> str:
    """That of the target `oaml`, beside the one that wheels and sdists are written into, and never in it.

    Upload tools take whatever lies among wheels and sdists, a folder too, for a distribution, and refuse what is none.

    :param distributions: a path; "" or "." for the project's own folder.
    """
    return f"{DISTRIBUTIONS if distributions in {'', '.'} else distributions.rstrip('/')}-oaml"
