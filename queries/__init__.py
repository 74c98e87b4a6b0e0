"""What is asked of a structure: reads, rules, audit and report, on either engine."""
