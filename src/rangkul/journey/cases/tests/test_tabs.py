"""The parts of a case: a row, the rest behind "Lainnya", and a title that names nobody."""

import re

from django.urls import reverse


def drawn(signed_in, cast, case, name):
    return signed_in(cast.ayu).get(reverse(f"cases:{name}", args=[case.pk])).content.decode()


def parts(page):
    """What stands in the row, and what lies behind it."""
    row, rest = re.search(r'<div class="tabs">(.*?)</div>.*?<ul class="menu-list">(.*?)</ul>', page, re.DOTALL).groups()
    return row, rest


def test_what_is_walked_every_week_stands_in_the_row(signed_in, cast, case):
    row, rest = parts(drawn(signed_in, cast, case, "case"))
    for name in ("case", "stage", "contract", "tasks"):
        assert reverse(f"cases:{name}", args=[case.pk]) in row
    for name in ("team", "documents"):
        assert reverse(f"cases:{name}", args=[case.pk]) in rest


def test_the_part_that_is_open_stands_in_the_row_once(signed_in, cast, case):
    row, rest = parts(drawn(signed_in, cast, case, "documents"))
    here = reverse("cases:documents", args=[case.pk])
    assert f'href="{here}" aria-current="page"' in row
    assert here not in rest


def test_the_title_of_the_window_names_nobody(signed_in, cast, case):
    for name in ("case", "tasks", "risk"):
        title = re.search(r"<title>(.*?)</title>", drawn(signed_in, cast, case, name), re.DOTALL)[1]
        assert case.number in title
        assert case.client_name not in title


def test_pages_of_protection_do_not_say_in_the_title_what_they_are(signed_in, cast, case):
    page = signed_in(cast.ayu).get(reverse("protection:of_case", args=[case.pk])).content.decode()
    assert f"<title>Kasus {case.number} · Rangkul</title>" in page
