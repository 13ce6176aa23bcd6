"""The words of a sentence: tokens with their open tags; a quantity, a date or a preposition of two words is one."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.sentences.lexicon import Lexicon
from factcheck.sentences.tagset import *
from factcheck.sentences.tokens import Token
from factcheck.sentences.word import Word, make_word
from factcheck.spans import Span

_MARKS = {
    ",": COMMA, ";": STOP, ":": STOP, ".": STOP, "?": STOP, "!": STOP, "…": STOP, "(": OPEN, "[": OPEN, ")": CLOSE,
    "]": CLOSE, "–": DASH, "—": DASH, "-": DASH, '"': QUOTE, "“": QUOTE, "”": QUOTE, "‘": QUOTE, "«": QUOTE, "»": QUOTE,
    "``": QUOTE, "''": QUOTE, "'s": POSSESSIVE, "’s": POSSESSIVE,
}  # fmt: skip
_CLITICS = ("n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m")
_MOST = 100_000  # words kept read
_JOINS = "-‐‑–"
_OPEN_MARKS = ".'’-"  # marks that what stands beside them tells


def make_words(
    tokens: Sequence[Token], text: str, numbers: Sequence[Span], timed: Sequence[Span], lexicon: Lexicon
) -> list[Word]:
    """The words of a sentence, their tags as the lexicon alone gives them.

    ``numbers`` are the spans of its quantities in text order, ``timed`` those of dates, years and clock times.
    """
    words: list[Word] = []
    cased = _tells_case(tokens)
    fixed = sorted([(span, i) for i, span in enumerate(numbers)] + [(span, -1) for span in timed])
    i, closed = 0, -1
    for (start, stop), number in fixed:
        if closed + 1 == start and number >= 0 and i < len(tokens) and tokens[i].text in _JOINS:
            i += 1  # "a 7-2 vote": two numbers side by side
        closed = stop if number >= 0 else -1
        i = _until(start, words, tokens, i, text, lexicon, cased)
        if i == len(tokens):
            break
        first = tokens[i].start
        if first >= stop:
            continue  # inside the one before
        if first < start and number >= 0 and text[start - 1 : start] in _JOINS and start - first > 2:
            words.append(make_word(len(words), first, start - 1, text, lexicon, cased))  # "mid-30s"
        if number >= 0 and words and _is_passing(tokens, i, stop, lexicon):
            i = _plain(words, tokens, i, text, lexicon, cased)
            start = tokens[i].start
        i = _fixed(words, tokens, i, text, start, stop, number, lexicon)
    _until(len(text), words, tokens, i, text, lexicon, cased)
    return words


def _until(
    stop: int, words: list[Word], tokens: Sequence[Token], i: int, text: str, lexicon: Lexicon, cased: bool
) -> int:
    """The words of the tokens that end before an offset; the index of the first token that does not."""
    known, count, make = lexicon.readings[cased].get, len(tokens), words.append
    while i < count and (token := tokens[i]).stop <= stop:
        reading = known(token.text)
        if reading is None or (token.capital and _opens(words)):
            i = _plain(words, tokens, i, text, lexicon, cased)
            continue
        lower, tags, usual, compounds = reading
        if compounds is not None and (after := _compound(words, tokens, i, compounds, text, lexicon)):
            i = after
            continue
        make(Word(len(words), token.start, token.stop, token.text, lower, tags, usual, tags))
        i += 1
    return i


def _opens(words: list[Word]) -> bool:
    """Whether a capital tells no name next: at the start, behind the mark of a list item or of a quotation."""
    return not words or words[-1].tags == QUOTE or (len(words) < 3 and not any(w.text[-1].isalnum() for w in words))


def _compound(
    words: list[Word], tokens: Sequence[Token], i: int, compounds: list[tuple[str, ...]], text: str, lexicon: Lexicon
) -> int:
    """Take the preposition or opener of several words that starts at ``i``; the index of the next token, else 0."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if tokens[i].lower == "due" and words and i + 2 < len(tokens):
        if lexicon.entry(tokens[i + 2].lower).usual & BASE:
            return 0  # "is due to receive 12", not "was due to rain"
    for parts in compounds:
        if parts[1] == following and tuple(t.lower for t in tokens[i : i + len(parts)]) == parts:
            start, stop = tokens[i].start, tokens[i + len(parts) - 1].stop
            lower = " ".join(parts)
            tags = SUBORDINATOR if lower in lexicon.openers else PREPOSITION
            words.append(Word(len(words), start, stop, text[start:stop], lower, tags, tags, tags))
            return i + len(parts)
    return 0


