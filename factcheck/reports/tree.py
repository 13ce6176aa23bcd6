"""A sentence drawn as it is read: its clauses, the groups in each, and the path from every number outwards."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.context.view import SentenceView, Views
from factcheck.documents import document_from_text
from factcheck.quantities import Quantity, read_quantities
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.sentence import Sentence
from factcheck.vocabulary import Vocabulary

_NOTHING = "No number in it, so no sentence was read.\n"


def draw_tree(text: str, vocabulary: Vocabulary) -> str:
    """Every sentence of ``text`` that holds a number, drawn; one line says so where none does."""
    document = document_from_text(text, "-", None, vocabulary=vocabulary)
    reading = read_quantities(document.text, vocabulary, [block.span for block in document.blocks])
    views = Views(document, vocabulary, reading.quantities, reading.seen)
    drawn: dict[int, SentenceView] = {}
    for quantity in reading.quantities:
        view = views.of(quantity)
        if view is not None:
            drawn.setdefault(view.span.start, view)
    return "\n".join("".join(f"{line}\n" for line in _sentence(view)) for view in drawn.values()) or _NOTHING


def _sentence(view: SentenceView) -> Iterator[str]:
    sentence = view.read
    yield view.text
    for clause in sentence.clauses:
        if clause.parent is None:
            yield from _clause(sentence, clause, 0)
    for quantity in view.quantities:
        yield f"path of “{quantity.span.of(view.document.text)}”: {_path(view, quantity)}"


def _clause(sentence: Sentence, clause: Clause, depth: int) -> Iterator[str]:
    """One clause and, one step to the right, the clauses that hang in it."""
    indent = "  " * depth
    opener = f" “{clause.opener}”" if clause.opener else ""
    under = f" about “{_words(sentence, clause.under)}”" if clause.under is not None else ""
    yield f"{indent}{clause.kind}{opener}{under}"
    if clause.subject is not None:
        yield f"{indent}  subject  {_words(sentence, clause.subject)}"
    if clause.verb is not None:
        yield f"{indent}  verb     {_words(sentence, clause.verb)} → {_verb(clause.verb)}"
    for group in clause.groups:
        if group.role and group is not clause.subject:
            yield f"{indent}  {group.role:<8} {_words(sentence, group)}"
    for group in sentence.groups:
        if group.clause is clause and group.role in ("of", "member", "apposition", "within") and group.under:
            yield f"{indent}  {group.role:<8} {_words(sentence, group)} ← {_words(sentence, group.under)}"
    for inner in sentence.clauses:
        if inner.parent is clause:
            yield from _clause(sentence, inner, depth + 1)


def _verb(verb: Group) -> str:
    told = (
        "not" if verb.negated else "", verb.modal, "passive" if verb.passive else "", verb.form,
    )  # fmt: skip
    lemma = f"{verb.lemma} {verb.particle}".rstrip()
    return f"{lemma} ({', '.join(word for word in told if word)})"


def _words(sentence: Sentence, group: Group) -> str:
    first, last = sentence.words[group.start], sentence.words[max(group.stop, group.start + 1) - 1]
    return " ".join(sentence.text[first.start : last.stop].split())


def _path(view: SentenceView, quantity: Quantity) -> str:
    steps = [
        f"{hung or 'beside'} of “{clause.lemma}”"
        if clause.verb is not None
        else f"{hung or 'beside'} in a clause without a verb"
        for clause, hung in view.path(quantity)
    ]
    return " → ".join(steps) or "outside every clause"
