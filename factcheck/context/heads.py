"""Where the noun stands that a number counts or measures: in its own group, behind "of", before it, or nowhere."""

from __future__ import annotations

from decimal import Decimal

from factcheck.context.action_words import moves
from factcheck.context.crowds import crowd, crowd_above
from factcheck.context.gazetteer import load_gazetteer
from factcheck.context.head_nouns import Head, at, first_noun, is_name, noun_of, phrase
from factcheck.context.measured import LED_KINDS, gives_rate, leads, measured, measuring, multiplied, up_before
from factcheck.context.noun_words import COUNT_KINDS, Nouns, kind_of, nouns
from factcheck.context.once import kept
from factcheck.context.view import SentenceView
from factcheck.quantities import Kind, Quantity
from factcheck.sentences.groups import Group
from factcheck.sentences.sentence import Sentence
from factcheck.sentences.tagset import *
from factcheck.sentences.words import Word


@kept()
def find_head(view: SentenceView, index: int) -> Head | None:
    """The noun of a quantity of the sentence, or ``None`` where it is left out."""
    sentence, quantity = view.read, view.quantities[index]
    group, word = sentence.number_groups.get(index), sentence.number_words.get(index)
    if group is None or word is None:
        return None
    if group.kind == "verb" and kind_of(quantity) == "multiple":
        return multiplied(view, group)
    counts = kind_of(quantity) in COUNT_KINDS
    if word.joined:
        return _joined(view, group, word, counts=counts)
    if kind_of(quantity) in _SPANS and is_distance(view, group, word, quantity):
        return None
    if kind_of(quantity) == "points" and _is_behind(view, past_unit(view, word, quantity)):
        return None
    found = _own(view, group, word, quantity) or (_state(view, group) if counts else None)
    found = found or _past_rate(view.read, group, quantity)
    if kind_of(quantity) != "multiple":
        found = found or measuring(view, group, counts=counts)
    found = found or _behind(view, group, quantity)
    if found is not None and view.read.words[found.head].lower in nouns(view.vocabulary).yardsticks:
        found = _before(view, group, quantity) or found  # "a deficit of 4 % of GDP"
    if counts and (found is None or found.how == "reference"):
        found = _predicate(view, group) or found
    return found or _waiting(view, group, index) or _before(view, group, quantity) or _opening(view, group)


_SPANS = frozenset({"duration", "length"})


def _is_behind(view: SentenceView, i: int) -> bool:
    """Whether the word at ``i`` tells who leads: "are nine points | behind Oslo"."""
    words = view.read.words
    return i < len(words) and words[i].lower.partition(" ")[0] in nouns(view.vocabulary).lagging


def is_distance(view: SentenceView, group: Group, word: Word, quantity: Quantity) -> bool:
    """Whether a span tells only how far off something is: "two weeks ago", "9 miles (15 km) northwest of", "within"."""
    words, i = view.read.words, past_unit(view, word, quantity)
    if i < len(words) and words[i].tags & OPEN:
        i = next((k + 1 for k in range(i, len(words)) if words[k].tags & CLOSE), i)
    behind = words[i].lower.partition(" ")[0] if i < len(words) else ""  # "away from"
    inside = "within" in (group.preposition, word.lower.partition(" ")[0])
    return inside or behind in nouns(view.vocabulary).offsets | view.read.lexicon.words("offset", "which way")


def past_unit(view: SentenceView, word: Word, quantity: Quantity) -> int:
    """The index of the word behind a number and its unit."""
    words, i = view.read.words, word.index + 1
    while quantity.unit_span is not None and i < len(words) and words[i].start < quantity.unit_span.stop:
        i += 1
    return i


# In the number's own group


def _joined(view: SentenceView, group: Group, word: Word, *, counts: bool) -> Head | None:
    lexicon = view.read.lexicon
    closed = word.joined.partition("-")[0] in lexicon.closed  # "a 40-to-39 edge"
    noun = bool(lexicon.entry(word.joined).usual & NOUNS) and not closed
    last = group.possessor if group.possessor > word.index else group.head
    if last > word.index:
        return Head(group, word.index + 1, last + 1, last, "joined", word.joined if counts and noun else "")
    measure = not counts and word.joined in lexicon.times  # "12-day"; but "a $500,000-reward"
    return Head(group, word.index, word.index + 1, word.index, "joined", word.joined) if noun and not measure else None


