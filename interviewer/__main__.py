"""`python -m interviewer` is the same as `ringerunde`."""

from interviewer.cli import main

if __name__ == "__main__":
    main()
