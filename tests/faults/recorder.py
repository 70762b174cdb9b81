"""Store so many answers in an interview, and say each one on the standard output once it is stored.

Run under `strace`, which sees the writes, the syncs and the acknowledgements in their order.
"""

import os
import sys
from itertools import islice
from pathlib import Path

from tests.faults.desk import desk


def main() -> None:
    """FILE COUNT: a file that is to be made, and how many answers."""
    place, count = Path(sys.argv[1]), int(sys.argv[2])
    with desk(place) as at:
        os.write(1, b"begun\n")
        for entry in islice(at.answers(), count):
            at.store(entry)
            os.write(1, f"{entry.value}\n".encode())


if __name__ == "__main__":
    main()
