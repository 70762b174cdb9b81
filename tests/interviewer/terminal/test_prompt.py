"""What stands beside the screen while one practises: a key or a click shows more or less of it."""

from textual import events

from db.database import Database
from interviewer.draw.prompter import Advice, Prompt
from interviewer.terminal.app import Ringerunde
from tests.interviewer.terminal.test_burst import quiet
from tests.interviewer.terminal.test_mouse import mouse

SAYS = Prompt("Øvelse", "«God dag!»", advice=Advice((), "si god dag"))


def foot(app: Ringerunde) -> str:
    """The lines that are its own."""
    return "\n".join(strip.text for strip in app.picture.lines[-5:])


async def test_words_then_advice_then_nothing(database: Database) -> None:
    app = Ringerunde(lambda: database, "test@pc", prompter=lambda screen: SAYS)
    async with app.run_test(size=(80, 24)) as pilot:
        await quiet(app, pilot)
        assert "«God dag!»" in foot(app)
        assert "si god dag" not in foot(app)

        app.post_message(events.Key("ctrl+o", None))
        await quiet(app, pilot)
        assert "«God dag!»" in foot(app)
        assert "Råd: si god dag." in foot(app)

        column = app.picture.lines[-5].text.index("Ctrl+O")
        mouse(app, events.MouseDown, 19, column)
        mouse(app, events.MouseUp, 19, column)
        await quiet(app, pilot)
        assert "«God dag!»" not in foot(app)
        assert "Ctrl+O: den andre og råd" in foot(app)
