"""Base records made from what a base was received as: folders, archives, tensors."""
