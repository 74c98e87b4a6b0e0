"""Reply sheets, read back as facts."""
