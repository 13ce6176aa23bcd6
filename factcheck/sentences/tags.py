"""Which of a word's tags its neighbours leave open: one pass, left to right."""

from __future__ import annotations

import functools
from collections.abc import Callable

from factcheck.sentences.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BASE,
    BE,
    CLOSE,
    COMMA,
    COMMON,
    CONJUNCTION,
    DESCRIBING,
    DETERMINER,
    DO,
    FINITE,
    HAVE,
    ING,
    MODAL,
    NAME,
    NEGATION,
    NOMINAL,
    NOUN,
    NOUNS,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PARTICLE,
    PASSED,
    PAST,
    PASTS,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    SINGULAR,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    THIRD,
    TIME,
    TO,
    VERBS,
    Lexicon,
)  # fmt: skip
from factcheck.sentences.words import Word

_STARTS_NOUN = DETERMINER | POSSESSIVE | NUMBER | OBJECT | NAME


def settle(words: list[Word], lexicon: Lexicon) -> None:
    """Narrow ``word.tags`` of every word in place by what stands before and, a little, behind it."""
    known = _closed(lexicon)
    for i, word in enumerate(words):
        closed = known.get(word.lower)
        if closed is not None:
            closed(words, i, lexicon)
        elif word.tags & (word.tags - 1):
            before = words[i - 1] if i else None
            after = words[i + 1] if i + 1 < len(words) else None
            _settle_open(word, before, after, words, lexicon)


def _settle_open(word: Word, before: Word | None, after: Word | None, words: list[Word], lexicon: Lexicon) -> None:
    tags = word.tags
    if not tags & VERBS:
        if tags & ADVERB and tags & ADJECTIVE:
            word.tags = _adverb_or_adjective(word, before, after)
        elif tags & PREPOSITION and tags & SUBORDINATOR:
            pass  # the clause tells
        elif tags & BE and tags & POSSESSIVE:
            word.tags = _possessive_or_is(before, after, words)
        return
    left = _left(words, word.index)
    ltags = left.tags if left is not None else 0
    choice = tags
    if (
        before is not None
        and before.tags & VERBS
        and tags & BASE
        and lexicon.entry(before.lower).lemma_as(VERBS) in lexicon.bare
        and not word.usual & ADJECTIVE
    ):
        choice = BASE  # "help lift 900 people"
    elif before is not None and before.tags == TO and tags & BASE:
        choice = BASE
    elif left is not None and ltags & TO and left.tags == TO and tags & BASE:
        choice = BASE  # "to fully cover"
    elif (ltags & MODAL and tags & BASE and not ltags & NOUNS) or (
        ltags & DO
        and not ltags & NOUNS
        and tags & BASE
        and (before is None or before.tags & (NEGATION | ADVERB) or (before is left and left.lower != "done"))
    ):
        choice = BASE
    elif ltags & BE and not ltags & POSSESSIVE:
        keep = tags & ~FINITE
        choice = keep or tags
    elif (
        ltags & HAVE
        and tags & PARTICIPLE
        and not (tags & ADJECTIVE and after is not None and after.tags & COMMON and not after.tags & VERBS)
    ):
        choice = PARTICIPLE
    elif ltags & HAVE:
        choice = tags & ~FINITE or tags
    elif before is not None and before.tags & (DETERMINER | POSSESSIVE) and not before.tags & BE:
        choice = _after_determiner(word, before, after, words, lexicon)
    elif _inside_noun(words, word.index):
        choice = tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE) or tags
        if tags & COMMON and not tags & (PAST | PARTICIPLE | ING):
            choice = tags & NOMINAL
    elif before is not None and before.tags & PREPOSITION and not before.tags & SUBORDINATOR:
        choice = tags & ~FINITE or tags
        if choice & ING and choice & NOUN and after is not None and after.tags & (_STARTS_NOUN & ~NAME):
            choice = ING  # "for killing 12"
    elif before is not None and before.tags & SUBJECT and _is_subject(words, before):
        choice = tags & FINITE or tags
    elif (
        before is not None
        and before.tags & RELATIVE
        and tags & (PAST | THIRD | BASE)
        and before.lower in ("who", "which")
    ):
        choice = tags & FINITE
    elif before is not None and before.usual & ADJECTIVE and not before.tags & (VERBS | ADVERB) and tags & NOUNS:
        choice = tags & (NOUNS | ADJECTIVE | PAST | PARTICIPLE | ING)
        if tags & COMMON and not tags & PASTS:
            choice = tags & NOUNS
    else:
        choice = _noun_or_verb(word, before, after, words, lexicon)
    word.tags = choice


