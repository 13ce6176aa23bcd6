"""The closed words whose neighbours tell what they are: "that", "to", "like", "including", "down" …"""

from __future__ import annotations

import functools
from collections.abc import Callable

from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.words import Word

_STARTS_NOUN = DETERMINER | POSSESSIVE | NUMBER | OBJECT | NAME


def possessive_or_is(before: Word | None, after: Word | None, words: list[Word]) -> int:
    """The 's of "Russia's" against that of "he's", "there's"."""
    if before is None or before.tags & (SUBJECT | RELATIVE) or before.lower in ("that", "here", "what", "who", "there"):
        return BE
    return POSSESSIVE


def word_left(words: list[Word], i: int) -> Word | None:
    """The word before, adverbs, negations and a quotation mark behind an auxiliary passed over."""
    i -= 1
    steps = 0
    if i > 0 and words[i].tags == QUOTE:
        behind = word_left(words, i)
        return behind if behind is not None and behind.tags & (MODAL | TO) else words[i]  # "would “deepen” 12 ties"
    while (
        i >= 0
        and words[i].tags & PASSED
        and not words[i].tags & (VERBS | NOUN | PREPOSITION | DETERMINER)
        and steps < 3
    ):
        i -= 1
        steps += 1
    return words[i] if i >= 0 else None


# What may begin a clause behind "that".
_AFTER_THAT = SUBJECT | DETERMINER | POSSESSIVE | NAME | NUMBER | PLURAL | RELATIVE | PREPOSITION | SUBORDINATOR | COMMA


def _that(words: list[Word], i: int, lexicon: Lexicon) -> None:
    word = words[i]
    before = words[i - 1].tags if i else 0
    after = words[i + 1] if i + 1 < len(words) else None
    follows = after.tags if after is not None else 0
    if after is not None and after.lower in ("much", "many", "few", "long"):
        word.tags = DETERMINER  # "about twice that much"
        return
    if before & COMMA and follows & FINITE and not follows & BE:
        word.tags = RELATIVE  # "a poll, published Friday, that put it at 49 percent"
        return
    if (follows & (BE | HAVE | MODAL | DO | THIRD | PAST) and not follows & NOUNS) or follows & (BE | HAVE | MODAL):
        word.tags = RELATIVE if before & (NOUNS | TIME) else DETERMINER
        return
    if before & NOUNS:
        word.tags = RELATIVE | SUBORDINATOR
    elif i and (follows & _AFTER_THAT or (after is not None and follows & TIME and " " in after.text)):
        word.tags = SUBORDINATOR  # "said that last week …", not "that week"
    elif before & (VERBS | OBJECT | TIME) and follows & (ADJECTIVE | NOUN | ADVERB):
        word.tags = SUBORDINATOR if words[i - 1].usual & VERBS else DETERMINER
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
            starts = _STARTS_NOUN | OBJECT | SUBJECT | PREPOSITION | ADVERB | PLURAL | ADJECTIVE
            if after.lower in lexicon.words("bare nouns") and following is not None:
                span = following.tags & NUMBER and words[min(j + 2, len(words) - 1)].tags & TIME
                starts = 0 if span else starts & ~(PREPOSITION | ADVERB)  # "came to power in May", "three years ago"
            verb = following is not None and following.tags & starts and not _leads_to(words[i - 1], lexicon)
        word.tags = TO if verb else PREPOSITION
    else:
        word.tags = PREPOSITION


def _asks_to(words: list[Word], i: int, lexicon: Lexicon) -> bool:
    """Whether a word before "to" tells what is to be done: "want to focus today", "urged Hale to step aside"."""
    k = i - 1
    passed = NOUNS | OBJECT | DETERMINER | POSSESSIVE | ADJECTIVE | NUMBER
    while k > 0 and i - k < 6 and words[k].tags & passed and not words[k].tags & VERBS:
        k -= 1
    before, entry = words[k], lexicon.entry(words[k].lower)
    if not before.tags & VERBS or before.tags & NOUNS:
        return False
    lemma = entry.lemma_as(VERBS)
    held = k < i - 1 or (k > 0 and words[k - 1].tags & BE)  # "urged Hale to", "was urged to"
    made = held and lemma in lexicon.words("made to do", "wanted to do") and not _leads_to(words[i - 1], lexicon)
    return bool(made) or (k == i - 1 and lemma in lexicon.words("to do"))


def _leads_to(word: Word, lexicon: Lexicon) -> bool:
    """Whether a thing stands behind the "to" of a word: "led to job losses", "want access to power"."""
    return lexicon.entry(word.lower).lemma_as(word.tags & VERBS or NOUN) in lexicon.words("to what")


