"""The options of `answerable audit` that say what goes beside it: which rules, what counts, and compared with what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

RulesOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="RULES",
        help="Ask these rules and no others: ids, or the letters of a family, such as ACC,TOR-01. May be given several "
        "times.",
    ),
]
ExcludeOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="RULES", help="Do not ask these rules; named as for --rules."),
]
MinSeverityOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--min-severity",
        metavar="SEVERITY",
        help="Leave out open findings of a lower priority than this: high, medium, low or information. The report says "
        "how many.",
    ),
]
WaiversOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        metavar="PATH",
        readable=False,
        help="Accepted exceptions, as YAML or JSON: marked in the report, and left out of --fail-on.",
    ),
]
BaselineOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="PATH",
        readable=False,
        help="An earlier report in JSON: say what is new, what is fixed and what is still open.",
    ),
]
FailOnOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="STATUS",
        help="End with 1 if there is a finding of this status or a worse one: fail, conflict, query, partly, "
        "observed, or never.",
    ),
]
FailOnNewOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--fail-on-new",
        help="Of these, count only what the --baseline did not have, had at a better status, or had as accepted.",
    ),
]
