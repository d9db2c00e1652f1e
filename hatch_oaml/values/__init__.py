"""The words of a release: paths, digests, patterns, roles, sizes, text in two languages, and errors."""
