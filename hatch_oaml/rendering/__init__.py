"""What every archive gets from us, rendered from a release: its manifest, its page, and the terms in its core metadata."""
