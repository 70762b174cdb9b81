"""What a command costs: the CPU it takes, and the most memory that it holds."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Of a process from its start to its end: seconds of CPU, and bytes."""

    cpu: float
    memory: int


def cost_of(*args: str | Path) -> Cost:
    """Run `python ARGS` in the checkout, without a screen; what it cost."""
    # Where Python may not keep what it has compiled, every run would compile it anew.
    around = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *map(str, args)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=around)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{command} has failed"
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
