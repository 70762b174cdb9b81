"""What a file of ours says of itself, and how new it and the program are."""

from typing import Final

APPLICATION_ID: Final = 0x52494E47
"""`RING`, written into the file's header: `file` and we can tell that it is ours."""

HEAD: Final = "0037"
"""The newest migration. A test keeps it true."""

VERSION = "0.1.0"
"""That of the program.  The build reads it here: what is installed tells it in a file that has all
of the README in it.
"""
