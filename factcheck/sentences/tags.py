"""Which of a word's tags its neighbours leave open: one pass, left to right."""

from __future__ import annotations

from factcheck.sentences.around import Place, place_of
from factcheck.sentences.closed_words import closed_words, word_left
from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.noun_or_verb import noun_or_verb
from factcheck.sentences.tagset import *
from factcheck.sentences.word import POINTING, Word

_STARTS_NOUN = DETERMINER | POSSESSIVE | NUMBER | OBJECT


def settle(words: list[Word], lexicon: Lexicon) -> None:
    """Narrow ``word.tags`` of every word in place by what stands before and, a little, behind it."""
    known = closed_words(lexicon)
    for i, word in enumerate(words):
        tags = word.tags
        if tags & (ADVERB | SUBORDINATOR) and _stands_apart(words, i):
            word.tags = ADVERB
        elif tags & DESCRIBING and word.lower in lexicon.unchanging and _names_people(words, i):
            word.tags = PLURAL | tags & ADJECTIVE
            if _is_verb_behind(words, i):
                words[i + 1].tags &= TENSED
        elif (closed := known.get(word.lower)) is not None:
            closed(words, i, lexicon)
        elif tags & (tags - 1) or tags in (ING, PARTICIPLE):
            quoted = i > 1 and words[i - 1].tags & QUOTE and _closes(words, i - 1)
            _settle_open(place_of(words, i, lexicon, i - 2 if quoted else i - 1))  # "the “managers” left"


def _closes(words: list[Word], i: int) -> bool:
    """Whether a quotation mark closes what it quotes inside a sentence: not speech, which a comma ends."""
    opened = sum(bool(word.tags & QUOTE) for word in words[:i])
    return opened % 2 == 1 and not words[i - 1].tags & (COMMA | STOP | QUOTE)


def _stands_apart(words: list[Word], i: int) -> bool:
    """Whether an adverb stands between marks: "Similarly, 12 men", "three of them, though, said", "Even so, they"."""
    if i + 1 >= len(words) or not words[i + 1].tags & COMMA:
        return False
    before = words[i - 1] if i else None
    opens = before is None or before.tags & (COMMA | QUOTE) or before.lower == "even"
    return bool(opens) and not words[i].tags & (PREPOSITION | MODAL | DETERMINER | TIME)


def _names_people(words: list[Word], i: int) -> bool:
    """Whether a word for a state names those in it: "the wounded were flown out", "the number of missing fell"."""
    k = i - 1
    while k > 0 and words[k].tags & ADVERB:
        k -= 1
    before, after = words[max(k, 0)], words[i + 1].tags if i + 1 < len(words) else 0
    opens = before.tags & (DETERMINER | POSSESSIVE) and before.lower not in ("this", "that", "those", "a", "an")
    led = (opens or before.lower == "of") and not before.tags & (BE | RELATIVE)
    return bool(led) and (not after & (NOMINAL | NUMBER) or _is_verb_behind(words, i))


def _is_verb_behind(words: list[Word], i: int) -> bool:
    """Whether the next word can be a verb and most often is, or has an amount behind it: "displaced tops 1,200"."""
    after = words[i + 1] if i + 1 < len(words) else None
    amount = i + 2 < len(words) and words[i + 2].tags & NUMBER
    return after is not None and bool(after.tags & TENSED and (amount or not after.usual & NOMINAL))


def _settle_open(at: Place) -> None:
    word, tags = at.word, at.word.tags
    if not tags & VERBS:
        if tags & ADVERB and tags & ADJECTIVE:
            word.tags = _adverb_or_adjective(at)
        return  # a preposition or what opens a clause: the clause tells
    led = at.before is None or at.led & (COMMA | QUOTE)
    by = led and tags & PARTICIPLE and at.after is not None and at.after.lower == "by"
    means = (
        at.tags_at(2) & NOUN and not at.tags_at(2) & (PLURAL | NAME) and at.tags_at(3) & (STOP | COMMA | PREPOSITION)
    )
    if by and not (means and at.lemma_of(word) in at.lexicon.words("plainly")):  # "…, Ana Ruiz, said by telephone"
        word.tags = PARTICIPLE  # "Accused by 12 women, he left"
    else:
        word.tags = _behind_auxiliary(at) or _behind(at)


def _behind_auxiliary(at: Place) -> int:
    """The form that an auxiliary, "to", "help" or "who" before a word asks for; 0 where there is none."""
    tags, left = at.word.tags, word_left(at.words, at.word.index)
    if tags & BASE and _is_helped(at):
        return BASE  # "help lift 900 people"
    if tags & ING and _is_begun(at):
        return ING  # "began bombing and firing at 12 towns"
    if left is None:
        return 0
    if tags & BASE and (left.tags == TO or left.tags & (MODAL | DO)):
        return BASE  # "to fully cover"
    if left.tags & BE:
        return tags & ~FINITE
    if left.tags & HAVE and tags & PARTICIPLE:
        return PARTICIPLE
    return tags & FINITE if _is_relative(at.words, left) else 0


def _is_helped(at: Place) -> bool:
    """Whether a verb without "to" stands behind one that takes such: "help lift", not "let people take it"."""
    if not at.led & VERBS or at.before is None or at.lemma_of(at.before) not in at.lexicon.bare:
        return False
    return not at.word.usual & ADJECTIVE


def _is_begun(at: Place) -> bool:
    """Whether what is begun, done on or ended by the verb before is told by a word."""
    if at.before is None or not at.led & VERBS or at.led & NOMINAL:
        return False
    return at.lemma_of(at.before) in at.lexicon.words("beginning")


