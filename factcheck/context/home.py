"""The land or town of what is counted or of who acts, where no phrase of place tells: "Texas police", "Peru halts".

What is counted itself says where it is before the subject of its clause does, and that before those of the clauses
around, as far out as one thing is told.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.context.going_on import refers_back
from factcheck.context.once import kept
from factcheck.context.place_names import Located, name_reader, place_words
from factcheck.context.places import group_of, places
from factcheck.context.reach import held_in, is_event, is_told
from factcheck.context.scene import Set, named_before
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.clauses import Clause
from factcheck.sentences.groups import Group
from factcheck.sentences.lexicon import POSSESSIVE, SUBJECT
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.word import Word


def home(view: SentenceView, quantity: Quantity) -> Set | None:
    """The place of what is counted itself, else of who acts."""
    group = view.group(quantity)
    if group is None:
        return None
    chain = held_in(quantity, group)
    here = _of_counted(view, quantity, chain) or _of_doers(view, quantity, chain)
    return here or _of_subject_before(view)


def _of_subject_before(view: SentenceView) -> Set | None:
    """The place of what "it" stands for: "Inflation in Chile rose in April. It reached 4.5 %"."""
    before = view.before if refers_back(view) and not places(view) else None
    if before is None:
        return None
    found = _hung_in(before, before.read.clauses[0].subject)
    return (before, found) if found is not None else None


def _hung_in(view: SentenceView, group: Group | None) -> Located | None:
    """The place that is told of a noun behind it: "inflation in Chile"."""
    hung = ((one, group_of(view, one)) for one in places(view))
    return next((one for one, inner in hung if inner is not None and group in inner.chain[1:]), None)


def _of_counted(view: SentenceView, quantity: Quantity, chain: list[Group]) -> Set | None:
    """The place in the words of what is counted ("five Ohio Republicans"), or whose it is ("the city's 12 ports")."""
    own = _named_in(view, chain[0], alone=False, event=True)
    if own is not None:
        return view, own
    first = view.clause(quantity)
    near = first.groups if first is not None and quantity.kind in ("percent", "points") else []
    won = first is not None and first.lemma in view.read.lexicon.words("contesting")
    for one in first.groups if first is not None and won else ():
        if one.role == "object" and (place := _named_in(view, one, alone=True)) is not None:
            return view, place  # "won Alaska by 12 votes"
    for one in (*chain[1:], *near):  # "cut its outlook on Danish growth to 2 percent"
        place = _named_in(view, one, alone=False, event=True)
        if place is not None:
            return view, place
    owned = (_owned_by(view, one) for one in (*chain, first.subject if first is not None else None) if one is not None)
    return next(filter(None, owned), None)


def beside(view: SentenceView, quantity: Quantity) -> Located | None:
    """The place that has what is counted: "Ohio with 12 seats and Utah with four", "Ohio: 12 seats".

    In a list the place may also stand right before its number: "fell in Ohio by 12%, in Utah by 9% and Maine by 4%".
    """
    group = view.group(quantity)
    before = group.prior if group is not None else None
    if group is None or before is None:
        return None
    mark, earlier = before.prior, view.index(quantity) > 0
    if group.index == 2 and view.read.words[before.start].lower == ":":
        before = mark
    elif group.preposition != "with" and not (earlier and mark is not None and mark.kind in ("comma", "and")):
        return None
    return _named_in(view, before, alone=True) if before is not None and before.preposition in ("", "by") else None


def _of_doers(view: SentenceView, quantity: Quantity, chain: list[Group]) -> Set | None:
    """The place of who does it, or of who says so, from the clause of a figure outwards."""
    own = True
    for clause, _ in view.path(quantity):
        subject, shared = clause.subject, clause.parent.subject if clause.parent is not None else None
        alone = own and _acts_at_home(view, clause, chain)
        place = _told_in_full(view, subject, alone=alone)
        if place is not None:
            return view, place
        if alone and subject is not None and (found := _stands_for(view, subject, clause)) is not None:
            return found
        if clause.kind == "coordinate" and subject is not None and subject is not shared:
            # "Peru has a new law, and the firm lost 12 clients", but "and its 12 ports are shut"
            own = bool(view.read.words[subject.first].tags & POSSESSIVE)
        if clause.opener == "while" and subject is not shared:
            return None  # "Danish sales rose, while oil fell 4 percent"
        if is_told(view, clause):
            return _home_of_sayer(view, clause)
    return None


def _told_in_full(view: SentenceView, group: Group | None, *, alone: bool) -> Located | None:
    """The place named in a group, as the text tells it in full: "in Cologne, Germany, which has 12 bridges"."""
    place = _named_in(view, group, alone=alone) if group is not None else None
    if place is None:
        return None
    return next((one for one in places(view) if one.known and one.first <= place.first <= one.last), place)


def _home_of_sayer(view: SentenceView, told: Clause) -> Set | None:
    """The home of who says something, who speaks of it: "Texas police said", not "U.S. officials said 12 died"."""
    said, first = told.parent.subject if told.parent is not None else None, told.subject
    if said is None:
        return None
    lexicon, gazetteer = view.read.lexicon, name_reader(view).gazetteer
    place = _named_in(view, said, alone=False)
    if place is not None and gazetteer.rank(place.name) == 2:
        named = [lexicon.entry(word.lower).lemma for word in view.read.words[said.start : said.head + 1]]
        local = not lexicon.words("at home").isdisjoint(named[:-1])  # "a Yemen interior ministry official"
        place = None if named[-1] in lexicon.words("person") and not local else place
    elif place is None and first is not None and first.stop == first.start + 1:
        place = _hung_in(view, said) if view.read.words[first.start].tags & SUBJECT else None
    return (view, place) if place is not None else None


def _owned_by(view: SentenceView, group: Group) -> Set | None:
    """The place whose a thing is: "the city's police", "the country's ports"."""
    words, table = view.read.words, place_words(view.vocabulary)
    opens, owner = words[group.first], words[max(group.possessor, group.first)]
    if owner.lower not in table.kind_of or opens.lower not in table.definite:
        return None
    return _known_as(view, opens, owner, owner)


def _known_as(view: SentenceView, opens: Word, told: Word, noun: Word) -> Set:
    """The name of a place that "the city" stands for, else the common noun as it is told."""
    first, start, last = (view.token_index(word.start) for word in (opens, told, noun))
    whole = Located(noun.text, (), first, last, False)
    return named_before(view, whole) or (view, replace(whole, first=start))


def _stands_for(view: SentenceView, subject: Group, clause: Clause) -> Set | None:
    """The place that a subject without a name is: "the hotel had 12 guests"."""
    if clause.lemma not in view.read.lexicon.words("holding"):
        return None
    words = view.read.words
    opens, head = words[subject.start], words[subject.head] if subject.head >= 0 else None
    table = place_words(view.vocabulary)
    if head is None or opens.lower not in table.openers or subject.number >= 0 or head.lower not in table.grounds:
        return None
    return _known_as(view, opens, words[subject.start + 1], head)


def _acts_at_home(view: SentenceView, clause: Clause, chain: list[Group]) -> bool:
    """Whether a land that is a clause's subject does what it does at home, and alone: not "imports", "A, B and C"."""
    if clause.opener == "who" or clause.lemma in view.read.lexicon.words("abroad"):
        return False
    if any(one.role == "predicate" and one in chain for one in clause.groups):
        return False  # "France is one of 12 members"
    return clause.subject not in _listed(view)