def _is_subject(words: list[Word], pronoun: Word) -> bool:
    """Whether a pronoun before a verb is its subject: "it" and "you" are not where a verb or a preposition has them."""
    if not pronoun.tags & OBJECT:
        return True
    before = words[pronoun.index - 1].tags if pronoun.index else 0
    return not before & (VERBS | PREPOSITION | BE) or bool(before & SUBORDINATOR)


def _inside_noun(words: list[Word], i: int) -> bool:
    """Whether a noun group that a determiner or a preposition opened still has no noun before ``i``."""
    j = i - 1
    while (
        j >= 0
        and (words[j].tags & DESCRIBING or words[j].usual & ADJECTIVE)
        and not words[j].tags & (NOUNS | BASE | PREPOSITION | BE | HAVE)
        and i - j < 4
    ):
        j -= 1
    if j == i - 1 or j < 0:
        return False
    return bool(words[j].tags & (DETERMINER | POSSESSIVE | NUMBER)) and not words[j].tags & (BE | SUBJECT | RELATIVE)


def _left(words: list[Word], i: int) -> Word | None:
    """The word before, adverbs and negations passed over."""
    i -= 1
    steps = 0
    while (
        i >= 0
        and words[i].tags & PASSED
        and not words[i].tags & (VERBS | NOUN | PREPOSITION | DETERMINER)
        and steps < 3
    ):
        i -= 1
        steps += 1
    return words[i] if i >= 0 else None


def _after_determiner(word: Word, before: Word, after: Word | None, words: list[Word], lexicon: Lexicon) -> int:
    tags = word.tags
    nominal = tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE)
    if word.lower in lexicon.unchanging and (after is None or not after.tags & (COMMON | NAME | ADJECTIVE)):
        return PLURAL  # "the wounded were flown out"
    counted = before.index > 0 and words[before.index - 1].tags & (NUMBER | DETERMINER)
    if before.lower in lexicon.alone and tags & (THIRD | PAST | BASE) and not counted:
        if tags & NOUNS and not tags & PAST:
            # "this offer", "all want": a plain noun follows unless an object does
            verb = after is not None and after.tags & (DETERMINER | POSSESSIVE | OBJECT | TO | SUBJECT)
            return tags & VERBS if verb and before.lower not in ("some", "no", "such") else nominal or tags
        if tags & PAST and after is not None and not after.tags & NOUNS:
            return tags
        return nominal or tags
    return nominal or tags


