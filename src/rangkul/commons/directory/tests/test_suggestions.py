"""A suggestion has an editor by name and a day, and whoever made it reads what became of it."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.asking import PUBLIC, asking_as
from rangkul.commons.directory import actions, queries
from rangkul.commons.directory.models import Service, Suggestion
from rangkul.commons.directory.saying import code_for, kept_of
from rangkul.commons.directory.tests import making
from rangkul.commons.people.hooks import LEAVING, Handing

CODE = re.compile(r"Kode usul Anda: ([A-Z0-9-]{19})\.")
ONCE = "019ab000-0000-7000-8000-000000000031"


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by)


def say(visitor, service, topic="hours", text="Jumat tutup jam 11.", **more):
    return visitor.post(
        reverse("services:suggest", args=[service.pk]), {"topic": topic, "text": text, **more}, follow=True
    )


def the_one(asking, who):
    with asking(who):
        return Suggestion.objects.select_related("editor").get()


def test_the_keeper_is_its_editor_and_has_working_days(visitor, cast, asking, service):
    say(visitor, service)
    row = the_one(asking, cast.ayu)
    assert row.editor_id == cast.ayu.pk
    assert timedelta(days=5) <= row.due_on - days.today() <= timedelta(days=14)


def test_a_closed_door_is_looked_at_sooner(cast, asking, service):
    with asking(cast.budi) as by:
        sooner = actions.suggest(by=by, service=service, topic="closed")
        later = actions.suggest(by=by, service=service, topic="hours", text="Lain")
    assert sooner.due_on < later.due_on


def test_where_nobody_keeps_it_somebody_who_answers_for_a_team_does(visitor, cast, asking, service):
    with asking(cast.ayu):
        Service.objects.filter(pk=service.pk).update(keeper=None)
    say(visitor, service)
    row = the_one(asking, cast.ayu)
    assert row.editor is not None
    assert set(row.editor.roles) & {"supervisor", "admin", "pimpinan"}
    with asking(cast.ayu) as by:
        house = actions.add_organization(by=by, given=actions.OrganizationDraft(name="Rumah sendiri"), own=True)
        mine = making.service(by, of=house)
        Service.objects.filter(pk=mine.pk).update(keeper=None)
    say(visitor, mine)
    with asking(cast.ayu):
        editor = Suggestion.objects.select_related("editor").get(service=mine).editor
    assert editor.agency_id == cast.ayu.agency_id, "of the house whose entry it is"


def test_it_goes_along_with_a_new_keeper_and_with_a_closed_account(visitor, cast, asking, service):
    say(visitor, service)
    with asking(cast.ayu) as by:
        actions.name_keeper(by=by, service=service, staff=cast.sari)
    assert the_one(asking, cast.ayu).editor_id == cast.sari.pk
    from rangkul.commons.directory.actions.leaving import HOLDINGS

    with asking_as(LEAVING):
        for holding in HOLDINGS:
            holding.hand_over(Handing(staff=cast.sari, to=cast.ayu, by=LEAVING))
    assert the_one(asking, cast.ayu).editor_id == cast.ayu.pk


@pytest.mark.parametrize(
    ("verdict", "words"), [("take", "Usul Anda benar dan dipakai"), ("refuse", "diperiksa dan tidak dipakai")]
)
def test_whoever_suggested_it_reads_what_became_of_it(visitor, signed_in, cast, asking, service, verdict, words):
    code = CODE.search(say(visitor, service, once=ONCE).text)[1]
    assert CODE.search(say(visitor, service, once=ONCE).text)[1] == code, "a second press gives the same code"
    row = the_one(asking, cast.ayu)
    address = reverse("services:outcome")
    waiting = visitor.post(address, {"code": f" {code.lower().replace('-', ' ')} "}).text
    assert "menunggu diperiksa, paling lambat" in waiting
    assert service.name in waiting
    assert "Jumat tutup" not in waiting, "what was typed stays with the editor"
    browser = signed_in(cast.ayu)
    assert "Ayu Peksos" in browser.get(reverse("directory:suggestions")).text
    browser.post(reverse("directory:decide", args=[row.pk]), {"verdict": verdict, "reason": "Saya telepon tadi."})
    told = visitor.post(address, {"code": code}).text
    assert words in told
    assert "Saya telepon tadi." in told
    assert "Ayu" not in told


def test_past_its_day_that_is_said_plainly(visitor, cast, asking, service):
    code = CODE.search(say(visitor, service).text)[1]
    with clock.pretending(clock.now() + timedelta(days=20)):
        assert "batasnya sudah lewat" in visitor.post(reverse("services:outcome"), {"code": code}).text


@pytest.mark.parametrize("code", ["BCDF-GHJK-MNPQ-RSTW", "x", "%00", "' OR 1=1", "B" * 40])
def test_no_other_code_opens_anything(visitor, service, code):
    answer = visitor.post(reverse("services:outcome"), {"code": code})
    assert answer.status_code == 422
    assert "tidak dikenal" in answer.text


def test_only_a_digest_of_the_code_is_kept(visitor, cast, asking, service):
    code = CODE.search(say(visitor, service).text)[1]
    row = the_one(asking, cast.ayu)
    assert row.said_under == kept_of(code)
    assert code not in str(row.__dict__)
    with asking_as(PUBLIC):
        assert not Suggestion.objects.exists(), "whoever suggests sees no row"
        assert queries.outcome_of("") is None
    assert code_for(row.pk) != code


def test_what_is_right_leads_to_the_form_that_has_the_field(signed_in, cast, asking, service):
    browser = signed_in(cast.ayu)

    def mends(topic):
        with asking(cast.budi) as by:
            row = actions.suggest(by=by, service=service, topic=topic, text="Sudah lain.")
        decided = browser.post(reverse("directory:decide", args=[row.pk]), {"verdict": "take", "reason": "Dicek."})
        return decided.url

    with asking(cast.ayu):
        (contact,), (at,) = service.contacts.all(), service.service_at_locations.all()
    where = {
        "phone": ("contact", service.pk, contact.pk), "address": ("place", service.pk, at.location_id),
        "body": ("organization", service.organization_id), "hours": ("hours", service.pk),
        "conditions": ("change", service.pk), "moved": ("change", service.pk),
    }  # fmt: skip
    for topic, (name, *keys) in where.items():
        assert mends(topic) == reverse(f"directory:{name}", args=keys), topic
    with asking(cast.ayu) as by:
        actions.add_contact(by=by, service=service, given=actions.ContactDraft("email", "meja@contoh.example"))
    assert mends("phone") == reverse("directory:whereabouts", args=[service.pk]), "of several their list"


def test_what_is_hidden_by_now_is_not_named(visitor, cast, asking, service):
    code = CODE.search(say(visitor, service).text)[1]
    with asking(cast.ayu):
        Service.objects.filter(pk=service.pk).update(public=False)
    page = visitor.post(reverse("services:outcome"), {"code": code}).text
    assert service.name not in page
    assert "menunggu diperiksa" in page


def test_a_worker_reads_what_became_of_theirs(signed_in, cast, asking, service):
    with asking(cast.budi) as by:
        row = actions.suggest(by=by, service=service, topic="hours", text="Jumat tutup")
    page = signed_in(cast.budi).get(reverse("directory:suggestions")).text
    assert "Yang Anda sampaikan" in page
    with asking(cast.ayu) as by:
        actions.refuse_suggestion(by=by, suggestion=row, reason="Sudah saya cek, tetap buka.")
    assert "tetap buka" in signed_in(cast.budi).get(reverse("directory:suggestions")).text


def test_another_correction_leaves_news_as_it_is(cast, asking, service):
    with asking(cast.budi) as by:
        actions.suggest(by=by, service=service, topic="closed")
        hours = actions.suggest(by=by, service=service, topic="hours", text="Jumat tutup jam 11.")
    with asking(cast.ayu) as by:
        actions.take_suggestion(by=by, suggestion=hours, reason="Saya telepon.")
        assert Service.objects.get(pk=service.pk).doubt == "closed"


def test_a_refused_word_takes_back_nothing_but_itself(cast, asking, service):
    """A visitor and a worker say that the door is closed, another worker that it moved; they are decided one by one."""

    def say_so(who, topic):
        with asking(who) as by:
            return actions.suggest(by=by, service=service, topic=topic)

    def stands():
        with asking(cast.ayu):
            return Service.objects.get(pk=service.pk).doubt

    worker, visitor, other = say_so(cast.budi, "closed"), say_so(None, "closed"), say_so(cast.sari, "moved")
    assert stands() == "closed"
    with asking(cast.ayu) as by:
        actions.take_suggestion(by=by, suggestion=worker, reason="Benar, saya ke sana.")
        actions.refuse_suggestion(by=by, suggestion=other, reason="Tidak pindah.")
        assert stands() == "closed", "what was found true stands"
        actions.refuse_suggestion(by=by, suggestion=visitor, reason="Sudah dicatat.")
        assert stands() == "closed"
        actions.confirm_service(by=by, service=service)
    say_so(cast.sari, "moved")
    with clock.pretending(clock.now() + timedelta(days=3)), asking(cast.ayu) as by:
        actions.confirm_service(by=by, service=service)
        later = actions.suggest(by=by, service=service, topic="closed")
    with clock.pretending(clock.now() + timedelta(days=3)), asking(cast.sari) as by:
        actions.refuse_suggestion(by=by, suggestion=later, reason="Buka.")
        assert not Service.objects.get(pk=service.pk).doubt, "what an editor settled since does not come back"


def test_what_is_left_of_two_is_what_the_entry_says(cast, asking, service):
    with asking(cast.budi) as by:
        closed = actions.suggest(by=by, service=service, topic="closed")
        actions.suggest(by=by, service=service, topic="moved")
    with asking(cast.ayu) as by:
        actions.refuse_suggestion(by=by, suggestion=closed, reason="Hanya pindah.")
        assert Service.objects.get(pk=service.pk).doubt == "moved"


def test_nobody_decides_what_they_suggested(signed_in, cast, asking, service):
    with asking(cast.ayu) as by:
        row = actions.suggest(by=by, service=service, topic="hours", text="Jumat tutup jam 11.")
        assert the_one(asking, cast.ayu).editor_id not in (None, cast.ayu.pk), "the keeper said it themselves"
        for decide in (actions.take_suggestion, actions.refuse_suggestion):
            with pytest.raises(PermissionDenied):
                decide(by=by, suggestion=row, reason="Saya sendiri.")
    browser, address = signed_in(cast.ayu), reverse("directory:decide", args=[row.pk])
    page = browser.get(address).text
    assert "Orang lain yang memutuskan usul ini" in page
    assert 'name="verdict"' not in page
    assert browser.post(address, {"verdict": "take", "reason": "Saya sendiri."}).status_code == 403
    assert signed_in(cast.sari).post(address, {"verdict": "take", "reason": "Dicek."}).status_code == 302


def test_a_junior_decides_nothing_alone(signed_in, cast, asking):
    with asking(cast.dimas) as by:
        mine = making.service(by)
    with asking(cast.budi) as by:
        row = actions.suggest(by=by, service=mine, topic="hours", text="Jumat tutup jam 11.")
    with asking(cast.sari):
        editor = Suggestion.objects.select_related("editor").get(pk=row.pk).editor
    assert "junior" not in editor.roles
    browser, address = signed_in(cast.dimas), reverse("directory:decide", args=[row.pk])
    page = browser.get(address).text
    assert "junior tidak memutuskan sendirian" in page
    assert editor.full_name in page
    assert browser.post(address, {"verdict": "take", "reason": "Dicek."}).status_code == 403
    assert signed_in(cast.ayu).post(address, {"verdict": "take", "reason": "Dicek."}).status_code == 302


def test_a_new_keeper_gets_nothing_that_they_may_not_decide(cast, asking, service):
    with asking(cast.sari) as by:
        actions.suggest(by=by, service=service, topic="hours", text="Jumat tutup jam 11.")
    for other in (cast.sari, cast.dimas):
        with asking(cast.ayu) as by:
            actions.name_keeper(by=by, service=service, staff=other)
        assert the_one(asking, cast.ayu).editor_id == cast.ayu.pk
