"""Whether a word that can be a verb of speaking is one where it stands."""

from __future__ import annotations

from factcheck.context.speaker_words import SpeakerWords, speaker_words
from factcheck.context.subjects import Phrase
from factcheck.context.tagging import tagged
from factcheck.context.view import SentenceView
from factcheck.lemmas import noun_lemma
from factcheck.sentences.tokens import Token

_BARE_NOUN_NEXT = frozenset({"of", "by", "from", "on", "about", "for", "against", "made"})


def auxiliaries(view: SentenceView, index: int) -> tuple[int, bool, bool]:
    """The token before a verb's auxiliaries and adverbs; whether the verb is passive; whether it is denied."""
    tokens, tags = view.tokens, tagged(view).tags
    at, passive, negated = index - 1, False, False
    while at >= 0 and (tags[at] in "abhm" or (tokens[at].lower == "first" and tags[max(at - 1, 0)] in "hr")):
        lower = tokens[at].lower
        passive = passive or tags[at] == "b"
        negated = negated or lower in ("not", "never") or lower.endswith(("n't", "n’t"))
        at -= 1
    if at >= 0 and tags[at] == "t":  # "declined to confirm", but "continues to claim"
        if at > 0 and tokens[at - 1].lower in speaker_words(view.vocabulary).phrases.going_on:
            return auxiliaries(view, at - 1)
        negated = True
    return at, passive, negated


def contracted(view: SentenceView, before: int, index: int) -> Phrase | None:
    """The pronoun of "he's insisting", "they've said"."""
    pronoun, mark, rest = view.tokens[before + 1].lower.replace("’", "'").partition("'")
    known = bool(mark) and pronoun in speaker_words(view.vocabulary).phrases.pronouns
    told = rest in ("ve", "d", "ll") or view.tokens[index].lower.endswith("ing")
    return Phrase(before + 1, before + 2, pronoun, False) if known and told else None


def is_many(view: SentenceView, speaker: Phrase) -> bool:
    """Whether a phrase can stand before a verb in the plain form: "officials report", "police estimate"."""
    tokens, many = view.tokens[speaker.start : speaker.stop], speaker_words(view.vocabulary).phrases.many
    plural = any(token.lower.endswith("s") or token.lower in many for token in tokens)
    return plural or any(token.lower in ("and", "&") for token in tokens)


def is_noun(view: SentenceView, index: int, verb: str, after: Token | None) -> bool:
    """Whether a form of a verb is a noun or an adjective: "the reports of", "two claims", "the reported 12"."""
    tokens, tags = view.tokens, tagged(view).tags
    lower, before = tokens[index].lower, tags[index - 1 : index]
    if lower.endswith("ed"):
        return before in ("D", "P") or (before == "j" and not tokens[index - 1].lower.endswith("s"))
    if lower not in (verb, verb + "s") or verb == "put" or after is None:
        return False
    if lower == "states" and after.lower not in ("that", ":"):
        return True
    if after.text in ",." and lower != verb and _alone_with_article(view, index):
        return True
    if before in ("D", "P", "#", "z", "g") or after.lower in _BARE_NOUN_NEXT:
        return True
    if lower == verb + "s" and tags[index + 1] == "e" and verb in speaker_words(view.vocabulary).nouns.sayings:
        return True  # "the exiles' claims exposed two sites"
    return tags[index + 1] in "bhm" or (tags[index + 1] == "v" and after.kind == "word")


_WHERE_WRITTEN = frozenset({"on", "in", "to", "at", "via"})
_QUOTES = frozenset('"“”')
_SAYS_NEXT = _QUOTES | {"that", ":"}


def _alone_with_article(view: SentenceView, index: int) -> bool:
    """Whether a form in -s closes a phrase with an article that no comma sets off: "days before the Brandt remarks"."""
    tags = tagged(view).tags
    at = index - 1
    while at > 0 and tags[at] in "nsqj":
        at -= 1
    return tags[at] == "D" and (at == 0 or tags[at - 1] not in ',"')


def fails_object(view: SentenceView, index: int, kind: str, verb: str, words: SpeakerWords) -> bool:
    """Whether what follows shows that nobody speaks: "claimed 12 lives", "put on trial", "added 300 jobs"."""
    following = view.tokens[index + 1 : index + 12]
    lowers = [t.lower for t in following]
    if kind == "clause":  # "he added that", '"…," he added', but not "he added 300 jobs"
        if any(token.text in _QUOTES for token in view.tokens[max(index - 8, 0) : index]):
            return False
        if verb == "point":
            as_told = any(token.lower == "as" for token in view.tokens[max(index - 8, 0) : index])
            return lowers[:1] != ["out"] or not (as_told or lowers[1:2] == ["that"])
        skip = index + 1
        while tagged(view).tags[skip : skip + 1] == "a":
            skip += 1  # "added later that"
        lowers = lowers[skip - index - 1 :] if lowers[skip - index - 1 :][:1] == ["that"] else lowers
        apart = verb in words.phrases.writing and lowers[:1] and lowers[0] in _WHERE_WRITTEN
        wide = 8 if apart else 1  # "wrote on her page that"
        return not _SAYS_NEXT.intersection(lowers[:wide]) and lowers[:1] not in ([","], ["."])
    if verb == "find":  # "Gallup found 40 percent", "a study found that", not "the Senate found agreement"
        return not any(tagged(view).tags[at] in "#w" for at in range(index + 1, min(index + 4, len(view.tokens))))
    if verb == "call":
        return lowers[:1] not in (["for"], ["on"])
    if verb == "claim":
        return any(noun_lemma(t) in words.phrases.lives for t in lowers[:6])
    if verb == "put":
        return "at" not in lowers or "risk" in lowers[:3]
    if verb == "give":
        return not any(noun_lemma(t) in words.nouns.sayings for t in lowers[:6])
    if verb == "say":
        return lowers[:1] == ["to"]
    if kind == "give" and view.tokens[index].lower not in (verb, verb + "s"):
        if lowers[:1] == ["to"]:  # "the men thought to have fled", but "he claimed to have"
            return verb in words.phrases.held
        return lowers[:1] in (["as"], ["by"], ["dead"], ["killed"], ["missing"], ["against"])
    return False
