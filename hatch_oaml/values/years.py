"""Years as copyright notices write them: one grammar for finding them and for comparing them."""

from __future__ import annotations

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
YEAR = r"(?:19|20)\d[\dx?]"
"""A year; the last digit may be open: `199x`, `200?`."""
NOW = r"present|now|today|current|date|至今|现在|現在|今"
"""What stands in a year's place for the day of reading."""
DASH = r"-{1,3}|[–—−~～/]|to\b|until\b|至|到"
"""What makes a range of two years."""
