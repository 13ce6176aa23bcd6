"""The closed words whose neighbours tell what they are: "that", "to", "like", "including", "down" …"""

from __future__ import annotations

import functools
from collections.abc import Callable

from factcheck.sentences.infinitive_to import is_to_do
from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.word import Word

_STARTS_NOUN = DETERMINER | POSSESSIVE | NUMBER | OBJECT | NAME


def _around(words: list[Word], i: int) -> tuple[int, int]:
    """The tags of the words before and behind one; none outside the sentence."""
    return words[i - 1].tags if i else 0, words[i + 1].tags if i + 1 < len(words) else 0


def word_left(words: list[Word], i: int) -> Word | None:
    """The word before, adverbs, negations and a quotation mark behind an auxiliary passed over."""
    i -= 1
    if i > 0 and words[i].tags == QUOTE:
        behind = word_left(words, i)
        return behind if behind is not None and behind.tags & (MODAL | TO) else words[i]  # "would “deepen” 12 ties"
    while i >= 0 and words[i].tags & PASSED and not words[i].tags & (VERBS | NOUN | PREPOSITION | DETERMINER):
        i -= 1
    return words[i] if i >= 0 else None


# What may begin a clause behind "that".
_AFTER_THAT = SUBJECT | DETERMINER | POSSESSIVE | NAME | NUMBER | PLURAL | RELATIVE | PREPOSITION | SUBORDINATOR | COMMA


def _that(words: list[Word], i: int, lexicon: Lexicon) -> None:
    word, (before, follows) = words[i], _around(words, i)
    if before & COMMA and follows & FINITE:
        word.tags = RELATIVE  # "a poll, published Friday, that put it at 49 percent"
        return
    if follows & (AUXILIARY | TENSED) and not follows & NOUNS:
        word.tags = RELATIVE if before & (NOUNS | TIME) else DETERMINER
        return
    if before & NOUNS:
        word.tags = RELATIVE | SUBORDINATOR
    elif i and (follows & _AFTER_THAT or (follows & TIME and " " in words[i + 1].text)):
        word.tags = SUBORDINATOR  # "said that last week …", not "that week"
    elif before & (VERBS | OBJECT | TIME) and follows & (ADJECTIVE | NOUN | ADVERB | ING):
        alone = follows == NOUN and i + 2 < len(words) and words[i + 2].tags & (COMMA | STOP)
        word.tags = SUBORDINATOR if words[i - 1].usual & VERBS and not alone else DETERMINER
    else:
        word.tags = DETERMINER


def _to(words: list[Word], i: int, lexicon: Lexicon) -> None:
    j = i + 1
    while j < len(words) and words[j].tags & PASSED and not words[j].tags & (NOUNS | BASE):
        j += 1
    words[i].tags = TO if j < len(words) and is_to_do(words, i, j, lexicon) else PREPOSITION


