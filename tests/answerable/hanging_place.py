"""A small place in which everything that may hang on somebody does."""

from pathlib import Path

PLACE = """\
schema: 1
id: place
title: Our place
as_of: "2003-11-21"
source: minutes
sources:
  - {id: minutes, name: Minutes of the board}
bodies:
  - {id: county, kind: county_council, name: County Council}
  - {id: districts, kind: district_council, name: District Councils, set: true, count: 3}
  - {id: probation, kind: probation_service, name: Probation}
areas:
  - {id: town, name: The town}
groups:
  - {id: board, kind: board, name: Board}
  - {id: drugs, kind: group, name: Drugs Group}
  - {id: young, kind: group, name: Young People's Group}
  - {id: crime, kind: group, name: Crime Group}
  - {id: locals, kind: group, name: Local groups, set: true}
  - {id: far, kind: group, name: Far Group}
  - {id: team, kind: team, name: Drugs Team}
posts:
  - {id: manager, name: Manager}
  - {id: officer, name: Chief Officer}
  - {id: shared, name: Shared post}
  - {id: wardens, name: Wardens, set: true}
people:
  - {id: ann.privy, name: Ann Privy}
  - {id: bo.second, name: Bo Second}
  - {id: cy.none, name: Cy None}
plans:
  - {id: plan, kind: strategy, name: Drugs plan}
funds:
  - {id: pool, kind: grant, name: The pool}
  - {id: pot, kind: grant, name: The pot, accountable_body: drugs}
documents:
  - {id: paper, kind: protocol, name: The protocol, approved_by: drugs}
seats:
  - {member: officer, group: board, role: chair, evidence: {locator: p3}}
  - {member: districts, group: board}
  - {member: manager, group: crime}
  - {member: manager, group: young, role: lead_officer}
  - {member: county, group: crime}
  - {member: districts, group: drugs, evidence: {modality: inferred, reason: named elsewhere}}
  - {member: shared, group: young, role: chair}
  - {member: wardens, group: locals}
lines:
  - {kind: accountable_to, from: locals, to: drugs}
  - {kind: accountable_to, from: young, to: drugs}
  - {kind: accountable_to, from: young, to: board}
  - {kind: accountable_to, from: drugs, to: county}
  - {kind: reports_to, from: far, to: manager}
links:
  - {type: part_of, part: locals, whole: drugs}
  - {type: covers, group: drugs, area: town}
  - {type: owns, group: drugs, plan: plan}
  - {type: plans_use_of, group: drugs, fund: pool}
  - {type: supports, from: manager, to: young}
  - {type: line_managed_by, managed: team, manager: manager}
  - {type: carries_portfolio, post: manager, group: drugs, subject: commissioning}
  - {type: post_in, post: officer, home: probation}
  - {type: holds, person: ann.privy, post: manager}
  - {type: holds, person: ann.privy, post: officer, evidence: {locator: p1}}
  - {type: holds, person: ann.privy, post: shared}
  - {type: holds, person: ann.privy, post: wardens}
  - {type: holds, person: bo.second, post: shared}
"""


def put_in(folder: Path) -> Path:
    """Write the place into a folder, and return its file."""
    file = folder / "place.yaml"
    file.write_text(PLACE, "utf-8")
    return file