def _noun_or_verb(word: Word, before: Word | None, after: Word | None, words: list[Word], lexicon: Lexicon) -> int:
    """A word that can be noun and verb where nothing before it decides: by its usual tag and what follows."""
    tags = word.tags
    if not tags & NOUNS and not tags & ADJECTIVE:
        return tags
    if before is not None and before.tags & NUMBER:
        return _after_number(word, before, after)
    if tags & THIRD and tags & PLURAL and _several_owed(words, word.index):
        return PLURAL
    follows = after.tags if after is not None else 0
    if tags & ING:
        if tags & (NOUN | ADJECTIVE) and follows & (DETERMINER | POSSESSIVE | NUMBER | OBJECT | TO | SUBJECT):
            return ING
        return tags
    if tags & PASTS and not tags & (NOUN | PLURAL | BASE):
        if (
            follows & COMMON
            and not follows & (VERBS | PREPOSITION)
            and not (before is not None and before.tags & NOUNS and word.usual & PASTS)
        ):
            return tags & DESCRIBING
        if word.usual & ADJECTIVE and follows & NOUNS:
            return tags & DESCRIBING
        return tags & ~ADJECTIVE if tags & ADJECTIVE and before is not None and before.tags & NOUNS else tags
    clues = 0
    if follows & (DETERMINER | POSSESSIVE | NUMBER | OBJECT) and not follows & (RELATIVE | CONJUNCTION):
        clues += 2
    if (
        follows & (SUBJECT | SUBORDINATOR)
        and not follows & PREPOSITION
        and after is not None
        and after.lower in ("that", "he", "she", "they", "it", "we")
    ):
        clues += 1
    if follows & (BE | HAVE | MODAL | DO) and not follows & POSSESSIVE:
        clues -= 3
    if follows & PREPOSITION and after is not None and after.lower == "of":
        clues -= 2
    if (
        after is not None
        and after.lower in lexicon.fixed
        and follows & PARTICLE
        and not _is_amount(words, after.index + 1)
    ):
        clues += 3  # "shot down", "hands out"
    if follows & DESCRIBING and lexicon.entry(word.lower).lemma_as(VERBS) in lexicon.copulas:
        clues += 2  # "remains hospitalised"
    if follows & NAME:
        clues += 1 if before is not None and before.tags & (NOUNS) else 0
    if follows & TENSED and not follows & NOMINAL and after is not None and after.usual & TENSED:
        clues -= 2
    if follows & POSSESSIVE and after is not None and after.lower in ("'s", "’s", "'", "’"):
        clues -= 4
    clues += 1 if word.usual & VERBS else -1
    btags = before.tags if before is not None else 0
    if btags & (PLURAL | NAME) and tags & BASE and word.usual & BASE:
        clues += 1
    if btags & SINGULAR and tags & THIRD and not btags & PLURAL:
        clues += 1
        if follows & (STOP | COMMA) or not follows:
            clues -= 1
        if tags & PLURAL and follows & NAME and not _is_told(words, len(words), word.index):
            clues += 1  # "quake hits Greece": nothing else can be the verb
    if btags & ADVERB and not btags & (NOUNS | ADJECTIVE | PREPOSITION) and before is not None and before.index:
        subject = words[before.index - 1].tags
        if (tags & BASE and subject & PLURAL) or (tags & THIRD and subject & SINGULAR):
            clues += 2  # "three laws improperly attempt"
    if tags & PASTS and btags & PLURAL and word.usual & NOUNS:
        clues += 1
        following = words[word.index + 2] if word.index + 2 < len(words) else None
        if follows & CONJUNCTION and following is not None and following.usual & PASTS:
            clues += 2  # "officers shot and killed"
    if tags & BASE and follows & TO:
        clues += 1
    if tags & BASE and not tags & PAST and btags & NOUN and not btags & (PLURAL | NAME):
        clues -= 2  # a singular subject has no plain verb
    if btags & COMMA and tags & THIRD and _verb_owed(words, word.index):
        clues += 1  # "Abrams, on the other hand, claims …"
    elif btags & COMMA and tags & THIRD and follows & NUMBER and _is_told(words, word.index):
        clues += 2  # "Bomb kills 12, wounds 40"
    elif not before or btags & (STOP | QUOTE | COMMA):
        clues -= 1
    if (
        tags & THIRD
        and btags & SINGULAR
        and after is not None
        and after.lower == "that"
        and lexicon.entry(word.lower).lemma_as(VERBS) in lexicon.content
    ):
        clues += 2  # "the BBC reports that"
    if btags & VERBS and not btags & NOMINAL:
        clues -= 3  # the object of a verb
    if clues > 0 and not (word.usual & NOUNS and clues < 2):
        return tags & VERBS
    if clues < -1:
        return tags & ~VERBS or tags
    return tags & ~VERBS if word.usual & NOMINAL else tags


