"""Chains, circles and other ways through groups, bodies and posts."""
