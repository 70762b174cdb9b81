"""Play a season and print how the policies did: `python -m tests.simulation [SEED]`."""

import sys

from tests.simulation.table import result, seasons, table
from tests.simulation.watch import faults
from tests.support.municipalities import FRAME


def main() -> None:
    """Play, and print."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 2015
    played = seasons(FRAME.units, seed)
    sys.stdout.write(f"{table([result(season) for season in played])}\n")
    for fault in faults(played[0]):
        sys.stdout.write(f"FEIL: {fault}\n")


if __name__ == "__main__":
    main()
