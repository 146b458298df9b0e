"""Help lines in the database and on a page."""

from datetime import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.template import Context, Template

from rangkul.base.clock import WIB
from rangkul.entry.crisis import queries
from rangkul.entry.crisis.hotlines import reference
from rangkul.entry.crisis.models import Hotline

NIGHT = datetime(2026, 11, 23, 2, tzinfo=WIB)


@pytest.fixture(autouse=True)
def _fresh_list(db):
    queries.forget_kept()
    yield
    queries.forget_kept()


def page(inside="{% helplines %}", **context):
    return Template("{% load helplines %}" + inside).render(Context(context))


def test_every_line_of_the_list_is_loaded():
    assert set(Hotline.objects.values_list("key", flat=True)) == {row["key"] for row in reference.rows()}


def test_the_list_is_read_once_for_many_pages(django_assert_num_queries):
    with django_assert_num_queries(1):
        for _ in range(5):
            queries.open_now(NIGHT)


def test_the_foot_shows_open_lines_and_the_advice_that_always_holds():
    with time_machine.travel(NIGHT, tick=False):
        html = page()
    assert 'href="tel:110"' in html
    assert "IGD atau Puskesmas terdekat" in html
    assert "orang yang Anda percaya" in html
    assert "belum kami periksa lagi" in html
    assert "500-454" not in html


def test_chosen_problems_bring_their_own_lines():
    with time_machine.travel(NIGHT, tick=False):
        html = page("{% helplines problems %}", problems=["self_harm"])
    assert html.index("+6281197910000") < html.index("119,8")
    assert "Tutup, buka Senin 08.00 WIB" in html


def test_an_unconfirmed_number_says_so():
    with time_machine.travel(NIGHT, tick=False):
        html = page("{% helplines problems %}", problems=["drugs"])
    assert "Nomor ini belum kami pastikan" in html


@pytest.mark.parametrize(
    "bad",
    [
        {"number": "021 500-454"},
        {"dial": "", "whatsapp": "", "website": ""},
        {"kind": "e164", "dial": "0811"},
    ],
)
def test_the_database_refuses_a_line_that_would_fail_people(bad):
    line = {"key": "x", "name_id": "X", "name_en": "X", "number": "1", "dial": "1", "kind": "short"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Hotline.objects.create(**{**line, "status": "active", **bad})
