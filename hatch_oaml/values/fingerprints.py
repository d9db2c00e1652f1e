"""What a sample of a text's lines is made of: drawn where texts are read, compared where files are looked for."""

from __future__ import annotations

SAMPLE = 64
"""Lines sampled of a file; eight hexadecimal digits each."""
WHOLE = "whole:"
"""Begins the one that is of all lines of a short text together: few lines tell little, and all of them tell much."""