def _own(view: SentenceView, group: Group, word: Word, quantity: Quantity) -> Head | None:
    """The noun behind the number in its group; words of its unit are no noun of it."""
    kind = kind_of(quantity)
    words, start = view.read.words, past_unit(view, word, quantity)
    while start <= group.head and not words[start].known & (NOUNS | ADJECTIVE | PARTICIPLE | DETERMINER):
        start += 1
    if start > group.head or words[group.head].tags & (SUBJECT | OBJECT):
        return None
    human = nouns(view.vocabulary).human | view.read.lexicon.words("person")
    if kind == "money" and noun_of(view.read, group.head) in human:
        return None  # "below the $9m analysts had forecast"
    owners = group.possessor >= start and words[group.possessor].tags & PLURAL
    head = group.possessor if owners else group.head  # "three soldiers' widows", but "five Alleyn's pupils"
    described = start == group.head and group.role == "predicate" and kind == "percent"
    if described and view.read.lexicon.entry(words[start].lower).usual & ADJECTIVE:
        return None  # "is 40 % full"
    when = words[head].tags & TIME and start == head
    several = kind == "count" and quantity.values != (Decimal(1),) and words[head].lower[-1] != "s"
    if when and (several or kind not in COUNT_KINDS):
        return None  # "rose 5 percent last year", "rose to 40 today"
    if kind in COUNT_KINDS:
        head = _agreeing(view.read, start, head, quantity)
        if (shared := _shared_noun(view.read, group, head, quantity)) is not None:
            return shared
    return Head(group, start, head + 1, head, "own")


def _shared_noun(sentence: Sentence, group: Group, head: int, quantity: Quantity) -> Head | None:
    """The plural that a list of kinds closes with: "42 U.S. and 23 British sailors", "800 army and police officers"."""
    words, mark = sentence.words, sentence.after(group)
    if words[head].known & PLURAL or quantity.values == (Decimal(1),) or quantity.vague:
        return None
    while mark is not None and mark.kind in ("and", "comma"):
        last = sentence.after(mark)
        if last is None or last.role not in ("member", "apposition") or last.preposition:
            return None
        if mark.kind == "and":
            opened = words[last.first].tags & (DETERMINER | POSSESSIVE) or last.possessor >= 0
            compound = last.head > max(last.number + 1, first_noun(sentence, last))
            several = words[last.head].tags & PLURAL and compound and not opened
            return Head(last, last.head, last.head + 1, last.head, "own") if several else None
        mark = sentence.after(last)
    return None


def _agreeing(sentence: Sentence, start: int, head: int, quantity: Quantity) -> int:
    """The noun a number agrees with: of "a four step approach" the first, of "four step plans" the last."""
    words = sentence.words
    told = words[head].tags & (PLURAL | NAME) or words[head].known & PLURAL
    if told or quantity.values == (Decimal(1),) or quantity.vague:
        return head
    for i in range(start, head):
        if words[i].tags & NOUN and not words[i].known & (PLURAL | NAME) and not words[i].tags & ADJECTIVE:
            return i
    return head


def _past_rate(sentence: Sentence, group: Group, quantity: Quantity) -> Head | None:
    """The noun behind what a rate is given by, where one article opens both: "its 52 dlrs a share offer"."""
    words, after = sentence.words, sentence.after(group)
    opened = group.first < group.number and words[group.first].tags & (DETERMINER | POSSESSIVE)
    if quantity.per is None or not opened or after is None or after.kind != "noun" or after.start != group.stop:
        return None
    by = after.first + (after.at < 0)  # past "per" or "a"
    given = by < after.head and noun_of(sentence, by) == quantity.per and not is_name(sentence, after.head)
    return Head(after, by + 1, after.head + 1, after.head, "own") if given else None


def _state(view: SentenceView, group: Group) -> Head | None:
    """An adjective or participle in place of a noun: "12 dead", "three missing", "the 12 wounded"."""
    words = view.read.words
    for i in (group.stop, group.stop - 1):
        if group.head < 0 and group.number < i < len(words) and words[i].lower in nouns(view.vocabulary).states:
            return Head(group, i, i + 1, i, "state")
    return None


# Behind it


