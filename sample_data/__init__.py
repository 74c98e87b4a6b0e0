"""The case studies and blank templates that ship with the tool: data only."""
