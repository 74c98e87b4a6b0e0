"""Who answers to whom: load, audit and draw the accountability lines of a partnership."""

__version__ = "0.1.0"