def _is_passing(tokens: Sequence[Token], i: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a quantity starts with the verb of its clause: "the deficit exceeded $3 billion"."""
    if i + 1 >= len(tokens) or tokens[i + 1].start >= stop or tokens[i].kind != "word":
        return False
    tags = lexicon.entry(tokens[i].lower).tags
    return (
        bool(tags & (VERBS & ~ING))
        and not tags & ~(VERBS & ~ING)
        and not lexicon.closed.get(tokens[i + 1].lower, 0) & PREPOSITION
    )


def _fixed(
    words: list[Word], tokens: Sequence[Token], i: int, text: str, start: int, stop: int, number: int, lexicon: Lexicon
) -> int:
    """One word for a quantity or a time, with what a hyphen ties to it; the index of the next token."""
    joined = ""
    while i < len(tokens) and tokens[i].start < stop:
        i += 1
    last = tokens[i - 1]
    if last.stop > stop:  # the quantity is a part of a token: "two-state"
        joined = text[stop : last.stop].lstrip(_JOINS).lower() if text[stop] in _JOINS else ""
        stop = last.stop
    elif i + 1 < len(tokens) and tokens[i].text in _JOINS and tokens[i].start == stop == tokens[i + 1].start - 1:
        if tokens[i + 1].kind == "word":  # "12-day"
            joined, stop = tokens[i + 1].lower, tokens[i + 1].stop
            i += 2
    tags, lower = NUMBER if number >= 0 else TIME, text[start:stop].lower()
    if number >= 0 and not joined and last.kind == "word" and last.lower not in lexicon.words("one"):  # "a single"
        entry = lexicon.entry(last.lower)
        before = next((word.tags for word in reversed(words) if not word.tags & ADVERB), 0)
        if (entry.tags & PASTS and not entry.tags & NOMINAL) or (
            entry.tags & BASE and not entry.usual & NOUN and before & (MODAL | TO)
        ):
            tags, lower = entry.tags & VERBS, last.lower  # "has more than doubled", "will roughly double the posts"
    words.append(Word(len(words), start, stop, text[start:stop], lower, tags, tags, tags, number, joined))
    return i


def _plain(words: list[Word], tokens: Sequence[Token], i: int, text: str, lexicon: Lexicon, cased: bool) -> int:
    """The word or words of one token that is no quantity; the index of the next token."""
    token, index = tokens[i], len(words)
    if token.kind == "punct":
        return _mark(words, tokens, i, lexicon, cased)
    if token.kind == "number":
        return _age(words, tokens, i, text, lexicon) or _bare_number(words, tokens, i, text)
    compounds = lexicon.compounds.get(token.lower)
    if compounds is not None and (taken := _compound(words, tokens, i, compounds, text, lexicon)):
        return taken
    marked = "'" in token.text or "’" in token.text
    clitic = next((c for c in _CLITICS if token.lower.endswith(c)), "") if marked else ""
    if clitic and token.lower not in lexicon.closed:
        middle = token.stop - len(clitic)
        words.append(make_word(index, token.start, middle, text, lexicon, cased))
        tags = lexicon.closed.get(clitic, 0) | (POSSESSIVE if clitic in ("'s", "’s") else 0)
        _add(words, middle, text[middle : token.stop], tags)
        return i + 1
    opens = _opens(words)
    word = make_word(index, token.start, token.stop, text, lexicon, cased, opens=opens)
    words.append(word)
    if not opens and len(lexicon.readings[cased]) < _MOST:
        lexicon.readings[cased][word.text] = word.lower, word.tags, word.usual, compounds
    return i + 1


def _mark(words: list[Word], tokens: Sequence[Token], i: int, lexicon: Lexicon, cased: bool) -> int:
    """The word of a mark, whose tags tell what it parts; none for an editor's brackets."""
    token = tokens[i]
    if token.text in "[]" and tokens[-1].text != "]":
        return i + 1  # "two million [first-person view] drones": an editor's words are the sentence's
    tags = _MARKS.get(token.text, 0)
    if token.text == "." and _abbreviates(tokens, i):
        tags = 0
    if token.text in "'’":
        owner = bool(words) and words[-1].stop == token.start and words[-1].lower.endswith("s")
        tags = POSSESSIVE if owner and not _is_quoted(words) else QUOTE
    if token.text == "-" and words and words[-1].stop == token.start:
        tags = 0  # a stray hyphen inside a word
    _add(words, token.start, token.text, tags)
    if len(words) > 1 and token.text not in _OPEN_MARKS + "[]":
        lexicon.readings[cased][token.text] = token.text, tags, tags, None
    return i + 1


def _age(words: list[Word], tokens: Sequence[Token], i: int, text: str, lexicon: Lexicon) -> int:
    """The words of how old those before are, "voters aged 18 to 29", "women age 65 and older"; 0 where none tell it."""
    told = len(words) > 1 and words[-1].lower in lexicon.words("of age") and words[-2].tags & PLURAL
    if not told:
        return 0
    joint = tokens[i + 1].lower if i + 2 < len(tokens) else ""
    bound = joint and (joint in ("to", "or", *_JOINS) and tokens[i + 2].kind == "number")
    bound = bound or (joint in ("and", "or") and tokens[i + 2].lower in lexicon.words("bound of age"))
    last = i + 2 if bound else i
    words[-1].tags = words[-1].usual = words[-1].known = ADJECTIVE
    _add(words, tokens[i].start, text[tokens[i].start : tokens[last].stop], TIME)
    return last + 1


def _bare_number(words: list[Word], tokens: Sequence[Token], i: int, text: str) -> int:
    """The word of a number that is no quantity, with what hyphens tie to it: a year, a name, "76-year-old"."""
    token = tokens[i]
    if _is_tied(tokens, i):
        _add(words, token.start, text[token.start : tokens[i + 2].stop], ADJECTIVE)  # "the 76-year-old mayor"
        return i + 3
    year = len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("17", "18", "19", "20")
    _add(words, token.start, token.text, TIME if year else NAME | ADJECTIVE)
    return i + 1


def _add(words: list[Word], start: int, written: str, tags: int) -> None:
    """Add a word that has these tags and no others."""
    words.append(Word(len(words), start, start + len(written), written, written.lower(), tags, tags, tags))


def _is_quoted(words: list[Word]) -> bool:
    """Whether a single quotation mark that was opened still waits for its close."""
    return sum(word.text in "'‘’" and word.tags == QUOTE for word in words) % 2 == 1


def _is_tied(tokens: Sequence[Token], i: int) -> bool:
    """Whether a hyphen ties a word to the number at ``i``."""
    if i + 2 >= len(tokens) or tokens[i + 1].text not in _JOINS or tokens[i + 2].kind != "word":
        return False
    return tokens[i].stop == tokens[i + 1].start and tokens[i + 1].stop == tokens[i + 2].start


def _abbreviates(tokens: Sequence[Token], i: int) -> bool:
    """Whether a full stop inside a sentence is an abbreviation's: "7 lb., 10 oz.", "Mr. Hale"."""
    if i + 1 >= len(tokens) or i == 0:
        return False
    after, before = tokens[i + 1], tokens[i - 1]
    return (
        after.text == ","
        or after.text.islower()
        or (before.stop == tokens[i].start and len(before.text) < 5 and before.capital)
    )


def _tells_case(tokens: Sequence[Token]) -> bool:
    """Whether capitals tell names here: not in headlines with every word capitalised, nor in text all in capitals."""
    if all(t.text.isupper() for t in tokens if t.kind == "word" and len(t.text) > 1):
        return False
    capitals = [t.capital for t in tokens[1:] if t.kind == "word" and len(t.text) > 3]
    return len(capitals) < 3 or sum(capitals) * 10 < len(capitals) * 7