def _behind(view: SentenceView, group: Group, quantity: Quantity) -> Head | None:
    """The noun of the group right behind: "52 of the drones", "12 inches of rain", "$5m in steel"."""
    kind, sentence, words = kind_of(quantity), view.read, view.read.words
    after = _past_brackets(sentence, _past_unit(sentence, group, quantity))
    beside = after.next if after is not None and after.kind == "comma" else None
    if beside is not None and group.head < 0 <= beside.first < beside.head and words[beside.first].joined:
        return None if beside.preposition else at(sentence, beside, "own", named=True)  # "a $9m, two-year deal"
    if after is not None and gives_rate(sentence, after, quantity):
        after = sentence.after(after)  # "$200 per acre in compensation", but "$90 per barrel of oil"
        if after is None or after.preposition != "in":
            return None
    if after is None or after.head < 0:
        return None
    led = words[after.start].tags & (DETERMINER | POSSESSIVE) and after.start < after.head and after.role != "subject"
    if kind == "multiple" and led and after.start == group.stop and after.number < 0:
        return phrase(sentence, after, "of")  # "three times the weight", not "twice asked"
    if after.kind == "noun" and not after.preposition and after.number < 0:
        bracketed = sentence.groups[after.index - 1].kind == "close" and not words[after.start].tags & DETERMINER
        return Head(after, after.start, after.head + 1, after.head, "own") if bracketed else None  # "$28m (£15m) claim"
    if after.preposition == "of":
        return _of(view, after, kind)
    if _is_changed(view, group, after, kind):
        return at(sentence, after, "of")
    paid = noun_of(sentence, after.head) in nouns(view.vocabulary).paid_in
    if group.preposition == "worth" or (paid and group.preposition in ("for", "of", "at")):
        return None  # "an offer worth $9m in cash"
    word, noun, under = words[after.head], noun_of(sentence, after.head), group.under
    named = word.tags & (NAME | TIME | OBJECT) or word.known & TIME or words[after.at + 1].tags & DETERMINER
    told = named or after.possessor >= 0 or noun in nouns(view.vocabulary).settings
    summed = under is None or under.head < 0 or noun_of(sentence, under.head) in nouns(view.vocabulary).sums
    told = told or (group.preposition == "of" and not summed)  # "a loss of $2m in revenue"
    return phrase(sentence, after, "of") if after.preposition == "in" and kind == "money" and not told else None


def _is_changed(view: SentenceView, group: Group, after: Group, kind: Kind) -> bool:
    """Whether an amount is put to or taken off what stands behind it: "added $5bn to the debt", "5 % off the price"."""
    verbs = nouns(view.vocabulary).changing.get(after.preposition, frozenset())
    lemma = group.clause.lemma if group.clause is not None else ""
    return kind in LED_KINDS and group.role == "object" and not group.preposition and lemma in verbs


def _of(view: SentenceView, group: Group, kind: Kind) -> Head | None:
    """The noun of an "of" group; of one that says nothing ("a total of") the noun of the next."""
    sentence, word = view.read, view.read.words[group.head]
    opened = group.possessor < 0 and sentence.words[group.first].tags & (DETERMINER | POSSESSIVE)
    if kind == "duration" and (word.tags & TIME or opened):
        return None  # "several months of the year", "23 years of her career"
    if word.tags & (OBJECT | SUBJECT) or (word.lower in sentence.lexicon.alone and word.tags & DETERMINER):
        return Head(group, group.head, group.head + 1, group.head, "reference")
    following = sentence.after(group)
    if following is not None and following.preposition == "of" and word.lower in nouns(view.vocabulary).hollow:
        return _of(view, following, kind) if following.head >= 0 else None
    return phrase(sentence, group, "of")


def _past_unit(sentence: Sentence, group: Group, quantity: Quantity) -> Group | None:
    """The group behind a number and its unit: "millions | of dollars | in aid"."""
    after, unit = sentence.after(group), quantity.unit_span
    inside = after is not None and after.head >= 0 and unit is not None and sentence.words[after.head].start < unit.stop
    return sentence.after(after) if inside and after is not None else after


def _past_brackets(sentence: Sentence, group: Group | None) -> Group | None:
    """The group behind brackets that hold a number alone, where such stand here."""
    if group is None or group.kind != "open":
        return group
    groups = sentence.groups
    close = next((g for g in groups[group.index : group.index + 4] if g.kind == "close"), None)
    if close is None or not any(g.kind == "noun" and g.number >= 0 for g in groups[group.index : close.index]):
        return group
    return sentence.after(close)


# Before it


