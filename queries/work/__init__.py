"""Plans, targets, money, staff and the steps of a process."""
