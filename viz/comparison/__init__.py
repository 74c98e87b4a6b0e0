"""Several structures side by side: in one figure of small panels, in tables, and as a page that a journal can print."""