def _waiting(view: SentenceView, group: Group, index: int) -> Head | None:
    """A noun of number that waits for it: "the toll rose to 24", "the number of homes stands at 12"."""
    sentence, words = view.read, nouns(view.vocabulary)
    if kind_of(view.quantities[index]) not in COUNT_KINDS and group.preposition != "minus":
        return None
    before = view.read.groups[max(group.index - 3, 0) : group.index] if group.preposition == "minus" else []
    for candidate in (*_told(group), *(g for g in before if g.head >= 0)):
        lemma, after = noun_of(sentence, candidate.head), sentence.after(candidate)
        if group.preposition == "minus" and lemma == "margin":  # "a margin of error of plus or minus 3 points"
            return phrase(sentence, candidate, "before")
        if lemma in words.awaiting:
            of = after is not None and after.preposition == "of" and after.head >= 0 and lemma not in words.events
            return phrase(sentence, after if after is not None and of else candidate, "awaiting")
    return None


def _predicate(view: SentenceView, group: Group) -> Head | None:
    """What people are told to be: "three are police officers", "three of them are children"."""
    clause = group.clause
    if clause is None or clause.subject is not group or clause.lemma != "be":
        return None
    told = next((g for g in clause.groups if g.role == "predicate" and g.head >= 0 > g.number), None)
    human = told is not None and noun_of(view.read, told.head) in nouns(view.vocabulary).people
    return at(view.read, told, "of") if told is not None and human else None


def _opening(view: SentenceView, group: Group) -> Head | None:
    """The whole that a sentence begins with: "Of the 300 guests, 27% favoured it", "Of the bridges, 12 fell"."""
    first = view.read.groups[0]
    if first.preposition not in ("of", "out of") or first is group:
        return None
    alone = first.stop == first.first + 1 and group.role == "subject"
    if alone and view.read.words[first.first].lower in ("those", "these", "them"):
        return Head(first, first.first, first.first + 1, first.first, "reference")
    if first.head < 0:
        return None
    told = view.read.words[first.at + 1].tags & (DETERMINER | NUMBER)  # not "of course"
    return at(view.read, first, "of") if told and group.clause is not None and group.clause is first.clause else None


def find_level(view: SentenceView, index: int) -> Head | None:
    """The high or low that an amount is told to be, where nothing else tells what it is: "touched a low of 148.4"."""
    group, sums = view.read.number_groups.get(index), nouns(view.vocabulary).sums - nouns(view.vocabulary).awaiting
    measure = kind_of(view.quantities[index]) not in _SPANS  # not "jailed for an average of 12 months"
    of = _climbed(view.read, group, sums) if group is not None and measure else None
    return at(view.read, of, "before") if of is not None and of is not group else None


def find_entry(view: SentenceView, index: int) -> Head | None:
    """The noun a number is told of where no verb tells: "Cost: $1,500", "Prices up 2 %", "Deaths: Peru 3, Chile 1"."""
    sentence, group = view.read, view.read.number_groups.get(index)
    clause = group.clause if group is not None else None
    over = clause.parent if clause is not None else None
    if group is None or clause is None or clause.verb is not None or clause.kind not in ("main", "coordinate", "aside"):
        return None  # "One thing was sure: 12 were hurt"
    if (behind := _told_behind(view, group)) is not None:
        return behind
    told, mark = clause.subject, group.prior if clause.kind == "aside" else sentence.groups[clause.start]
    if mark is None or not (group.preposition in ("", "from", "to", "at") or up_before(view, group)):
        return None
    if sentence.words[mark.start].text == ":":
        whole = over is not None and over.verb in (None, mark.prior) and clause.kind != "aside"  # "tents needed: 400"
        label = over.subject if over is not None and whole else mark.prior
        several = label is not None and label.head >= 0 and sentence.words[label.head].tags & PLURAL
        told = label if several or told is group or told is None else None
    elif over is not None or kind_of(view.quantities[index]) == "duration":
        return None
    if told is None or told is group or told.kind != "noun" or told.head < 0 or told.number >= 0:
        return None
    if is_name(sentence, told.head) or load_gazetteer(view.vocabulary).find(sentence.words[told.head].text):
        return None
    hollow = f"{noun_of(sentence, told.head)}s" in nouns(view.vocabulary).headings  # "key figures: debt $3bn"
    return _numbered(view, told) or (None if hollow else at(sentence, told, "of"))


