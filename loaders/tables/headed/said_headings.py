"""What people call the columns of a table, and the table itself, beside the words that we use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SAID: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "bodies": {
        "name": ("organisation", "organization", "agency", "partner", "partner agency", "body", "organisation name",
                 "name of organisation", "authority"),
        "kind": ("type of organisation", "organisation type", "type of body", "category"),
        "sector": ("sector type",),
        "aliases": ("also known as", "aka", "abbreviation", "short name", "acronym"),
    },
    "groups": {
        "name": ("group", "group name", "name of group", "meeting", "partnership", "board", "committee", "sub group",
                 "subgroup", "task group", "forum", "panel", "name of meeting", "name of board", "name of committee",
                 "working group", "theme group", "meeting name", "groups", "task and finish group"),
        "chair": ("who chairs", "who chairs?", "chaired by", "chairperson", "chairman", "chair person", "chair(s)",
                  "chairs", "current chair", "name of chair"),
        "reports_to": ("reports into", "reports up to", "reporting to", "reports to?", "who it reports to",
                       "reports through", "feeds into", "parent", "parent group"),
        "accountable_to": ("answers to", "answerable to", "accountable to whom"),
        "terms_of_reference": ("tor", "tor?", "tors", "terms of ref", "terms of ref.", "terms of reference?", "t.o.r",
                               "terms"),
        "kind": ("type of group", "group type", "category"),
        "tier": ("level",),
        "purpose": ("remit", "aim", "aims", "role", "what it does", "what does it do",
                    "what does it do?", "what for"),
        "rhythm": ("frequency", "how often", "how often?", "meets", "meets?", "how often does it meet",
                   "meeting frequency", "frequency of meetings"),
        "per_year": ("meetings a year", "meetings per year", "times per year", "number of meetings"),
        "hours": ("hours", "length in hours"),
        "duration": ("duration", "length", "length of meeting"),
        "functions": ("function",),
        "themes": ("theme",),
        "aliases": ("also known as", "aka", "abbreviation", "short name", "acronym"),
    },
    "posts": {"name": ("post", "job title", "position", "post title"), "fte": ("fte", "wte")},
    "people": {"name": ("person", "full name", "contact", "contact name")},
    "seats": {
        "member": ("organisation", "organization", "agency", "partner", "member", "members", "body", "name", "who",
                   "representative", "attendee", "person", "member organisation", "partner agency", "authority",
                   "full name", "contact", "contact name", "contact person", "rep", "named representative",
                   "named rep", "partner organisation", "organisation name", "name of organisation", "who attends"),
        "group": ("group name", "board", "committee", "meeting", "partnership", "sits on", "sub group", "subgroup",
                  "task group", "forum", "groups", "group attended", "which group", "name of group", "attends"),
        "role": ("role on group", "role on the group", "position on group", "role in group", "role at meeting",
                 "group role", "capacity on group", "membership type"),
        "on_behalf_of": ("representing", "represents", "for", "employer", "representative of"),
        "voting": ("voting", "vote", "voting member", "voting rights"),
        "vacant_since": ("vacant",),
    },
    "lines": {
        "from": ("group", "group name", "who reports", "from group"),
        "to": ("reports to", "accountable to", "answers to", "to group", "reporting to", "parent"),
        "kind": ("type of line", "line", "relationship"),
        "frequency": ("frequency",),
    },
    "documents": {"name": ("document", "title"), "kind": ("type of document",)},
    "funds": {"name": ("fund", "budget", "funding stream", "grant"), "amount": ("amount", "value", "£", "total")},
    "plans": {"name": ("plan", "strategy", "title")},
    "milestones": {"name": ("milestone", "action"), "due": ("deadline", "due date", "by when")},
    "areas": {"name": ("area", "place")},
    "events": {"name": ("event", "change"), "date": ("when",)},
    "sources": {"name": ("source", "title"), "address": ("link", "url", "web address")},
}  # fmt: skip
"""By the table and the field. What a table's own columns are called comes first, so nothing here can take it away."""

EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "valid_from": ("start date", "from date", "date from", "started", "valid from", "joined", "start"),
    "valid_to": ("end date", "to date", "date to", "ended", "valid to", "left", "end"),
    "id": ("ref", "reference", "code", "unique id", "identifier"),
    "evidence.note": ("notes", "comments", "comment", "remarks", "remark"),
    "evidence.source": ("evidence", "source of information"),
    "evidence.locator": ("page", "paragraph", "page or paragraph"),
    "evidence.quote": ("quote", "wording"),
}

SHEETS: Mapping[str, tuple[str, ...]] = {
    "bodies": ("organisations", "organisation", "partner agencies", "partner organisations", "agency list",
               "member bodies"),
    "groups": ("meetings", "group list", "list of groups", "boards and groups", "groups and boards",
               "partnership groups"),
    "seats": ("membership", "members list", "group membership", "group members", "attendance", "representation",
              "who sits where", "membership list"),
    "lines": ("reporting", "accountability", "reports to", "governance", "lines of accountability",
              "who answers to whom"),
    "documents": ("tor", "terms of reference", "tors", "papers", "docs"),
    "people": ("contacts", "contact list", "individuals", "names"),
    "posts": ("officers", "staff", "job titles", "post holders"),
    "plans": ("plans and strategies", "priorities", "targets"),
    "milestones": ("actions", "action plan"),
    "funds": ("funding", "money", "finance", "grants", "budget"),
    "areas": ("places", "geography", "districts"),
    "events": ("changes", "history", "timeline"),
    "sources": ("evidence", "references", "bibliography"),
    "completeness": ("complete lists",),
    "about": ("about this workbook", "details", "partnership details"),
}  # fmt: skip
"""What people call a sheet."""

KIND_OF_LINE: Mapping[str, str] = {
    "reports to": "reports_to",
    "reporting to": "reports_to",
    "accountable to": "accountable_to",
    "answers to": "accountable_to",
}
"""Headings over whom a group answers to that also say what kind of line it is."""

MEMBERS_ARE_BODIES = "members are bodies"
"""The field that says of a row, until all rows are known, that its heading says that bodies stand where members do."""
BODIES = frozenset({
    "organisation", "organization", "agency", "partner", "partner agency", "body", "member organisation", "authority",
    "organisations", "agencies", "bodies", "partners", "partner organisation", "organisation name",
    "name of organisation", "organization name",
})  # fmt: skip
"""Headings over who sits that say that it is a body."""
