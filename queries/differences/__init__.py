"""Two states of a partnership beside each other: what was added, removed, changed, and what that costs or saves."""
