"""What a command costs: the CPU it takes, and the most memory that it holds."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple


class Cost(NamedTuple):
    """Of a process from its start to its end: seconds of CPU, and bytes."""

    cpu: float
    memory: int


BESIDE: Final = """
import json, resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss * 1024]))
"""
"""A small process that starts the one to be measured: a new one is taken to have held, at its most,
as much as whoever started it, and we hold databases."""


def cost_of(*args: str | Path) -> Cost:
    """Run `python ARGS` in the checkout, without a screen; what it cost."""
    # Where Python may not keep what it has compiled, every run would compile it anew.
    around = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", BESIDE, sys.executable, *map(str, args)]
    told = subprocess.run(command, stdout=subprocess.PIPE, env=around, check=True).stdout
    return Cost(*json.loads(told))
