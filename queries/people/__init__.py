"""Who leads, who ties groups together, and which posts stand empty."""
