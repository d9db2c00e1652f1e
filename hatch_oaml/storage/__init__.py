"""Bytes to and from disk: drafts that become files or nothing, volumes, copying, positional reading."""
