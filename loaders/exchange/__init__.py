"""What goes out in the forms of others: folders of tables, graphs, edge lists and linked data."""
