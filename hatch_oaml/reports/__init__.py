"""A report written down, one file a format."""