def _close(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "two men close to the mayor" against "they close schools"."""
    before, after = _around(words, i)
    if (i + 1 < len(words) and words[i + 1].lower == "to") or (before & PREPOSITION and after & COMMON):
        words[i].tags = ADJECTIVE  # "regarded as close friends"
    elif after & NUMBER and before & (COMMA | CONJUNCTION | TO | MODAL):
        words[i].tags = BASE  # "to cut 9 jobs, close 3 plants"


def _her(words: list[Word], i: int, lexicon: Lexicon) -> None:
    words[i].tags = POSSESSIVE if _around(words, i)[1] & (NOUNS | ADJECTIVE | NUMBER) else OBJECT


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
    verbal = not led and tags & (SUBJECT | MODAL | DO | TO | (PLURAL if alone else 0))
    words[i].tags = BASE if verbal else PREPOSITION


def _s(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """The 's of "Russia's" against that of "he's", "there's" and "let's"."""
    told = words[i - 1].tags & (SUBJECT | RELATIVE) or words[i - 1].lower in ("that", "here")
    words[i].tags = OBJECT if words[i - 1].lower == "let" else BE if told else POSSESSIVE


def _gerund_preposition(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "including", "following", "regarding": a verb only behind a form of be or where a subject asks for one."""
    before = words[i - 1].tags if i else 0
    words[i].tags = ING if before & (BE | PREPOSITION) else PREPOSITION if not before & DETERMINER else ADJECTIVE


def _given(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "Hardly news, given the losses" against "was given 12 days", "a chance, given to few"."""
    before = words[i - 1].tags if i else COMMA
    after = words[i + 1].tags if i + 1 < len(words) else COMMA
    opens = before & COMMA and not after & (PREPOSITION | COMMA | NUMBER)
    words[i].tags = PREPOSITION if opens else PARTICIPLE


def _no_verb(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """Words that are adverbs or determiners first: "more", "most", "half", "well"."""
    words[i].tags = words[i].tags & ~(VERBS | NOUNS) or words[i].tags


def _aged(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "children aged 4 to 12": it tells of those before it, and is no verb."""
    words[i].tags = ADJECTIVE


def _floating(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "the women all lived there", "the teams each sent 12" against "all who lived"."""
    before, after = _around(words, i)
    subject = before & (NOUNS | SUBJECT) and not before & (TIME | PREPOSITION)
    if subject and after & (FINITE | AUXILIARY) and not after & (NOMINAL | BASE):
        words[i].tags = ADVERB


def _still(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "are still under siege", "one even talking" against "a still day", "an even number"."""
    led = _around(words, i)[0] & (DETERMINER | ADJECTIVE)
    words[i].tags = words[i].tags & ~(VERBS | NOUNS) if led else ADVERB


def _comparative(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "an earlier strike" against "earlier, police said"."""
    led = _around(words, i)[0] & (DETERMINER | POSSESSIVE | PREPOSITION)
    words[i].tags = ADJECTIVE if led else ADVERB


def _modal(words: list[Word], i: int, lexicon: Lexicon) -> None:
    before, after = _around(words, i)
    owned = before & (DETERMINER | POSSESSIVE) or (before & ADJECTIVE and not after & (BASE | BE | HAVE))
    owned = owned and not before & (SUBJECT | RELATIVE | NOUNS) and words[i - 1].lower not in lexicon.alone
    words[i].tags = NOUN if owned else MODAL


def _past_preposition(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "the past year" against "past the town"."""
    before, after = _around(words, i)
    led = after & (NOMINAL | DETERMINER | NUMBER | POSSESSIVE)
    words[i].tags = ADJECTIVE if before & (DETERMINER | POSSESSIVE) else PREPOSITION if led else ADVERB


def _over(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """A particle where nothing follows that it could take ("down" alone, "shot down 12" is settled with the verb)."""
    word, before = words[i], _around(words, i)[0]
    owned = before & (DETERMINER | POSSESSIVE | ADJECTIVE) and not before & VERBS
    if (word.lower == "worth" and owned) or (word.lower == "round" and (owned or before & NUMBER)):
        word.tags = NOUN  # "a net worth of $2m", "a second round of talks"
    elif word.lower == "back" and (before & (TO | MODAL) or _backs(words, i)):
        word.tags = BASE  # "is expected to back the bill", "two senators back the bill"
    elif word.lower == "back" and before & (NUMBER | CLOSE | DETERMINER | ADJECTIVE) and _around(words, i)[1] & NOUN:
        word.tags = ADJECTIVE  # "a $27.5bn back tax bill"
    else:
        word.tags = word.tags & (PREPOSITION | PARTICLE | ADVERB) or word.tags


def _backs(words: list[Word], i: int) -> bool:
    """Whether several back what follows: no verb stands before "back", and something behind it."""
    before, after = _around(words, i)
    told = any(word.tags & (VERBS | AUXILIARY) and not word.tags & NOMINAL for word in words[:i])
    return bool(before & (PLURAL | SUBJECT) and after & (DETERMINER | POSSESSIVE | PLURAL | OBJECT)) and not told


def _while(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "a while" is a noun, all others open a clause."""
    words[i].tags = NOUN if i and words[i - 1].lower in ("a", "little", "quite") else SUBORDINATOR


def _since(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "has since died" against "has lasted since May"."""
    before, after = _around(words, i)
    if before & (HAVE | BE) and after & (PARTICIPLE | BE):
        words[i].tags = ADVERB


def _between(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "killed between 12 and 20 people" tells how many, "between the towns" where."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is not None and after.tags & NUMBER and " and " in after.text:
        words[i].tags = ADVERB


def _captive(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "240 taken hostage" against "freed one hostage"."""
    if _around(words, i)[0] & (VERBS | PLURAL):
        words[i].tags = ADVERB


def _so(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "was so close" against "they left so that …"."""
    if _around(words, i)[0] & BE:
        words[i].tags = ADVERB


def _there(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "there are 12 of them" against "they stayed there"."""
    after = _around(words, i)[1]
    words[i].tags = SUBJECT if after & (BE | HAVE | MODAL) and not after & NOUNS else ADVERB


def _one(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "one" before a noun is its number, else a pronoun."""
    after = words[i + 1] if i + 1 < len(words) else None
    noun = (
        after is not None
        and after.tags & (NOUN | ADJECTIVE | PLURAL)
        and (after.usual & (NOUN | ADJECTIVE | PLURAL) or not after.tags & VERBS & ~BASE)  # "one suspect"
    )
    behind = words[i + 2].tags if i + 2 < len(words) else 0
    told = words[i + 2].usual if i + 2 < len(words) else 0  # "one U.S. pilot", "one Green state senator"
    named = after is not None and after.tags & NAME and behind & NOMINAL and not told & VERBS
    described = after is not None and after.tags & VERBAL and behind & NOUN  # "one armed man"
    words[i].tags = DETERMINER if noun or named or described else SUBJECT | OBJECT


def _inverted(words: list[Word], i: int, lexicon: Lexicon) -> None:
    """ "Should the vote fail, 12 will go" and "had they failed" state a condition; "should the vote fail?" asks."""
    opens = not i or words[i - 1].tags & QUOTE
    behind = next((one for one in words[i + 1 :] if one.tags & COMMA or one is words[-1]), words[i])
    if (
        opens
        and _around(words, i)[1] & (_STARTS_NOUN | SUBJECT | PLURAL)
        and words[-1].text != "?"
        and behind.tags & COMMA
    ):
        words[i].tags = SUBORDINATOR


# How the closed words of each list of the grammar are settled; others by their tags.
_SETTLED: dict[str, Callable[[list[Word], int, Lexicon], None]] = {
    "gerunds": _gerund_preposition, "auxiliaries": _modal, "adverbials": _no_verb, "directions": _over,
    "captives": _captive, "inverted": _inverted,
}  # fmt: skip
_CLOSED: dict[str, Callable[[list[Word], int, Lexicon], None]] = {
    "one": _one, "that": _that, "to": _to, "so": _so, "there": _there, "up": _over,
    "her": _her, "like": _like, "close": _close, "aged": _aged, "earlier": _comparative,
    "later": _comparative,  "'s": _s, "’s": _s, "past": _past_preposition, "given": _given, "while": _while,
    "since": _since, "between": _between, "all": _floating, "each": _floating, "both": _floating,
    "still": _still, "even": _still,
}  # fmt: skip


@functools.lru_cache(maxsize=4)
def closed_words(lexicon: Lexicon) -> dict[str, Callable[[list[Word], int, Lexicon], None]]:
    """What settles each closed word that its neighbours tell."""
    return {word: settle for name, settle in _SETTLED.items() for word in lexicon.words(name)} | _CLOSED
