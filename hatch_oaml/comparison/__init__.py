"""Tensors and models held against each other."""
