"""The tiny text form of a structure, for the examples of rules and for counterexamples a person can read.

Statements stand one a line, or between ``;``; ``#`` starts a comment. An id that no statement declares is taken for
what the statements about it make most likely: what answers, or is sat on, is a group; who sits is a body; who chairs
is a post.

=============================================  =====================================================================
``csp: partnership strategic new "South CSP"`` an entity: its kind, words and ``key=value``, a name in quotes
``tor: terms_of_reference agreed``             a document with its status; ``f: fund grant``, ``p: strategy``,
                                               ``x: post``, ``s: source date=2003-11-21``, ``m: milestone plan=p``
``a => b``, ``a -> b``, ``a ~> b``             a is accountable to b, reports to b, works by delegation from b
``police on csp as officer for county``        a seat; also ``chairs``, ``vice-chairs``, ``deputises on``,
                                               ``attends``, ``serves``, ``leads``, ``answers for``
``dag part of csp``, ``tor governs csp`` ...   the other relations: see `graphmodel.shorthand.grammar.VERBS`
``x carries drugs for g``                      a portfolio; without ``for``, one at large
``a, b on g``                                  the same of several
``... [inferred, from=2003, subject=money]``   evidence, dates and further properties, at the end of any statement
``claim a tier=strategic [inferred]``          a claim; of a relation, by its key in quotes
``denied terms_of_reference of a``             a claim that there is none
``silent chair of a``                          what the sources do not say
``complete line of a``, ``complete chair``     a complete list: of one subject, of the whole file
``merge a b=yes into c on 2003-04 [continues=no]``  a change; ``agreed by a about b on 2003`` is a step
``as of 2003-11-21``, ``structure title="..."``     about the structure itself
=============================================  =====================================================================

A word that means something else, or holds spaces or marks, is written in double quotes as in JSON.
"""

from graphmodel.shorthand.reader import parse
from graphmodel.shorthand.words import ShorthandError
from graphmodel.shorthand.writer import write

__all__ = ["ShorthandError", "parse", "write"]
