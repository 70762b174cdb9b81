"""One person: everything that is held about her, how it is erased, and how long it is kept."""
