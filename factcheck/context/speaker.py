"""Who says so: the nearest saying above a figure, then the quotation it stands in, then the document's turns."""

from __future__ import annotations

import re

from factcheck.context.model import Cue, Speaker
from factcheck.context.names import credited, read_name
from factcheck.context.quotations import quotation_at
from factcheck.context.referents import named_speaker
from factcheck.context.sayings import Phrase, Saying, counts_speakers, owner_of, phrase_of, sayings
from factcheck.context.view import SentenceView
from factcheck.quantities import Quantity
from factcheck.sentences.groups import Group
from factcheck.spans import Span

_FAR = 6  # sentences a quotation's speaker is looked for
_TERM = 3  # words up to which a quotation is a term, not speech
_BREAKS = ("but", "while", "although", "though", "whereas", "and")
_OWN = ("as", "while", "after", "when", "before", "since", "until", "despite", "who", "which", "whose")
_WHEN = ("as", "while", "after", "when", "before", "since", "until", "despite")


def find_speaker(view: SentenceView, quantity: Quantity) -> tuple[Speaker | None, tuple[Cue, ...]]:
    """The speaker of a figure with the words that attribute it; ``None`` for the outlet's own voice."""
    chosen = _reaching(view, quantity)
    quoted = quotation_at(view, quantity.number.start)
    speech = quoted is not None and len(quoted.of(view.document.text).split()) > _TERM
    if chosen is not None and not (chosen.quoted and speech and _is_pronoun(view, chosen.speaker)):
        return _told(view, chosen, _credit(view, chosen))
    if quoted is not None and speech:
        carried = _quoted_speaker(view, quoted)
        return _told(carried[0], carried[1], None) if carried else (None, ())
    introduced = _introduced(view)
    return _told(*introduced, None) if introduced else _signed(view, quantity.number.start)


def _is_pronoun(view: SentenceView, phrase: Phrase | None) -> bool:
    return phrase is None or phrase.head in view.read.lexicon.words("pronoun")


# The saying that reaches a figure of its sentence


def _reaching(view: SentenceView, quantity: Quantity) -> Saying | None:
    """The nearest saying whose content holds a figure, else the one that says what stands around it."""
    group = view.group(quantity)
    found = [s for s in sayings(view) if not counts_speakers(view, quantity, s)]
    if group is None or not found:
        return None
    quoted = quotation_at(view, quantity.number.start)
    found = [s for s in found if not s.quoted or quotation_at(view, s.cue.start) == quoted]
    inner = [s for s in found if not s.over and s.at < group.index and _holds(view, s, group, quantity)]
    outer = [s for s in found if s.over and _is_around(view, s, group, quantity)]
    strong = [s for s in (*inner, *outer) if not s.weak]
    if strong:
        inner, outer = [s for s in inner if not s.weak], [s for s in outer if not s.weak]
    behind = [s for s in outer if s.at > group.index]
    after = next((s for s in behind if not _is_agency(view, s)), behind[0] if behind else None)
    if inner:
        nearest = inner[-1]
        if nearest.thought and _is_pronoun(view, nearest.speaker) and len(inner) > 1:
            nearest = inner[-2]  # "the group wrote that she was wrong if she believed it"
        yields = nearest.thought or _is_agency(view, nearest) or (nearest.quoted and _is_pronoun(view, nearest.speaker))
        return after if after is not None and (yields or _closes(view, nearest, after, group)) else nearest
    return after or (outer[-1] if outer else None)


def _closes(view: SentenceView, nearer: Saying, after: Saying, group: Group) -> bool:
    """Whether a figure belongs to the saying behind it rather than to the one before: a clause starts in between."""
    return _breaks(view, nearer.at, group.index) and not _breaks(view, group.index, after.at)


def _breaks(view: SentenceView, start: int, stop: int) -> bool:
    """Whether a new clause starts between two groups: a semicolon, or a comma with a conjunction and a verb to come."""
    read = view.read
    for one, other in zip(read.groups[start:stop], read.groups[start + 1 : stop + 1], strict=False):
        word = read.words[one.start].text
        if word == ";" or (one.kind == "comma" and read.words[other.start].lower in _BREAKS):
            return True
    return False


