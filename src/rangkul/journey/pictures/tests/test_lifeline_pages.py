"""The timeline: who sees it, what stands on it, what a worker tells there, and what never changes in silence."""

import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.trust.erasure import erase
from rangkul.commons.trust.hooks import Whose
from rangkul.entry.intake.states import Level
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures import actions
from rangkul.journey.pictures.keeping import copy_of_life
from rangkul.journey.pictures.models import LifeEvent

TOLD = {"words": "Menikah dengan Joko", "source": "client"}


@pytest.fixture
def url(case):
    return reverse("pictures:lifeline", args=[case.pk])


@pytest.fixture
def event(case, cast, asking):
    with asking(cast.ayu) as ayu:
        return actions.record_life_event(
            by=ayu, case=case, **TOLD, happened_on=date(2012, 5, 3), exactness="year", source_date=today()
        )


def shown(answer) -> str:
    return answer.content.decode()


def typed(**more) -> dict[str, str]:
    return {**TOLD, "year": "2012", "source_date": today().isoformat(), **more}


def test_an_event_stands_on_the_picture_in_words_and_in_the_table(event, cast, signed_in, url):
    page = shown(signed_in(cast.ayu).get(url))
    assert page.count(f'data-rangkul-member="{event.pk}"') == 1
    assert page.count("2012: Menikah dengan Joko. Sumber: Klien") == 3, "spoken on the picture, in its uraian, in words"
    assert "hari ini" in page
    assert "sebelum kasus" in page


def test_before_anybody_told_anything_it_says_what_to_ask(case, cast, signed_in, url):
    assert "Belum ada peristiwa hidup" in shown(signed_in(cast.ayu).get(url))
    assert "Belum ada peristiwa hidup" not in shown(signed_in(cast.sari).get(url)), (
        "who only reads is asked for nothing"
    )


def test_it_stands_beside_the_other_pictures(case, cast, signed_in, url):
    assert f'href="{url}"' in shown(signed_in(cast.ayu).get(reverse("pictures:genogram", args=[case.pk])))


def test_the_road_of_the_case_stands_on_it(case, cast, asking, signed_in, url):
    with asking(cast.ayu) as ayu:
        cases.record_activity(by=ayu, case=case, channel="call", minutes=20, result="Baik", next_step="Lanjut")
        cases.give_emergency_help(by=ayu, case=case, help_given="Beras", reason="Lapar", channel="office")
        assessment.rate_risk(by=ayu, case=case, kind="hunger", level="merah", seen="Kosong", next_look=today())
    page = shown(signed_in(cast.ayu).get(url))
    for words in (
        "Perkenalan dan kontrak", "Tingkat kasus: Merah", "Risiko tidak cukup makan, sekarang merah",
        "Bantuan darurat, bertemu di kantor", "Telepon",
    ):  # fmt: skip
        assert words in page, words


def test_each_mark_can_be_chosen_and_says_where_it_was_written(case, cast, asking, signed_in, url):
    with asking(cast.ayu) as ayu:
        row = cases.record_activity(by=ayu, case=case, channel="call", minutes=20, result="Baik", next_step="Lanjut")
    page = shown(signed_in(cast.ayu).get(f"{url}?saat={row.pk}"))
    panel = page[page.index('id="panel"') :]
    assert "Kontak dan kegiatan" in panel
    assert f'href="{reverse("cases:case", args=[case.pk])}"' in panel


@pytest.mark.parametrize(
    ("more", "day", "exactness"),
    [
        ({}, date(2012, 1, 1), "year"),
        ({"about": "on"}, date(2012, 1, 1), "about"),
        ({"month": "5"}, date(2012, 5, 1), "month"),
        ({"month": "5", "day": "3"}, date(2012, 5, 3), "day"),
    ],
)
def test_a_day_is_kept_as_far_as_it_was_told(case, cast, asking, signed_in, more, day, exactness):
    answer = signed_in(cast.ayu).post(reverse("pictures:tell_life", args=[case.pk]), typed(**more))
    assert answer.status_code == 302, shown(answer)
    with asking(cast.ayu):
        row = LifeEvent.objects.get()
        assert (row.happened_on, row.exactness) == (day, exactness)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"day": "3"}, "Pilih bulannya juga"),
        ({"month": "2", "day": "30"}, "Tanggal ini tidak ada di bulan itu"),
        ({"year": "2099"}, "Waktu ini belum tiba"),
        ({"month": "5", "about": "on"}, "tahunnya tidak lagi kira-kira"),
        ({"words": " "}, "Apa yang terjadi"),
    ],
)
def test_what_is_refused_stays_in_the_form(case, cast, asking, signed_in, more, words):
    answer = signed_in(cast.ayu).post(reverse("pictures:tell_life", args=[case.pk]), typed(source="document", **more))
    assert answer.status_code == 422
    assert words in shown(answer)
    assert 'value="document" selected' in shown(answer)
    with asking(cast.ayu):
        assert not LifeEvent.objects.exists()


