"""What we ask of a structure: reads, rules, audit, report, and the engines that serve them."""
