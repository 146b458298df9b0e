"""What a worker here does with a referral from another house; each answers back by itself. Accepting, declining and
asking in the queue are the verbs of the request, and are told to the other house from there (`following`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.entry.intake.states import State
from rangkul.tell.exchange.peers import policy
from rangkul.tell.exchange.peers.actions.arriving import about, end, say
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Incoming, Said
from rangkul.tell.exchange.peers.states import Kind

# As the receiver by a link says it.
OUTCOMES = ("helped", "partly", "not_come", "not_helped", "returned")

# Reasons of a receiver that no decision about a request has; in the codes that the other house reads.
EXACTLY = (
    ("closed", gettext_lazy("Layanan ini sudah tutup atau pindah")),
    ("criteria", gettext_lazy("Belum memenuhi syarat layanan ini")),
)


def held(incoming: Incoming) -> Incoming:
    rows = Incoming.objects.select_for_update(of=("self",)).select_related("key", "request", "request__key", "peer")
    found = rows.filter(pk=incoming.pk).first()
    if found is None:
        raise Http404
    return found


@contextmanager
def by_the_house(incoming: Incoming) -> Iterator[None]:
    """What a worker does with a referral that they see is written by the house, whose outbox it fills."""
    if not Incoming.objects.filter(pk=incoming.pk).exists():
        raise Http404
    with acting(HOUSE):
        yield


def _living(incoming: Incoming) -> Incoming:
    row = held(incoming)
    if not row.is_living:
        raise Refused(_("Rujukan ini sudah berakhir."), code="state")
    return row


def keep_words(row: Incoming, by: Asker, kind: str, words: str) -> Said:
    kept = Said(incoming=row, key=row.key, kind=kind, by_id=by.staff_id)
    kept.words = words
    kept.save(force_insert=True)
    return kept


def _filled(words: str, message: str) -> str:
    if not words.strip():
        raise Refused(message, field="words", code="empty")
    return words.strip()


@action("incoming.seen", may=policy.may_answer)
def see(*, by: Asker, incoming: Incoming) -> Done:
    """The first time that somebody here opened what was sent."""
    with by_the_house(incoming):
        row = held(incoming)
        if row.seen_at is not None or not row.is_living:
            return about(row, silent=True)
        row.seen_at = clock.now()
        row.save(update_fields=["seen_at"])
        say(row, Kind.SEEN)
        return about(row)


@action("incoming.begun", may=policy.may_answer)
def begin(*, by: Asker, incoming: Incoming) -> Done:
    with by_the_house(incoming):
        row = _living(incoming)
        if row.request.state != State.ACCEPTED:
            raise Refused(_("Terima dulu permintaannya di antrean."), code="state")
        if row.begun_at is not None:
            return about(row, silent=True)
        row.begun_at = clock.now()
        row.save(update_fields=["begun_at"])
        say(row, Kind.BEGUN)
        return about(row)


@action("incoming.asked", may=policy.may_answer)
def ask(*, by: Asker, incoming: Incoming, words: str) -> Done:
    words = _filled(words, _("Tulis pertanyaan Anda."))
    with by_the_house(incoming):
        row = _living(incoming)
        kept = keep_words(row, by, Kind.QUESTION, words)
        say(row, Kind.QUESTION, words=words)
        return about(row, kept)


@action("incoming.refusal_told", may=policy.may_answer)
def say_exactly(*, by: Asker, incoming: Incoming, why: str) -> Done:
    """Why it is declined, for the house that sent it; it goes with the decision, in the same transaction."""
    if why not in dict(EXACTLY):
        raise Refused(_("Pilih alasannya."), field="told_sender")
    with by_the_house(incoming):
        row = _living(incoming)
        return about(row, keep_words(row, by, Kind.DECLINED, why), why=why)


@action("incoming.finished", may=policy.may_answer)
def finish(*, by: Asker, incoming: Incoming, outcome: str, words: str) -> Done:
    """What came of it, also where the client is referred back. What was sent is destroyed with it."""
    if outcome not in OUTCOMES:
        raise Refused(_("Pilih apa hasilnya."), field="outcome", code="empty")
    words = _filled(words, _("Tulis dalam satu atau dua kalimat apa yang terjadi."))
    with by_the_house(incoming):
        row = _living(incoming)
        if row.request.state != State.ACCEPTED:
            raise Refused(_("Terima dulu permintaannya di antrean."), code="state")
        say(row, Kind.COMPLETED, outcome=outcome, words=words)
        end(by=HOUSE, incoming=row, kind=Kind.COMPLETED)
        return about(row, outcome=outcome)


@action("incoming.passed_on", may=policy.may_answer)
def pass_on(*, by: Asker, incoming: Incoming, onward_to: str, words: str = "") -> Done:
    """We refer on, whether we have accepted or not: to whom, so that whoever sent it asks there. What was sent is
    destroyed with it."""
    onward_to = onward_to.strip()
    if not onward_to:
        raise Refused(_("Tulis ke lembaga atau layanan mana."), field="onward_to", code="empty")
    with by_the_house(incoming):
        row = _living(incoming)
        say(row, Kind.ONWARD, to=onward_to, words=words.strip())
        end(by=HOUSE, incoming=row, kind=Kind.ONWARD)
        return about(row)


@action("incoming.stopped", may=policy.may_answer)
def confirm_stop(*, by: Asker, incoming: Incoming) -> Done:
    """A person here says that nothing of what was withdrawn is used any more."""
    with by_the_house(incoming):
        row = held(incoming)
        if not row.waits_for_stop:
            return about(row, silent=True)
        row.stopped_at = clock.now()
        row.save(update_fields=["stopped_at"])
        say(row, Kind.STOPPED)
        return about(row)