def _is_told(words: list[Word], stop: int, but: int = -1) -> bool:
    """Whether a finite verb stands before ``stop``, other than the word at ``but``."""
    return any(
        word.tags & (FINITE | AUXILIARY) and word.usual & (FINITE | AUXILIARY)
        for word in words[:stop]
        if word.index != but
    )


def _several_owed(words: list[Word], i: int) -> bool:
    """Whether a number still asks for its plural behind a singular noun: "two dozen emergency calls"."""
    if i < 2 or not words[i - 1].tags & NOUN or words[i - 1].known & (PLURAL | NAME | TIME):
        return False
    number = words[i - 2]
    return bool(number.tags & NUMBER) and number.text[-1:].isalnum() and not number.joined and _is_several(number)


def _is_several(number: Word) -> bool:
    return number.lower not in ("1", "one", "a", "an", "single", "a single") and "." not in number.text


def _verb_owed(words: list[Word], i: int) -> bool:
    """Whether a subject stands before the commas and no verb yet: then one is still to come."""
    held = 0
    for word in words[:i]:
        if word.tags & (STOP | RELATIVE):
            return False
        if word.tags & (AUXILIARY | FINITE) and not word.tags & NOMINAL:
            return False
        held |= word.tags
    return bool(held & (NAME | NOUN | SUBJECT)) and bool(
        words[0].tags & (NOUNS | DETERMINER | SUBJECT | ADJECTIVE | POSSESSIVE)
    )


def _is_amount(words: list[Word], i: int) -> bool:
    """Whether a share or money stands at ``i``: "shares up 4.5 %" is no verb with its particle."""
    return i < len(words) and bool(words[i].tags & NUMBER) and not words[i].text.isalnum()


def _after_number(word: Word, before: Word, after: Word | None) -> int:
    """Behind a number: a noun or an adjective; a participle or a past where no noun follows ("12 killed")."""
    tags = word.tags
    follows = after.tags if after is not None else 0
    if before.joined:
        return tags & (NOUNS | ADJECTIVE | ING | PARTICIPLE) or tags
    if tags & PASTS and not tags & COMMON:
        if follows & COMMON and not follows & (PREPOSITION | BASE | THIRD):
            return tags & DESCRIBING or tags
        return tags & ~ADJECTIVE or tags
    if tags & THIRD and tags & PLURAL and "." in before.text:
        return THIRD  # "magnitude 6.1 strikes"
    several = _is_several(before)
    either = tags & PLURAL and (word.usual & PLURAL or tags & NOUN)  # "27 crew", which are many as they stand
    if tags & PASTS and several and not follows & (NOUN | PLURAL | POSSESSIVE) and not either:
        return tags & PASTS  # "five shot at mall", "2,200 left Homs"
    if tags & PLURAL:
        return PLURAL
    if tags & NOUN and tags & BASE and before.lower.endswith("s") and not follows & NOMINAL and before.text.isalpha():
        return BASE  # "thousands march in Paris": they would be plural
    if tags & NOUN:
        return tags & (NOUN | ADJECTIVE)
    return tags


def _adverb_or_adjective(word: Word, before: Word | None, after: Word | None) -> int:
    if before is not None and before.tags & (NUMBER | DETERMINER) and after is not None and after.tags & COMMON:
        return ADJECTIVE
    if after is not None and after.tags & (NOUN | PLURAL | NAME) and not after.tags & TENSED:
        return ADJECTIVE
    if before is not None and before.tags & BE:
        return word.tags
    return word.tags if word.usual & ADJECTIVE else ADVERB


def _possessive_or_is(before: Word | None, after: Word | None, words: list[Word]) -> int:
    """The 's of "Russia's" against that of "he's", "there's"."""
    if before is None or before.tags & (SUBJECT | RELATIVE) or before.lower in ("that", "here", "what", "who", "there"):
        return BE
    if (
        after is not None
        and after.tags & (DETERMINER | POSSESSIVE | TO | NEGATION | SUBJECT | OBJECT)
        and not after.tags & ADJECTIVE
    ):
        return BE if after.lower not in ("most", "own", "many", "other", "more") else POSSESSIVE
    return POSSESSIVE