def _holds(view: SentenceView, said: Saying, group: Group, quantity: Quantity) -> bool:
    """Whether a figure behind a verb of saying is part of what is said."""
    read, verb = view.read, read_verb(view, said)
    lasting = view.read.lexicon.words("plainly") | view.read.lexicon.words("telling")
    if verb is not None and verb.lemma not in lasting and not said.quoted and any(read.words[g.start].text == ";" for g in read.groups[said.at : group.index]):
        return False
    if verb is None or verb.kind != "verb":
        return not _breaks(view, said.at, group.index) or verb is not None and verb.clause is None
    for clause, role in view.path(quantity):
        if clause is verb.clause and clause.verb is verb:
            sued = verb.lemma == "claim" and quantity.kind == "money" and role == "object"  # "claims $20 billion in damages"
            return not sued and _is_content(view, verb, group, role)
    if _breaks(view, said.at, group.index):
        return False
    clause = verb.clause
    if clause is None or clause.verb is not verb or clause.kind not in ("relative", "subordinate") or clause.opener == "for":
        return True
    if read.groups[verb.index + 1].kind == "verb":
        return True  # "which they said had killed 12"
    if any(g.kind == "comma" for g in read.groups[verb.index : group.index]):
        return False
    aside = any(g.kind == "comma" and g.index == clause.start - 1 for g in read.groups[: verb.index])
    return aside or not any(
        c.verb is not None and c.subject is not None and c.subject.index < verb.index < c.verb.index for c, _ in view.path(quantity)
    )


def read_verb(view: SentenceView, said: Saying) -> Group | None:
    return view.read.groups[said.at] if 0 <= said.at < len(view.read.groups) else None


def _is_content(view: SentenceView, verb: Group, group: Group, role: str) -> bool:
    """Whether what hangs in a clause of saying, in this role, is said there rather than tells of the saying."""
    read, words = view.read, view.read.lexicon.words
    between = read.groups[verb.index + 1 : group.index]
    opens = any(g.kind in ("verb", "quote") or read.words[g.start].text in (":", ",") or (
        g.kind == "opener" and read.words[g.start].lower not in _WHEN) for g in between)  # fmt: skip
    if role == "time":
        return opens
    if verb.lemma in words("giving") | words("showing"):
        return True
    if verb.lemma in words("telling") and role == "object" and not between:
        return False  # "told two reporters"
    if role == "oblique" and not opens:
        return group.preposition not in ("in", "on", "during", "at", "for", "after", "before", "within", "by", "with", "to")
    if role == "subordinate":
        first = next((g for g in between if g.kind == "opener" or g.preposition in _WHEN), None)
        return not (first is not None and first.index == verb.index + 1 and read.words[first.start].lower in _WHEN)
    return True


def _is_around(view: SentenceView, said: Saying, group: Group, quantity: Quantity) -> bool:
    """Whether a saying that closes or interrupts a statement speaks of a figure before or behind it."""
    read = view.read
    semicolon = any(read.words[g.start].text == ";" for g in read.groups[min(said.at, group.index) : max(said.at, group.index)])
    if semicolon:
        return False
    if group.index > said.at:
        speaker_end = said.speaker.stop if said.speaker is not None else 0
        between = [g for g in read.groups[said.at + 1 : group.index] if g.start >= speaker_end]
        if not any(g.kind in ("comma", "verb", "quote", "dash") or read.words[g.start].text == "," for g in between):
            return False  # "…," she said in a 30-minute speech
        before, after = read.groups[max(said.at - 2, 0)], read.groups[min(said.at + 1, len(read.groups) - 1)]
        if not said.weak and before.kind in ("comma", "dash") and after.kind == before.kind and after.index < group.index:
            return True  # "The pact, the mayor wrote, cost 12 jobs."
        if said.weak or any(g.kind == "opener" and read.words[g.start].lower in _OWN for g in between[:2]):
            return False
        if any(g.kind == "quote" for g in between):
            return True
        if any(one.kind == "comma" and other.preposition == "with" for one, other in zip(between, between[1:] + [group], strict=False)):
            return True  # "according to X, with 12 hurt"
        verbs = (clause.verb for clause, _ in view.path(quantity))
        return any(v is not None and v.index > said.at and v.form in ("finite", "auxiliary", "participle") for v in verbs)
    return not _other_speaker(view, said, group)


