"""The words by which notices are known: one file a grammar, each row with a sample on either side."""
