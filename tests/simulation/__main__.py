"""Play a season and print how the policies did: `python -m tests.simulation [SEED]`.

Below the table stands what the calls of our list ended with and whom they were made to, and why
each appointment that was not kept was not.
"""

import sys

from tests.simulation.missed import missed_lines, spent_lines
from tests.simulation.table import result, seasons, table
from tests.simulation.watch import faults
from tests.support.municipalities import FRAME


def main() -> None:
    """Play, and print."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 2015
    played = seasons(FRAME.units, seed)
    sys.stdout.write(f"{table([result(season) for season in played])}\n")
    for part in (spent_lines(played[0]), missed_lines(played[0])):
        sys.stdout.write("\n" + "".join(f"{line}\n" for line in part))
    for fault in faults(played[0]):
        sys.stdout.write(f"FEIL: {fault}\n")


if __name__ == "__main__":
    main()