def test_an_event_is_told_once(case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    once = re.search(r'name="once" value="([^"]+)"', shown(browser.get(f"{url}?buat=tambah"))).group(1)
    for _twice in range(2):
        assert browser.post(reverse("pictures:tell_life", args=[case.pk]), typed(once=once)).status_code == 302
    with asking(cast.ayu) as ayu:
        actions.record_life_event(
            by=ayu, case=case, **TOLD, happened_on=date(2012, 1, 1), exactness="year", source_date=today()
        )
        assert LifeEvent.objects.get().words == "Menikah dengan Joko"
        assert Event.objects.filter(name="life_event.recorded", subject_id=case.pk).count() == 1
    case_page = shown(browser.get(reverse("cases:case", args=[case.pk])))
    assert "Peristiwa hidup dicatat di garis waktu" in case_page


def test_a_correction_stands_in_its_place_and_the_earlier_one_stays(event, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    form = shown(browser.get(f"{url}?saat={event.pk}&buat=koreksi"))
    assert 'value="2012"' in form
    correct = reverse("pictures:correct_life", args=[case.pk, event.pk])
    assert browser.post(correct, typed(year="2013", reason="")).status_code == 422
    assert browser.post(correct, typed(year="2013", month="6", reason="Ada buku nikah.")).status_code == 302
    with asking(cast.ayu) as ayu:
        assert LifeEvent.objects.get(pk=event.pk).happened_on == date(2012, 1, 1)
        new = LifeEvent.objects.get(corrects=event)
        with pytest.raises(Refused):
            actions.correct_life_event(
                by=ayu, case=case, event=event, reason="Lagi", **TOLD, happened_on=today(), exactness="day",
                source_date=today(),
            )  # fmt: skip
    page = shown(browser.get(f"{url}?saat={new.pk}"))
    assert "Juni 2013: Menikah dengan Joko" in page
    assert "Dikoreksi: Ada buku nikah." in page
    assert "2012: Menikah" not in page
    assert browser.post(correct, typed(reason="Lagi.")).status_code == 404


def test_what_was_not_so_leaves_the_picture_and_stays_below_it(event, case, cast, asking, signed_in, url):
    browser, back = signed_in(cast.ayu), reverse("pictures:take_back_life", args=[case.pk, event.pk])
    assert browser.post(back, {"because": ""}).status_code == 422
    assert browser.post(back, {"because": "Klien tidak ingin ini digambar."}).status_code == 302
    page = shown(browser.get(url))
    assert f'data-rangkul-member="{event.pk}"' not in page
    assert "Klien tidak ingin ini digambar." in page
    with asking(cast.ayu) as ayu:
        actions.take_back_life_event(by=ayu, case=case, event=event, because="Lagi")
        assert Event.objects.filter(name="life_event.taken_back").count() == 1


@pytest.mark.parametrize("name", ["budi", "candra", "adi", "rini"])
def test_who_does_not_see_the_case_finds_nothing(event, case, cast, signed_in, url, name):
    browser = signed_in(getattr(cast, name))
    assert browser.get(url).status_code in (403, 404)
    assert browser.get(reverse("pictures:lifeline_paper", args=[case.pk])).status_code in (403, 404)
    assert browser.post(reverse("pictures:tell_life", args=[case.pk]), typed()).status_code in (403, 404)


def test_the_supervisor_reads_and_does_not_write(event, case, cast, asking, signed_in, url):
    browser = signed_in(cast.sari)
    page = shown(browser.get(f"{url}?saat={event.pk}&buat=tarik"))
    assert "Menikah dengan Joko" in page
    assert "Tarik kembali" not in page
    for name, row in (("tell_life", []), ("correct_life", [event.pk]), ("take_back_life", [event.pk])):
        assert browser.post(reverse(f"pictures:{name}", args=[case.pk, *row]), typed()).status_code == 403
    with asking(cast.sari) as sari, pytest.raises(PermissionDenied):
        actions.take_back_life_event(by=sari, case=case, event=event, because="x")


def test_the_database_itself_shows_it_to_the_team_and_above_alone(event, case, cast, asking):
    def count(staff) -> int:
        with asking(staff):
            return LifeEvent.objects.count()

    assert LifeEvent.objects.count() == 0, "without an asker there is nothing"
    assert count(cast.ayu) == count(cast.sari) == 1
    assert [count(one) for one in (cast.dimas, cast.candra, cast.budi, cast.adi, cast.rini)] == [0] * 5


def test_what_was_told_is_never_rewritten(event, cast, asking):
    with asking(cast.ayu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        LifeEvent.objects.filter(pk=event.pk).update(happened_on=date(2011, 1, 1))


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"words": ""}, "said"),
        ({"exactness": "year", "happened_on": date(2012, 5, 1)}, "no_more_than_told"),
        ({"exactness": "month", "happened_on": date(2012, 5, 3)}, "no_more_than_told"),
        ({"ended_on": "2026-01-01"}, "end_paired"),
        ({"correction_reason": "Salah."}, "correction_paired"),
    ],
)
def test_the_database_refuses_half_a_record(case, cast, asking, change, name):
    row = {
        **TOLD, "happened_on": date(2012, 1, 1), "exactness": "day", "source_date": today(), "recorded_by": cast.ayu,
        "case": case, "key": case.key,
    }  # fmt: skip
    with asking(cast.ayu), pytest.raises(IntegrityError, match=f"pictures_lifeevent_{name}"), transaction.atomic():
        LifeEvent.objects.create(**{**row, **change})


