"""An archive made in equal parts by several workers, on one machine or many."""
