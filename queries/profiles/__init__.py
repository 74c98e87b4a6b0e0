"""The profiles that come with the tool, one JSON document each."""
