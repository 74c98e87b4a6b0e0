"""What is asked where no rule has words for it: one plain question for each thing that sources may not say."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.entities import SetEntity
from graphmodel.evidence import What
from graphmodel.index import Index
from queries.wording import WHAT_WORDS, day_in_words, joined

_QUESTIONS: Mapping[str, str] = {
    What.TERMS_OF_REFERENCE: "{does} {name} have terms of reference? If so, please send them.",
    What.LINE: "To whom {does} {name} answer, on what, and how often?",
    What.CHAIR: "Who chairs {name}?",
    What.VICE_CHAIR: "Who takes the chair of {name} when the chair is away?",
    What.MEMBERSHIP: "Who sits on {name}?",
    What.PART_OF: "Of which partnership {is} {name} a part, if of any?",
    What.CONTINUATION: "Did {name} still exist on {day}? If not, until when?",
    What.PREDECESSORS: "What did {name} take over from?",
    What.NAME: "What {is} {name} called?",
    What.COUNT: "How many of these are there: {name}?",
    What.DATE: "When was this: {name}?",
    What.RHYTHM: "How often {does} {name} meet, and for how long?",
    What.HOME: "For which body {does} {name} work?",
    What.HOLDER: "Who holds the post of {name}?",
    What.LINE_MANAGER: "Who manages {name}?",
    What.REPRESENTATIVE: "Who sits for {name}?",
    What.LEAD: "Of those to whom {name} {answers}, which comes first?",
    What.SUBJECT: "On what {does} {name} report, how often and in what form?",
    What.OWNER: "Which group owns {name}?",
    What.MONITORING: "Who watches whether the plans of {name} are carried out?",
    What.MILESTONES: "What are the dated steps of the plans of {name}?",
    What.JOINT_PLAN: "{does} {name} have a plan for crime and drugs together?",
    What.SELF_ASSESSMENT: "Has {name} looked at how well it works?",
    What.CONTENT: "What does this contain: {name}? Please send it.",
    What.FUNDING: "What money does {name} work with?",
    What.FUNDING_GROUP: "Which group plans the use of the money of {name}?",
    What.POOLING: "Which budgets are put together for {name}?",
    What.LSP_LINK: "How is {name} tied to the local strategic partnership?",
    What.YOT_LINK: "How is {name} tied to the youth offending team?",
    What.VOLUNTARY_LINK: "How is {name} tied to the voluntary sector?",
    What.PCT_LINK: "How is {name} tied to the Primary Care Trusts?",
    What.NEIGHBOURHOOD_RENEWAL: "What does {name} have to do with neighbourhood renewal?",
    What.STATUTORY_ORDER: "On what order or agreement in law does this rest: {name}?",
    What.FORMALISATION: "Were the arrangements of {name} put in writing? When?",
    What.SECRETARIAT: "Who services {name}?",
    What.POSTS: "Which posts are there in {name}?",
    What.GROUPS: "Which groups are there in {name}?",
    What.AUTHORITY_TYPE: "How is local government arranged in {name}: unitary, or in two tiers?",
    What.SEAT: "On which groups does {name} have a seat?",
    What.REPORT: "To which groups is progress on {name} reported, and how often?",
    What.STRATEGY: "Which strategy or mission statement guides {name}?",
    What.TARGETS: "Which targets of {name} serve the work on crime and on drugs alike?",
    What.PLANNING: "When and where is work on crime and on drugs planned together by {name}?",
    What.DECISIONS: "Where can the decisions of {name} be read?",
    What.ACCOUNTABLE_BODY: "Which body holds this money and answers for how it is spent: {name}?",
    What.TIE: "Does {name} account there, or is the seat for information?",
}


IN_SHORT: Mapping[str, str] = {
    **WHAT_WORDS,
    What.TERMS_OF_REFERENCE: "terms of reference",
    What.CHAIR: "who chairs it",
    What.VICE_CHAIR: "who stands in for the chair",
    What.PART_OF: "of what it is a part",
    What.CONTINUATION: "whether it went on",
    What.PREDECESSORS: "what it took over from",
    What.NAME: "its name",
    What.COUNT: "how many there are",
    What.DATE: "the date",
    What.RHYTHM: "how often it meets",
    What.HOME: "for which body its holder works",
    What.LINE_MANAGER: "who manages it",
    What.REPRESENTATIVE: "who sits for it",
    What.SUBJECT: "on what it reports, and how often",
    What.OWNER: "whose it is",
    What.MONITORING: "who watches whether it is carried out",
    What.MILESTONES: "dated steps",
    What.JOINT_PLAN: "a plan for crime and drugs together",
    What.SELF_ASSESSMENT: "how well it judges itself to work",
    What.CONTENT: "what it contains",
    What.FUNDING: "what money it works with",
    What.FUNDING_GROUP: "who plans the use of the money",
    What.POOLING: "which budgets are put together",
    What.LSP_LINK: "a tie to the local strategic partnership",
    What.YOT_LINK: "a tie to the youth offending team",
    What.VOLUNTARY_LINK: "a tie to the voluntary sector",
    What.PCT_LINK: "a tie to the Primary Care Trusts",
    What.NEIGHBOURHOOD_RENEWAL: "its part in neighbourhood renewal",
    What.STATUTORY_ORDER: "the order it rests on",
    What.FORMALISATION: "when it was put in writing",
    What.SECRETARIAT: "who services it",
    What.AUTHORITY_TYPE: "how local government is arranged",
    What.SEAT: "its seats",
    What.REPORT: "to whom it is reported",
    What.STRATEGY: "which strategy guides it",
    What.TARGETS: "targets for crime and drugs together",
    What.PLANNING: "when crime and drugs are planned together",
    What.DECISIONS: "where its decisions can be read",
    What.ACCOUNTABLE_BODY: "which body answers for the money",
}
"""What is not known, as a few words after a name."""


def question_of(about: str, what: str, index: Index) -> str:
    """Return the question that asks for something about an entity or relation."""
    ends = about.split(" ")[1:3] if " " in about else [about]
    named = [index.entity[end].name if end in index.entity else end for end in ends]
    several = len(ends) == 1 and isinstance(entity := index.entity.get(ends[0]), SetEntity) and entity.set
    words = _QUESTIONS.get(what, f"What is evidenced of {{name}}: {WHAT_WORDS.get(what, what.replace('_', ' '))}?")
    filled = words.format(
        name=joined(named),
        does="do" if several else "does",
        answers="answer" if several else "answers",
        day=day_in_words(index.as_of),
        **{"is": "are" if several else "is"},
    )
    return filled[:1].upper() + filled[1:]
