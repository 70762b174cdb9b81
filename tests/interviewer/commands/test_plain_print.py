"""What is printed where the font has no frames and signs."""

from io import BytesIO

from interviewer.commands.plain_print import PlainSigns


class TestWhatCommandsPrint:
    """Tables, bars and sentences; files for programs are bytes, and not touched."""

    def test_for_people(self) -> None:
        """As wide as it was, with the letters of Norwegian."""
        raw = BytesIO()
        stream = PlainSigns(raw, encoding="utf-8", newline="")
        stream.write("┏━┓ «Våler» … ████░░\n│ │\n")
        stream.buffer.write("«bytes»".encode())
        stream.flush()
        assert raw.getvalue().decode() == '«bytes»+=+ "Våler" . ####..\n| |\n'
