"""Fifty thousand services of a country, brought in the way a file is; and what is asked of them."""

import random
import time
from typing import Any
from urllib.parse import urlencode

from rangkul.base.progress import Progress, quiet
from rangkul.web.bench.browser import Browser, Page

MANY = 50_000
_NEEDS = ("shelter", "food", "counselling", "legal", "health", "papers", "care", "work", "information", "disaster")
_WORDS = ("", "", "", "konseling", "bantuan hukm", "rumah singah", "posyandu", "dapur umum")
_PAGE = 100


def fill(progress: Progress = quiet, many: int = MANY) -> float:
    """Seconds that the import took; 0 where they are there."""
    import psycopg
    from django.db import connections

    from rangkul.base.asking import asking_as, job
    from rangkul.base.postgres import conninfo
    from rangkul.commons.directory.loading import load

    with psycopg.connect(conninfo("owner"), autocommit=True) as connection:
        there = connection.execute("SELECT count(*) FROM directory_service").fetchone()
        if there and there[0] >= many:
            return 0.0
        began = time.monotonic()
        with asking_as(job("bench")):
            load(connection, list(lines(many)), progress=progress)
    connections.close_all()
    return round(time.monotonic() - began, 1)


def lines(many: int):
    """Spread over all 514 regencies; drawing them is part of what is measured, as reading a file would be."""
    from datetime import date, timedelta

    from rangkul.commons.directory.importing import Line
    from rangkul.web.demo.world.places import regencies
    from rangkul.web.demo.world.services import draw
    from rangkul.web.demo.world.world import SEED

    codes, today = regencies(), date.today()  # noqa: DTZ011  the age of made-up entries
    each = -(-many // len(codes))
    drawn = (one for code in codes for one in draw(SEED, code, each))
    for number, one in zip(range(many), drawn, strict=False):
        assured = None if one.age is None else today - timedelta(days=one.age)
        yield Line(number + 2, one.organization, one.service, assured)


def search(subjects: Any, rng: random.Random) -> Page:
    """A need, a place and an age; now and then words too, some mistyped."""
    code, name = rng.choice(_places())
    asked = {
        "butuh": rng.choice(_NEEDS), "tempat": name, "kode": code, "umur": str(rng.randint(3, 80)),
        "cari": rng.choice(_WORDS),
    }  # fmt: skip
    return _browser(subjects).get(f"/layanan/?{urlencode(asked)}")


def page_of_hsds(subjects: Any, rng: random.Random) -> Page:
    return _browser(subjects).get(f"/hsds/services?full=true&per_page={_PAGE}&page={rng.randint(1, MANY // _PAGE)}")


def _browser(subjects: Any) -> Browser:
    if "public" not in subjects.browsers:
        subjects.browsers["public"] = Browser(subjects.port, {})
    return subjects.browsers["public"]


def _places() -> list[tuple[str, str]]:
    from rangkul.web.demo.world.places import regencies, regency_name

    return [(code, regency_name(code)) for code in regencies()[:60]]
