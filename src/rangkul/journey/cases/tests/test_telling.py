"""Nothing that is written about the client stays hidden, but by a reasoned exemption that ends by itself (A37)."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.clock import local, now, pretending
from rangkul.base.models import Event
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Exemption, Signature
from rangkul.journey.cases.queries import held_now, told_of, waiting_signatures


def in_days(days: int) -> date:
    return local(now()).date() + timedelta(days=days)


@pytest.fixture
def note(case, cast, asking):
    with asking(cast.ayu) as by:
        return actions.write_note(by=by, case=case, text="Kakaknya, Tuti, mengancam akan datang.")


@pytest.fixture
def hold(case, cast, note):
    def hold(by, entry=note, **more):
        words = {"reason": "third_party", "why": "Memuat ucapan Tuti.", "until": in_days(14)} | more
        return actions.hold_back(by=by, case=case, entry=entry, **words)

    return hold


def test_an_entry_is_held_back_until_a_day_and_the_supervisor_is_asked(case, cast, asking, note, hold):
    with asking(cast.ayu) as by:
        row = hold(by)
        assert [one.pk for one in held_now(case)] == [row.pk]
        assert row.told
        assert local(row.until).date() == in_days(14)
        assert Event.objects.filter(name="exemption.made", subject_id=case.pk).count() == 1
    with asking(cast.sari) as sari:
        assert [one.subject_kind for one in waiting_signatures(sari)] == ["exemption"]


def test_a_supervisor_who_does_it_asks_nobody(cast, asking, hold):
    with asking(cast.sari) as by:
        hold(by)
        assert not Signature.objects.exists()


@pytest.mark.parametrize("who", ["candra", "budi", "adi"])
def test_who_does_not_lead_the_case_holds_nothing_back(cast, asking, hold, who):
    with asking(getattr(cast, who)) as by, pytest.raises(PermissionDenied):
        hold(by)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"until": in_days(-1)}, "until"),
        # One more than the first that is too late: the tests may run past midnight.
        ({"until": in_days(92)}, "until"),
        ({"why": "  "}, "why"),
        ({"reason": "embarrassing"}, "reason"),
    ],
)
def test_without_a_reason_or_a_bounded_day_nothing_is_held_back(cast, asking, hold, wrong, field):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            hold(by, **wrong)
        assert refused.value.field == field
        assert not Exemption.objects.exists()


def test_what_the_client_wrote_is_never_held_back_from_them(case, cast, asking, hold):
    with asking(cast.ayu) as by:
        own = actions.write_note(by=by, case=case, text="Dari klien.", kind="client")
        with pytest.raises(Refused):
            hold(by, own)


def test_the_database_bounds_it_too(case, cast, asking, note):
    with asking(cast.ayu):
        row = Exemption(case=case, key=case.key, note=note, reason="safety", by_id=cast.ayu.pk)
        row.until = now() + timedelta(days=400)
        with pytest.raises(IntegrityError, match="cases_exemption_bounded"), transaction.atomic():
            row.save(force_insert=True)


def test_silence_needs_its_own_reason(case, cast, asking, note):
    with asking(cast.ayu):
        row = Exemption(case=case, key=case.key, note=note, reason="safety", by_id=cast.ayu.pk, told=False)
        row.until = now() + timedelta(days=4)
        with pytest.raises(IntegrityError, match="cases_exemption_silence_reasoned"), transaction.atomic():
            row.save(force_insert=True)


def test_nobody_moves_the_end_of_one_that_stands(cast, asking, hold):
    with asking(cast.ayu) as by:
        row = hold(by)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Exemption.objects.filter(pk=row.pk).update(until=now() + timedelta(days=80))


def test_it_ends_by_itself(case, cast, asking, hold):
    then = now() - timedelta(days=20)
    with asking(cast.ayu) as by:
        with pretending(then):
            hold(by, until=local(then).date() + timedelta(days=19))
        assert Exemption.objects.get().ended_at is None
        assert held_now(case) == []


def test_a_person_renews_it_and_the_first_one_stays_readable(case, cast, asking, hold):
    with asking(cast.ayu) as by:
        first, second = hold(by), hold(by, why="Tuti masih di rumah itu.", until=in_days(40))
        assert [one.pk for one in held_now(case)] == [second.pk]
        first.refresh_from_db()
        assert first.ended_by_id == cast.ayu.pk
        renewing = Event.objects.filter(name="exemption.made").order_by("-id").first()
        assert renewing.payload["renews"] == str(first.pk)


def test_opening_it_again_is_an_event_once(case, cast, asking, hold):
    with asking(cast.ayu) as by:
        row = hold(by)
        for _ in range(2):
            actions.tell(by=by, exemption=row)
        assert held_now(case) == []
        assert Event.objects.filter(name="exemption.ended").count() == 1


def test_a_correction_is_held_back_with_what_it_mends(case, cast, asking, note, hold):
    with asking(cast.ayu) as by:
        correction = actions.correct_note(by=by, note=note, text="Bukan Tuti, tetapi Tati.")
        row = hold(by, correction)
        assert row.note_id == note.pk


def test_the_page_shows_the_entries_as_the_client_reads_them(case, cast, signed_in, asking, note):
    with asking(cast.ayu) as by:
        actions.record_activity(
            by=by, case=case, channel="call", minutes=10, result="Sudah aman.", next_step="Telepon lagi"
        )
    text = signed_in(cast.ayu).get(reverse("cases:told", args=[case.pk])).content.decode()
    assert "Langkah berikutnya: Telepon lagi" in text
    assert "Catatan petugas" in text
    assert "Tidak ada. Klien membaca semuanya." in text


def test_an_entry_is_held_back_on_its_page_and_opened_again(case, cast, signed_in, asking, note):
    ayu = signed_in(cast.ayu)
    address = reverse("cases:hold_note", args=[case.pk, note.pk])
    assert "Kakaknya, Tuti" in ayu.get(address).content.decode()
    said = {"reason": "safety", "why": "Ia membaca bersama suaminya.", "until": in_days(7).isoformat()}
    once = {"once": str(uuid4())}
    for _ in range(2):
        assert ayu.post(address, said | once).status_code == 302
    with asking(cast.ayu):
        row = Exemption.objects.get()
    text = ayu.get(reverse("cases:told", args=[case.pk])).content.decode()
    assert "Ia membaca bersama suaminya." in text
    opening = reverse("cases:tell", args=[case.pk, row.pk])
    assert ayu.get(opening).status_code == 405
    assert ayu.post(opening).status_code == 302
    with asking(cast.ayu):
        assert held_now(case) == []


def test_a_wrong_day_keeps_what_was_typed(case, cast, signed_in, note):
    said = {"reason": "safety", "why": "Alasan yang panjang.", "until": in_days(200).isoformat(), "once": str(uuid4())}
    answer = signed_in(cast.ayu).post(reverse("cases:hold_note", args=[case.pk, note.pk]), said)
    assert answer.status_code == 422
    assert "Alasan yang panjang." in answer.content.decode()


def test_budi_finds_no_page(case, cast, signed_in, note):
    budi = signed_in(cast.budi)
    for address in (
        reverse("cases:told", args=[case.pk]),
        reverse("cases:hold_note", args=[case.pk, note.pk]),
        reverse("cases:hold_activity", args=[case.pk, uuid4()]),
    ):
        assert budi.get(address).status_code == 404


def test_the_list_costs_as_much_for_many_as_for_few(case, cast, asking, django_assert_max_num_queries):
    with asking(cast.ayu) as by:
        for n in range(25):
            actions.write_note(by=by, case=case, text=f"Catatan {n}")
        with django_assert_max_num_queries(4):
            rows, more = told_of(case, 20)
        assert (len(rows), more) == (20, True)
        assert [one.text for one in told_of(case, 20, 20)[0]] == [f"Catatan {n}" for n in range(4, -1, -1)]
