"""What is done from the command line.

`declared` says what can be typed, and `help_page` is what `--help` says of it; `decide` does what a
coordinator decides. The rest: `call` rings a case line by line, `practice` and `plain_practice`
practise, `surveys` lists those there are, `imports` brings files in, `keeping` looks after a
database, `two_places` after several, and `known_people` after who rings. What every command needs:
Typer in Norwegian (`norwegian_cli`), the database that was named (`database_option`), or a look
into its file where that is enough (`looking`), commands that not every survey has
(`survey_commands`), files that are written (`running`), data that is printed (`data_out`), and
signs that any font has (`plain_print`).
"""
