"""A tree read: what Hatchling selects of it, what its files are, and the release that they make."""
