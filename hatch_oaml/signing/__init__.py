"""Signatures over a release: written from digests at hand, and judged by them."""