def _other_speaker(view: SentenceView, said: Saying, group: Group) -> bool:
    """Whether another clause, set off by "but" or "while", stands between a figure and who is named behind it."""
    read = view.read
    for one, other in zip(read.groups[group.index : said.at], read.groups[group.index + 1 : said.at], strict=False):
        if one.kind == "comma" and read.words[other.start].lower in ("but", "while", "whereas", "although", "though"):
            return any(s.at > other.index and s is not said and not s.over for s in sayings(view))
    return False


def _is_agency(view: SentenceView, said: Saying) -> bool:
    phrase = said.speaker
    return phrase is not None and credited(phrase.span(view.read).of(view.document.text), view.vocabulary) is not None


def _credit(view: SentenceView, chosen: Saying) -> str | None:
    """The agency that passes the speaker's words on: told it, or reported them in the same sentence."""
    if chosen.origin:
        return chosen.origin
    for other in sayings(view):
        if other is not chosen and other.speaker is not None:
            agency = credited(other.speaker.span(view.read).of(view.document.text), view.vocabulary)
            if agency:
                return agency
    return None


# Quotations and turns


def _quoted_speaker(view: SentenceView, quoted: Span) -> tuple[SentenceView, Saying] | None:
    """The attribution of a quotation that runs over several sentences or paragraphs."""
    return _after_quotation(view, quoted) or _before_quotation(view, quoted)


def _after_quotation(view: SentenceView, quoted: Span) -> tuple[SentenceView, Saying] | None:
    at: SentenceView | None = view
    for _ in range(_FAR):
        at = at.neighbour(1) if at is not None else None
        if at is None:
            return None
        if at.sentence.span.start >= quoted.stop:
            return _closing(view, at, quoted)
        if at.sentence.span.stop >= quoted.stop:
            return next(((at, s) for s in sayings(at) if not s.quoted and (s.over or s.cue.start >= quoted.stop)), None)
    return None


def _closing(view: SentenceView, at: SentenceView, quoted: Span) -> tuple[SentenceView, Saying] | None:
    """The attribution of a quotation whose end fell into the block after: its marks do not close in its own."""
    if quoted.of(view.document.text).rstrip()[-1:] in "\"”»'" or at.block.span.start == view.block.span.start:
        return None
    return next(((at, s) for s in sayings(at) if s.over and not s.quoted), None)


def _before_quotation(view: SentenceView, quoted: Span) -> tuple[SentenceView, Saying] | None:
    """The speaker who opened the quotation, or was quoted just before it (also a paragraph before)."""
    at = view.neighbour(-1)
    opened = quoted.of(view.document.text)[0] in "\"“«„`'"  # else it was opened in a block before
    for _ in range(_FAR):
        if at is None or at.block.kind not in ("paragraph", "bullet"):
            return None
        found = [s for s in sayings(at) if s.speaker is not None and not s.quoted]
        if at.text.rstrip().endswith(":") and found:
            return at, found[0]  # "A statement by Ana Ruiz on the bank's claim that …:"
        if found:
            return at, ([s for s in found if not _is_agency(at, s)] or found)[-1]
        if at.text.rstrip().endswith(":") and (leader := _leader(at)) is not None:
            return at, leader  # "The paper is more cautious:"
        marked = quotation_at(at, at.sentence.span.start) or quotation_at(at, at.sentence.span.stop - 1)
        if opened and marked is None:
            return None
        opened = opened or marked is not None
        at = at.neighbour(-1)
    return None


