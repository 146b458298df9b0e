"""Background work: forms that were handed in are checked here, where no page waits for a hostile one, and what a client
typed and can no longer send is thrown away unread."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from rangkul.base import asking, clock
from rangkul.base.actions import Refused
from rangkul.base.asking import acting, job
from rangkul.base.days import today
from rangkul.base.work import periodic, task
from rangkul.base.xforms import Fault
from rangkul.journey.cases.states import CaseState
from rangkul.journey.instruments import actions, parcel, receiving
from rangkul.journey.instruments.models import AnswerDraft, FormUpload, InstrumentVersion
from rangkul.journey.instruments.receiving import Ready
from rangkul.journey.instruments.states import UploadState

# A check takes seconds. What waits for so long was given up by the queue, or killed what checked it.
PATIENCE = timedelta(minutes=15)
_CHECKER = job("instruments.check")
# The day ends later in the east than in the west.
_SLACK = timedelta(days=1)


@task(name="instruments.check")
def check_upload(*, upload_id: str) -> None:
    """Check what waits, keep what is sound, and write down the rest. The same one twice is checked once."""
    rows = FormUpload.objects.select_for_update(of=("self",)).select_related("by")
    upload = rows.filter(pk=upload_id, state=UploadState.WAITING).first()
    if upload is None:
        return
    faults: tuple[Fault, ...] = ()
    ready: Ready | None = None
    version: InstrumentVersion | None = None
    with override(upload.language):
        try:
            ready = receiving.received(parcel.opened(bytes(upload.parcel)), upload.licence)
            # With the rights that its admin has now, not those of the day on which it was handed in.
            by = upload.by.asker()
            with acting(by):
                version = actions.keep_upload(by=by, ready=ready)
        except receiving.Faulty as faulty:
            faults = faulty.checked.faults
        except parcel.BadParcel as bad:
            faults = (bad.fault,)
        except Refused as refused:
            faults = (Fault(refused.message),)
        except PermissionDenied:
            faults = (Fault(_("Yang mengunggah bukan admin lagi. Unggah sekali lagi.")),)
        actions.settle(by=asking.current(), upload=upload, faults=faults, ready=ready, version=version)


@periodic("30 */5 * * * *", name="instruments.stuck")
def settle_stuck() -> None:
    give_up()


def give_up() -> int:
    """Say of each form whose check never ended that it did not; nobody waits for nothing. Returns how many."""
    with acting(_CHECKER):
        rows = FormUpload.objects.select_for_update(of=("self",), skip_locked=True).select_related("by")
        stuck = list(rows.filter(state=UploadState.WAITING, made_at__lt=clock.now() - PATIENCE).defer("parcel"))
        for upload in stuck:
            with override(upload.language):
                said = _(
                    "Pemeriksaan formulir ini tidak pernah selesai. Unggah sekali lagi; bila terulang, bagi menjadi "
                    "formulir yang lebih kecil dan beri tahu pengelola sistem."
                )
                actions.settle(by=_CHECKER, upload=upload, faults=(Fault(said),), ready=None, version=None)
    return len(stuck)


@periodic("0 41 3 * * *", name="instruments.drafts")
def sweep_drafts() -> None:
    sweep()


def sweep() -> int:
    """Remove the drafts of offers that have ended, one way or another. Returns how many."""
    over = Q(offer__until__lt=today() - _SLACK) | ~Q(offer__case__state=CaseState.OPEN)
    ended = Q(offer__answered_at__isnull=False) | Q(offer__taken_back_at__isnull=False)
    return AnswerDraft.objects.filter(over | ended, offer__isnull=False).delete()[0]
