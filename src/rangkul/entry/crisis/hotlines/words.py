"""Hours and topics of a help line in words for who looks for one."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.clock import ABBREVIATION
from rangkul.base.opening import HOLIDAY, Hours

# The order is that of the page: what cannot wait comes first.
TOPICS = {
    "emergency": gettext_lazy("keadaan darurat"),
    "medical": gettext_lazy("sakit atau terluka parah, ambulans"),
    "suicide": gettext_lazy("ingin mengakhiri hidup"),
    "mental_health": gettext_lazy("pikiran berat"),
    "violence": gettext_lazy("kekerasan dan kejahatan"),
    "violence_women": gettext_lazy("kekerasan terhadap perempuan"),
    "child": gettext_lazy("anak tidak aman"),
    "abuse": gettext_lazy("orang yang ditelantarkan"),
    "victim": gettext_lazy("korban kejahatan"),
    "witness": gettext_lazy("saksi"),
    "fire": gettext_lazy("kebakaran"),
    "disaster": gettext_lazy("bencana, orang hilang di alam"),
    "drugs": gettext_lazy("narkoba"),
    "migrant": gettext_lazy("pekerja migran"),
    "bansos": gettext_lazy("bantuan sosial"),
    "disability": gettext_lazy("disabilitas"),
    "fraud": gettext_lazy("penipuan uang"),
    "online_scam": gettext_lazy("penipuan daring"),
    "online_content": gettext_lazy("isi berbahaya di internet"),
    "hoax": gettext_lazy("berita bohong"),
}
_A_MONDAY = date(2026, 1, 5)


def topics_in_words(topics: Iterable[str]) -> str:
    held = set(topics)
    return ", ".join(str(words) for topic, words in TOPICS.items() if topic in held)


def hours_in_words(hours: Hours | None, zone: ZoneInfo, reader: ZoneInfo) -> str:
    """ "Senin–Jumat 10.00–18.00 WIT, tutup pada hari libur": the week of a line in `zone`, by the reader's clock."""
    if hours is None:
        return _("Jam buka belum diketahui")
    if hours.always:
        return _("Setiap hari, 24 jam")
    if not any(hours.days.values()):
        return _("Tutup")
    said = [f"{_days(days)} {times}" for times, days in _by_times(hours, zone, reader).items()]
    closed = [_("tutup pada hari libur")] if hours.days.get(HOLIDAY) == () else []
    return ", ".join([f"{', '.join(said)} {ABBREVIATION[reader.key]}", *closed])


def _by_times(hours: Hours, zone: ZoneInfo, reader: ZoneInfo) -> dict[str, list[int]]:
    """Weekdays on which the same hours hold, by those hours."""
    held: dict[str, list[int]] = {}
    for day, spans in sorted(hours.days.items()):
        for opens, closes in spans if day != HOLIDAY else ():
            start, end = (_moved(day, hour, zone, reader) for hour in (opens, closes))
            held.setdefault(f"{start:%H.%M}–{end:%H.%M}", []).append(start.weekday())
    return held


def _moved(day: int, hour: time, zone: ZoneInfo, reader: ZoneInfo) -> datetime:
    """No zone of Indonesia moves its clock, so any week will do."""
    return datetime.combine(_A_MONDAY + timedelta(days=day), hour, zone).astimezone(reader)


def _days(days: list[int]) -> str:
    """ "Senin–Jumat" for days in a row, else each by its name."""
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{WEEKDAYS[days[0]]}–{WEEKDAYS[days[-1]]}"
    return ", ".join(str(WEEKDAYS[day]) for day in days)
