"""What each field of a structure document holds, in a sentence, for whoever writes one. An editor shows them.

A name alone speaks for every class that has such a field; a class before it, for that class only.
"""

from __future__ import annotations

ANYWHERE = {
    "id": "A short name for the machine, once in the file, without spaces. Other entries refer to it.",
    "name": "The name as people say it.",
    "aliases": "Other names of the same thing; a reference may use them too.",
    "named": "false where the name is ours and the source gives none.",
    "kind": "What kind it is; one of a closed list.",
    "type": "Which sort of link this is.",
    "set": "true where the entry stands for several alike, such as 'the task groups'.",
    "count": "How many there are, where the entry stands for several.",
    "umbrella": "true for a set whose members may be entries of their own, so that it counts as none.",
    "evidence": "What the entry rests on. Left out: stated by the source of the file.",
    "claims": "Evidence about single properties of the entry, where it differs from that of the rest.",
    "valid_from": "Since when it holds. Left out: no bound.",
    "valid_to": "When it is over: on this day it no longer holds. Left out: no bound.",
    "note": "A note of ours, in our own words.",
    "themes": "What it is about, such as drugs or housing.",
    "is_new": "Whether the source calls it new.",
    "rhythm": "How often, in the words of the source.",
    "per_year": "How often, in times a year.",
    "not_after": "Where the date is not known: the last day on which it can have been.",
    "terminus": "Whether accountability may end here.",
    "from": "The id of the one whose relation it is.",
    "to": "The id of the one it leads to.",
    "group": "The id of the group.",
    "plan": "The id of the plan.",
    "post": "The id of the post.",
    "person": "The id of the person.",
    "fund": "The id of the fund.",
    "amount": "How much, in pounds.",
    "subject": "What it is about, where it is not about everything.",
}

_STRUCTURE = {
    "schema": "The version of this format.",
    "id": "A short name of the partnership for the machine. A database holds it under this id.",
    "title": "The partnership's name, as the heading of reports and maps.",
    "as_of": "The day the file describes; an audit takes it unless told otherwise.",
    "profile": "The rules that the file is meant to be audited with.",
    "source": "The id of the source of every fact that names no other.",
    "sources": "The texts that facts come from.",
    "bodies": "Organisations.",
    "groups": "Partnerships, boards, groups, forums, networks and teams.",
    "posts": "Offices that somebody holds.",
    "people": "Persons, by name. They are shown only when asked for.",
    "plans": "Strategies, audits, targets and other things to be done.",
    "milestones": "Dated steps of plans.",
    "funds": "Money.",
    "documents": "Terms of reference, protocols, agreements and other writings.",
    "areas": "Places that groups cover.",
    "events": "Changes, such as a merger, and steps, such as a consultation.",
    "seats": "Who sits on which group, in which role. A seat is never a line.",
    "lines": "Who answers to whom.",
    "links": "Every other relation; `type` says which.",
    "silences": "What the sources do not say: questions to ask, never faults.",
    "completeness": "Lists that are declared complete. Only there does silence become a fault.",
}

_EVIDENCE = {
    "source": "The id of the source. Left out: the source of the file.",
    "locator": "The place in the source, such as 'item 3' or 'page 4'.",
    "modality": "How the source speaks of it; from stated, the firmest, to not_stated.",
    "reason": "Why an inferred fact was inferred.",
    "quote": "A short quotation, at most 300 characters.",
    "captured_on": "When the fact was taken down.",
    "captured_by": "Who took it down.",
}

_SEAT = {
    "seniority": "How senior its holder is in the body they sit for.",
    "authority": "Whether its holder may decide on behalf of those they sit for.",
    "vacant_since": "Since when nobody has filled the seat.",
    "member": "The id of who sits there: a body, a group, a post or a person.",
    "group": "The id of the group they sit on.",
    "role": "What they do there. Attending as adviser and servicing are not membership.",
    "capacity": "In what capacity they sit there.",
    "on_behalf_of": "The id of the body or group for which they sit there.",
    "voting": "Whether they have a vote.",
    "attendance": "The part of the meetings that they come to, from 0 to 1. Left out: all of them.",
    "travel": "How many hours they are on the way for each meeting, there and back.",
    "rate": "What an hour of theirs costs, in pounds.",
}

_LINE = {
    "from": "The id of the group or post that answers.",
    "to": "The id of the group, body or post that it answers to.",
    "kind": "What the line is; all kinds point from who answers to who is answered to.",
    "subject": "What it answers for, where not for everything. Lines on different subjects are different lines.",
    "frequency": "How often it reports, in the words of the source.",
    "per_year": "How often it reports, in times a year.",
    "report": "The name of the report. Lines of one group with the same name here are served by one report.",
    "form": "How it reports, such as 'in writing'.",
    "powers": "What the one it answers to can do.",
    "lead": "true where this line leads among several of the same group.",
}

