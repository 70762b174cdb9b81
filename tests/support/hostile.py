"""Texts that have broken programs: markup, terminal commands, what nobody sees, and too much."""

MARKUP = ("[/helse]", "[@click=app.quit]x[/]", "[/]", "[red]rød", "{kommune} {0} %s", "</b>&amp;")
COMMANDS = (
    "\x1b]0;tittel\x07vindu",
    "\x1b]52;c;aGVp\x07utklipp",
    "\x1b[2J\x1b[1;1Hborte",
    "\x1bc nullstilt",
    "\x9b31mrød\x9c",
    "\x07\x08\x00\x7fpip",
)
UNSEEN = (
    "usyn\u200blig",
    "\u202eesrevne\u202c",
    "\u2067rett\u2069",
    "\ufeffmerket",
    "a\u2028b\u2029c",
    "\U000e0041tag",
)
ODD = (
    "👨‍👩‍👧‍👦 familie 🇳🇴 flagg 👍🏽",
    "Z̴̧͎a̶l̷g̸o̵",
    "漢字かな交じり文",
    "áŋŋelašvuohta Guovdageaidnu",
    "\tmellom\trom\n\nlinje\r\nto",
    "\ud800 halv",
)
MUCH = ("x" * 10_000, "ord " * 2_500, "👍" * 500)

HOSTILE = (*MARKUP, *COMMANDS, *UNSEEN, *ODD, *MUCH)