def _close(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "two men close to the mayor" against "they close schools"."""
    after = words[i + 1].lower if i + 1 < len(words) else ""
    noun = i > 0 and words[i - 1].tags & NOUNS
    left = word_left(words, i)
    been = left is not None and left.tags & BE
    words[i].tags = ADJECTIVE if been or (noun and after == "to") else words[i].tags


def _her(words: list[Word], i: int, lexicon: Lexicon) -> None:
    after = words[i + 1].tags if i + 1 < len(words) else 0
    words[i].tags = POSSESSIVE if after & (NOUNS | ADJECTIVE | NUMBER) else OBJECT


def _like(words: list[Word], i: int, lexicon: Lexicon) -> None:
    left = word_left(words, i)
    tags = left.tags if left is not None else 0
    start = next(
        (k for k in range(i - 1, -1, -1) if words[k].tags & (SUBORDINATOR | RELATIVE | COMMA | PREPOSITION)), -1
    )
    held = start < 0
    around = words[start + 1 : i] + words[i + 1 :]
    alone = held and not any(word.usual & (AUXILIARY | FINITE | ING) & ~BASE for word in around)  # not "towns like it"
    led = words[left.index - 1].tags & PREPOSITION if left is not None and left.index else 0  # "with nothing like it"
    verbal = (
        not led
        and tags & (SUBJECT | MODAL | DO | TO | (PLURAL if alone else 0))
        and not tags & (PREPOSITION | NUMBER | BE)
    )
    words[i].tags = BASE if verbal else PREPOSITION


def _s(words: list[Word], i: int, lexicon: Lexicon) -> None:
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    words[i].tags = possessive_or_is(before, after, words)


def _gerund_preposition(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "including", "following", "regarding": a verb only behind a form of be or where a subject asks for one."""
    before = words[i - 1].tags if i else 0
    words[i].tags = ING if before & (BE | PREPOSITION) else PREPOSITION if not before & DETERMINER else ADJECTIVE


def _given(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "Hardly news, given the losses" against "was given 12 days", "a chance, given to few"."""
    before = words[i - 1].tags if i else COMMA
    after = words[i + 1].tags if i + 1 < len(words) else COMMA
    opens = before & COMMA and not after & (PREPOSITION | COMMA | NUMBER)
    words[i].tags = PREPOSITION if opens else ADJECTIVE if before & DETERMINER else PARTICIPLE


def _no_verb(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """Words that are adverbs or determiners first: "more", "most", "half", "well"."""
    word = words[i]
    keep = word.tags & ~(VERBS | NOUNS)
    before = words[i - 1].tags if i else 0
    if word.lower in ("still", "even") and before & (NAME | PLURAL | SUBJECT):
        keep = ADVERB  # "Moscow still claims"
    word.tags = keep or word.tags


def _aged(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "children aged 4 to 12": it tells of those before it, and is no verb."""
    words[i].tags = ADJECTIVE


def _comparative(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "an earlier strike" against "earlier, police said"."""
    before = words[i - 1].tags if i else 0
    words[i].tags = ADJECTIVE if before & (DETERMINER | POSSESSIVE | PREPOSITION) else ADVERB


def _modal(words: list[Word], i: int, lexicon: Lexicon) -> None:
    before, after = words[i - 1].tags if i else 0, words[i + 1].tags if i + 1 < len(words) else 0
    owned = before & (DETERMINER | POSSESSIVE) or (before & ADJECTIVE and not after & (BASE | BE | HAVE))
    words[i].tags = (
        NOUN
        if owned and not before & (SUBJECT | RELATIVE | NOUNS) and words[i - 1].lower not in lexicon.alone
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
    owned = before & (ADJECTIVE | POSSESSIVE | DETERMINER) and not before & NUMBER
    if word.lower == "worth" and owned and i + 1 < len(words):
        word.tags = NOUN  # "a net worth of $2m"
        return
    if word.lower in ("back", "up") and before & (TO | MODAL) and not before & PREPOSITION:
        word.tags = BASE  # "is expected to back the bill", "may up its bid"
        return
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


def _so(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "was so close" against "they left so that …"."""
    after = words[i + 1].known if i + 1 < len(words) else 0
    if i and words[i - 1].tags & BE and after & (ADJECTIVE | ADVERB):
        words[i].tags = ADVERB


def _there(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "there are 12 of them" against "they stayed there"."""
    after = words[i + 1] if i + 1 < len(words) else None
    told = after is not None and after.tags & (BE | HAVE | MODAL) and not after.tags & NOUNS
    words[i].tags = SUBJECT if told else ADVERB


def _plus(words: list[Word], i: int, lexicon: Lexicon) -> None:
    words[i].tags = PREPOSITION


def _one(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "one" before a noun is its number, else a pronoun."""
    after = words[i + 1] if i + 1 < len(words) else None
    noun = (
        after is not None
        and after.tags & (NOUN | ADJECTIVE | PLURAL)
        and (after.usual & (NOUN | ADJECTIVE | PLURAL) or not after.tags & VERBS & ~BASE)  # "one suspect"
    )
    behind = words[i + 2].tags if i + 2 < len(words) else 0
    named = after is not None and after.tags & NAME and behind & COMMON and not behind & VERBS  # "one U.S. pilot"
    described = after is not None and after.tags & VERBAL and behind & NOUN and not behind & PLURAL  # "one armed man"
    words[i].tags = DETERMINER if noun or named or described else SUBJECT | OBJECT


# How the closed words of each list of the grammar are settled; others by their tags.
_SETTLED: dict[str, Callable[[list[Word], int, Lexicon], None]] = {
    "gerunds": _gerund_preposition, "auxiliaries": _modal, "adverbials": _no_verb, "directions": _over,
}  # fmt: skip
_CLOSED: dict[str, Callable[[list[Word], int, Lexicon], None]] = {
    "one": _one, "plus": _plus, "minus": _plus, "that": _that, "to": _to, "so": _so, "there": _there, "up": _over,
    "her": _her, "like": _like, "close": _close, "aged": _aged, "earlier": _comparative,
    "later": _comparative, "'s": _s, "’s": _s, "past": _past_preposition, "given": _given, "while": _while,
}  # fmt: skip


@functools.lru_cache(maxsize=4)
def closed_words(lexicon: Lexicon) -> dict[str, Callable[[list[Word], int, Lexicon], None]]:
    """What settles each closed word that its neighbours tell."""
    return _CLOSED | {word: settle for name, settle in _SETTLED.items() for word in lexicon.settled[name]}
