"""Reaching somebody in danger: prepared and sent by a worker's own hand, opened by the person's own press."""

import hashlib
import secrets
from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import PUBLIC, Asker, acting, job
from rangkul.base.clock import now
from rangkul.entry.crisis import policy, queries
from rangkul.entry.crisis.models import Outreach
from rangkul.entry.crisis.states import Way
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import HandedIn
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ForWhom, Via

# Long enough for somebody who looks at messages seldom, short enough that a lost telephone opens nothing for long.
LINK_LASTS = timedelta(days=7)
_JOB = job("crisis.link")


def digest(secret: str) -> bytes:
    return hashlib.sha256(f"crisis.link:{secret}".encode()).digest()


def new_secret() -> str:
    """Short enough for an SMS, too long to be guessed: 128 bits."""
    return secrets.token_urlsafe(16)


def _done(row: Outreach, result: object = None, *, silent: bool = False, **payload: object) -> Done:
    where = {"agency_id": row.request.agency_id, "unit_id": row.request.unit_id}
    return Done(result or row, subject=("request", row.request_id), payload=payload, silent=silent, **where)


@action("outreach.prepared", may=policy.may_reach)
def prepare_outreach(
    *, by: Asker, request: Request, way: str, reach_at: str, judgement: str, text: str, secret: str, despite: str = ""
) -> Done:
    """The worker judged the way safe and wrote the words; nothing leaves the house. `secret` stands in the text.
    `despite`: why it is safe all the same, where what the person said about being contacted speaks against it."""
    if way not in Way.values:
        raise Refused(_("Pilih caranya."), field="way")
    for name, value, why in (
        ("reach_at", reach_at, _("Tulis nomor, alamat, atau akun yang dituju.")),
        ("judgement", judgement, _("Tulis mengapa cara ini aman: siapa yang bisa membacanya selain orang itu?")),
        ("text", text, _("Tulis pesannya.")),
    ):
        if not value.strip():
            raise Refused(why, field=name)
    if secret not in text:
        raise Refused(_("Tautan pribadinya terhapus dari pesan. Kembalikan tautan itu."), field="text")
    broken = _broken(request, way, despite)
    row = Outreach(
        key=request.key,
        request=request,
        by_id=by.staff_id,
        way=way,
        link=digest(secret),
        link_ends_at=now() + LINK_LASTS,
    )
    row.reach_at, row.judgement = reach_at.strip(), _judged(judgement, broken, despite)
    # The kept copy holds no key to the conversation.
    row.text = text.replace(secret, "…").strip()
    row.save(force_insert=True)
    return _done(row, way=way, **({"against": sorted({one.code for one in broken})} if broken else {}))


def _broken(request: Request, way: str, despite: str) -> list[queries.Against]:
    """What the person's rules say against it. Raises Refused where no reason says why it is safe all the same."""
    broken = queries.against(queries.rules_of(request), way, now(), request.region_code)
    if broken and not despite.strip():
        why = " ".join(one.why for one in broken)
        raise Refused(
            _("Tidak sesuai aturan kontaknya: %(why)s Pilih cara atau waktu lain, atau tulis mengapa tetap aman.")
            % {"why": why},
            field="despite",
            code="unsafe",
        )
    return broken


def _judged(judgement: str, broken: list[queries.Against], despite: str) -> str:
    """Kept sealed as one text: the judgement, what spoke against it, and why it is safe all the same."""
    if not broken:
        return judgement.strip()
    why = " ".join(one.why for one in broken)
    return "\n".join((judgement.strip(), why, _("Tetap aman karena: %(why)s") % {"why": despite.strip()}))


@action("outreach.sent", may=policy.may_send)
def mark_sent(*, by: Asker, outreach: Outreach) -> Done:
    """The worker says: I have sent it, from the office's own telephone or mailbox."""
    row = Outreach.objects.select_for_update(of=("self",)).select_related("request").get(pk=outreach.pk)
    if row.sent_at:
        return _done(row, silent=True)
    row.sent_at, row.sent_by_id = now(), by.staff_id
    row.save(update_fields=["sent_at", "sent_by"])
    return _done(row)


@action("outreach.opened", may=policy.may_follow_link)
def follow_link(*, by: Asker, secret: str) -> Done:
    """The person pressed the button: a request of their own opens, red, in the agency that wrote; the routing rule says
    with whom, and its page leads to the message. A link works once; whoever presses later comes back by ticket and PIN.
    Raises Refused for a link that is used, too old or unknown."""
    with acting(_JOB):
        row = (
            Outreach.objects.select_for_update(of=("self",))
            .select_related("key", "request__owner", "request__unit", "by")
            .filter(link=digest(secret), link_ends_at__gt=now())
            .first()
        )
    if row is None or row.opened_at:
        raise Refused(_("Tautan ini tidak berlaku lagi."), code="used")
    given = HandedIn(
        narrative="", fields=("self_harm",), for_whom=ForWhom.SELF, region_code=row.request.region_code,
        via=Via.OUTREACH, agency_id=row.request.agency_id,
    )  # fmt: skip
    with acting(PUBLIC):
        own = intake.submit(by=PUBLIC, given=given)
    with acting(_JOB):
        row.opened_at, row.own = now(), own
        row.save(update_fields=["opened_at", "own"])
    return _done(row, own, own=str(own.pk))
