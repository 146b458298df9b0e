"""The number of a case: `K26-000123`, the year of opening and a running number of this installation."""

import re

from django.db import connection

from rangkul.base import clock

# As people say and type it: "k26 123", "K26-000123".
_TYPED = re.compile(r"K(\d{2})[-\s]*(\d{1,9})", re.IGNORECASE | re.ASCII)


def next_number() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('cases_number')")
        return _written(f"{clock.local(clock.now()):%y}", cursor.fetchone()[0])


def read_number(text: str) -> str:
    """The number as it is stored; "" where the text is none."""
    typed = _TYPED.fullmatch(text.strip())
    return _written(typed[1], int(typed[2])) if typed else ""


def _written(year: str, count: int) -> str:
    return f"K{year}-{count:06d}"
