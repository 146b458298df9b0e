"""Taking rows of the two in hand, and the shape of what every verb on them says."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import asking
from rangkul.base.actions import Done, Refused
from rangkul.base.models import DataKey
from rangkul.journey.cases.models import Case
from rangkul.sustain.workforce.models import Contract, Session


def hold(model: type[Model], pk) -> Any:
    """The row as it is now, held until the verb ends. Raises Http404 where the asker does not see it."""
    rows = model.objects.select_for_update(of=("self",)).select_related("key")
    held = rows.filter(pk=pk).first()
    if held is None:
        raise Http404
    return held


def hold_open(session: Session) -> Session:
    """A session whose record may still be written. Raises Refused where somebody has signed or it was cancelled."""
    held = hold(Session, session.pk)
    if held.state in ("signed", "cancelled", "left"):
        raise Refused(_("Sesi ini sudah selesai. Tambahkan koreksi di bawahnya."), code="state")
    if held.anybody_signed:
        raise Refused(_("Sesi ini sudah ditandatangani seorang. Buka lagi dulu untuk mengubahnya."), code="signed")
    return held


def key_for(session: Session, case: Case | None) -> DataKey:
    """What concerns a case goes with the client's data; the rest is the two's own."""
    return case.key if case is not None else session.key


def about(row: Contract | Session, result: Model, *, silent: bool = False, **payload: Any) -> Done:
    """An event about supervision: ids and codes, never a word of what was said. It names the other of the two, whose
    page hears of it."""
    kind = "supervision_contract" if isinstance(row, Contract) else "supervision"
    me = asking.current().staff_id
    other = next((one for one in row.both if one != me), None)
    said = {"id": str(result.pk), "to": str(other)} | {name: str(value) for name, value in payload.items()}
    return Done(result, subject=(kind, row.pk), payload=said, agency_id=row.agency_id, silent=silent)


def filled(text: str, message: str, field: str) -> str:
    """The text without blanks around it. Raises Refused at its field where nothing is left."""
    text = text.strip()
    if not text:
        raise Refused(message, field=field, code="empty")
    return text
