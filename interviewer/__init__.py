"""What people see and type.

Imports run down this list, never up, and never in a circle:

cli         the command line; `__main__` starts it
commands    what can be typed, and what it does
practice    an invented season and somebody to practise with
plain       the same line by line, for screen readers
terminal    Textual, the keys, the loop; nobody else knows of them
screens     each in a folder: its state, how it is drawn, what its keys lead to
draw        from a state to lines
controls    what several screens are made of
engine      a conversation without a screen
services    what screens and commands ask of `db`
publish     overview, report, figures and files
words       the sentences of the program
places …    where files lie, settings, and what is said when something fails
"""
