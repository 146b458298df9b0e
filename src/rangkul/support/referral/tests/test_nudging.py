"""The house writes to a receiver by e-mail once before the answer is due, once after, and where a stop is asked
for, without content."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from rangkul.base import clock, work
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.support.referral import actions, hooks, jobs, nudging
from rangkul.support.referral.actions import Told
from rangkul.support.referral.actions.locking import lock_door
from rangkul.support.referral.models import Referral, Step
from rangkul.support.referral.tests.conftest import RECEIVER, fresh

NUDGE = job("referral.nudge")
HOUR = timedelta(hours=1)
STOP = "Ada permintaan berhenti memakai data"


@pytest.fixture(autouse=True)
def _letters(settings):
    settings.NEWS_MAIL_FROM = "kabar@contoh.id"


@pytest.fixture
def deferred(monkeypatch):
    """What the queue would run next."""
    waiting = []
    monkeypatch.setattr(work, "later", lambda name, **given: waiting.append((name, given)))
    return waiting


@pytest.fixture
def run(deferred):
    def at(moment, *, deliver=True):
        with clock.pretending(moment):
            with asking_as(NUDGE):
                jobs.remind_receivers()
            while deliver and deferred:
                _name, given = deferred.pop()
                jobs.tell_receiver(**given)

    return at


def test_once_before_and_once_after(cast, sent, run, asking):
    run(sent.due_at - timedelta(days=1, hours=2))
    assert mail.outbox == []
    # Three working days without a weekend are told a quarter of 72 hours before.
    for _twice in range(2):
        run(sent.due_at - 17 * HOUR)
    assert len(mail.outbox) == 1
    for later in (HOUR, 2 * HOUR, 30 * HOUR):
        run(sent.due_at + later)
    assert len(mail.outbox) == 2
    with asking(cast.ayu):
        row = fresh(sent)
        assert row.due_at == sent.due_at
        steps = Step.objects.filter(referral=row, verb="nudge")
        assert [one.hand for one in steps] == ["house", "house"]
        events = Event.objects.filter(name="referral.nudged").order_by("id")
        assert [one.payload["which"] for one in events] == ["before", "after"]


def test_it_says_that_there_is_news_and_nothing_else(cast, sent, run):
    run(sent.due_at - HOUR)
    (letter,) = mail.outbox
    assert (letter.subject, letter.to, letter.from_email) == (
        "Ada kabar untuk Anda", [RECEIVER.contact], "kabar@contoh.id",
    )  # fmt: skip
    names_nothing(letter, sent)


def names_nothing(letter, sent):
    for never in ("Wati", "Ayu", "ujuk", "Rangkul", "Harapan", sent.code, "http", "Rumah Aman", "klien"):
        assert never not in f"{letter.subject} {letter.body}"


@pytest.mark.parametrize("why", ["answered", "withdrawn", "locked", "cancelled", "past its last day"])
def test_never_where_nobody_waits_for_them(cast, sent, run, asking, deferred, why):
    run(sent.due_at - HOUR, deliver=False)
    assert len(deferred) == 1
    moment = sent.due_at + HOUR
    with asking(cast.ayu) as by:
        if why == "answered":
            actions.accept(by=by, referral=fresh(sent), told=Told(by="Bu Contoh"))
        elif why == "withdrawn":
            withdraw_consent(by=by, consent=fresh(sent).consent)
        elif why == "cancelled":
            actions.cancel(by=by, referral=fresh(sent), because="Klien ragu")
    if why == "locked":
        with asking_as(NUDGE) as by:
            lock_door(by=by, referral=sent)
    if why == "past its last day":
        moment = sent.valid_to + HOUR
    run(moment)
    assert [one.subject for one in mail.outbox if one.subject != STOP] == []


@pytest.mark.parametrize("had_ended", [False, True])
def test_a_stop_is_told_at_once_once_and_without_content(cast, sent, run, asking, had_ended):
    with asking(cast.ayu) as by:
        if had_ended:
            actions.decline(by=by, referral=fresh(sent), why="full", told=Told(by="Bu Contoh"))
        withdraw_consent(by=by, consent=fresh(sent).consent)
    for later in (timedelta(0), HOUR, 80 * HOUR):
        run(clock.now() + later)
    (letter,) = mail.outbox
    assert (letter.subject, letter.to) == (STOP, [RECEIVER.contact])
    names_nothing(letter, sent)
    with asking(cast.ayu):
        assert Step.objects.get(referral=sent, verb="nudge").hand == "house"
        assert Event.objects.filter(name="referral.stop_told").count() == 1


@pytest.mark.parametrize("why", ["no sender", "whatsapp", "another house", "reached nobody", "confirmed"])
def test_of_a_stop_no_letter_goes_where_it_is_not_the_way(cast, sent, run, asking, settings, monkeypatch, why):
    if why == "no sender":
        settings.NEWS_MAIL_FROM = ""
    if why == "another house":
        monkeypatch.setattr(hooks, "travels", [lambda _row: hooks.Travel("", "")])
    with asking(cast.ayu) as by:
        if why == "whatsapp":
            Referral.objects.filter(pk=sent.pk).update(link_by="whatsapp")
        if why == "reached nobody":
            actions.fail(by=by, referral=fresh(sent), because="Kotak surat penuh")
        withdraw_consent(by=by, consent=fresh(sent).consent)
        if why == "confirmed":
            actions.confirm_stop(by=by, referral=fresh(sent), told_by="Bu Contoh")
    run(clock.now())
    assert mail.outbox == []


@pytest.mark.parametrize("way", ["whatsapp", "paper"])
def test_only_by_the_way_of_the_link(cast, sent, run, asking, way):
    with asking(cast.ayu):
        Referral.objects.filter(pk=sent.pk).update(link_by=way)
    run(sent.due_at - HOUR)
    assert mail.outbox == []


def test_an_answer_agreed_by_the_hour_is_asked_for_in_its_last_quarter(cast, sent, run, asking):
    due = sent.sent_at + 8 * HOUR
    with asking(cast.ayu):
        Referral.objects.filter(pk=sent.pk).update(due_at=due, answers_within=8)
    run(due - 3 * HOUR)
    assert mail.outbox == []
    run(due - HOUR)
    assert len(mail.outbox) == 1


def test_a_server_of_mail_that_is_down_is_asked_again_by_the_queue(cast, sent, run, deferred, monkeypatch):
    def down(*_args, **_kwargs):
        raise ConnectionRefusedError

    run(sent.due_at - HOUR, deliver=False)
    ((_name, given),) = deferred
    with clock.pretending(sent.due_at - HOUR):
        with monkeypatch.context() as patched:
            patched.setattr(nudging.EmailMessage, "send", down)
            with pytest.raises(ConnectionRefusedError):
                jobs.tell_receiver(**given)
        jobs.tell_receiver(**given)
    assert len(mail.outbox) == 1


def test_off_without_a_sender(cast, sent, run, asking, settings):
    settings.NEWS_MAIL_FROM = ""
    run(sent.due_at - HOUR)
    assert mail.outbox == []
    with asking(cast.ayu):
        assert fresh(sent).nudged_before_at is None


def test_nobody_but_the_house_does_it(cast, sent, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.nudge(by=by, referral=sent, which="before")
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.tell_stop(by=by, referral=sent)


def test_the_team_reads_that_it_was_done(cast, sent, run, signed_in):
    run(sent.due_at - HOUR)
    page = signed_in(cast.ayu).get(f"/kerja/rujukan/kasus/{sent.case_id}/{sent.pk}/").text
    assert "Diingatkan sistem lewat surel" in page
