"""Where the file tells of violence nobody brings both sides to one table without a reason that a supervisor reads."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.clock import now
from rangkul.base.days import today
from rangkul.commons.people.models import Address
from rangkul.journey.assessment.actions import end_risk, rate_risk
from rangkul.journey.assessment.models import Risk
from rangkul.journey.cases.actions import record_activity
from rangkul.journey.cases.models import Activity, Case, Task
from rangkul.journey.cases.queries import signs_of_violence
from rangkul.journey.conferences.actions import Called, call_conference
from rangkul.journey.conferences.models import Conference
from rangkul.journey.protection.actions import start_clock
from tests.support.cases import opened

REASON = "Pengacara keduanya hadir; suaminya datang lewat pintu lain."


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu)


@pytest.fixture
def risky(case, cast, asking):
    with asking(cast.ayu) as by:
        rate_risk(by=by, case=case, kind="violence", level="kuning", seen="Dipukul", next_look=today())
    return case


def mediate(by, case, **more):
    words = {"channel": "office", "minutes": 30, "result": "Keduanya bicara."}
    return record_activity(by=by, case=case, worker_role="mediator", **words, **more)


def family(by, case, **more):
    called = Called(now() + timedelta(days=2), "Balai desa", "Siapa menjaga Dinda?", "Dinda 9 tahun", kind="family",
                    voice="Ingin bersama nenek")  # fmt: skip
    return call_conference(by=by, case=case, called=called, **more)


@pytest.mark.parametrize("gather", [mediate, family])
def test_it_needs_a_reason_and_the_supervisor_has_it_today(risky, cast, asking, gather):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused, match="Jangan pertemukan") as refused:
            gather(by, risky, despite="  ")
        assert refused.value.field == "despite"
        assert not Activity.objects.exists()
        assert not Conference.objects.exists()
        gather(by, risky, despite=REASON)
        duty = Task.objects.select_related("key", "case").get(kind="duty", owner=cast.sari)
        assert REASON in duty.title
        assert duty.due == today()


def test_where_no_supervisor_may_know_of_it_the_head_has_it(risky, cast, asking):
    with asking(cast.ayu) as by:
        Case.objects.filter(pk=risky.pk).update(against=cast.sari)
        mediate(by, risky, despite=REASON)
        assert Task.objects.get(kind="duty").owner_id == cast.rini.pk


@pytest.mark.parametrize("gather", [mediate, family])
def test_without_a_sign_nothing_is_asked(case, cast, asking, gather):
    with asking(cast.ayu) as by:
        gather(by, case)
        assert not Task.objects.exists()


def test_each_sign_is_named_as_long_as_it_stands(case, cast, asking):
    with asking(cast.ayu) as by:
        assert signs_of_violence(case) == []
        rate_risk(by=by, case=case, kind="sexual_violence", level="kuning", seen="Diraba", next_look=today())
        assert "risiko kekerasan tercatat di asesmen" in signs_of_violence(case)
        end_risk(by=by, case=case, risk=Risk.objects.get(), reason="Tidak benar.")
        assert signs_of_violence(case) == []
        Address.objects.create(key=case.person.key, person=case.person, hidden=True)
        assert signs_of_violence(case) == ["tempat tinggalnya dirahasiakan"]
        start_clock(by=by, folder=case, law="tpks_police_72h", because="Lapor", began_at=now())
        assert "bagian perlindungan sudah dipakai" in signs_of_violence(case)


def test_what_was_typed_comes_back_with_the_question(risky, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    page = f"/kerja/kasus/{risky.pk}/"
    typed = {"result": "Keduanya bicara lama.", "channel": "office", "minutes": "30", "worker_role": "mediator"}
    answer = browser.post(f"{page}kontak/", typed)
    said = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Jangan pertemukan", "Keduanya bicara lama.", 'name="despite"'):
        assert words in said
    assert browser.post(f"{page}kontak/", typed | {"despite": REASON}).status_code == 302
    assert 'name="despite"' not in browser.get(page).content.decode()


@pytest.mark.parametrize(("page", "asked"), [("conferences:of_case", "?jenis=family"), ("visits:of_case", "")])
def test_the_pages_that_plan_a_meeting_say_so_first(risky, cast, signed_in, page, asked):
    said = signed_in(cast.ayu).get(reverse(page, args=[risky.pk]) + asked).content.decode()
    assert "Ada tanda kekerasan di berkas ini" in said
    assert "Risiko kekerasan tercatat di asesmen" in said
