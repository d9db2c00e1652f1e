"""A judged release is written: what goes where, its manifest, its page, and Hatchling's own archives completed."""
