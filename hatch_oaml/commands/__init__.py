"""What `hatch-oaml` can do: one file a command, found by its name and read when it is asked for."""