def _numbered(view: SentenceView, told: Group) -> Head | None:
    """What a number of things is of: "number of passengers: 239"."""
    after = view.read.after(told)
    if after is None or after.preposition != "of" or after.head < 0:
        return None
    return phrase(view.read, after, "of") if noun_of(view.read, told.head) in nouns(view.vocabulary).awaiting else None


def _told_behind(view: SentenceView, group: Group) -> Head | None:
    """What a mark parts from a number that opens the sentence: "£4.5m: cost of the bridge", "7.8 - the magnitude"."""
    mark = view.read.after(group)
    behind = mark.next if mark is not None and view.read.words[mark.start].text in (":", "-", "–", "—") else None
    if behind is None or behind.kind != "noun" or behind.head < 0 or behind.number >= 0 or behind.preposition:
        return None
    first = next((g for g in view.read.groups if g.kind in ("noun", "verb")), None)
    if first is not group or any(clause.verb is not None for clause in view.read.clauses):
        return None  # "But two - yes, two - fell."
    return _numbered(view, behind) or at(view.read, behind, "of")


def _told(group: Group) -> list[Group]:
    """What a number may tell about: the noun it is "of", then the object and the subject of its clause."""
    found: list[Group] = []
    if group.role in ("of", "apposition", "within") and group.under is not None:
        found.append(group.under)
    clause = group.clause
    if clause is not None and clause.subject is not group and group.role in ("object", "oblique", "predicate", ""):
        found += [g for g in clause.groups if g.role == "object" and g is not group]
        if clause.subject is not None:
            found.append(clause.subject)
    return found


def _climbed(sentence: Sentence, group: Group, sums: frozenset[str]) -> Group:
    """The group an average or a total stands for: of "takes an average of 12 years" the object, not "average"."""
    under = group.under if group.preposition == "of" else None
    return under if under is not None and under.head >= 0 and noun_of(sentence, under.head) in sums else group


def _before(view: SentenceView, group: Group, quantity: Quantity) -> Head | None:
    """The noun before the number: the one it is "of" or stands beside; of a measure what it is told of."""
    kind = kind_of(quantity)
    sentence, words = view.read, nouns(view.vocabulary)
    counts = kind in COUNT_KINDS
    group = _climbed(sentence, group, words.sums | words.spreads if kind in LED_KINDS else words.sums)
    under = group.under
    told = under is not None and under.head >= 0 and under.number < 0
    if under is not None and told and _tells_of(sentence, group, under, quantity, words):
        return at(sentence, under, "before")
    beside = _set_beside(sentence, group, kind, words)
    if beside is not None:
        return at(sentence, beside, "before", named=True)
    before = group.prior
    if before is not None and before.kind == "open" and group.clause is not None and group.clause.under is not None:
        again = up_before(view, group)  # "9 % in Turkey (down from 52 %)"
        return None if again else _bracketed(view, group.clause.under, kind)
    if kind == "percent" and under is not None and _is_set_off(sentence, group):
        after = sentence.groups[group.index + 2 : group.index + 3]
        return _bracketed(view, after[0] if after and after[0].preposition == "of" else under, "")
    if before is not None and _stands_beside(sentence, before, group, words, kind):
        subject = group.clause.subject if group.clause is not None else None
        named = subject is not None and subject.head >= 0 and is_name(sentence, subject.head)
        head = at(sentence, before, "before", named=named and _is_instead(before))
        if head is not None or not _is_instead(before):
            return head
    part = kind == "ratio" and group.preposition == "by"  # "cut deaths by a third"
    stands = leads(view, group) or (group.role == "predicate" and group.head < 0) or _is_moved_by(view, group)
    if counts and not part and not (kind == "count" and stands):  # "fell by 300", "closed below 900"
        return None
    if kind == "percent" and is_ranked(view, group):
        return None
    return measured(view, group, quantity)


def is_ranked(view: SentenceView, group: Group) -> bool:
    """Whether a share is told by its rank: "the top 2 %"."""
    words = view.read.words[max(group.start - 1, 0) : group.number]
    return any(word.lower in nouns(view.vocabulary).ranks and not word.tags & VERBS for word in words)


def _is_moved_by(view: SentenceView, group: Group) -> bool:
    """Whether a bare count tells by how much a thing rose or fell: "payrolls rose 300", not "the team gained 300"."""
    clause = group.clause
    subject = clause.subject if clause is not None else None
    bare = group.role == "object" and group.head < 0 and subject is not None and subject.head >= 0
    if clause is None or subject is None or not bare or clause.lemma not in nouns(view.vocabulary).bearing:
        return False
    return moves(clause.lemma, view.vocabulary) and crowd(view, subject) is None


