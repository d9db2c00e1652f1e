"""What a command ends with, for whoever runs it: 0 is success."""

from __future__ import annotations

REFUSED = 1
"""There are errors."""
CANNOT_GO_ON = 2
"""What is there cannot be judged, or the result cannot be written; a mistake in the call, too."""
INTERRUPTED = 128 + 2
"""As a shell has it of a program that SIGINT ended."""
NO_READER = 128 + 13
"""Likewise of SIGPIPE."""
