"""Text for people to finish: what a repository lacks, changelog entries, additions to NOTICE."""
