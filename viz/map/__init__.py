"""The structural map: what is shown, where it stands, and how it is drawn."""
