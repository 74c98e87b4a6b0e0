"""Who accounts to whom, in prose."""
