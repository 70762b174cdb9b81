"""The one gate for text from outside: typed, pasted or imported.

What nobody can see goes, because it harms terminals, databases and searches: control characters,
escape sequences, lone surrogates, direction marks, zero-width characters.  What can be seen stays.
"""

import re
import unicodedata
from typing import Final

# Not the 8-bit forms: in badly decoded Windows text those are quotes and letters, and what
# follows them is text.  They lose the character that makes them a sequence, which is enough.
_ESCAPES: Final = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours and cursor movements
    # Titles, links, the clipboard: only when they are closed, or they would swallow real text.
    r"|\x1b[\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]+[0-~]"
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS: Final = re.compile("[\t\u115f\u1160\u3164\uffa0\u2800]")  # the last five only look empty
_UNSEEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff"  # control characters but \n, lone surrogates
    "\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"  # tags, which can hide a whole text behind one letter
    "\ufdd0-\ufdef\ufffe\uffff"
    "]"
)
_JOINERS: Final = re.compile("[\u200c\u200d]+")  # inside Persian words and family emoji they show
# Spaces are matched from the first of a run only, or a long run would take quadratic time.
_SPACED_BREAK: Final = re.compile(r"(?:(?<! ) +)?\n[ \n]*")


def clean(text: str, *, one_line: bool = False) -> str:
    r"""`text` without what cannot be seen; line breaks may stay.

    >>> clean("\x1b[31mHei\x1b[0m\tdu\u200b")
    'Hei du'
    """
    seen = _UNSEEN.sub("", _BLANKS.sub(" ", _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))))
    if one_line:
        seen = _SPACED_BREAK.sub(" ", seen)
    return unicodedata.normalize("NFC", _JOINERS.sub(_between_letters, seen))


def one_line(text: str) -> str:
    r"""The same on one line, without the air around it.

    >>> one_line(" Kari\n Lie ")
    'Kari Lie'
    """
    return clean(text, one_line=True).strip()


def loses_something(text: str) -> bool:
    r"""Whether `clean` takes out what was not seen; other forms of what is seen are no loss.

    >>> loses_something("Kari\u200b"), loses_something("\x1b[31mKari"), loses_something("A\tB\r\n")
    (True, True, False)
    """
    lines = _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text))
    return bool(_ESCAPES.search(lines) or _UNSEEN.search(lines))


def _between_letters(joiners: re.Match[str]) -> str:
    text, start, end = joiners.string, joiners.start(), joiners.end()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return joiners[0] if is_seen(before) and is_seen(after) else ""


def is_seen(char: str) -> bool:
    """Whether `char` is a letter, mark, digit or sign, not a space or something unseen."""
    return bool(char) and unicodedata.category(char)[0] in "LMNPS"


LONGEST_NAME: Final = 60
"""Characters in the name of one who rings: it stands on top of every screen, and in exports."""


def plain(words: str) -> str:
    """Words as names are compared: in small letters, with single spaces, in one form of Unicode.

    >>> plain("  Kari  LIE ")
    'kari lie'
    """
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())
