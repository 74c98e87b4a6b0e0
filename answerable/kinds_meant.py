"""The types of things that can be meant in each place of a proposed change."""

GROUPS = ("group",)
ANSWERS = ("group", "post")
ANSWERED_TO = ("group", "body", "post")
SITS = ("body", "group", "post", "person")
FOR_WHOM = ("body", "group")
