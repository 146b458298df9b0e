"""A decision on paper."""

import pytest
from django.urls import reverse

from rangkul.base.events import Event
from rangkul.entry.intake import actions
from rangkul.entry.intake.tests.situations import handed_in, holder

pytestmark = pytest.mark.django_db


@pytest.fixture
def declined(cast, asking):
    """A request that Ayu declined, and the address of the letter about it."""
    made = handed_in()
    with asking(cast.ayu):
        words = {"text": "Puskesmas sudah mendampingi Ibu.", "note": "Sudah kami telepon."}
        actions.decline(by=cast.ayu.asker(), request=made, reason="helped_elsewhere", **words, no_conflict=True)
        return made, reverse("intake:letter", args=[made.pk, actions.newest(made).pk])


def test_it_says_what_the_asker_reads_and_nothing_of_the_office(declined, cast, signed_in):
    made, address = declined
    page = signed_in(cast.ayu).get(address).content.decode()
    for words in ("Puskesmas sudah mendampingi Ibu.", "Sudah dibantu pihak lain", made.ticket_words, "Ayu Peksos"):
        assert words in page
    assert "Sudah kami telepon." not in page
    assert "TIDAK ADA" not in page


def test_it_is_found_from_the_page_of_the_request(declined, cast, signed_in):
    made, address = declined
    assert f'href="{address}"' in signed_in(cast.ayu).get(f"/kerja/antrean/{made.pk}/").content.decode()


@pytest.mark.parametrize("name", ["budi", "candra", "adi", "agus"])
def test_others_do_not_find_it(declined, cast, signed_in, name):
    assert signed_in(getattr(cast, name)).get(declined[1]).status_code == 404


def test_it_is_only_read_and_the_reading_is_kept(declined, cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    assert browser.post(declined[1]).status_code == 405
    browser.get(declined[1])
    with asking(cast.sari):
        assert Event.objects.filter(name="file.opened", subject_id=declined[0].pk).count() == 1


def test_what_the_asker_decided_is_no_letter_of_ours(cast, signed_in, asking):
    made = handed_in()
    with asking(holder(made)):
        actions.withdraw(by=holder(made), request=made)
    with asking(cast.ayu):
        address = reverse("intake:letter", args=[made.pk, actions.newest(made).pk])
    assert signed_in(cast.ayu).get(address).status_code == 404
