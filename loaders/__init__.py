"""Every way a structure, or a document about one, comes in and goes out."""
