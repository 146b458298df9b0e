"""The junior rule (A55): who signs what, and that nobody signs their own."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.base.models import Event
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.models import Case, Signature, TeamMember
from rangkul.journey.cases.pages import lists
from rangkul.journey.cases.queries import signatures
from rangkul.journey.cases.states import SIGNATURE, SignatureState, Stage


@pytest.fixture
def asked(juniors_case, cast, asking):
    with asking(cast.dimas):
        Case.objects.update(stage=Stage.ASSESSMENT)
        return actions.ask_signature(by=cast.dimas.asker(), case=juniors_case, subject_kind="assessment", note="Mohon")


def of(asked) -> Signature:
    return Signature.objects.select_related("case__worker", "key").get(pk=asked.pk)


def test_a_juniors_assessment_needs_a_signature_and_a_seniors_does_not(juniors_case, case, cast, asking):
    assert queries.needs_signature(juniors_case, "assessment")
    assert not queries.needs_signature(case, "assessment")


def test_it_holds_the_case_until_it_is_signed(asked, juniors_case, cast, asking):
    def lacking():
        return {one.code for one in queries.missing(queries.get(juniors_case.pk), Stage.ASSESSMENT)}

    with asking(cast.sari):
        assert "signature.assessment" in lacking()
        actions.sign(by=cast.sari.asker(), signature=of(asked))
        assert "signature.assessment" not in lacking()


def test_it_waits_with_the_supervisor_of_the_unit_alone(asked, cast, asking):
    waiting = {}
    for name in ("sari", "dewi", "dimas", "hana"):
        with asking(getattr(cast, name)):
            waiting[name] = len(queries.waiting_signatures(getattr(cast, name).asker()))
    assert waiting == {"sari": 1, "dewi": 0, "dimas": 0, "hana": 0}


def test_asking_twice_is_once(asked, juniors_case, cast, asking):
    with asking(cast.dimas):
        again = actions.ask_signature(by=cast.dimas.asker(), case=juniors_case, subject_kind="assessment")
    assert again.pk == asked.pk


def test_nobody_signs_what_they_asked_for(asked, cast, asking):
    with asking(cast.dimas), pytest.raises(PermissionDenied):
        actions.sign(by=cast.dimas.asker(), signature=of(asked))
    with asking(cast.sari), pytest.raises(IntegrityError, match="cases_never_signs_own"), transaction.atomic():
        Signature.objects.update(state="signed", decided_by=cast.dimas, decided_at=asked.asked_at)


def test_sending_back_says_what_to_mend(asked, cast, asking):
    with asking(cast.sari):
        by = cast.sari.asker()
        with pytest.raises(Refused):
            actions.send_back(by=by, signature=of(asked), comment=" ")
        back = actions.send_back(by=by, signature=of(asked), comment="Spiritual belum digali")
        assert back.state == SignatureState.SENT_BACK
        assert Case.objects.get().supervised_at


def test_what_came_back_waits_with_who_asked_until_they_ask_again(asked, juniors_case, cast, asking):
    def waiting(name):
        with asking(getattr(cast, name)) as by:
            return [one.pk for one in signatures.to_mend(by)]

    assert waiting("dimas") == []
    with asking(cast.sari):
        actions.send_back(by=cast.sari.asker(), signature=of(asked), comment="Spiritual belum digali")
    assert {name: waiting(name) for name in ("dimas", "ayu", "sari", "budi")} == {
        "dimas": [asked.pk], "ayu": [], "sari": [], "budi": [],
    }  # fmt: skip
    with asking(cast.dimas):
        actions.ask_signature(by=cast.dimas.asker(), case=juniors_case, subject_kind="assessment")
    assert waiting("dimas") == []


@pytest.mark.parametrize("state", ["signed", "sent_back"])
@pytest.mark.parametrize("verb", SIGNATURE.steps)
def test_what_is_decided_stays_decided(asked, cast, asking, state, verb):
    with asking(cast.sari):
        Signature.objects.update(state=state, decided_by=cast.sari, decided_at=asked.asked_at)
        decide = {"sign": actions.sign, "send_back": actions.send_back}[verb]
        with pytest.raises(Refused):
            decide(by=cast.sari.asker(), signature=of(asked), comment="x")


def test_a_red_case_asks_by_itself_and_a_junior_is_not_alone(juniors_case, cast, asking):
    with asking(cast.dimas):
        actions.change_level(by=cast.dimas.asker(), case=juniors_case, level="merah", reason="Ada ancaman")
        assert Signature.objects.get().subject_kind == "risk"
        assert TeamMember.objects.filter(staff=cast.sari, role="supervisor", until=None).exists()


def test_a_red_case_of_a_senior_is_signed_too(case, cast, asking):
    with asking(cast.ayu):
        actions.change_level(by=cast.ayu.asker(), case=case, level="merah", reason="Ada ancaman")
        assert Signature.objects.get().asked_by_id == cast.ayu.pk
    with asking(cast.sari):
        actions.sign(by=cast.sari.asker(), signature=Signature.objects.select_related("case__worker", "key").get())
        assert not queries.needed_signatures(queries.get(case.pk))


def test_a_machine_only_raises(case, cast, asking):
    machine = job("clocks")
    with asking(machine):
        raised = actions.change_level(by=machine, case=case, level="oranye", reason="Dua kali ancaman", rule="r1")
        assert raised.level == "oranye"
        with pytest.raises(Refused, match="seseorang"):
            actions.change_level(by=machine, case=case, level="biru", reason="x", rule="r1")


def test_a_person_lowers_with_a_reason(case, cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        with pytest.raises(Refused):
            actions.change_level(by=by, case=case, level="biru", reason="")
        assert actions.change_level(by=by, case=case, level="biru", reason="Suami pindah kota").level == "biru"


@pytest.fixture
def juniors_red_case(juniors_case, cast, asking):
    with asking(cast.dimas) as by:
        return actions.change_level(by=by, case=juniors_case, level="merah", reason="Ada ancaman")


def test_a_junior_does_not_lower_from_red(juniors_red_case, cast, asking):
    with asking(cast.dimas) as by:
        for level in ("oranye", "hijau"):
            with pytest.raises(Refused, match="supervisor") as refused:
                actions.change_level(by=by, case=juniors_red_case, level=level, reason="Sudah tenang")
            assert refused.value.field == "level"
        assert Case.objects.get().level == "merah"
        assert queries.needs_signature(Case.objects.select_related("worker").get(), "risk")


def test_the_supervisor_lowers_it(juniors_red_case, cast, asking):
    with asking(cast.sari) as by:
        assert actions.change_level(by=by, case=juniors_red_case, level="oranye", reason="Aman").level == "oranye"


def test_below_red_a_junior_lowers_and_raises(juniors_case, cast, asking):
    with asking(cast.dimas) as by:
        for level in ("oranye", "hijau", "merah"):
            assert actions.change_level(by=by, case=juniors_case, level=level, reason="Dilihat hari ini").level == level


def test_the_page_says_so_to_the_junior(juniors_red_case, cast, signed_in):
    page = reverse("cases:risk", args=[juniors_red_case.pk])
    for_junior = signed_in(cast.dimas).get(page).content.decode()
    assert "diturunkan supervisor Anda" in for_junior
    assert "Simpan tingkat risiko" not in for_junior
    assert "Simpan tingkat risiko" in signed_in(cast.sari).get(page).content.decode()
    answer = signed_in(cast.dimas).post(page, {"level": "hijau", "reason": "Sudah tenang"})
    assert answer.status_code == 422


def test_the_queue_says_what_changed_since_it_was_sent_back(asked, juniors_case, cast, asking, signed_in):
    with asking(cast.sari):
        actions.send_back(by=cast.sari.asker(), signature=of(asked), comment="Spiritual belum digali")
    with asking(cast.dimas) as dimas:
        again = actions.ask_signature(by=dimas, case=juniors_case, subject_kind="assessment")
    page = signed_in(cast.sari).get("/kerja/kasus/tanda-tangan/").content.decode()
    assert "Spiritual belum digali" in page
    assert "tidak ada yang berubah" in page
    with asking(cast.dimas) as dimas:
        actions.write_note(by=dimas, case=juniors_case, text="Sudah ditanyakan.")
    with asking(cast.sari) as sari:
        (waiting,) = queries.waiting_signatures(sari)
        returned = queries.returned_before([waiting])[again.pk]
        assert (returned.before.comment, returned.since) == ("Spiritual belum digali", {"note.written": 1})
    assert "Catatan ditulis" in signed_in(cast.sari).get("/kerja/kasus/tanda-tangan/").content.decode()


def test_deciding_from_the_queue_goes_on_with_the_queue(asked, juniors_case, cast, asking, signed_in):
    address = f"/kerja/kasus/{juniors_case.pk}/tanda-tangan/{asked.pk}"
    browser = signed_in(cast.sari)
    assert browser.post(f"{address}/kembalikan/", {"dari": "antrean", "comment": ""}).status_code == 422
    answer = browser.post(f"{address}/setuju/", {"dari": "antrean"})
    assert answer.headers["Location"] == "/kerja/kasus/tanda-tangan/"
    with asking(cast.sari):
        assert of(asked).state == SignatureState.SIGNED


@pytest.mark.parametrize("many", [1, 5])
def test_the_queue_costs_the_same_however_many_wait(wati, cast, asking, many):
    with asking(cast.dimas) as dimas:
        rows = [actions.open_case(by=dimas, person=wati) for _ in range(many)]
        asked = [actions.ask_signature(by=dimas, case=case, subject_kind="assessment") for case in rows]
    with asking(cast.sari) as sari:
        for one in asked:
            actions.send_back(by=sari, signature=of(one), comment="Belum lengkap")
    with asking(cast.dimas) as dimas:
        for case in rows:
            actions.ask_signature(by=dimas, case=case, subject_kind="assessment")
    with asking(cast.sari) as sari:
        waiting = queries.waiting_signatures(sari)
        with CaptureQueriesContext(connection) as spent:
            assert len(queries.returned_before(waiting)) == many
    assert len(spent) == 2


def test_the_queue_leads_on_to_what_has_no_room_without_gap_or_repeat(wati, cast, asking, signed_in, monkeypatch):
    monkeypatch.setattr(lists, "_WAITING", 2)
    with asking(cast.dimas) as dimas:
        cases = [actions.open_case(by=dimas, person=wati) for _ in range(3)]
        asked = [actions.ask_signature(by=dimas, case=case, subject_kind="assessment").pk for case in reversed(cases)]
    sari, address = signed_in(cast.sari), reverse("cases:waiting")
    first = sari.get(address)
    second = sari.get(address + first.context["older"])
    pages = [[line["row"].pk for line in page.context["lines"]] for page in (first, second)]
    assert pages == [asked[:2], asked[2:]]
    assert (second.context["older"], second.context["newer"]) == ("", "?")
    # What comes in while the second page is open is fetched for the second page.
    assert second.content.decode().count(f'data-rangkul-src="{address}?sesudah=') == 2
    with asking(cast.sari) as by:
        actions.sign(by=by, signature=of(Signature(pk=asked[2])))
    gone = sari.get(address + first.context["older"]).content.decode()
    assert "Tidak ada lagi yang menunggu di halaman ini" in gone
    assert "Tidak ada yang menunggu" not in gone


def test_supervision_marks_a_case_once_and_never_backwards(case, cast, asking):
    with asking(cast.sari) as sari:
        first = case.opened_at + timedelta(minutes=1)
        actions.mark_supervised(by=sari, case=case, at=first)
        actions.mark_supervised(by=sari, case=case, at=first - timedelta(days=1))
        assert Case.objects.get().supervised_at == first
        assert Event.objects.filter(name="case.supervised").count() == 1
        assert "Dibahas dalam supervisi" in {one.entry.title for one in queries.timeline(case)}
    with asking(cast.ayu) as ayu, pytest.raises(PermissionDenied):
        actions.mark_supervised(by=ayu, case=case, at=first)


def test_the_queue_lives_also_where_nothing_waits_yet(juniors_case, cast, asking, signed_in):
    """The row that a colleague asks for comes into the open page: its list and its empty state know what they hear."""
    sari = signed_in(cast.sari)
    page = sari.get(reverse("cases:waiting")).content.decode()
    assert "Tidak ada yang menunggu" in page
    for part in ('id="tanda-tangan"', 'id="tanda-tangan-kosong"'):
        tag = page[page.index(part) :].split(">", 1)[0]
        assert 'data-rangkul-live-event="signature.asked signature.signed signature.sent_back"' in tag
    with asking(cast.dimas) as dimas:
        Case.objects.update(stage=Stage.ASSESSMENT)
        actions.ask_signature(by=dimas, case=juniors_case, subject_kind="assessment")
    assert 'data-rangkul-say="Asesmen: ' in sari.get(reverse("cases:waiting")).content.decode()
    with asking(cast.sari):
        assert Event.objects.filter(name="signature.asked").exists()


PLACES = {
    "assessment": "assessment:workspace",
    "plan": "plans:plan",
    "termination": "cases:terminate",
    "risk": "cases:case",
}


@pytest.mark.parametrize("kind", PLACES)
def test_a_supervisor_is_led_to_what_they_sign(case, cast, asking, signed_in, kind):
    with asking(cast.ayu):
        actions.ask_signature(by=cast.ayu.asker(), case=case, subject_kind=kind)
    browser, where = signed_in(cast.sari), f'href="{reverse(PLACES[kind], args=[case.pk])}"><svg'
    for address in (reverse("cases:signatures", args=[case.pk]), reverse("cases:waiting")):
        assert where in browser.get(address).content.decode(), address


def test_what_was_asked_is_not_asked_for_again_and_says_that_it_waits(juniors_case, cast, asking, signed_in):
    address = reverse("cases:terminate", args=[juniors_case.pk])
    with asking(cast.dimas) as dimas:
        Case.objects.update(stage=Stage.TERMINATION)
        case = queries.get(juniors_case.pk)
        assert queries.unasked_signatures(case) == ["termination"]
        actions.ask_signature(by=dimas, case=case, subject_kind="termination", note="Bu Wati setuju.")
        assert queries.unasked_signatures(case) == []
        assert queries.needed_signatures(case) == ["termination"]
        sentences = {one.sentence for one in queries.closing_missing(case)}
        assert "Pengakhiran menunggu tanda tangan supervisor." in sentences
        assert "Pengakhiran belum ditandatangani supervisor." not in sentences
    assert "Bu Wati setuju." in signed_in(cast.dimas).get(address).content.decode()
    with asking(cast.sari) as sari:
        actions.send_back(by=sari, signature=case.signatures.get(), comment="Siapa yang dihubungi bila kambuh?")
    page = signed_in(cast.dimas).get(address).content.decode()
    assert "Dikembalikan oleh Sari" in page
    assert "Siapa yang dihubungi bila kambuh?" in page
    assert "Bu Wati setuju." not in page
