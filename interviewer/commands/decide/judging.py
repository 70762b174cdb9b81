"""`ringerunde review quality`, and `ringerunde quality` for one's own."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from interviewer.commands.data_out import print_data
from interviewer.commands.looking import looked_at
from interviewer.commands.running import carry_out_looking
from interviewer.failures import Trouble
from interviewer.places import seat
from interviewer.publish.export_request import Order
from interviewer.publish.quality import print_own, print_quality, quality_json, write_quality

if TYPE_CHECKING:
    import typer

    from db.plain_sql import Looked
    from db.records import Interviewer


def judge(
    context: "typer.Context", who: str | None, format: Literal["text", "json"], order: Order | None
) -> None:
    """Everybody's, or one's by name: on the screen, as JSON, or as a CSV file."""
    if order is not None:
        if who is not None or format == "json":
            raise Trouble("QUALITY-OUT", "Filen er en CSV-fil med alle: --out står alene.")
        carry_out_looking(context, write_quality, order)
        return
    source, now = looked_at(context), datetime.now(UTC)
    if format == "json":
        print_data(quality_json(source, now, who))
    else:
        print_quality(source, now, who)


def judge_own(source: "Looked") -> None:
    """One's own, whoever sits here; Trouble where nobody does."""
    from db.quality import read_quality

    known = _whose(source)
    if known is None:
        raise Trouble(
            "QUALITY-WHO", "Ingen har satt seg ved programmet her. Start det, og skriv navnet."
        )
    own = read_quality(source, datetime.now(UTC)).work.of(known.id)
    if own is None:
        raise Trouble(
            "QUALITY-NONE", f"{known.name} har ikke ringt eller fullført et intervju ennå."
        )
    print_own(own, known.name, source.frame)


def _whose(source: "Looked") -> "Interviewer | None":
    """Whoever sits here; on a server whoever has logged in."""
    if source.file is None:
        from interviewer import services

        return services.who_signs(source.opened(), None, seat())
    from db.seats import who_sits_here

    return who_sits_here(source, seat())
