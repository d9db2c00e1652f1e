"""A finished archive taken apart and judged, from itself alone."""
