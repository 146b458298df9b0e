"""Fifty thousand services of a country, brought in the way a file is; and what is asked of them."""

import csv
import io
import random
import time
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from rangkul.base.progress import Progress, quiet
from rangkul.web.bench.browser import Browser, Page

MANY = 50_000
_NEEDS = ("shelter", "food", "counselling", "legal", "health", "papers", "care", "work", "information", "disaster")
_WORDS = ("", "", "", "konseling", "bantuan hukm", "rumah singah", "posyandu", "dapur umum")
_PAGE = 100


def fill(progress: Progress = quiet, many: int = MANY) -> dict[str, Any]:
    """A table of so many services read, looked through and written, as `rangkul services` does: how many, and seconds
    in `read_seconds` and `write_seconds`. Nothing where they are there."""
    import psycopg
    from django.db import connections

    from rangkul.base.asking import asking_as, job
    from rangkul.base.postgres import conninfo
    from rangkul.commons.directory import importing
    from rangkul.commons.directory.loading import load

    with psycopg.connect(conninfo("owner"), autocommit=True) as connection:
        there = connection.execute("SELECT count(*) FROM directory_service").fetchone()
        if there and there[0] >= many * 0.9:
            return {}
        data = _table(many)
        began = time.monotonic()
        with asking_as(job("bench")):
            report = importing.examine(importing.read(data, "layanan.csv"))
            read = time.monotonic()
        # As `rangkul services` does it, with no transaction open: what that one asked last would keep the rows from
        # being tidied.
        load(connection, report.lines, progress=progress)
        written = time.monotonic()
    connections.close_all()
    return {
        "services": report.good, "faults": len(report.faults), "twins": len(report.twins),
        "read_seconds": round(read - began, 1), "write_seconds": round(written - read, 1),
    }  # fmt: skip


def _table(many: int) -> bytes:
    """The file, spread over all 514 regencies. Making it is not measured."""
    from rangkul.web.demo.world.places import regencies
    from rangkul.web.demo.world.services import draw
    from rangkul.web.demo.world.world import SEED

    codes = regencies()
    drawn = (one for code in codes for one in draw(SEED, code, -(-many // len(codes))))
    rows = [_row(number, one) for number, one in zip(range(many), drawn, strict=False)]
    kept = io.StringIO(newline="")
    table = csv.DictWriter(kept, list(dict.fromkeys(name for row in rows for name in row)))
    table.writeheader()
    table.writerows(rows)
    return kept.getvalue().encode()


def _row(number: int, one: Any) -> dict[str, Any]:
    """By the headings of `importing.columns`."""
    service, place = one.service, one.service.places[0]
    hours = {each.season: each.opening_hours for each in service.hours}
    reached = {each.channel: each.value for each in service.contacts}
    rules = {each.rule: each for each in service.rules}
    age, sex = rules.get("age"), rules.get("sex")
    assured = "" if one.age is None else date.today() - timedelta(days=one.age)  # noqa: DTZ011  the age of made-up entries
    return {
        "lembaga": one.organization.name, "layanan": service.name, "penjelasan": service.description,
        "bentuk": one.organization.legal_status, "psks": one.organization.psks, "bantuan": "; ".join(service.helps),
        "kelompok": "; ".join(service.categories), "atensi": "; ".join(service.atensi), "wilayah": place.region_code,
        "alamat": place.address, "kode_pos": place.postal_code, "melayani": "; ".join(service.areas),
        "jam_buka": hours.get("usual", ""), "jam_ramadan": hours.get("ramadan", ""),
        "umur_dari": age.age_from if age else None, "umur_sampai": age.age_to if age else None,
        "jenis_kelamin": sex.sex if sex else "", "cara_memulai": "; ".join(service.ways),
        "langkah": service.application_process, "biaya": service.cost, "harga": service.amount,
        "penjelasan_biaya": service.fees_description,
        "dibawa": "; ".join(dict.fromkeys(each.document or each.paper for each in service.papers)),
        "telepon": reached.get("phone", ""), "whatsapp": reached.get("whatsapp", ""), "surel": reached.get("email", ""),
        "dipastikan": assured, "kunci": f"L{number}",
    }  # fmt: skip


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
