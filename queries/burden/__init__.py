"""What seats cost, and what groups share."""
