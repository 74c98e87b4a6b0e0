"""The words by which names of the field are told apart: organisations, groups, posts and people.

Phrases stand between commas, in small letters, `and` for `&`, in the singular. Of kinds of body the first that fits
counts, so what is narrower stands first; of kinds of group that whose word comes last in the name.
"""

from __future__ import annotations

from graphmodel.kinds import BodyKind, DocumentKind, FundKind, GroupKind, PlanKind

BODY_WORDS: tuple[tuple[BodyKind, str], ...] = (
    (
        BodyKind.POLICE_AND_CRIME_COMMISSIONER,
        "police and crime commissioner, police crime commissioner, police fire and crime commissioner, pcc, opcc, pfcc",
    ),
    (BodyKind.POLICE_AUTHORITY, "police authority"),
    (BodyKind.POLICE_DIVISION, "police division, basic command unit, bcu, policing unit, police area"),
    (BodyKind.FIRE_AUTHORITY, "fire and rescue authority, fire authority, fire and civil defence authority"),
    (
        BodyKind.FIRE_SERVICE,
        "fire and rescue service, fire and rescue, fire rescue service, fire service, fire brigade, frs, fire",
    ),
    (BodyKind.MIXED, "youth offending team, youth offending service, youth justice service, yot, yos, yjs"),
    (BodyKind.MIXED, "responsible authority, partner agency, all agencies, all partners, statutory agency"),
    (BodyKind.PROBATION_SERVICE, "probation, community rehabilitation company, crc, nps"),
    (BodyKind.PRISON_SERVICE, "prison, hmp, hmps, young offender institution, hmpps"),
    (BodyKind.VOLUNTARY, "prisoners families"),
    (BodyKind.COMBINED_AUTHORITY, "combined authority, mayoral combined authority, greater london authority"),
    (BodyKind.INTEGRATED_CARE_BOARD, "integrated care board, icb"),
    (BodyKind.LOCAL_HEALTH_BOARD, "local health board, university health board, health board, lhb"),
    (BodyKind.CLINICAL_COMMISSIONING_GROUP, "clinical commissioning group, ccg"),
    (BodyKind.PRIMARY_CARE_TRUST, "primary care trust, pct"),
    (BodyKind.HEALTH_AUTHORITY, "strategic health authority, health authority"),
    (BodyKind.OTHER, "hospital, foundation trust, nhs trust, ambulance, mental health trust, care trust"),
    (BodyKind.VOLUNTARY, "council for voluntary service, council of voluntary service, voluntary council, cvs"),
    (BodyKind.COUNTY_COUNCIL, "county council"),
    (BodyKind.UNITARY_COUNCIL, "unitary council, unitary authority"),
    (
        BodyKind.BOROUGH_COUNCIL,
        "metropolitan borough council, metropolitan borough, london borough, royal borough, borough council, mbc",
    ),
    (BodyKind.DISTRICT_COUNCIL, "district council, dc"),
    (BodyKind.CONNEXIONS_SERVICE, "connexions"),
    (BodyKind.GOVERNMENT_OFFICE, "government office, gowm, gosw, goem, gose, gonw, goyh"),
    (BodyKind.HOME_OFFICE, "home office"),
    (
        BodyKind.GOVERNMENT_DEPARTMENT,
        (
            "department for, department of health, department of transport, ministry of, cabinet office, hm treasury, "
            "department for work and pensions, dwp, jobcentre plus, job centre plus, jobcentre"
        ),
    ),
    (
        BodyKind.VOLUNTARY,
        (
            "voluntary, charity, charitable, third sector, vcs, citizens advice, citizens advice bureau, "
            "age concern, age uk, neighbourhood watch, women's aid, womens aid, crimestoppers, "
            "nacro, addaction, turning point, cranstoun, samaritans, salvation army, relate, shelter, barnardos, "
            "victim support, faith group, community association, residents association, tenants association"
        ),
    ),
    (
        BodyKind.HOUSING,
        (
            "housing association, housing group, housing trust, housing society, housing provider, "
            "registered social landlord, rsl, social landlord, housing, arms length management organisation, almo"
        ),
    ),
    (BodyKind.EDUCATION, "school, college, university, academy, academy trust, sixth form"),
    (BodyKind.PRIVATE, "plc, llp, chamber of commerce, local business, business sector, private sector"),
    (BodyKind.POLICE_FORCE, "constabulary, police force, police service, police"),
)

GROUP_WORDS: tuple[tuple[GroupKind, str], ...] = (
    (
        GroupKind.PARTNERSHIP,
        (
            "partnership, alliance, lsp, csp, cdrp, drug action team, drug and alcohol action team, drugs action team, "
            "substance misuse action team, dat, daat, smat"
        ),
    ),
    (GroupKind.BOARD, "board, executive board"),
    (
        GroupKind.GROUP,
        (
            "group, sub group, subgroup, committee, sub committee, subcommittee, panel, working party, task force, "
            "taskforce, task and finish, jcg, executive committee, steering, cluster, commission"
        ),
    ),
    (GroupKind.FORUM, "forum, assembly"),
    (GroupKind.NETWORK, "network"),
    (GroupKind.TEAM, "team"),
    (GroupKind.MEETING_SERIES, "meeting, conference, marac"),
)

DOCUMENT_WORDS: tuple[tuple[DocumentKind, str], ...] = (
    (DocumentKind.TERMS_OF_REFERENCE, "terms of reference, tor, remit"),
    (DocumentKind.CONSTITUTION, "constitution"),
    (DocumentKind.PROTOCOL, "protocol"),
    (DocumentKind.SELF_ASSESSMENT, "self assessment"),
    (DocumentKind.AGREEMENT, "agreement, memorandum of understanding, mou, service level agreement, sla, compact"),
    (DocumentKind.DECISIONS, "minutes, record of decisions, decisions"),
    (DocumentKind.SCHEDULE, "schedule"),
    (DocumentKind.ORDER, "order"),
)

