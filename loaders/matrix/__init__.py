"""Membership matrices: bodies along one side, groups along the other, and in each cell who sits there as what."""
