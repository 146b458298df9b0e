"""Trouble of the machine, told to the person at the terminal: what happened, and what to do."""


class Trouble(Exception):
    """Both texts are plain Indonesian sentences; the command line prints them and leaves with code 1."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()
