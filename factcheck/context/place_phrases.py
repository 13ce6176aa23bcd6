"""The phrase of a place, from what leads to its name to what it lies in: "the eastern city of Brask, Chad"."""

from __future__ import annotations

import re

from factcheck.context.once import once
from factcheck.context.place_names import Located, NameReader
from factcheck.sentences.lexicon import ADJECTIVE, ADVERB, DETERMINER, NOUN, PARTICIPLE, PLURAL, POSSESSIVE, SUBJECT

_MONEY = frozenset("$€£")
_LEADING = DETERMINER | POSSESSIVE | ADJECTIVE | PARTICIPLE
_OF = frozenset({"of", "de", "del", "la", "al", "el"})  # inside names
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_ARTICLE = re.compile("(?:[ae]l|a(?:[dnrstz]|[dst]h))-", re.IGNORECASE)  # the Arabic one, within a name


class PlacePhrases(NameReader):
    """Reads the phrases of places among the tokens of one sentence."""

    @once
    def cased(self) -> bool:
        """Whether capitals tell names here, as they do not in a headline."""
        long = [token.capital for token in self.tokens[1:] if token.kind == "word" and len(token.text) > 3]
        return len(long) < 3 or sum(long) * 10 < len(long) * 7

    def phrase(self, index: int, *, trusted: bool = False, facility: bool = False) -> Located | None:
        """The place whose phrase starts at a token: "Ukraine's eastern Sumy region", "the village of X".

        With ``trusted`` (after "in", "near") any other name counts as a place too; with ``facility`` (after "at") an
        unknown name counts only when it ends in a kind of building or ground.
        """
        tokens, words = self.tokens, self.words
        outer: tuple[str, ...] = ()
        supported, at = False, index
        while at < len(tokens):
            token = tokens[at]
            owner = self.owner(token.lower)
            if owner and at + 1 < len(tokens) and tokens[at + 1].lower == "capital":
                capital = self.gazetteer.capital(owner[0])
                after = self.named(at + 3) if at + 3 < len(tokens) and tokens[at + 2].text == "," else None
                if after is not None:
                    return self._nested(Located(after.name, after.within, index, after.last, True))
                if capital:
                    return Located(capital, (owner[0],), index, at + 1, True)  # "the Afghan capital"
            if owner and at + 1 < len(tokens) and tokens[at + 1].kind == "word" and self.named(at) is None:
                outer = owner
            elif (
                token.lower in words.kinds
                and at + 2 < len(tokens)
                and tokens[at + 1].text == ","
                and self.named(at + 2)
            ):
                at += 1  # "the capital, Kyiv"
            elif token.lower in words.kinds and not token.capital:
                supported = not token.lower.endswith("s") or (at + 1 < len(tokens) and tokens[at + 1].lower == "of")
                trusted = trusted and supported  # not "in states Hale won"
            elif not self._leads(at):
                break
            at += 1
        owned = any(token.lower.endswith(("'s", "’s")) for token in tokens[index:at]) and bool(outer)
        found = self._names(at, trusted or supported or owned, facility) if at < len(tokens) else None
        if found is None:
            return None
        return self._nested(Located(found.name, found.within or outer, index, found.last, found.known))

    def _leads(self, at: int) -> bool:
        """Whether a word may stand before a name in the phrase of a place: "the besieged eastern …"."""
        token, words = self.tokens[at], self.words
        if token.capital and "-" not in token.lower:
            return token.lower in words.directions and self.named(at) is None and self.named(at + 1) is not None
        if not _MONEY.isdisjoint(one.text for one in self.tokens[max(at - 2, 0) : at + 1]):
            return True  # "at the $22bn … Dam"
        if token.kind != "word":
            return False
        if token.lower in words.directions or token.lower.endswith((*words.held, "'s", "’s")):
            return True
        tags, after = self.tags(at), self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        return bool(tags & _LEADING) or (bool(tags & (NOUN | PLURAL)) and after in words.kinds)

    def _names(self, at: int, supported: bool, facility: bool) -> Located | None:
        """One name, or two joined by "and"."""
        first = self._name(at, supported, facility)
        if first is None or first.last + 2 >= len(self.tokens):
            return first
        joined = self.tokens[first.last + 1].lower in ("and", "or")
        second = self.named(first.last + 2) if joined and first.known else None
        if second is None:
            return first
        shared = tuple(w for w in first.within if w in second.within)
        return Located(f"{first.name} and {second.name}", shared, at, second.last, True)

    def _name(self, at: int, supported: bool, facility: bool) -> Located | None:
        tokens, words = self.tokens, self.words
        if tokens[at].kind == "number":
            return self._numbered(at)
        stop = self._run_end(at)
        known = self.named(at)
        if stop == at or stop - at > 5 or (known is not None and known.last + 1 >= stop):
            return known if known is not None and self.stands_alone(known.last) else None
        run = [token.lower for token in tokens[at:stop]]
        name = self.text[tokens[at].start : tokens[stop - 1].stop]
        within = (known.name, *known.within) if known is not None else ()
        if run[-1].endswith(("'s", "’s")):
            return None
        if run[-1] in words.facilities and stop - at > 1:
            return Located(name, within, at, stop - 1, False)
        holds = facility and any(self.named(index) is not None for index in range(at, stop))
        if holds and words.parts_of_names.isdisjoint(run):
            return Located(name, within, at, stop - 1, False)  # "at the Lyon Arts Trust"
        if known is not None or any(w in words.never or w.endswith(words.adjectives) for w in run):
            return None
        if len(run) == 1 and self.is_person(name):
            return None
        return self._unlisted(name, at, stop, supported and not facility)

    def _numbered(self, at: int) -> Located | None:
        """A street with a number for its name: "13th Street"."""
        ending, street = (*self.tokens[at + 1 : at + 3], None, None)[:2]
        if ending is None or street is None or ending.text not in _ORDINAL or not street.capital:
            return None
        name = self.text[self.tokens[at].start : street.stop]
        return Located(name, (), at, at + 2, False) if street.lower in self.words.upon else None

    def _unlisted(self, name: str, at: int, stop: int, supported: bool) -> Located | None:
        """A name that no list has, where the words beside it tell that it is a place."""
        after = self.tokens[stop] if stop < len(self.tokens) else None
        found = Located(name, (), at, stop - 1, False)
        behind = self.tokens[stop + 1] if stop + 1 < len(self.tokens) else None
        if behind is not None and behind.text in self.words.facilities and self.tags(stop) & (ADJECTIVE | NOUN):
            return found  # "the OTCL medical center"
        if after is not None and (after.lower in self.words.kinds or after.lower in self.words.facilities):
            further = stop + 1 < len(self.tokens) and self.tokens[stop + 1].lower == "of"
            return self.phrase(stop + 2) if further else found  # "the Maritime province of New Brunswick"
        if after is not None and after.text == "," and self.named(stop + 1) is not None:
            return found
        if name.isupper():
            return None
        if stop - at == 1 and name.lower() in self.lexicon and self.tags(at) & (PLURAL | NOUN | ADJECTIVE):
            return None  # "leads in Polls", "wrote in Fox"
        return found if supported and self.stands_alone(stop - 1) else None

    def _run_end(self, at: int) -> int:
        """Where a run of capitalised words that starts at a token ends."""
        tokens, stop = self.tokens, at
        while stop < len(tokens):
            token, after = tokens[stop], tokens[min(stop + 1, len(tokens) - 1)]
            named = token.kind == "word" and token.lower not in self.lexicon.times  # "in Lyon Monday"
            capital = named and token.capital and not self.tags(stop) & (SUBJECT | ADVERB)
            inside = (token.lower in _OF and after.capital) or _ARTICLE.match(token.text)  # "Ain al-Tarab"
            if not capital and not (inside and stop > at):
                break
            stop += 1
        return stop

    def _nested(self, place: Located) -> Located:
        """The place with what the text says it lies in: ", North Carolina", "in the Donetsk region"."""
        tokens, words = self.tokens, self.words
        at = place.last + 1
        while at < len(tokens) and (tokens[at].lower in words.kinds or tokens[at].lower in words.facilities):
            at += 1
        outer: Located | None = None
        if at + 1 < len(tokens) and tokens[at].text == ",":
            outer = self.named(at + 1)
            if outer is not None and self.gazetteer.rank(outer.name) <= self.gazetteer.rank(place.name):
                outer = None  # one of a list: "in Iraq, Syria and Yemen", "in Boston, Denver and Reno"
        elif at + 1 < len(tokens) and tokens[at].lower in ("in", "of") and not place.within:
            outer = self.phrase(at + 1)
        if outer is None:
            return Located(place.name, place.within, place.first, at - 1, place.known)
        return Located(place.name, (outer.name, *outer.within), place.first, outer.last, place.known)
