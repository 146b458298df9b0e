"""The result: words before numbers, a person's judgement beside the score, shared or marked wrong, asked again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.trust.actions import grant
from rangkul.journey.cases.models import Task
from rangkul.journey.instruments import actions, queries
from rangkul.journey.instruments.models import Administration, Judgement

MILD = (1, 1, 1, 1, 1, 0, 0, 0, 0)


@pytest.fixture
def row(cast, asking, fill):
    with asking(cast.ayu):
        return fill(*MILD, retest_on=today() + timedelta(days=28))


@pytest.fixture
def url(case, row):
    return lambda name="result": reverse(f"instruments:{name}", args=[case.pk, row.pk])


@pytest.fixture
def holder(cast, asking, case):
    """The holder of the ticket by which Wati came."""
    with asking(cast.ayu):
        grant(by=cast.ayu.asker(), subject=("case", case.pk), grantee=("ticket", case.pk), basis="client")
    return Asker("ticket", ticket_id=case.pk)


def test_each_answer_stands_in_words(signed_in, cast, url):
    page = signed_in(cast.ayu).get(url()).content.decode()
    assert page.count("Beberapa hari") == 5
    assert "tidak dijawab" in page
    assert "Alat skrining, bukan diagnosis." in page


def test_an_open_question_is_told_from_one_that_was_not_asked(cast, asking, case, signed_in, fill):
    with asking(cast.ayu):
        other = fill(0, 0, 0, 0, 0, 0, 0, 0, 0)
    page = signed_in(cast.ayu).get(reverse("instruments:result", args=[case.pk, other.pk])).content.decode()
    assert "tidak ditanyakan" in page


@pytest.mark.parametrize("who", ["budi", "candra", "dimas", "adi", "rini", "agus"])
def test_for_others_there_is_no_result(signed_in, cast, url, who):
    browser = signed_in(getattr(cast, who))
    assert browser.get(url()).status_code == 404
    assert browser.post(url("mark_wrong"), {"reason": "Salah"}).status_code == 404


@pytest.mark.parametrize("name", ["judge", "mark_wrong", "share", "retest", "skip"])
def test_verbs_are_posted(signed_in, cast, url, name):
    assert signed_in(cast.ayu).get(url(name)).status_code == 405


def test_a_judgement_names_another_band_and_the_score_stays(signed_in, cast, asking, case, row, url):
    browser = signed_in(cast.sari)
    browser.post(url("judge"), {"band": "moderate", "words": "Ia menahan tangis sepanjang percakapan."})
    with asking(cast.sari):
        found = queries.result(case, row.pk)
        assert (found.band.key, found.scored.band.key) == ("moderate", "mild")
    page = browser.get(url()).content.decode()
    assert "Tingkat ini menurut Sari Supervisor." in page
    assert "Menurut skor: Tanda ringan." in page


def test_a_judgement_says_why(signed_in, cast, asking, url):
    assert signed_in(cast.ayu).post(url("judge"), {"band": "moderate", "words": " "}).status_code == 422
    with asking(cast.ayu):
        assert not Judgement.objects.exists()


def test_an_unknown_band_is_refused(cast, asking, row):
    with asking(cast.ayu), pytest.raises(Refused):
        actions.judge(by=cast.ayu.asker(), administration=row, words="Lain", band="sangat")


def test_a_wrong_one_is_marked_with_its_reason(signed_in, cast, url):
    browser = signed_in(cast.ayu)
    browser.post(url("mark_wrong"), {"reason": "Tertukar dengan kakaknya"})
    assert "Tertukar dengan kakaknya" in browser.get(url()).content.decode()


def test_the_database_keeps_an_answer_as_it_was(cast, asking, row):
    with asking(cast.ayu), pytest.raises(DatabaseError), transaction.atomic():
        Administration.objects.filter(pk=row.pk).update(language="en")


def test_the_database_keeps_a_mark(cast, asking, row):
    with asking(cast.ayu):
        actions.mark_wrong(by=cast.ayu.asker(), administration=row, reason="Salah orang")
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE instruments_administration SET wrong_at = NULL, wrong_by_id = NULL, wrong_because = NULL"
            )


def test_the_client_sees_what_is_shared_and_nothing_else(cast, asking, case, row, holder):
    with asking(holder):
        assert queries.shared(case) == []
        assert not Administration.objects.exists()
    with asking(cast.ayu):
        actions.share(by=cast.ayu.asker(), administration=row)
    with asking(holder):
        (found,) = queries.shared(case)
        assert found.band.key == "mild"
    with asking(cast.ayu):
        actions.share(by=cast.ayu.asker(), administration=row, on=False)
    with asking(holder):
        assert not Administration.objects.exists()


def test_sharing_twice_is_told_once(cast, asking, case, row):
    with asking(cast.ayu):
        for _ in range(2):
            actions.share(by=cast.ayu.asker(), administration=row)
        assert Event.objects.filter(name="instrument.shared", subject_id=case.pk).count() == 1


def test_the_day_to_ask_again_moves(signed_in, cast, asking, row, url):
    day = today() + timedelta(days=7)
    signed_in(cast.ayu).post(url("retest"), {"day": day.isoformat()})
    with asking(cast.ayu):
        assert Task.objects.get(pk=row.retest_id).due == day


def test_a_day_that_is_over_is_refused(signed_in, cast, url):
    answer = signed_in(cast.ayu).post(url("retest"), {"day": "2020-01-01"})
    assert answer.status_code == 422


def test_not_asking_again_says_why(signed_in, cast, asking, row, url):
    browser = signed_in(cast.ayu)
    assert browser.post(url("skip"), {"reason": ""}).status_code == 422
    browser.post(url("skip"), {"reason": "Klien tidak mau ditanya lagi"})
    with asking(cast.ayu):
        task = Task.objects.select_related("key").get(pk=row.retest_id)
        assert (task.state, task.outcome) == ("dropped", "Klien tidak mau ditanya lagi")


def test_a_colleague_without_the_case_judges_nothing(cast, asking, row):
    with asking(cast.dimas), pytest.raises(PermissionDenied):
        actions.judge(by=cast.dimas.asker(), administration=row, words="Lain")


def test_the_tab_shows_what_was_filled_within_its_budget(
    signed_in, cast, asking, case, fill, row, django_assert_max_num_queries
):
    with asking(cast.ayu):
        for points in (2, 3):
            fill(*[points] * 5, 0, 0, 0, 0)
    browser = signed_in(cast.ayu)
    browser.get(reverse("instruments:case", args=[case.pk]))
    with django_assert_max_num_queries(30):
        page = browser.get(reverse("instruments:case", args=[case.pk])).content.decode()
    assert page.count("filled-row") == 3
    assert "PHQ-9: dari" in page or "PHQ-9, Wati" in page


def test_the_timeline_tells_it_without_the_score(signed_in, cast, case, row):
    page = signed_in(cast.ayu).get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "PHQ-9: suasana hati dua minggu terakhir diisi" in page
    assert "Tanda ringan" not in page