def _set_beside(sentence: Sentence, group: Group, kind: Kind, words: Nouns) -> Group | None:
    """The noun that an amount is told of across a mark or a word: "the deal, worth $9m", "a rise in profit to $9m"."""
    prior = group.prior
    if prior is None:
        return group.under
    over, opener = prior.prior, sentence.words[prior.start].lower
    lone = prior.kind == "noun" and prior.stop == prior.start + 1
    if over is None or kind in COUNT_KINDS:
        found = None
    elif (prior.kind == "comma" and group.preposition == "worth") or (opener == "worth" and lone):
        found = over
    elif group.preposition in ("to", "from") and prior.preposition in ("in", "of") and over.kind == "noun":
        moved = over.head >= 0 and noun_of(sentence, over.head) in words.changes
        found = prior if moved else None  # "a rise in profit to $9m"
    elif group.preposition == "worth" and prior.kind == "noun" and prior.head >= 0:
        return prior  # "won orders for 50 jets worth $6bn"
    else:
        found = None
    return found if found is not None and found.kind == "noun" and found.head >= 0 > found.number else None


def _stands_beside(sentence: Sentence, before: Group, group: Group, words: Nouns, kind: Kind) -> bool:
    """Whether a number is that of the noun right before it: "category 3", "rates above 9 %", "with debt at 9 %"."""
    if before.kind != "noun" or before.head < 0 or before.stop != group.start:
        return False
    if _is_instead(before) and kind not in COUNT_KINDS and group.preposition in ("", "at", "by", "to"):
        return True
    if not group.preposition:
        hedge, _, degree = sentence.words[group.first].lower.partition(" ")
        limit = hedge in words.comparing or (hedge == "under" and kind == "money")  # "gifts under $200"
        high = sentence.lexicon.entry(degree.partition(" ")[0])  # "waves as high as 30 feet", not "as many as 12"
        limit = limit or (hedge == "as" and not high.tags & DETERMINER and bool(high.tags & ADJECTIVE))
        return limit or noun_of(sentence, before.head) in words.scales | words.awaiting
    clause = group.clause
    opens = clause is None or clause.verb is None or clause.verb.index > group.index
    return group.preposition == "at" and opens and before.preposition in ("", "with")


def _is_instead(group: Group) -> bool:
    """Whether a noun stands for a subject whose verb is left out: "Lund shed 3 % and | Arvo 2 %"."""
    listed = group.role == "member" and group.number < 0 and not group.preposition
    return listed and group.under is not None and group.under.number >= 0


def _tells_of(sentence: Sentence, group: Group, under: Group, quantity: Quantity, words: Nouns) -> bool:
    """Whether a number says how much the noun before it is: "a fine of $5m", "a deal worth $8bn"."""
    if group.preposition in ("of", "worth"):
        return True
    return (
        group.preposition in ("for", "at")
        and kind_of(quantity) == "money"
        and under.stop == group.start
        and noun_of(sentence, under.head) in words.sized
    )


def _is_set_off(sentence: Sentence, group: Group) -> bool:
    """Whether a number stands between two dashes or commas: "most, 65 %, of us"."""
    marks = {g.kind for g in sentence.groups[group.index - 1 : group.index + 2 : 2]}
    return group.role == "apposition" and group.index > 0 and marks in ({"dash"}, {"comma"})


def _bracketed(view: SentenceView, group: Group, kind: str) -> Head | None:
    """What the words before a bracket count, for a share inside it: "four in ten Malians (41%)"."""
    if group.head < 0 <= group.number:
        return find_head(view, view.read.words[group.number].number)
    subject = group.clause.subject if group.clause is not None else None
    if kind == "percent" and subject is not None and subject is not group and crowd(view, group) is None:
        peak = group.head >= 0 and noun_of(view.read, group.head) in nouns(view.vocabulary).sums
        if peak and (told := at(view.read, subject, "subject")) is not None:
            return told  # "support is at a high (58%)"
        if (asked := crowd_above(view, group, acting=True)) is not None:
            return asked  # "voters worry about jobs (61%)"
    return phrase(view.read, group, "before") if group.head >= 0 else None
