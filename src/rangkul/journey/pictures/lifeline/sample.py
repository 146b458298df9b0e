"""An invented road with every kind of mark, for the gallery."""

from datetime import date

from rangkul.journey.pictures.lifeline.values import Moment, Road
from rangkul.journey.pictures.states import Exactness, Lane

_TODAY = date(2026, 11, 26)


def sample_road() -> Road:
    told = (
        (date(1998, 1, 1), Exactness.ABOUT, "Ayah meninggal, pindah ke rumah nenek"),
        (date(2012, 1, 1), Exactness.YEAR, "Menikah"),
        (date(2024, 5, 1), Exactness.MONTH, "Pindah ke kota ini"),
        (date(2026, 6, 3), Exactness.DAY, "Terluka, dirawat tiga hari"),
    )
    life = [
        Moment(Lane.LIFE, f"hidup-{n}", day, words, words, exact=exact) for n, (day, exact, words) in enumerate(told)
    ]
    stages = (
        ("Perkenalan", date(2026, 9, 1), date(2026, 9, 8)), ("Asesmen", date(2026, 9, 8), date(2026, 9, 24)),
        ("Intervensi", date(2026, 9, 24), None),
    )  # fmt: skip
    road = [
        Moment(Lane.STAGE, f"tahap-{n}", start, name, name, until=end, lasting=end is None)
        for n, (name, start, end) in enumerate(stages)
    ]
    road += [
        Moment(Lane.RISK, "r1", date(2026, 9, 1), "Merah", "Merah", until=date(2026, 9, 20), tone="merah"),
        Moment(Lane.RISK, "r2", date(2026, 9, 20), "Kuning", "Kuning", lasting=True, tone="kuning"),
        Moment(Lane.PLAN, "p1", date(2026, 9, 22), "Rencana disepakati", "Rencana disepakati"),
        Moment(Lane.PLAN, "p2", date(2026, 12, 10), "Tinjauan", "Tinjauan", tone="planned"),
        Moment(Lane.CONFERENCE, "b1", date(2026, 10, 6), "Dibatalkan", "Pembahasan kasus dibatalkan", tone="missed"),
    ]
    days = (3, 4, 5, 17, 30, 31, 44, 60, 74)
    road += [
        Moment(
            Lane.CONTACT, f"kontak-{day}", date.fromordinal(date(2026, 9, 1).toordinal() + day), "Telepon", "Telepon"
        )
        for day in days
    ]
    return Road(date(2026, 9, 1), _TODAY, (*life, *road))
