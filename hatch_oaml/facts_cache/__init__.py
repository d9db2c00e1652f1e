"""What was read of a project's files, kept in the user's cache folder, so that the next command need not read it again."""
