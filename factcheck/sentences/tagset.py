"""The tags a word can have. Modules that ask for many take all of them: ``from factcheck.sentences.tagset import *``.

A tag set is an int with one bit a tag, so that "past tense or participle" can stay open until the clause settles it.
"""

from __future__ import annotations

from typing import Final

NOUN: Final = 1 << 0  # singular
PLURAL: Final = 1 << 1
NAME: Final = 1 << 2
ADJECTIVE: Final = 1 << 3
ADVERB: Final = 1 << 4
BASE: Final = 1 << 5  # infinitive, imperative, plain present
THIRD: Final = 1 << 6  # -s form of a verb
PAST: Final = 1 << 7
PARTICIPLE: Final = 1 << 8
ING: Final = 1 << 9
MODAL: Final = 1 << 10
BE: Final = 1 << 11
HAVE: Final = 1 << 12
DO: Final = 1 << 13
DETERMINER: Final = 1 << 14
POSSESSIVE: Final = 1 << 15  # "their", "'s"
SUBJECT: Final = 1 << 16  # pronouns: he, they, there
OBJECT: Final = 1 << 17  # him, them
PREPOSITION: Final = 1 << 18
TO: Final = 1 << 19  # before a verb's base
CONJUNCTION: Final = 1 << 20
SUBORDINATOR: Final = 1 << 21
RELATIVE: Final = 1 << 22
NEGATION: Final = 1 << 23
NUMBER: Final = 1 << 24
TIME: Final = 1 << 25  # a date, a clock time, a weekday
COMMA: Final = 1 << 26
STOP: Final = 1 << 27  # ; : . ? !
DASH: Final = 1 << 28
OPEN: Final = 1 << 29
CLOSE: Final = 1 << 30
QUOTE: Final = 1 << 31
PARTICLE: Final = 1 << 32

NOUNS: Final = NOUN | PLURAL | NAME
FINITE: Final = THIRD | PAST | BASE
VERBS: Final = BASE | THIRD | PAST | PARTICIPLE | ING
AUXILIARY: Final = MODAL | BE | HAVE | DO
# Masks that the readers ask for again and again; made once, as an "or" of names is worked out at each question.
COMMON: Final = NOUN | PLURAL
SINGULAR: Final = NOUN | NAME
NOMINAL: Final = NOUNS | ADJECTIVE
DESCRIBING: Final = ADJECTIVE | PARTICIPLE
PASTS: Final = PAST | PARTICIPLE  # often one form
TENSED: Final = PAST | THIRD
VERBAL: Final = PARTICIPLE | ING
PASSED: Final = ADVERB | NEGATION  # between an auxiliary and its verb
