"""What REP-08 gives, shown on small structures."""

from __future__ import annotations

from queries.rule import Example

EXAMPLES = (
    Example(
        "somebody is named for each body",
        "dc: district_council; ce: post; ce in dc; ce on eso; eso: group",
        {"eso|people": "met"},
    ),
    Example(
        "a body and, beside it, its officer",
        "dc: district_council; ce: post; ce in dc; dc on eso; ce on eso",
        {"eso|people": "met"},
    ),
    Example(
        "the seat is only inferred",
        "dc: district_council; ce: post; ce in dc; ce on eso [inferred]",
        {"eso|people": "partly"},
    ),
    Example(
        "fifteen bodies without a name are one question",
        "; ".join(f"{body} on board1" for body in "abcdefghijklmno"),
        {"board1|people": "query"},
    ),
    Example(
        "who represents whom is declared complete",
        "police on eso; complete representative of eso",
        {"eso|people": "fail"},
    ),
    Example(
        "somebody is named, and denied",
        "dc: district_council; ce: post; ce in dc; ce on eso; denied representative of eso",
        {"eso|people": "conflict"},
    ),
    Example("nobody known to sit there", "eso: group", {"eso|people": "na"}),
    Example(
        "a seat that has been empty since the spring",
        "ce: post; ce on eso [vacant_since=2003-05]; as of 2003-11-21",
        {"eso|vacant": "fail"},
    ),
    Example(
        "the post that goes with it has been empty since the spring",
        "ce: post vacant_since=2003-05; ce on eso; as of 2003-11-21",
        {"eso|vacant": "fail"},
    ),
    Example(
        "that the post is there is only inferred",
        "ce: post vacant_since=2003-05 [inferred]; ce on eso; as of 2003-11-21",
        {"eso|vacant": "query"},
    ),
    Example("since when is not known", "ce: post; ce on eso [vacant_since=unknown]", {"eso|vacant": "query"}),
    Example(
        "authority is recorded",
        "dc: district_council; ce: post; ce in dc; csp: partnership; ce on csp [authority]",
        {"csp|authority": "met"},
    ),
    Example(
        "authority is not recorded",
        "dc: district_council; ce: post; ce in dc; csp: partnership; ce on csp",
        {"csp|authority": "query"},
    ),
    Example(
        "names are asked for, and authority is known not to be given",
        "dc: district_council; ce: post; ce in dc; csp: partnership; ce on csp; police on csp; "
        "complete authority of csp",
        {"csp|people": "query", "csp|authority": "fail"},
    ),
    Example(
        "names are asked for, and authority is denied",
        "dc: district_council; ce: post; ce in dc; csp: partnership; ce on csp; police on csp; denied authority of csp",
        {"csp|people": "query", "csp|authority": "fail"},
    ),
    Example(
        "a source says that there is none",
        "dc: district_council; ce: post; ce in dc; csp: partnership; ce on csp [authority=false]",
        {"csp|authority": "fail"},
    ),
    Example(
        "less senior than the group asks for",
        "csp: partnership seniority=chief; o: post; o on csp [seniority=officer]",
        {"csp|seniority": "fail"},
    ),
    Example(
        "how senior is not known", "csp: partnership seniority=chief; o: post; o on csp", {"csp|seniority": "query"}
    ),
    Example(
        "as senior as asked for",
        "csp: partnership seniority=director; o: post; p: post; "
        "o on csp [seniority=chief]; p on csp [seniority=director]",
        {"csp|seniority": "met"},
    ),
    Example(
        "nobody says whom those who sit there sit for",
        "ce: post; p: person; ce on eso; p on eso",
        {"eso|people": "na"},
    ),
    Example(
        "a neighbour is not asked",
        "csp: partnership; police on csp; police on y; y: board functions=youth_offending",
        {"csp|people": "query", "y": "na"},
    ),
    Example(
        "one of the seats is only inferred, and those for whom somebody sits are declared complete",
        "police on eso; fire on eso [inferred]; complete representative of eso",
        {"eso|people": "fail"},
    ),
    Example(
        "of one it is said that they may not decide, of another only inferred",
        "dc: district_council; ce: post; tr: post; ce in dc; tr in dc; csp: partnership; ce on csp [authority=false]; "
        "tr on csp [authority=false, inferred]",
        {"csp|authority": "fail"},
    ),
    Example(
        "one is less senior than asked for, another only perhaps",
        "csp: partnership seniority=chief; o: post; p: post; o on csp [seniority=officer]; "
        "p on csp [seniority=officer, inferred]",
        {"csp|seniority": "fail"},
    ),
    Example(
        "how senior they are is declared complete",
        "csp: partnership seniority=chief; o: post; p: post; o on csp; p on csp [inferred]; complete seniority of csp",
        {"csp|seniority": "fail"},
    ),
)
