"""Attributions by a verb of speaking: "X said …", "…, X said", "said X", ", adding that …"."""

from __future__ import annotations

from factcheck.context.attribution import Attribution, reach
from factcheck.context.names import credited
from factcheck.context.speaker_words import SpeakerWords, speaker_words
from factcheck.context.speech_verbs import auxiliaries, contracted, fails_object, is_many, is_noun
from factcheck.context.subjects import Phrase, can_speak, is_known_speaker, phrase_after, phrase_before
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView


def by_verb(view: SentenceView, index: int, words: SpeakerWords) -> Attribution | None:
    """The attribution a verb of speaking makes, if it is one here."""
    tokens = view.tokens
    kind, verb = words.verbs[tokens[index].lower]
    if tokens[index].text[0].isupper() and view.block.kind not in ("title", "heading"):
        return None  # part of a name: "the Islamic State"
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.text == "-" and after.start == tokens[index].stop:
        return None
    if verb == "point" and (after is None or after.lower != "out"):
        return None  # "pointing a gun at two men"
    if verb in words.phrases.strict and (after is None or after.lower != "that"):
        return None  # "holding 53 seats", but "the court held that"
    before, passive, negated = auxiliaries(view, index)
    if tokens[index].lower.endswith("ing") and not passive:
        if kind == "show" or (kind == "give" and fails_object(view, index, kind, verb, words)):
            return None  # ", finding three people dead", ", putting two on trial"
        return _by_participle(view, index, before, kind)
    if negated or (passive and not tokens[index].lower.endswith("ing")):
        return None
    if is_noun(view, index, verb, after) or fails_object(view, index, kind, verb, words):
        return None
    inverted = _inverted(view, index, kind) if verb not in words.phrases.tell else None
    if inverted is not None:
        return inverted
    speaker = contracted(view, before, index) or _subject(view, before)
    if speaker is None or not can_speak(view, speaker, kind):
        return None
    if kind == "clause" and tokens[index].lower == verb + "s" and not is_known_speaker(view, speaker):
        return None  # "he generated extensive tweets: …"
    if kind == "clause" and speaker.start > 0 and tokens[speaker.start - 1].lower in words.clauses.manners:
        return None
    plain = tokens[index].lower == verb != "put" and before == index - 1
    if plain and not is_many(view, speaker):
        return None  # "the budget office report", "severe financial stress"
    if kind == "give" and tokens[index].lower == verb + "s" and tokens[speaker.stop - 1].lower in words.phrases.plurals:
        return None  # "many contest police claims that"
    origin = _hearer(view, index) if verb in words.phrases.tell else None
    return _reaching(view, speaker, index, origin, words)


def _subject(view: SentenceView, before: int) -> Phrase | None:
    """The speaker's phrase left of a verb: beside it, or before an apposition or a relative clause."""
    tokens = view.tokens
    if before < 0:
        return None
    if tokens[before].lower in ("who", "which") and before > 0:
        return _named_before(view, phrase_before(view, before - 1 if tokens[before - 1].text != "," else before - 2))
    if tokens[before].text == ")":
        while before > 0 and tokens[before].text != "(":
            before -= 1
        return phrase_before(view, before - 1)
    if tokens[before].text == ",":
        return _before_apposition(view, before)
    beside = phrase_before(view, before)
    if (
        beside.head in speaker_words(view.vocabulary).phrases.periods
        if beside is not None
        else tagged(view).tags[before] == "#"
    ):
        return _before_period(view, before)
    if beside is not None and (maker := _singular_before(view, beside, before + 1)) is not None:
        return maker
    if beside is None or not is_known_speaker(view, beside) or _is_object(view, beside):
        return _before_relative(view, before) or beside
    return beside


