"""The commands `ringerunde review …`; without one, the coordinator's screens.

`looking` at what waits, `interviews` to decide about, `coding` of answers in own words, what is in
the `overview` that is published, `shared` services, and `cases` without an interview.
"""

from typing import Annotated

import typer

from interviewer.commands.database_option import named_place, named_survey
from interviewer.commands.declared.options import flag
from interviewer.commands.declared.review.cases import cases
from interviewer.commands.declared.review.coding import coding
from interviewer.commands.declared.review.interviews import interviews
from interviewer.commands.declared.review.looking import looking
from interviewer.commands.declared.review.overview import overview
from interviewer.commands.declared.review.shared import shared
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.survey_commands import SurveyGroup

review = Commands("Koordinatorens skjerm, eller det samme som kommandoer.", SurveyGroup)
for part in (looking, interviews, coding, overview, shared, cases):
    review.add_typer(part)


@review.callback(invoke_without_command=True)
def screen(
    context: typer.Context,
    plain: Annotated[bool, flag("--plain", "Linje for linje, for skjermlesere.")] = False,
) -> None:
    """The coordinator's screens, where no command is named."""
    context.obj = context.obj._replace(deciding=True)
    if context.invoked_subcommand is not None:
        return
    if plain:
        from interviewer.commands.call import review_plainly

        raise typer.Exit(review_plainly(context.obj))
    from interviewer.places import open_at
    from interviewer.terminal.run import run

    place, survey = named_place(context), named_survey(context)
    raise typer.Exit(run(lambda: open_at(place, survey), reviewing=True))