@kept()
def _listed(view: SentenceView) -> frozenset[Group | None]:
    """The groups that lists go on from."""
    return frozenset(group.under for group in view.read.groups if group.role == "member")


def _named_in(view: SentenceView, group: Group, *, alone: bool, event: bool = False) -> Located | None:
    """The place whose name stands in a noun group before its noun, or is that noun."""
    read, reader = view.read, name_reader(view)
    noun = group.head if group.head >= 0 else group.number  # "Ohio's 71"
    head = read.words[noun] if noun >= 0 else None
    if head is None or group.kind != "noun" or _is_plain(read, group):
        return None
    home = (event and is_event(view, group)) or read.lexicon.entry(head.lower).lemma in read.lexicon.words("at home")
    for word in read.words[group.start : group.stop]:
        index = view.token_index(word.start)
        token = view.tokens[index]
        if not token.capital and not word.text[0].isupper():
            continue
        place = reader.named(index)
        owner = reader.named(index, owning=True) if place is None else None
        if owner is not None:
            return owner
        if place is None and home and word.text[0].isupper():
            place = _land_of(view, index)
        if place is None:
            continue
        last = view.tokens[place.last]
        after = view.tokens[place.last + 1].lower.partition("-")[0] if last.stop < head.stop else ""
        if after in reader.words.parts_of_names and view.tokens[place.last + 1].capital:
            return None  # "a Washington Post poll"
        local = reader.gazetteer.kind(place.name) not in ("country", "region")
        if event and local and group.number >= 0 and last.stop < head.stop:
            return place  # "five Ohio Republicans"
        if last.stop >= head.stop:
            town = place.first == place.last and not reader.gazetteer.rank(place.name)
            person = town and reader.is_person(last.text)  # "Jackson", after "Ronny Jackson"
            return place if alone and group.number < 0 and not person else None
        if home:
            return place
    return None


def _is_plain(read: Sentence, group: Group) -> bool:
    """Whether no word of a group has a capital."""
    return read.text[read.words[group.start].start : read.words[group.stop - 1].stop].islower()


def _land_of(view: SentenceView, index: int) -> Located | None:
    """The land of a people's adjective: "Danish", "African"; with the word before it, "North American"."""
    token, before = view.tokens[index], view.tokens[index - 1].text if index else ""
    gazetteer = name_reader(view).gazetteer
    for name, first in ((f"{before} {token.text}", index - 1), (token.text, index)):
        wide = gazetteer.find(name.removesuffix("n")) or gazetteer.find(name.removesuffix("an"))
        if wide and name.endswith("n"):
            return Located(wide[0].name, wide[0].within, first, index, True)
    land = gazetteer.demonyms.get(token.lower)
    return Located(land, (), index, index, True) if land else None