def test_an_event_is_corrected_once(event, case, cast, asking):
    row = {
        **TOLD, "happened_on": date(2012, 1, 1), "exactness": "day", "source_date": today(), "recorded_by": cast.ayu,
        "case": case, "key": case.key, "corrects": event, "correction_reason": "Salah.",
    }  # fmt: skip
    with asking(cast.ayu):
        LifeEvent.objects.create(**row)
        with pytest.raises(IntegrityError, match="pictures_lifeevent_corrected_once"), transaction.atomic():
            LifeEvent.objects.create(**row)


def test_erasing_the_client_makes_every_word_unreadable_and_leaves_the_year(case, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.record_life_event(
            by=ayu, case=case, **TOLD, happened_on=date(2012, 5, 3), exactness="day", source_date=today()
        )
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        row = LifeEvent.objects.select_related("key").get()
        assert "Menikah" not in row.words
        assert row.happened_on == date(2012, 1, 1)


def test_a_copy_holds_what_the_client_told_of_their_own_life(event, case, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.record_life_event(
            by=ayu, case=case, words="Pernah dirawat", source="significant_other", happened_on=date(2015, 1, 1),
            exactness="year", source_date=today(),
        )  # fmt: skip
        gone = actions.record_life_event(
            by=ayu, case=case, words="Salah dengar", source="client", happened_on=date(2016, 1, 1), exactness="year",
            source_date=today(),
        )  # fmt: skip
        actions.take_back_life_event(by=ayu, case=case, event=gone, because="Salah dengar")
        (section,) = copy_of_life(Whose((case.person_id,)))
    assert section.rows == (("2012", "Menikah dengan Joko"),)


@pytest.mark.parametrize("name", ["tell_life", "correct_life", "take_back_life"])
def test_get_writes_nothing(event, case, cast, signed_in, name):
    row = [] if name == "tell_life" else [event.pk]
    assert signed_in(cast.ayu).get(reverse(f"pictures:{name}", args=[case.pk, *row])).status_code == 405


@pytest.mark.parametrize("asked", ["saat=bukan&buat=koreksi", "buat=apa", "saat=&buat=tarik"])
def test_odd_addresses_are_answered_calmly(case, cast, signed_in, url, asked):
    assert signed_in(cast.ayu).get(f"{url}?{asked}").status_code == 200


def test_a_case_that_has_ended_is_only_read(event, case, cast, asking, signed_in, url):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)
    browser = signed_in(cast.ayu)
    page = shown(browser.get(f"{url}?saat={event.pk}"))
    assert "Tarik kembali" not in page
    assert "Kasus berjalan dari" in page
    assert browser.post(reverse("pictures:tell_life", args=[case.pk]), typed()).status_code == 422


def test_the_paper_shows_the_same_without_links(event, case, cast, signed_in):
    page = shown(signed_in(cast.ayu).get(reverse("pictures:lifeline_paper", args=[case.pk])))
    assert ">Menikah dengan Joko<" in page
    assert "data-rangkul-member" not in page
    assert "Arti tanda" in page


def test_words_are_escaped_on_the_drawing(case, cast, asking, signed_in, url):
    with asking(cast.ayu) as ayu:
        actions.record_life_event(
            by=ayu, case=case, words='"><script>x', source="client", happened_on=today(), exactness="day",
            source_date=today(),
        )  # fmt: skip
    assert "<script>x" not in shown(signed_in(cast.ayu).get(url))


def test_it_keeps_to_its_budget(event, case, cast, asking, signed_in, url, django_assert_max_num_queries):
    with asking(cast.ayu) as ayu:
        for number in range(12):
            cases.record_activity(by=ayu, case=case, channel="call", minutes=5, result=f"{number}")
            actions.record_life_event(
                by=ayu, case=case, words=f"Pindah {number}", source="client", happened_on=date(2000 + number, 1, 1),
                exactness="year", source_date=today(),
            )  # fmt: skip
        cases.change_level(by=ayu, case=case, level=Level.MERAH, reason="x")
    browser = signed_in(cast.ayu)
    browser.get(url)
    with django_assert_max_num_queries(28):
        browser.get(url)