def _singular_before(view: SentenceView, beside: Phrase, verb: int) -> Phrase | None:
    """The document before a plural that does not suit its verb: "a tally from reports and departments | shows"."""
    tokens, tags, known = view.tokens, tagged(view).tags, speaker_words(view.vocabulary).nouns
    plural = tags[beside.stop - 1] == "s" and tokens[beside.stop - 1].lower.endswith("s")
    if not plural or not tokens[verb].lower.endswith("s") or beside.start < 3 or tags[beside.start - 1] not in "cP":
        return None
    for at in range(beside.start - 1, max(beside.start - 8, 0), -1):
        if tags[at] not in "cPnsjqD":
            return None
        phrase = phrase_before(view, at - 1) if tags[at] == "P" else None
        if phrase is not None and phrase.head in known.sources | known.sayings:
            return phrase
    return None


def _is_object(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a verb stands right before a phrase: "the claim which did not mention a party | said"."""
    return phrase.start > 1 and tagged(view).tags[phrase.start - 1] in "vg"


def _before_period(view: SentenceView, before: int) -> Phrase | None:
    """The subject before "has for two months": a span of time between the parts of a verb."""
    helper = tagged(view).tags.rfind("h", max(before - 7, 0), before)
    return phrase_before(view, helper - 1) if helper > 0 else None


def _named_before(view: SentenceView, phrase: Phrase | None) -> Phrase | None:
    """The name before an apposition: of "X, an engineer at Y who said", X."""
    if phrase is None or phrase.start < 2 or view.tokens[phrase.start].lower not in ("a", "an", "the"):
        return phrase
    if view.tokens[phrase.start - 1].text != ",":
        return phrase
    named = phrase_before(view, phrase.start - 2)
    return named if named is not None and named.proper else phrase


def _before_apposition(view: SentenceView, comma: int) -> Phrase | None:
    """Of "X, a Y of Z, said" the X; but of "a spokesman, X Y, said" the name."""
    tokens, tags = view.tokens, tagged(view).tags
    for at in range(comma - 1, max(comma - 40, 0), -1):
        if tags[at] == '"' or tokens[at].text == ";":
            return None
        if tokens[at].text == "," and (phrase := phrase_before(view, at - 1)) and _opens_clause(view, phrase):
            person = tokens[at + 1].lower in ("who", "whose", "whom")  # "the actor, who is ill, said"
            if not can_speak(view, phrase, "say" if person else "give"):
                return None
            outer = _outer_name(view, phrase)
            if outer is not None:
                return outer
            named = phrase_before(view, comma - 1) if not phrase.proper else None
            if named is not None and named.start == at + 1 and named.proper and named.stop - named.start > 1:
                return named
            return phrase
    if not any(tags[at] == "," for at in range(comma)) and (phrase := phrase_before(view, comma - 1)):
        return phrase if _opens_clause(view, phrase) and can_speak(view, phrase, "give") else None
    return None


def _outer_name(view: SentenceView, phrase: Phrase) -> Phrase | None:
    """The name that a phrase between commas describes: of "X, head of Y, the agency, said" X, not the head of Y."""
    if phrase.proper or phrase.start < 2 or view.tokens[phrase.start - 1].text != ",":
        return None
    outer = phrase_before(view, phrase.start - 2)
    opens = outer is not None and (outer.start == 0 or tagged(view).tags[outer.start - 1] in '"c')
    return outer if outer is not None and opens and outer.proper and outer.stop - outer.start > 1 else None


def _before_relative(view: SentenceView, before: int) -> Phrase | None:
    """Of "The office which keeps count of the dead said" the phrase before the relative clause."""
    tokens, tags = view.tokens, tagged(view).tags
    for at in range(before - 1, max(before - 25, 0), -1):
        if tags[at] in ',;"':
            return None
        if tokens[at].lower in ("who", "which"):
            phrase = phrase_before(view, at - 1)
            opens = phrase is not None and _opens_clause(view, phrase)
            return phrase if phrase is not None and opens and can_speak(view, phrase, "give") else None
    return None


def _opens_clause(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a phrase stands where a subject may: at the start, after a comma, a conjunction or a quotation."""
    return phrase.start == 0 or tagged(view).tags[phrase.start - 1] in ',;"cwaPd-'


def _inverted(view: SentenceView, index: int, kind: str) -> Attribution | None:
    """'"…," said X, a Y of Z' and '…, said X.'"""
    tokens, tags = view.tokens, tagged(view).tags
    if kind not in ("say", "clause", "give") or index < 2 or tags[index - 1] not in ',"':
        return None
    if kind == "give" and tags[index - 1] != '"':
        return None
    speaker = phrase_after(view, index + 1)
    if speaker is None or not can_speak(view, speaker, "give"):
        return None
    if tags[speaker.start] == "#" and (tokens[speaker.start].lower != "one" or not is_known_speaker(view, speaker)):
        return None  # "…, said 12 officials had fled", but '…," said one donor'
    if tags[index - 1] == "," and not _ends_there(view, index, speaker):
        return None
    return Attribution(speaker, tokens[index].span, index, reach(view), back=True)


def _ends_there(view: SentenceView, index: int, speaker: Phrase) -> bool:
    """Whether ", said X" closes a statement, rather than "Y, an aide, said X was wrong" beginning one."""
    tokens, tags = view.tokens, tagged(view).tags
    if speaker.stop >= len(tokens) or tags[speaker.stop] in ",;":
        return True
    if tokens[speaker.stop].lower == "that" or tags[speaker.stop] in "vbhme":
        return False
    return _before_apposition(view, index - 1) is None


def _hearer(view: SentenceView, index: int) -> str | None:
    """The agency or outlet that was told: "told Reuters", "told CNN's Jake Tapper"."""
    hearer = phrase_after(view, index + 1)
    if hearer is None:
        return None
    tokens = view.tokens[hearer.start : hearer.stop]
    for stop in range(len(tokens), 0, -1):
        text = view.document.text[tokens[0].start : tokens[stop - 1].stop]
        if agency := credited(text, view.vocabulary):
            return agency
    return None


def _reaching(
    view: SentenceView, speaker: Phrase, index: int, origin: str | None, words: SpeakerWords
) -> Attribution | None:
    """The attribution of a subject and its verb, with how far it reaches."""
    tokens, tags = view.tokens, tagged(view).tags
    cue, left = tokens[index].span, speaker.start - 1
    as_said = left >= 0 and tokens[left].lower == "as"
    if as_said:
        left -= 1
    content_left = left > 0 and (tokens[left].text in ",-–—" or tags[left] == '"')
    quoted_left = (left > 0 and tags[left] == '"') or (left > 1 and tokens[left].text == "," and tags[left - 1] == '"')
    if as_said and left < 1:
        return Attribution(speaker, cue, index, reach(view, tokens[index].stop), origin=origin)
    ends, stop = _ends(view, index, words)
    content_left = content_left or (left >= 3 and bool(_CONTENT & set(tags[: left + 1])))
    if as_said or (content_left and ends):
        return Attribution(speaker, cue, index, reach(view, stop=stop), back=True, origin=origin)
    if quoted_left:
        return Attribution(speaker, cue, index, reach(view), back=True, origin=origin)
    return Attribution(speaker, cue, index, reach(view, cue.stop, _clause_end(view, speaker, index)), origin=origin)


_CONTENT = frozenset("vebh#")  # without a verb or a number nothing was said before the speaker


def _ends(view: SentenceView, index: int, words: SpeakerWords) -> tuple[bool, int | None]:
    """Whether nothing is said after a verb of speaking, and where its own adjuncts end ("said on Friday in Kabul")."""
    tokens, tags = view.tokens, tagged(view).tags
    at = index + 1
    if at < len(tokens) and (tokens[at].lower in words.clauses.tails or tags[at] == "g"):
        return True, tokens[at].start
    if (
        at < len(tokens)
        and tags[at] not in ",;P"
        and tags[at] not in "da"
        and tokens[at].lower not in words.phrases.adjunct
    ):
        hearer = phrase_after(view, at) if words.verbs[tokens[index].lower][1] in words.phrases.tell else None
        if hearer is None:
            return False, None
        at = hearer.stop
    while at < len(tokens):
        tag, lower = tags[at], tokens[at].lower
        if tag in ",;" and tokens[at].text != ":" and tokens[at].text not in "()":
            return True, None
        if tag in '"vbhmw' or lower == "that" or tokens[at].text == ":" or (tag == "r" and at > index + 1):
            return lower in words.clauses.tails, tokens[at].start if lower in words.clauses.tails else None
        at += 1
    return True, None


def _clause_end(view: SentenceView, speaker: Phrase, index: int) -> int | None:
    """Where what is said ends before the sentence does.

    A clause of speech under "while" ends at its comma, and so does one between commas ("forces, who say that …, are
    advancing"); a plain object ("reported control of X") ends at the next clause.
    """
    tokens, tags, words = view.tokens, tagged(view).tags, speaker_words(view.vocabulary)
    if any(token.text == "—" for token in tokens[: speaker.start]):  # "on Friday — the day the report said so — 12"
        closing = next((token.start for token in tokens[index + 1 :] if token.text == "—"), None)
        if closing is not None:
            return closing
    for at in range(index + 1, len(tokens) - 2):
        if tokens[at].lower == "despite" and tokens[at + 2].lower == "fact":
            return tokens[at].start  # "claims that …, despite the fact that 12 fell"
    if tokens[speaker.stop].text == "," and tokens[speaker.stop + 1].lower in ("who", "which"):
        return next((token.start for token in tokens[index + 1 :] if token.text == ","), None)
    if 0 < speaker.start <= 3 and tokens[speaker.start - 1].lower in words.clauses.subordinators:
        for at in range(index + 3, len(tokens) - 1):
            if tokens[at].text == "," and tags[at + 1] in "Dnsqzjra":
                return tokens[at].start
    kind, verb = words.verbs[tokens[index].lower]
    semicolon = next((t.start for t in tokens[index + 1 :] if t.text == ";"), None)
    if verb in words.phrases.deeds and semicolon is not None:
        return semicolon  # "they recommended six months; he was given two"
    if kind == "give" and tokens[index + 1 : index + 2] and tokens[index + 1].lower != "that":
        for at in range(index + 2, len(tokens)):
            if tokens[at].lower in words.clauses.turns:
                return tokens[at].start
    return None


def _turn(view: SentenceView, index: int) -> int | None:
    """Where a clause of another matter starts: ", while …"."""
    tokens, turns = view.tokens, speaker_words(view.vocabulary).clauses.turns
    for at in range(index + 1, len(tokens) - 1):
        if tokens[at].text == "," and tokens[at + 1].lower in turns:
            return tokens[at].start
    return None


def _by_participle(view: SentenceView, index: int, before: int, kind: str) -> Attribution | None:
    """The attribution of ", adding that …", "with officials saying …", "quoted as saying"."""
    tokens, tags = view.tokens, tagged(view).tags
    cue = tokens[index].span
    if before >= 1 and tokens[before].lower == "as" and tokens[before - 1].lower in ("quoted", "cited"):
        subject, _, _ = auxiliaries(view, before - 1)
        speaker = _subject(view, subject)
        return Attribution(speaker, cue, index, reach(view)) if speaker else None
    if before < 0 or tags[before] in ',;-c"' or tokens[before].lower in ("by", "after", "in"):
        if tokens[index].lower == "citing" or (before < 0 and kind != "say"):
            return None
        return Attribution(None, cue, index, reach(view, cue.stop))
    speaker = phrase_before(view, before)
    if speaker is not None and tags[before] == "z":
        return None  # "the mayor's warning on the debt"
    if speaker is not None and can_speak(view, speaker, "give"):
        alone = speaker.start == 0 or tokens[speaker.start - 1].lower in ("with", ",")
        return Attribution(speaker, cue, index, reach(view, cue.stop, _turn(view, index))) if alone else None
    if kind != "say" or tags[before] in "PtbD":
        return None
    return Attribution(None, cue, index, reach(view, cue.stop))  # "put the toll higher saying that"
