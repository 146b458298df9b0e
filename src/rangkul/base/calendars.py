"""One event as an iCalendar file (RFC 5545), for the calendar of a telephone."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.http import HttpResponse

USUAL = timedelta(hours=1)
# A line is at most so many bytes; a longer one goes on after a blank.
_LONGEST = 75
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


def event(key: UUID, begins: datetime, title: str, *, changed_at: datetime, lasts: timedelta = USUAL) -> bytes:
    """`begins` is any moment with a zone. The file says it in UTC, so every calendar shows it by its own clock: an
    appointment at 10.00 WIB stands at 12.00 in Jayapura. Imported again, it is the same event.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Rangkul//ID",
        "BEGIN:VEVENT",
        f"UID:{key}@rangkul",
        f"DTSTAMP:{_utc(changed_at)}",
        f"DTSTART:{_utc(begins)}",
        f"DTEND:{_utc(begins + lasts)}",
        f"SUMMARY:{title.translate(_ESCAPED)}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def saved(file: bytes) -> HttpResponse:
    """The answer that a browser hands to the calendar."""
    answer = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="janji.ics"'
    return answer


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> bytes:
    """Cut between letters, never inside one."""
    parts: list[bytes] = []
    part = b""
    for letter in line:
        more = letter.encode()
        if len(part) + len(more) > _LONGEST - (1 if parts else 0):
            parts.append(part)
            part = b""
        part += more
    return b"\r\n ".join([*parts, part])
