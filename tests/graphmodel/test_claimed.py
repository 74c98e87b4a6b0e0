"""Which claim speaks for a property on a day."""

from graphmodel.claimed import denials, firmest, in_force
from graphmodel.dates import Day
from graphmodel.entities import Group
from graphmodel.evidence import Claim, EvidenceLevel, Modality
from graphmodel.kinds import GroupKind

ON = Day("2003-11-21")


def claim(value: str | None, modality: Modality = Modality.STATED, *, to: str | None = None) -> Claim:
    evidence = {"modality": modality}
    return Claim.model_validate({"property": "purpose", "value": value, "evidence": evidence, "valid_to": to})


def group(*claims: Claim) -> Group:
    return Group(id="a", name="A", kind=GroupKind.BOARD, claims=claims)


def test_an_ended_claim_says_nothing_any_more() -> None:
    ended, now = claim("to build", to="1999"), claim("to agree", Modality.INFERRED)
    assert in_force(group(ended, now), ON) == (now,)
    assert firmest(group(ended, now), "purpose", ON, EvidenceLevel.ASSERTED.admits) == now


def test_the_firmest_speaks_and_only_what_is_admitted() -> None:
    weak, firm = claim("to meet", Modality.ASSERTED_GENERAL), claim("to agree", Modality.INFERRED)
    assert firmest(group(weak, firm), "purpose", ON, EvidenceLevel.ASSERTED.admits) == firm
    assert firmest(group(weak, firm), "purpose", ON, EvidenceLevel.STATED.admits) is None


def test_a_claim_that_may_have_ended_is_not_relied_on() -> None:
    assert in_force(group(claim("to build", to="2003")), ON) == ()


def test_a_denial_counts_while_it_holds() -> None:
    now = claim(None, Modality.DENIED)
    assert denials(group(now), ON) == {"purpose": now}
    assert denials(group(claim(None, Modality.DENIED, to="1999")), ON) == {}
    assert denials(group(claim("to agree", Modality.DENIED)), ON) == {}
