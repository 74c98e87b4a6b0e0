"""The writers: each draws any Paper in one format."""
