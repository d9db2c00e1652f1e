"""The command itself, as a process of its own: `hatch-oaml`, `python -m hatch_oaml`."""

from __future__ import annotations

import atexit
import gc


def main() -> None:
    _collect_seldom()
    # what is imported from here on is collected seldom already
    from hatch_oaml.cli import main as commands  # noqa: PLC0415

    commands(prog_name="hatch-oaml")


def _collect_seldom() -> None:
    """What a start makes lives to the end: the collector would look through it dozens of times, and again when it ends.

    Large releases are collected still: a threshold is passed by what is made, whatever it was set to.
    """
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)


if __name__ == "__main__":
    main()
