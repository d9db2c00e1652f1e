"""Which notices of the bases a release keeps: where their files went, and what still says the same."""
