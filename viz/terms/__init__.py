"""Terms of reference drafted from what is known."""
