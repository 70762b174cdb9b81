"""What commands print where the font has no frames and signs."""

import sys
from io import TextIOWrapper

from interviewer.plain_signs import are_plain_signs_wanted


class PlainSigns(TextIOWrapper):
    """What is printed to people, with every frame and sign in ASCII and as wide as it was."""

    def write(self, text: str, /) -> int:
        """Print it; what is meant for programs is written as bytes, and stays as it is."""
        if not text.isascii():
            from interviewer.draw.plain_signs import spelt_plainly

            text = spelt_plainly(text)
        return super().write(text)


def print_plainly() -> None:
    """From now on, where somebody wants plain signs, all that is printed has them."""
    if not are_plain_signs_wanted():
        return
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            buffered = stream.line_buffering
            # Beside the other one, which the screens of `review` and `demo` write to.
            setattr(
                sys, name,
                PlainSigns(stream.buffer, stream.encoding, "replace", line_buffering=buffered),
            )  # fmt: skip
