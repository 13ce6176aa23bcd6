"""Digits and marks of other scripts as the plain ones they are: "３８", "٣٥", "১২", "５，０００"."""

from __future__ import annotations

import re

_ZEROS = (
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040,
    0x17E0, 0x1810, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
)  # fmt: skip
_MARKS = {"٫": ".", "٬": ",", "٪": "%", "．": ".", "，": ",", "％": "%"}
_PLAIN = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}
_FOREIGN = re.compile("[" + "".join(f"{chr(zero)}-{chr(zero + 9)}" for zero in _ZEROS) + "]")
_BEYOND = re.compile("[^\x00-\u065f\u2000-\uff0f]")  # what few texts have, found fast: all of those lie there
_TABLE = {**_PLAIN, **{ord(mark): plain for mark, plain in _MARKS.items()}}


def plain_digits(text: str) -> str:
    """The text with every digit of another script as 0-9, place by place; the text itself where it has none."""
    if text.isascii() or not _BEYOND.search(text) or not _FOREIGN.search(text):
        return text
    return text.translate(_TABLE)
