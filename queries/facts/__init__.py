"""What is known of a structure on a day, and how firmly each fact stands."""
