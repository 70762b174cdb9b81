"""What is done from the command line.

`declared` says what can be typed, `decide` does what a coordinator decides; the modules beside them
do the rest, or are what every command needs: Typer in Norwegian, the database that was named.
"""