def _that(words: list[Word], i: int, lexicon: Lexicon) -> None:
    word = words[i]
    before = words[i - 1].tags if i else 0
    after = words[i + 1] if i + 1 < len(words) else None
    follows = after.tags if after is not None else 0
    if after is not None and after.lower in ("much", "many", "few", "long"):
        word.tags = DETERMINER  # "about twice that much"
        return
    if (follows & (BE | HAVE | MODAL | DO | THIRD | PAST) and not follows & NOUNS) or follows & (BE | HAVE | MODAL):
        word.tags = (
            RELATIVE
            if before & NOUNS
            else (DETERMINER if not before & (VERBS | ADJECTIVE) else SUBORDINATOR | DETERMINER)
        )
        if not before & NOUNS:
            word.tags = DETERMINER
        return
    if before & NOUNS and not before & (VERBS & ~ING):
        word.tags = RELATIVE | SUBORDINATOR
    elif follows & (SUBJECT | DETERMINER | POSSESSIVE | NAME | NUMBER | PLURAL | RELATIVE | PREPOSITION | COMMA) and i:
        word.tags = SUBORDINATOR
    elif before & (VERBS | OBJECT | TIME) and follows & (ADJECTIVE | NOUN):
        word.tags = SUBORDINATOR if before & VERBS and words[i - 1].usual & VERBS else DETERMINER
    else:
        word.tags = DETERMINER


def _to(words: list[Word], i: int, lexicon: Lexicon) -> None:
    word = words[i]
    j = i + 1
    while j < len(words) and words[j].tags & PASSED and not words[j].tags & (NOUNS | BASE) and j < i + 3:
        j += 1
    after = words[j] if j < len(words) else None
    if after is None:
        word.tags = PREPOSITION
    elif after.tags & (BE | HAVE | DO) and after.lower in ("be", "have", "do"):
        word.tags = TO
    elif after.tags & BASE and not after.tags & (DETERMINER | NUMBER):
        verb = after.usual & (BASE | PARTICIPLE | PAST) or not after.tags & NOUNS or _asks_to(words, i, lexicon)
        if not verb:
            following = words[j + 1] if j + 1 < len(words) else None
            verb = (
                following is not None
                and bool(following.tags & (_STARTS_NOUN | OBJECT | SUBJECT | PREPOSITION | ADVERB | PLURAL | ADJECTIVE))
                and words[i - 1].lower not in ("due", "access")
            )
        word.tags = TO if verb else PREPOSITION
    else:
        word.tags = PREPOSITION


