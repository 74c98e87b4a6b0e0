"""Popolo JSON, the exchange format for people, organisations, posts and memberships, read as a structure."""