def _behind(at: Place) -> int:
    """What the word right before leaves open of a word that can be a verb."""
    tags, led, before = at.word.tags, at.led, at.before
    things = at.follows & COMMON and at.after is not None and at.after.usual & COMMON  # not "falling ill"
    if tags & ING and things and not led & (BE | CONJUNCTION) and at.lemma_of(at.word) in at.lexicon.words("no object"):
        return ADJECTIVE  # "because of rising prices"
    if led & (DETERMINER | POSSESSIVE):
        return _after_determiner(at)
    if _inside_noun(at.words, at.word.index):
        return _gerund(at) or tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE) or tags
    if led & PREPOSITION and not led & SUBORDINATOR:
        return _after_preposition(at)
    if before is not None and led & SUBJECT and _is_subject(at, before):
        return tags & FINITE or tags
    moves = led & NOUN and at.word.usual & PAST  # "the average fell"
    if before is not None and before.usual & ADJECTIVE and not led & (VERBS | ADVERB) and not moves:
        gerund = _gerund(at) if not at.tags_at(-2) & (BE | ADVERB) else 0
        if gerund or tags & NOUNS:
            return gerund or tags & (NOUNS | ADJECTIVE | PAST | PARTICIPLE | ING)  # "racial profiling"
    return noun_or_verb(at)


def _after_preposition(at: Place) -> int:
    choice = at.word.tags & ~FINITE or at.word.tags
    acting = at.before is not None and at.before.lower in ("by", "before", "after", "without")
    acts = choice & ING and choice & NOUN and at.follows & (_STARTS_NOUN | (NOUNS if acting else 0))
    return ING if acts else choice  # "for killing 12"


def _is_subject(at: Place, pronoun: Word) -> bool:
    """Whether a pronoun before a verb is its subject: "it" is not behind a preposition or a verb that takes it."""
    if not pronoun.tags & OBJECT or not pronoun.index:
        return True
    before = at.words[pronoun.index - 1]
    if before.tags & (PREPOSITION | BE):
        return False
    return (
        not before.tags & VERBS or at.lemma_of(before) in at.lexicon.content
    )  # "said it plans to", not "left it open"


def _is_relative(words: list[Word], opener: Word) -> bool:
    """Whether "who" or "which" waits for its verb: "the watch, which often starts at $349", not "which police say"."""
    before = words[opener.index - 1].tags if opener.index else 0
    which = opener.lower == "which" and before & (NOUNS | COMMA | DASH | CLOSE | QUOTE)
    return opener.lower == "who" or bool(which) or (opener.lower == "what" and not before & ~(QUOTE | STOP))


def _inside_noun(words: list[Word], i: int) -> bool:
    """Whether a noun group that a determiner or a preposition opened still has no noun before ``i``."""
    j = i - 1
    while (
        j >= 0
        and (words[j].tags & DESCRIBING or words[j].usual & ADJECTIVE)
        and not words[j].tags & (NOUNS | BASE | PREPOSITION | BE | HAVE)
    ):
        j -= 1
    if j == i - 1 or j < 0 or (words[j].lower == "those" and words[i].tags & PAST):
        return False  # "12 of those polled said no"
    return bool(words[j].tags & (DETERMINER | POSSESSIVE | NUMBER)) and not words[j].tags & (BE | SUBJECT | RELATIVE)


def _after_determiner(at: Place) -> int:
    tags, follows, before = at.word.tags, at.follows, at.before
    nominal = tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE)
    if before is None:
        return nominal or tags
    if before.lower in POINTING and tags & THIRD and not tags & NOUN:
        return THIRD  # "that leaves them three votes": a plural has "these"
    counted = before.index > 0 and at.words[before.index - 1].tags & (NUMBER | DETERMINER)
    if before.lower == "all" and at.words[before.index - 1].tags & SUBJECT and before.index and tags & BASE:
        return BASE  # "we all need 12"
    if before.lower in at.lexicon.alone and at.after is not None and not counted:
        if tags & PAST and not follows & NOUNS:
            return tags
        if tags & (THIRD | BASE) and tags & NOUNS and not tags & PAST:
            # "this offer", "all want": a plain noun unless an object follows
            given = follows & (DETERMINER | POSSESSIVE | OBJECT | SUBJECT)
            # "each share they own"
            given = given and (tags & THIRD or before.lower not in (*POINTING, "each", "another"))
            given = given and (not follows & RELATIVE or at.lemma_of(at.word) in at.lexicon.content)
            return tags & VERBS if given or (follows & TO and at.word.usual & VERBS) else nominal or tags
    return _gerund(at) or nominal or tags


def _gerund(at: Place) -> int:
    """A form in -ing that ends a noun group: "the fighting in 12 towns", "intense campaigning"; 0 for any other."""
    ends = not at.follows & (NOMINAL | VERBAL | NUMBER | DETERMINER | POSSESSIVE | OBJECT | TO | ADVERB)
    return NOUN if at.word.tags & ING and ends else 0


def _adverb_or_adjective(at: Place) -> int:
    left = word_left(at.words, at.word.index)
    if at.led & (NUMBER | DETERMINER) and at.follows & COMMON:
        return ADJECTIVE
    if left is not None and left.tags & MODAL:
        return ADVERB  # "will likely back it"
    if at.follows & NOUNS and not at.follows & TENSED:
        return ADJECTIVE
    return at.word.tags if at.word.usual & ADJECTIVE else ADVERB
