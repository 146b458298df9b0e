"""Deciding about a request: the words that the asker reads, and what follows."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.clock import local, now
from rangkul.base.events import Event
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Person
from rangkul.entry.intake import actions, hooks, queries
from rangkul.entry.intake.actions import SafeWays
from rangkul.entry.intake.models import Decision, Request
from rangkul.entry.intake.states import OPEN, TABLE, State
from rangkul.entry.intake.tests.situations import HUNGRY, IN_DANGER, handed_in, holder

pytestmark = pytest.mark.django_db

WORDS = {
    "accept": {"no_conflict": True},
    "refer": {"partner": "Puskesmas Contoh", "no_conflict": True},
    "decline": {"reason": "helped_elsewhere", "no_conflict": True},
    "waitlist": {"again_at": now() + timedelta(days=80), "no_conflict": True},
}


def do(by, verb, request, **more):
    return getattr(actions, verb)(by=by, request=request, text="Kami kabari lagi.", **{**WORDS.get(verb, {}), **more})


def fresh(pk):
    return Request.objects.select_related("key").get(pk=pk)


@pytest.mark.parametrize(
    ("verb", "state"),
    [("refer", "referred"), ("decline", "declined"), ("waitlist", "waitlisted"), ("ask_information", "info_asked")],
)
def test_each_decision_is_kept_with_its_words_and_read_by_the_asker(cast, asking, verb, state):
    made = handed_in()
    with asking(cast.ayu):
        do(cast.ayu.asker(), verb, made, note="Hanya kantor")
    with asking(holder(made)):
        request = fresh(made.pk)
        assert request.state == state
        told = [row for kind, row in queries.told_to_asker(request) if kind == "decision"]
        assert [one.text for one in told] == ["Kami kabari lagi."]
    with asking(cast.sari):
        event = Event.objects.filter(subject_id=made.pk).order_by("-id").first()
        assert event.by_id == cast.ayu.pk
        assert "Kami" not in str(event.payload)


@pytest.mark.parametrize("verb", ["refer", "decline", "waitlist", "ask_information"])
@pytest.mark.parametrize("name", ["adi", "agus", "putri"])
def test_who_does_not_practise_decides_nothing(cast, asking, verb, name):
    made, staff = handed_in(), getattr(cast, name)
    with asking(staff), pytest.raises(PermissionDenied):
        do(staff.asker(), verb, made)


@pytest.mark.parametrize("verb", ["decline", "withdraw"])
def test_a_closed_request_has_no_clock(cast, asking, verb):
    made = handed_in()
    by = holder(made) if verb == "withdraw" else cast.ayu.asker()
    with asking(by):
        do(by, verb, made)
    with asking(cast.ayu):
        request = fresh(made.pk)
    assert (request.escalate_at, request.is_open) == (None, False)
    assert request.closed_at


@pytest.mark.parametrize("verb", ["refer", "waitlist", "ask_information"])
def test_an_open_one_keeps_an_owner_and_a_clock(cast, asking, verb):
    made = handed_in()
    with asking(cast.ayu):
        do(cast.ayu.asker(), verb, made)
        request = fresh(made.pk)
    assert request.owner_id
    assert request.escalate_at == request.due_at > now()


@pytest.mark.parametrize("verb", ["decline", "accept"])
def test_what_is_decided_is_given_to_nobody_any_more(cast, asking, verb, monkeypatch, signed_in):
    monkeypatch.setattr(hooks, "accepted", [])
    made = handed_in()
    with asking(cast.ayu) as by:
        if verb == "accept":
            actions.link_person(by=by, request=made, person=people.register(by=by, full_name="Wati Contoh"))
            actions.accept(by=by, request=made, text="Kami dampingi.", no_conflict=True)
        else:
            actions.decline(by=by, request=made, reason="helped_elsewhere", text="Sudah dibantu.", no_conflict=True)
    with asking(cast.sari) as by:
        with pytest.raises(Refused, match="sudah diputuskan"):
            actions.assign(by=by, request=made, owner=cast.sari)
        assert fresh(made.pk).owner_id == made.owner_id
    given = {"petugas-owner": str(cast.sari.pk), "petugas-once": str(uuid4())}
    answer = signed_in(cast.sari).post(reverse("intake:assign", args=[made.pk]), given)
    assert answer.status_code == 422


def test_a_referral_is_handled_only_when_confirmed(cast, asking):
    made, by = handed_in(), cast.ayu.asker()
    with asking(cast.ayu):
        do(by, "refer", made)
        assert fresh(made.pk).is_open
        do(by, "confirm_handover", made)
        assert fresh(made.pk).state == State.HANDED_OVER
        do(by, "reopen", made)
        assert fresh(made.pk).is_open


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("verb", [verb for verb in TABLE.steps if verb not in ("answer", "withdraw")])
def test_the_table_allows_and_forbids(cast, asking, state, verb):
    made, by = handed_in(), cast.ayu.asker()
    with asking(cast.ayu):
        person = people.register(by=by, full_name="Wati Contoh")
        ended = None if state in OPEN else now()
        Request.objects.filter(pk=made.pk).update(
            state=state, closed_at=ended, person=person, escalate_at=None if ended else made.due_at
        )
        made.refresh_from_db()
        if TABLE.allows(verb, state):
            do(by, verb, made)
            assert fresh(made.pk).state == TABLE.steps[verb][1]
        else:
            with pytest.raises(Refused):
                do(by, verb, made)


def test_accepting_opens_what_the_next_package_opens(cast, asking, monkeypatch):
    made, by = handed_in(), cast.ayu.asker()
    monkeypatch.setattr(hooks, "accepted", [lambda *_: None, lambda request, *_: ("case", request.pk)])
    with asking(cast.ayu):
        person = people.register(by=by, full_name="Wati Contoh")
        actions.link_person(by=by, request=made, person=person)
        assert do(by, "accept", made) == ("case", made.pk)
        assert fresh(made.pk).state == State.ACCEPTED


def test_accepting_needs_to_know_who_it_is(cast, asking):
    made = handed_in()
    with asking(cast.ayu), pytest.raises(Refused, match="orangnya"):
        do(cast.ayu.asker(), "accept", made)


def test_no_junior_decides_alone_on_red(cast, asking):
    made, by = handed_in(IN_DANGER), cast.dimas.asker()
    with asking(cast.dimas):
        for verb in ("accept", "decline", "refer"):
            with pytest.raises(Refused, match="bersama supervisor"):
                do(by, verb, made, **({"client_kind": "group"} if verb == "accept" else {}))
        with pytest.raises(Refused):
            actions.change_level(by=by, request=made, level="hijau", reason="Salah pencet")


def test_no_junior_ends_a_red_request_that_was_referred(cast, asking, monkeypatch):
    monkeypatch.setattr(hooks, "before_ending", [])
    made, junior = handed_in(IN_DANGER), cast.dimas
    with asking(cast.ayu):
        do(cast.ayu.asker(), "refer", made)
    with asking(junior), pytest.raises(Refused, match="bersama supervisor"):
        do(junior.asker(), "confirm_handover", made)
    with asking(cast.ayu):
        assert do(cast.ayu.asker(), "confirm_handover", made).state == State.HANDED_OVER


def test_a_junior_refers_what_is_not_red(cast, asking):
    made, by = handed_in(), cast.dimas.asker()
    with asking(cast.dimas):
        do(by, "refer", made)
        assert do(by, "confirm_handover", made).state == State.HANDED_OVER


def test_red_cannot_wait_in_a_list(cast, asking):
    made = handed_in(IN_DANGER)
    with asking(cast.ayu), pytest.raises(Refused):
        do(cast.ayu.asker(), "waitlist", made)


def test_nobody_waits_in_the_list_for_more_than_ninety_days(cast, asking, signed_in):
    made, today = handed_in(), local(now(), "32").date()
    for days in (91, 400, 27_000):
        with asking(cast.ayu), pytest.raises(Refused, match="90 hari"):
            do(cast.ayu.asker(), "waitlist", made, again_at=now() + timedelta(days=days))
    browser = signed_in(cast.ayu)
    shown = browser.get(reverse("intake:decide", args=[made.pk, "tunggu"])).content.decode()
    assert f'max="{today + timedelta(days=90)}"' in shown
    for day, status in (("2099-12-31", 422), (today + timedelta(days=90), 302)):
        assert page(browser, made.pk, "tunggu", again_on=day).status_code == status
    far = Decision(key=made.key, request=made, outcome="waitlisted", before="new", by=cast.ayu, no_conflict=True,
                   again_at=now() + timedelta(days=400))  # fmt: skip
    with asking(cast.ayu), pytest.raises(IntegrityError, match="intake_decision_wait_ends"), transaction.atomic():
        far.save(force_insert=True)


def test_two_workers_decide_once(cast, asking):
    made = handed_in()
    with asking(cast.ayu):
        do(cast.ayu.asker(), "decline", made)
    with asking(cast.sari), pytest.raises(Refused):
        do(cast.sari.asker(), "decline", made)
    with asking(cast.ayu):
        assert Decision.objects.count() == 1


def page(browser, pk, verb, **given):
    given = {"text": "Kami kabari.", "once": uuid4(), "no_conflict": "on", **given}
    return browser.post(reverse("intake:decide", args=[pk, verb]), given)


def test_accepting_from_the_page_registers_links_and_opens_the_case(cast, signed_in, asking):
    ways = SafeWays(channels=("call",), phone="+6281234567890", code_word="melati", days=(1,))
    made = handed_in(ways=ways)
    browser = signed_in(cast.ayu)
    assert "Orang baru" in browser.get(reverse("intake:decide", args=[made.pk, "terima"])).content.decode()
    gone = page(browser, made.pk, "terima", who="new", new_name="Wati Contoh", client_kind="person")
    assert gone.status_code == 302, gone.content.decode()
    with asking(cast.ayu):
        request = fresh(made.pk)
        assert request.state == State.ACCEPTED
        person = Person.objects.select_related("key", "safe_contact__key").get(pk=request.person_id)
        assert person.full_name == "Wati Contoh"
        assert (person.safe_contact.code_word, person.safe_contact.days) == ("melati", [1])
        assert person.phones.select_related("key").get().number == "+6281234567890"


def test_a_community_is_asked_for_its_own_name_and_nobody_is_registered(cast, signed_in, asking):
    made, browser = handed_in(), signed_in(cast.ayu)
    shown = browser.get(reverse("intake:decide", args=[made.pk, "terima"])).content.decode()
    assert shown.index('name="client_kind"') < shown.index('name="who"') < shown.index('name="client_name"')
    gone = page(
        browser, made.pk, "terima", client_kind="community", client_name=" Warga Kampung Pulo ", new_name="Wati"
    )
    assert gone.status_code == 302, gone.content.decode()
    with asking(cast.ayu):
        assert (fresh(made.pk).client_name, fresh(made.pk).person_id) == ("Warga Kampung Pulo", None)
        assert not Person.objects.filter(full_name="Wati").exists()


def test_the_name_of_a_group_is_not_kept_for_a_person(cast, signed_in, asking):
    made, browser = handed_in(), signed_in(cast.ayu)
    page(browser, made.pk, "terima", who="new", new_name="Wati Contoh", client_kind="person", client_name="Ibu-ibu")
    with asking(cast.ayu):
        assert fresh(made.pk).client_name == ""


def test_the_same_page_sent_twice_is_one_decision(cast, signed_in, asking):
    made, browser, key = handed_in(), signed_in(cast.ayu), uuid4()
    for _again in range(2):
        assert page(browser, made.pk, "tanya", once=key).status_code == 302
    with asking(cast.ayu):
        assert Decision.objects.count() == 1


def test_a_known_person_is_proposed_with_reasons(cast, signed_in, asking):
    with asking(cast.ayu):
        person = people.register(by=cast.ayu.asker(), full_name="Watie Tjontoh", birth_date=date(1981, 4, 2))
    made, browser = handed_in(), signed_in(cast.ayu)
    text = browser.get(reverse("intake:likely", args=[made.pk])).content.decode()
    assert "<b>Watie Tjontoh</b> (1981)" in text
    browser.post(reverse("intake:link", args=[made.pk]), {"person": str(person.pk)})
    with asking(cast.ayu):
        assert fresh(made.pk).person_id == person.pk


def test_nothing_that_one_presses_stands_below_what_comes_late(cast, signed_in):
    made = handed_in()
    page = signed_in(cast.ayu).get(reverse("intake:request", args=[made.pk])).content.decode()
    below = page[page.index(f'hx-get="{reverse("intake:likely", args=[made.pk])}"') :]
    main = below[: below.index("</main>")]
    assert not [tag for tag in ("<button", "<a ", "<input", "<select", "<summary", "<textarea") if tag in main]


def test_a_forged_person_is_not_found(cast, signed_in, asking):
    with asking(cast.budi):
        other = people.register(by=cast.budi.asker(), full_name="Orang Lain")
    made, browser = handed_in(), signed_in(cast.ayu)
    for wanted in (str(other.pk), str(uuid4()), "bukan-uuid", "'; --"):
        assert browser.post(reverse("intake:link", args=[made.pk]), {"person": wanted}).status_code == 404
        assert page(browser, made.pk, "terima", who=wanted, client_kind="person").status_code == 422


@pytest.mark.parametrize("verb", ["terima", "rujuk", "tolak", "tunggu", "tanya"])
def test_each_page_draws_and_reading_changes_nothing(cast, signed_in, asking, verb):
    made = handed_in()
    text = signed_in(cast.ayu).get(reverse("intake:decide", args=[made.pk, verb])).content.decode()
    assert "Yang dibaca pemohon" in text
    assert "TIDAK ADA" not in text
    with asking(cast.ayu):
        assert fresh(made.pk).state == State.NEW


@pytest.mark.parametrize("where", ["level", "assign", "acknowledge", "message", "pin", "link", "register"])
def test_small_verbs_refuse_a_get(cast, signed_in, where):
    made = handed_in()
    assert signed_in(cast.ayu).get(reverse(f"intake:{where}", args=[made.pk])).status_code == 405


def test_raising_needs_a_reason_and_starts_a_shorter_clock(cast, signed_in, asking):
    made, browser = handed_in(), signed_in(cast.ayu)
    where = reverse("intake:level", args=[made.pk])
    assert browser.post(where, {"tingkat-level": "merah"}).status_code == 422
    assert browser.post(where, {"tingkat-level": "merah", "tingkat-reason": "Ia menelepon, diancam"}).status_code == 302
    with asking(cast.ayu):
        raised = fresh(made.pk)
    assert raised.level == "merah"
    assert raised.due_at <= now() + timedelta(minutes=16)


def test_a_machine_never_lowers(cast, asking):
    from rangkul.base.asking import job

    made = handed_in(IN_DANGER)
    with asking(job("test")) as by:
        actions.raise_level(by=by, request=made, level="biru", reason="x")
        assert fresh(made.pk).level == "merah"


def test_to_whom_it_goes_is_chosen_and_never_proposed(cast, signed_in):
    made, ayu = handed_in(), signed_in(cast.ayu)
    page = ayu.get(reverse("intake:request", args=[made.pk])).content.decode()
    owners = page.split('name="petugas-owner"')[1].split("</select>")[0]
    assert "Pilih petugas" in owners.split("</option>")[0]
    assert f'value="{cast.ayu.pk}" selected' not in owners
    assert ayu.post(reverse("intake:assign", args=[made.pk]), {}).status_code == 422


def test_giving_it_to_another_unit_lets_the_new_owner_in(cast, signed_in, asking):
    made = handed_in()
    where = reverse("intake:assign", args=[made.pk])
    assert signed_in(cast.ayu).post(where, {"petugas-owner": str(cast.candra.pk)}).status_code == 302
    with asking(cast.candra):
        assert fresh(made.pk).owner_id == cast.candra.pk
        assert queries.search(cast.candra.asker(), "Wati Contoh")
    with asking(cast.ayu):
        assert not Request.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize("name", ["budi", "adi", "rini"])
def test_it_is_not_given_to_who_may_not_hold_it(cast, signed_in, name):
    made = handed_in()
    where = reverse("intake:assign", args=[made.pk])
    answer = signed_in(cast.ayu).post(where, {"petugas-owner": str(getattr(cast, name).pk)})
    assert answer.status_code == 422


def test_entering_by_telephone_shows_ticket_and_pin(cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    given = {
        "via": "phone", "safe_now": "yes", "for_whom": "self", "narrative": HUNGRY.narrative, "place": "x",
        "region_code": "32.73.02.1001", "name": "Wati Contoh", "phone_owner": "unknown", "agreed": ["service"],
        "witness": "Ayu Peksos", "once": uuid4(),
    }  # fmt: skip
    assert browser.get(reverse("intake:enter")).status_code == 200
    for _again in range(2):
        gone = browser.post(reverse("intake:enter"), given)
        assert gone.status_code == 302, gone.content.decode()
    text = browser.get(gone.headers["Location"]).content.decode()
    with asking(cast.ayu):
        made = Request.objects.get()
    assert made.ticket_words in text
    assert (made.via, made.entered_by_id) == ("phone", cast.ayu.pk)
    assert "TIDAK ADA" not in text


def test_the_prepared_words_promise_no_call_where_the_ticket_alone_was_chosen(cast, signed_in):
    by_ticket, by_call = handed_in(), handed_in(ways=SafeWays(channels=("call",), phone="081234567890"))
    browser = signed_in(cast.ayu)
    pages = (reverse("intake:decide", args=[made.pk, "terima"]) for made in (by_ticket, by_call))
    prepared = [browser.get(page).content.decode() for page in pages]
    assert "kabar kami tulis di tiket ini" in prepared[0]
    assert "menghubungi Anda" not in prepared[0]
    assert "menghubungi Anda" in prepared[1]


def test_the_reason_is_asked_before_what_follows_from_it(cast, signed_in):
    page = signed_in(cast.ayu).get(reverse("intake:decide", args=[handed_in().pk, "tolak"])).content.decode()
    assert page.index('name="reason"') < page.index('name="lacking"')


def test_a_short_story_stands_on_the_page_once(cast, signed_in):
    browser = signed_in(cast.ayu)
    short = handed_in(narrative="Kami butuh beras.")
    assert browser.get(reverse("intake:request", args=[short.pk])).content.decode().count("Kami butuh beras.") == 1
    long = handed_in(narrative="Kami butuh beras. " + "Anak saya tiga. " * 30)
    page = browser.get(reverse("intake:request", args=[long.pk])).content.decode()
    assert page.count("Anak saya tiga. Anak saya tiga. " * 10) >= 1
