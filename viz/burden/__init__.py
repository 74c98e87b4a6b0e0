"""What seats ask of bodies, posts and people: told as papers and workbooks, and drawn."""
