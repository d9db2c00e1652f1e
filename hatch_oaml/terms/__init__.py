"""The texts of other licenses: which one a file holds, and where a part under other terms has its own."""