_GROUP = {
    "tier": "The layer it works at.",
    "purpose": "What it is for, in a sentence.",
    "functions": "What it is there for, such as crime_and_disorder or drugs.",
    "integration": "How far work on crime and on drugs has become one.",
    "decision_rights": "What it may decide, such as money or statutory.",
    "seniority": "How senior those who sit on it are to be.",
    "rhythm": "How often it meets, in the words of the source.",
    "per_year": "How often it meets, in times a year.",
    "duration": "How long a meeting takes, in the words of the source.",
    "hours": "How long a meeting takes, in hours.",
    "preparation": "How many hours a member needs to prepare for a meeting.",
    "meets_on": "Days on which it is known to meet, so that clashes can be seen.",
}

_DOCUMENT = {
    "status": "How far it has come; none says that there is no such document.",
    "approved_on": "When it was approved.",
    "approved_by": "The id of the group, body or post that approved it.",
    "review_due": "When it is to be looked at again.",
    "elements": "What it contains, such as chair or accountability.",
    "says_members": "The ids of those it names as members of the group it governs.",
    "says_chair": "The id of whoever it names as chair of the group it governs.",
    "says_accountable_to": "The ids of those to whom, as it says, the group it governs answers.",
    "says_per_year": "How often a year, as it says, the group it governs meets.",
}

_EVENT = {
    "date": "When it happened.",
    "originals": "What a change began with, and whether each goes on.",
    "results": "The ids of what came out of a change.",
    "participants": "The ids of who took part in a step.",
    "subjects": "The ids of what a step was about.",
    "status": "The legal standing of a merger of crime partnerships.",
    "basis": "The id of the document it rests on.",
}

OWN = {
    "Structure": _STRUCTURE,
    "Evidence": _EVIDENCE,
    "Seat": _SEAT,
    "ReportingLine": _LINE,
    "Group": _GROUP,
    "Document": _DOCUMENT,
    "Event": _EVENT,
    "Claim": {
        "property": "The name of the property.",
        "value": "What it is said to be. Left out: the property as such.",
    },
    "Silence": {"about": "The id of what the sources are silent about.", "what": "What they do not say of it."},
    "Completeness": {
        "of": "What was listed.",
        "about": "The id of the entry whose list it is. Left out: every entry of the file.",
    },
    "Original": {"id": "The id of what the change began with.", "continues": "Whether it goes on afterwards."},
    "Body": {
        "sector": "The sector it belongs to.",
        "fte": "How many full-time posts it has for work in partnerships.",
        "terminus": "Whether accountability may end here. Left out: the kind decides.",
    },
    "Post": {
        "responsible_for": "What its holder looks after.",
        "fte": "How much of a full-time post it is, such as 0.5.",
        "interim": "Whether its holder is there for the time being only.",
        "vacant_since": "Since when nobody has held it.",
    },
    "Plan": {"single_agency": "true for a plan that one body pursues alone."},
    "Person": {"public_role": "true for somebody who holds a public role."},
    "Milestone": {"due": "When it is to be done.", "done_on": "When it was done."},
    "Fund": {
        "stream": "The programme it comes from, as rules name it, such as bsc.",
        "ring_fenced": "Whether it may be spent only on `restricted_to`.",
        "restricted_to": "What it may be spent on.",
        "accountable_body": "The id of the body or group that accounts for it.",
    },
    "Area": {
        "authority_type": "How local government is arranged there.",
        "nation": "The nation it lies in.",
        "flags": "Marks that rules ask for, such as nrf88.",
        "adjoins": "The ids of the areas next to it.",
    },
    "Source": {
        "date": "When it was written; what it says in the present tense holds on that day.",
        "words": "Its length in words.",
        "version": "Which version it is.",
        "updates": "The id of the source it updates.",
        "address": "Where it can be found.",
    },
    "PartOf": {"part": "The id of the smaller group or area.", "whole": "The id of the one it is part of."},
    "LineManagedBy": {"managed": "The id of the post or team that is managed.", "manager": "The id of the post above."},
    "PostIn": {"home": "The id of the body or group that the post is in."},
    "PooledInto": {"pool": "The id of the pool.", "share": "The part of the fund that is pooled, from 0 to 1."},
    "LinkedTo": {"content": "What the tie consists of."},
    "Covers": {"area": "The id of the area."},
    "GovernedBy": {"document": "The id of the document."},
    "CarriesPortfolio": {
        "group": "The id of the group for which the post looks after it. Left out: at large.",
        "subject": "What the post looks after.",
    },
    "Monitors": {"rhythm": "How often it looks, in the words of the source."},
}


def description(owner: str, field: str) -> str | None:
    """Return what a field of a class holds, by its name in a file; None where nothing is written down."""
    return OWN.get(owner, {}).get(field) or ANYWHERE.get(field)
