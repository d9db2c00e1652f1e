"""The command itself, as a process of its own: `hatch-oaml`, `python -m hatch_oaml`."""

from __future__ import annotations

import atexit
import gc
import sys


def main() -> None:
    try:
        _collect_seldom()
        # what is imported from here on is collected seldom already
        from hatch_oaml.cli import main as commands  # noqa: PLC0415

        commands(prog_name="hatch-oaml")
    except KeyboardInterrupt:  # while the commands are still being imported; they end themselves
        _end_interrupted()


def _end_interrupted() -> None:
    # of a command that nobody interrupts so soon, nothing is imported for it
    from hatch_oaml.streams import tell_interruption  # noqa: PLC0415
    from hatch_oaml.values.exit_statuses import INTERRUPTED  # noqa: PLC0415

    tell_interruption()
    sys.exit(INTERRUPTED)


def _collect_seldom() -> None:
    """What a start makes lives to the end: the collector would look through it dozens of times, and again when it ends.

    Large releases are collected still: a threshold is passed by what is made, whatever it was set to.
    """
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)


if __name__ == "__main__":
    main()
