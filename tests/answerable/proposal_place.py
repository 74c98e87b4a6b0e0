"""An area with two commissioning groups that a board is to make into one."""

from pathlib import Path

AREA = """\
schema: 1
id: area
title: Our area
as_of: "2003-11-21"
bodies:
  - {id: county, kind: county_council, name: County Council}
  - {id: police, kind: police_force, name: Police}
  - {id: fire, kind: fire_authority, name: Fire Authority}
groups:
  - {id: board, kind: board, name: Board, per_year: 4, hours: 2}
  - {id: jcg, kind: group, name: Joint Commissioning Group, aliases: [JCG], per_year: 12, hours: 2}
  - {id: ypjcg, kind: group, name: "Young People's Group", per_year: 6, hours: 2}
posts:
  - {id: manager, name: Commissioning manager}
people:
  - {id: jo.bloggs, name: Jo Bloggs}
plans:
  - {id: plan, kind: strategy, name: Treatment plan}
documents:
  - {id: tor, kind: terms_of_reference, name: Terms of the JCG, status: agreed}
seats:
  - {member: county, group: jcg}
  - {member: county, group: ypjcg}
  - {member: police, group: jcg}
  - {member: police, group: ypjcg}
  - {member: fire, group: board}
  - {member: jo.bloggs, group: ypjcg, role: chair, on_behalf_of: fire}
  - {member: manager, group: jcg, role: chair}
lines:
  - {kind: accountable_to, from: jcg, to: board}
  - {kind: accountable_to, from: ypjcg, to: board}
  - {kind: accountable_to, from: board, to: county}
links:
  - {type: owns, group: jcg, plan: plan}
  - {type: governed_by, group: jcg, document: tor}
  - {type: post_in, post: manager, home: county}
  - {type: supports, from: manager, to: ypjcg}
"""
CHANGE = """\
schema: 1
title: One commissioning group
from: 2003-11-21
merges:
  - groups: [JCG, Young People's Group]
    into: joint
    name: One Commissioning Group
    rhythm: 6/yr, 2h
    seats: one_per_organisation
    chair: Commissioning manager
    afterwards:
      - {group: JCG, fate: ends}
      - {group: ypjcg, fate: narrower, rhythm: "2/yr, 1h"}
"""


def laid_out(folder: Path) -> Path:
    """Write the area and the change into a folder, and return the area's file."""
    (folder / "change.yaml").write_text(CHANGE, "utf-8")
    file = folder / "area.yaml"
    file.write_text(AREA, "utf-8")
    return file
