"""Sending: by a consent that names the receiver, or by another ground that is written down. Never without either."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.ids import new_id
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.states import ConsentMode, Purpose
from rangkul.support.referral import clocks, matching, policy
from rangkul.support.referral.actions.rows import (
    about,
    filled,
    forget_door,
    held,
    keep_dates,
    let_in,
    let_out,
    open_need,
    saved,
    step,
)
from rangkul.support.referral.behind import open_file, subject_of
from rangkul.support.referral.door import DOOR
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import UNANSWERED, Ground, Verb

# Which words the client was shown or heard; kept with the answer.
CONSENT_TEXT = "rujukan-1"
MOST_REMINDERS = 2


@dataclass(frozen=True)
class Leave:
    """By what right: the client's own yes to this receiver and these data, or another ground with its words."""

    ground: str
    words: str = ""
    mode: str = ConsentMode.SPOKEN
    witness: str = ""


@action("referral.sent", may=policy.may_lead)
def send(*, by: Asker, referral: Referral, leave: Leave, last_day: date | None = None, anyway: str = "") -> Done:
    """`anyway`: why, where the receiver is full, closed or in doubt now and was not when they were chosen."""
    row = held(referral)
    file = open_file(open_need(row.need_id).file)
    pieces = sorted(row.items.values_list("name", flat=True))
    if not row.asked or not pieces:
        raise Refused(_("Pilih dulu data yang dikirim dan tulis bantuan yang diminta."), code="empty")
    changed = matching.news(row)
    if changed and not anyway.strip():
        raise Refused(" ".join(changed.values()), field="anyway", code="doubt")
    row.doubts = " ".join([*row.doubts.split(), *changed])
    row.ground = leave.ground
    if leave.ground == Ground.CONSENT:
        # On the file, which the client too sees by their ticket, and may therefore take back there.
        row.consent = trust.record_consent(
            by=by, subject=subject_of(file), purpose=Purpose.SHARE, given=True, text_version=CONSENT_TEXT,
            mode=leave.mode, witness=leave.witness, agency_id=file.agency_id,
        )  # fmt: skip
    else:
        row.ground_words = filled(leave.words, _("Tulis dasar hukumnya, atau apa yang mengancam klien."), "words")
    now = clock.now()
    row.code, row.sent_at = DOOR.new_code(), now
    row.due_at = clocks.answer_by(now, row.answers_within, file.region_code)
    row.valid_to = clocks.last_moment(last_day, file.region_code)
    if row.valid_to < row.due_at:
        raise Refused(_("Hari terakhir ada sebelum batas jawabannya. Pilih hari sesudahnya."), field="last_day")
    kept = step(by, row, Verb.SEND, words=anyway)
    fields = ("doubts", "ground", "ground_words", "consent", "code", "sent_at", "due_at", "valid_to")
    done = saved(by, row, kept, *fields, ground=row.ground, pieces=pieces)
    let_in(by, row)
    return done


@action("referral.link_renewed", may=policy.may_lead)
def renew_link(*, by: Asker, referral: Referral) -> Done:
    """The link went astray, or its door was locked: another door, with another code; the old one opens nothing from
    this moment on."""
    row = held(referral)
    if not row.opens:
        raise Refused(_("Rujukan ini sudah berakhir."), code="state")
    if row.is_living:
        let_out(by, row)
    forget_door(row)
    row.door, row.code = new_id(), DOOR.new_code()
    row.wrong_codes, row.locked_at = 0, None
    row.save(update_fields=["door", "code", "wrong_codes", "locked_at"])
    if row.is_living:
        let_in(by, row)
    keep_dates(row)
    return about(row, row)


@action("referral.code_told", may=policy.may_lead)
def tell_code(*, by: Asker, referral: Referral, told_to: str) -> Done:
    """The worker has read the code out, or sent it by the other way, and says to whom."""
    row = held(referral)
    if not row.opens:
        raise Refused(_("Rujukan ini sudah berakhir."), code="state")
    told_to = filled(told_to, _("Tulis siapa di pihak penerima yang mendapat kodenya."), "told_to")
    step(by, row, Verb.CODE, words=told_to).save(force_insert=True)
    return about(row, row, way=row.code_by)


@action("referral.extended", may=policy.may_lead)
def extend(*, by: Asker, referral: Referral, last_day: date, because: str) -> Done:
    """A right is never stretched: the old one ends and a longer one begins, with its reason."""
    row = held(referral)
    if not row.is_living:
        raise Refused(_("Rujukan ini sudah berakhir."), code="state")
    because = filled(because, _("Tulis mengapa perlu lebih lama."), "because")
    let_out(by, row)
    row.valid_to = clocks.last_moment(last_day, row.file.region_code)
    kept = step(by, row, Verb.EXTEND, words=because)
    done = saved(by, row, kept, "valid_to")
    let_in(by, row)
    return done


@action("referral.reminded", may=policy.may_lead)
def remind_receiver(*, by: Asker, referral: Referral, words: str = "") -> Done:
    """A worker rang or wrote to them again. The moment by which they must have answered stays as it was agreed, so that
    what is late climbs however often they are reminded; after two reminders another way is looked for."""
    row = held(referral)
    if row.state not in UNANSWERED:
        raise Refused(_("Penerima sudah menjawab."), code="state")
    if row.steps.filter(verb=Verb.REMIND).count() >= MOST_REMINDERS:
        raise Refused(_("Sudah dua kali diingatkan. Telepon mereka, atau cari penerima lain."), code="many")
    return saved(by, row, step(by, row, Verb.REMIND, words=words))
