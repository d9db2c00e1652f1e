"""What anybody gave out, read as a release that no project tells of, and what it was made from."""
