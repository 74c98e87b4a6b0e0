"""What ACC-11 gives, shown on small structures."""

from __future__ import annotations

from queries.rule import Example

EXAMPLES = (
    Example("somebody who deputises", "csp: partnership strategic; x: post; x deputises on csp", {"csp|deputy": "met"}),
    Example("a chair is named", "county: county_council; county chairs csp", {"csp|chair": "met"}),
    Example(
        "the chair is only inferred",
        "county: county_council; county chairs csp [inferred]",
        {"csp|chair": "partly"},
    ),
    Example(
        "a chair by post, without a holder",
        "csp: partnership; cpo: post; cpo chairs csp",
        {"csp|chair": "met", "cpo|holder": "query"},
    ),
    Example(
        "a chair by post, and who holds it",
        "csp: partnership; cpo: post; smith: person; smith holds cpo; cpo chairs csp",
        {"csp|chair": "met", "cpo|holder": "met"},
    ),
    Example(
        "one chair for each of several",
        "cdrps: partnership set; ch: post set; ch chairs cdrps",
        {"ch|holder": "na"},
    ),
    Example(
        "one post that chairs two groups is asked about once",
        "a: board; b: board; ce: post; ce chairs a; ce chairs b",
        {"ce|holder": "query"},
    ),
    Example(
        "the only post of its name in a body",
        'a: board; prob: probation_service; p: post "Chief Officer"; p in prob; q: post "Clerk"; q in prob; p chairs a',
        {"p|holder": "na"},
    ),
    Example(
        "one of two posts of one name in a body",
        'a: board; prob: probation_service; p: post "Manager"; p in prob; q: post "Manager"; q in prob; p chairs a',
        {"p|holder": "query"},
    ),
    Example(
        "the only post of its name, of which it is said that nobody holds it",
        "a: board; prob: probation_service; p: post; p in prob; p chairs a; denied holder of p",
        {"p|holder": "fail"},
    ),
    Example(
        "one of the chairs is only inferred, and that nobody holds the post is stated",
        "a: board; b: board; p: post; p chairs a [inferred]; p chairs b; denied holder of p",
        {"p|holder": "fail"},
    ),
    Example(
        "a post in each of several bodies",
        "a: board; dcs: district_council set; p: post; p in dcs; p chairs a",
        {"p|holder": "query"},
    ),
    Example(
        "a post that is vacant",
        "a: board; p: post vacant_since=2003-10; p chairs a; as of 2003-11-21",
        {"a|chair": "met", "p|holder": "na"},
    ),
    Example(
        "a post filled for the time being, without a name",
        "a: board; p: post interim; p chairs a",
        {"p|holder": "query"},
    ),
    Example(
        "the chair of a neighbour is its own affair",
        "csp: partnership; y: board functions=youth_offending; p: post; p chairs y",
        {"csp|chair": "query", "y": "na"},
    ),
    Example(
        "a chair who is no longer there",
        "pct: primary_care_trust [to=2013-04-01]; a: board; pct chairs a; as of 2024-05-01",
        {"a|chair": "query"},
    ),
    Example("a lead officer, and no chair", "eso: group; co: post; co leads eso", {"eso|chair": "met"}),
    Example(
        "a senior responsible owner",
        "cdp: partnership; dph: post; dph answers for cdp; jag: group; as of 2024-05-01",
        {"cdp|owner": "met"},
        profile="cdp-2022",
    ),
    Example(
        "no owner in what is known",
        "cdp: partnership; jag: group; jag part of cdp; as of 2024-05-01",
        {"cdp|owner": "query"},
        profile="cdp-2022",
    ),
    Example(
        "the text says that there is none",
        "cdp: partnership; denied senior_responsible_owner of cdp; as of 2024-05-01",
        {"cdp|owner": "fail"},
        profile="cdp-2022",
    ),
    Example(
        "two posts are each called the owner",
        "cdp: partnership; dph: post; ce: post; dph answers for cdp; ce answers for cdp; as of 2024-05-01",
        {"cdp|owner": "conflict"},
        profile="cdp-2022",
    ),
    Example(
        "one person under two names",
        "cdp: partnership; dph: post; smith: person; smith holds dph; dph answers for cdp; smith answers for cdp; "
        "as of 2024-05-01",
        {"cdp|owner": "met"},
        profile="cdp-2022",
    ),
    Example(
        "nothing called a partnership: the top body is asked",
        "board1: board; jag => board1; as of 2024-05-01",
        {"board1|owner": "query"},
        profile="cdp-2022",
    ),
    Example(
        "what is firm counts before what is inferred",
        "csp: partnership strategic; a: post; b: post; s: person; t: person; s holds b [inferred]; t holds b; "
        "a chairs csp [inferred]; b chairs csp; a deputises on csp [inferred]; b deputises on csp",
        {"csp|chair": "met", "b|holder": "met", "csp|deputy": "met"},
    ),
    Example(
        "what is known to be current counts before what is not",
        "csp: partnership; eso: group; a: post; b: post; s: person; t: person; s holds b; t holds b [inferred]; "
        "a chairs csp [to=2003]; b chairs csp; a leads eso [inferred]; b leads eso; as of 2003-04-01",
        {"csp|chair": "met", "b|holder": "met", "eso|chair": "met"},
    ),
    Example("no chair in what is known", "eso: group", {"eso|chair": "query"}),
    Example("the chairs are declared complete", "eso: group; complete chair", {"eso|chair": "fail"}),
    Example("the text says that there is no chair", "eso: group; denied chair of eso", {"eso|chair": "fail"}),
    Example(
        "a chair, and a denial of one",
        "eso: group; cpo: post; cpo chairs eso; denied chair of eso",
        {"eso|chair": "conflict"},
    ),
    Example("a strategic group without a deputy", "csp: partnership strategic", {"csp|deputy": "query"}),
    Example("a vice-chair", "csp: partnership strategic; eds: post; eds vice-chairs csp", {"csp|deputy": "met"}),
    Example(
        "two who chair in turn",
        "csp: partnership strategic; a: post; b: post; a chairs csp; b chairs csp",
        {"csp|chair": "met", "csp|deputy": "met"},
    ),
    Example(
        "a post and whoever holds it are one chair",
        "csp: partnership strategic; a: post; s: person; s holds a; a chairs csp; s chairs csp",
        {"csp|chair": "met", "csp|deputy": "query"},
    ),
    Example(
        "a second chair who is only inferred",
        "csp: partnership strategic; a: post; b: post; a chairs csp; b chairs csp [inferred]",
        {"csp|chair": "met", "csp|deputy": "query"},
    ),
    Example(
        "two sources, each with another chair",
        "csp: partnership strategic; s: source; t: source; a: post; b: post; a chairs csp [source=s]; "
        "b chairs csp [source=t]",
        {"csp|chair": "partly", "csp|deputy": "query"},
    ),
    Example(
        "two sources, of which one names both chairs",
        "structure source=s; csp: partnership strategic; s: source; t: source; a: post; b: post; x: person; "
        "x holds a; a chairs csp; x chairs csp [source=t]; b chairs csp [source=t]",
        {"csp|chair": "met", "csp|deputy": "met"},
    ),
)
