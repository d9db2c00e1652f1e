"""Where what was given out says what was modified."""
