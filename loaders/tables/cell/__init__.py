"""What one cell says: texts, dates, numbers, and what stands for no value."""