def _asks_to(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether the word before "to" is a verb that tells what is to be done: "want to focus today"."""
    before = words[i - 1] if i else None
    if before is None or not before.tags & VERBS or before.tags & NOUNS:
        return False
    return lexicon.entry(before.lower).lemma_as(VERBS) in lexicon.words("to do")


def _her(words: list[Word], i: int, lexicon: Lexicon) -> None:
    after = words[i + 1].tags if i + 1 < len(words) else 0
    words[i].tags = (
        POSSESSIVE if after & (NOUNS | ADJECTIVE | NUMBER) and not after & (PREPOSITION | DETERMINER) else OBJECT
    )


def _like(words: list[Word], i: int, lexicon: Lexicon) -> None:
    left = _left(words, i)
    verbal = left is not None and (
        left.tags & (SUBJECT | MODAL | DO | TO | PLURAL) and left.tags & (PREPOSITION | NUMBER) == 0
    )
    words[i].tags = BASE if verbal and not (left is not None and left.tags & BE) else PREPOSITION


def _s(words: list[Word], i: int, lexicon: Lexicon) -> None:
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    words[i].tags = _possessive_or_is(before, after, words)


def _gerund_preposition(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "including", "following", "regarding": a verb only behind a form of be or where a subject asks for one."""
    before = words[i - 1].tags if i else 0
    words[i].tags = ING if before & (BE | PREPOSITION) else PREPOSITION if not before & DETERMINER else ADJECTIVE


def _no_verb(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """Words that are adverbs or determiners first: "more", "most", "half", "well"."""
    word = words[i]
    keep = word.tags & ~(VERBS | NOUNS)
    before = words[i - 1].tags if i else 0
    if word.lower in ("still", "even") and keep & ADVERB and before & (NAME | PLURAL | SUBJECT):
        keep = ADVERB  # "Moscow still claims"
    word.tags = keep or word.tags


def _aged(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "children aged 4 to 12": it tells of those before it, and is no verb."""
    words[i].tags = ADJECTIVE


def _modal(words: list[Word], i: int, lexicon: Lexicon) -> None:
    before = words[i - 1].tags if i else 0
    words[i].tags = (
        NOUN
        if before & (DETERMINER | POSSESSIVE | ADJECTIVE)
        and not before & (SUBJECT | RELATIVE | NOUNS)
        and words[i - 1].lower not in lexicon.alone
        else MODAL
    )


def _past_preposition(words: list[Word], i: int, lexicon: Lexicon) -> None:
    before = words[i - 1].tags if i else 0
    after = words[i + 1].tags if i + 1 < len(words) else 0
    words[i].tags = (
        ADJECTIVE
        if before & (DETERMINER | POSSESSIVE)
        else (PREPOSITION if after & (NOUNS | DETERMINER | NUMBER | POSSESSIVE | ADJECTIVE) else ADVERB)
    )


def _over(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """A particle where nothing follows that it could take ("down" alone, "shot down 12" is settled with the verb)."""
    word = words[i]
    before = words[i - 1].tags if i else 0
    if word.lower == "round" and before & (DETERMINER | NUMBER | POSSESSIVE | ADJECTIVE) and not before & VERBS:
        word.tags = NOUN  # "a second round of talks"
        return
    after = words[i + 1].tags if i + 1 < len(words) else 0
    if word.lower == "back" and before & (NUMBER | CLOSE | DETERMINER | ADJECTIVE) and after & NOUN:
        word.tags = ADJECTIVE  # "a $27.5bn back tax bill"
        return
    word.tags = word.tags & (PREPOSITION | PARTICLE | ADVERB) or word.tags


def _while(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "a while" is a noun, all others open a clause."""
    noun = (
        i > 0 and words[i - 1].tags & (DETERMINER | ADJECTIVE) and words[i - 1].lower in ("a", "the", "little", "quite")
    )
    words[i].tags = NOUN if noun else SUBORDINATOR


def _plus(words: list[Word], i: int, lexicon: Lexicon) -> None:
    words[i].tags = PREPOSITION


def _one(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "one" before a noun is its number, else a pronoun."""
    after = words[i + 1] if i + 1 < len(words) else None
    noun = (
        after is not None
        and after.tags & (NOUN | ADJECTIVE | PLURAL)
        and (after.usual & (NOUN | ADJECTIVE | PLURAL) or not after.tags & VERBS)
    )
    words[i].tags = DETERMINER if noun else SUBJECT | OBJECT


# How the closed words of each list of the grammar are settled; others by their tags.
_SETTLED: dict[str, Callable[[list[Word], int, Lexicon], None]] = {
    "gerunds": _gerund_preposition, "auxiliaries": _modal, "adverbials": _no_verb, "directions": _over,
}  # fmt: skip
_CLOSED: dict[str, Callable[[list[Word], int, Lexicon], None]] = {
    "one": _one, "plus": _plus, "minus": _plus, "that": _that, "to": _to, "her": _her, "like": _like,
    "'s": _s, "’s": _s, "past": _past_preposition, "while": _while,
}  # fmt: skip


@functools.lru_cache(maxsize=4)
def _closed(lexicon: Lexicon) -> dict[str, Callable[[list[Word], int, Lexicon], None]]:
    """What settles each closed word that its neighbours tell."""
    return _CLOSED | {word: settle for name, settle in _SETTLED.items() for word in lexicon.settled[name]}