PLAN_WORDS: tuple[tuple[PlanKind, str], ...] = (
    (PlanKind.DELIVERY_PLAN, "delivery plan, action plan, implementation plan"),
    (PlanKind.AUDIT, "audit, needs assessment, strategic assessment"),
    (PlanKind.TARGET, "target"),
    (PlanKind.PRIORITY, "priority"),
    (PlanKind.STRATEGY, "strategy, plan"),
)

FUND_WORDS: tuple[tuple[FundKind, str], ...] = (
    (FundKind.POOL, "pool, pooled budget, pooled fund"),
    (FundKind.MAINSTREAM, "mainstream, core budget, base budget"),
    (FundKind.GRANT, "grant"),
)

STAFF_TEAMS = ("yot", "yos", "yjs", "youth offending team", "youth offending service", "youth justice service")
"""Staff teams that stand on lists of bodies as often as on lists of groups."""

POST_WORDS = (
    "officer, manager, coordinator, co ordinator, director, chief executive, chair, vice chair, chairman, chairwoman, "
    "chairperson, superintendent, chief constable, inspector, sergeant, constable, commander, head, leader, lead, "
    "portfolio holder, cabinet member, adviser, advisor, administrator, analyst, secretary, clerk, treasurer, "
    "governor, commissioning manager, chief fire officer, borough commander, consultant, practitioner, "
    "champion, chief officer, ceo, sro, dph, mayor, councillor, post, worker, supervisor, principal, head teacher, "
    "headteacher, strategist, trainer"
)

PERSON_TITLES = (
    "mr mrs ms miss mx dr cllr councillor coun cllrs alderman ald prof professor rev revd reverend canon fr sir dame "
    "lord lady baroness baron bishop archdeacon imam rabbi sister hon rt "
    "supt superintendent insp inspector sgt sergeant constable pc ps pi pcso wpc dc ds di dci dcs dsupt dac cs ci det "
    "detective ch cinsp chsupt acting a/insp a/supt t/supt t/dci cc dcc acc cmdr commander cdr capt captain maj major "
    "col colonel lt brig brigadier gp"
)
"""Titles and ranks that stand before the name of a person, or behind it after a comma."""

BEFORE_RANKS = ("chief", "deputy", "assistant", "temporary", "acting", "temp", "ass't", "asst", "dep")
"""Words before a rank that make it another, and are none by themselves: `Chief Inspector`."""

BODY_NOUNS = (
    "council, authority, trust, service, agency, department, directorate, association, ltd, limited, office, company, "
    "foundation, project, centre, center, society, federation, consortium, cooperative, co operative, institute, "
    "mosque, hospital, surgery, clinic, practice, ambulance, magistrate, ministry, "
    "inspectorate, bureau, union, scheme, organisation, charity, community, enterprise, commission, borough, "
    "county, district, city, constituency, division, region, nhs, ics, cps, lea, phe, lcjb, hmcts, mod, "
    "uk, health, education, social care, children, youth, student, young people, user, "
    "carer, resident, tenant, "
    "victim, family, drug, alcohol, substance misuse, treatment, advice, refuge, hostel, justice, crime, safety, "
    "business, industry, retailer, transport, railway, bus, press, radio, media, sport, leisure, library, licensing, "
    "planning, environment, army, navy, rep, representative, member, officer, staff, other, everyone, anybody, "
    "university, primary, secondary, home, homes, group, network, partner"
)
"""Words of which one is enough that a name is no person's, though they say of no kind what it is."""

GIVEN_NAMES = (
    "adam adrian ahmed alan alex alexander alison amanda amy andrea andrew andy angela ann anna anne anthony antony "
    "barbara barry ben benjamin bernard beth beverley bill bob brenda brian bridget bruce carol caroline catherine "
    "charles charlotte chris christina christine christopher claire clare colin craig daniel danny darren dave david "
    "dawn dean deborah debbie denise dennis derek diana diane donald donna dorothy douglas duncan edward eileen "
    "elaine eleanor elizabeth ellen emily emma eric fatima fiona frances francis frank fred gareth gary gavin geoff "
    "geoffrey george gerald gillian glen glenn gordon graham grace greg hannah harry hazel heather helen henry howard "
    "hugh ian imran irene jack jackie jacqueline james jamie jane janet janice jason jayne jean jeff jennifer jenny "
    "jeremy jessica jill jim joan joanna joanne joe john jonathan joseph josephine joyce judith julia julian julie "
    "karen kate katherine kathleen kathryn keith kelly ken kenneth kerry kevin kim laura lawrence lee leonard lesley "
    "leslie lewis liam linda lindsay lisa liz louise lucy luke lynn lynne maggie malcolm margaret maria marie marion "
    "mark martin mary matt matthew maureen maxine megan melanie michael michelle mike mohammed mohamed nadia natalie "
    "neil nicholas nick nicola nigel norman oliver olivia pamela pat patricia patrick paul paula pauline penny peter "
    "phil philip phillip priya rachel ralph raymond rebecca richard rita rob robert robin roger ronald rosemary ross "
    "roy russell ruth ryan sally sam samantha samuel sandra sarah scott sean sharon shaun sheila shirley simon sophie "
    "stanley stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia teresa terence terry "
    "theresa thomas tim timothy tina tom tony tracey tracy trevor valerie vanessa vera vicky victoria vincent wayne "
    "wendy william yasmin yvonne zoe"
)
"""Given names that many bear here; with any other, a name is no person's unless it has a title or initials."""