def _introduced(view: SentenceView) -> tuple[SentenceView, Saying] | None:
    """Who is said, before a colon that ends the block above, to have said or written what stands here unquoted."""
    if view.block.kind not in ("bullet", "paragraph"):
        return None
    text, at = view.document.text, view.neighbour(-1)
    while at is not None and at.block.span.start == view.block.span.start:
        at = at.neighbour(-1)
    below = view
    while at is not None and (at.block.kind == "bullet" == view.block.kind or _adjoins(at, below)):
        if at.text.rstrip().endswith(":"):
            break
        below, at = at, at.neighbour(-1)
    if at is None:
        return None
    told = [s for s in sayings(at) if s.speaker is not None and not s.quoted]
    if not at.block.span.of(text).rstrip().endswith(":"):
        return (at, told[-1]) if told and (view.block.kind, at.block.kind) == ("bullet", "heading") else None
    if told:
        return at, told[0]
    maker = _maker(at)
    return (at, Saying(maker, Span(at.sentence.span.stop - 1, at.sentence.span.stop), 0)) if maker is not None else None


def _adjoins(above: SentenceView, below: SentenceView) -> bool:
    """Whether two sentences stand on lines without an empty one between: the lines of one list or quotation."""
    gap = above.document.text[above.sentence.span.stop : below.sentence.span.start]
    return "\n" not in gap.replace("\n", "", 1)


def _maker(view: SentenceView) -> Phrase | None:
    """Who made the statement that a sentence announces: "here is a statement from the bank:", "his post starts:"."""
    words, groups = view.read.lexicon.words, view.read.groups
    for group, after in zip(groups, [*groups[1:], None], strict=True):
        if group.head >= 0 and view.read.words[group.head].lower in words("told") | words("document"):
            if after is not None and after.preposition in ("from", "by"):
                return phrase_of(view, after)
            return owner_of(view, group) or (phrase_of(view, group) if group.role != "subject" else None)
    return None


def _leader(view: SentenceView) -> Saying | None:
    """The subject of a sentence that announces what is said next with a colon."""
    subject = view.read.clauses[0].subject
    if subject is None or subject.head < 0:
        return None
    start = subject.at + 1 if subject.at >= 0 else subject.start
    head = view.read.words[subject.head].lower
    if head in view.read.lexicon.words("nobody"):
        return None
    return Saying(Phrase(start, subject.stop, head, subject), Span(view.sentence.span.stop - 1, view.sentence.span.stop), 0)


_SIGNED = re.compile(r"[—–-] ?([A-Z][^()\n—]{1,40}?) \(@\w{2,20}\)")


def _signed(view: SentenceView, at: int) -> tuple[Speaker | None, tuple[Cue, ...]]:
    """Who signed a post that a text shows as it is: "I never said so. — Ana Hale (@anahale) January 9, 2017"."""
    text, stop = view.document.text, view.block.span.stop
    signed = _SIGNED.search(text, at, stop) if text.find(" (@", at, stop) >= 0 else None
    if signed is None:
        return None, ()
    span = Span(*signed.span(1))
    return Speaker(signed[1], read_name(signed[1], view.vocabulary).key, True, span), (Cue("speaker", span, signed[1]),)


# The speaker's name


def _told(view: SentenceView, said: Saying, origin: str | None) -> tuple[Speaker | None, tuple[Cue, ...]]:
    phrase = said.speaker or _around(view, said)
    speaker = named_speaker(view, phrase, origin) if phrase is not None else None
    if speaker is None:
        return None, ()
    return speaker, (Cue("speaker", said.cue, f"{said.cue.of(view.document.text)} → {speaker.text}"),)


def _around(view: SentenceView, said: Saying) -> Phrase | None:
    """Who speaks in ", adding that …": the speaker before it in the sentence, else the sentence's subject."""
    for other in reversed(sayings(view)):
        if other.at < said.at and other.speaker is not None:
            return other.speaker
    leader = _leader(view)
    return leader.speaker if leader is not None else None
