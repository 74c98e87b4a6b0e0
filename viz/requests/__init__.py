"""Questions as papers to send round and as a sheet to fill in."""
