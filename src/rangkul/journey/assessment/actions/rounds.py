"""A round of assessment is written, signed, and from then on unchanged."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead
from rangkul.base.seen import merged
from rangkul.journey.assessment import policy
from rangkul.journey.assessment.actions.drafting import done, draft_round, new_round, still_open
from rangkul.journey.assessment.models import Assessment
from rangkul.journey.assessment.queries import newest_round
from rangkul.journey.assessment.states import ROUND_STEPS, RoundKind
from rangkul.journey.cases.actions import ask_signature
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import needs_signature
from rangkul.journey.cases.states import SignatureSubject

# What a worker may say in words where something could not be asked: the gap's name is its column.
GAPS = ("functioning_gap", "category_gap")


@action("assessment.begun", may=policy.may_assess)
def begin_reassessment(*, by: Asker, case: Case, why: str) -> Done:
    """Open a new round beside the signed ones. Raises Refused while the last one is still open."""
    still_open(case)
    newest = newest_round(case)
    if newest is None or newest.is_open:
        raise Refused(_("Asesmen yang sekarang belum ditandatangani; lanjutkan di sana."), code="open")
    return done(new_round(by, case, kind=RoundKind.REASSESSMENT, why=why), case)


@action("assessment.presenting_stated", may=policy.may_assess)
def state_presenting(*, by: Asker, case: Case, words: str, source: str, said_on: date, seen: str = "") -> Done:
    """Write down the presenting issue in the client's own words; an earlier wording is kept as a version. `seen`: see
    `base.forms.seen`."""
    not_ahead(said_on, "said_on", case.region_code)
    round_ = draft_round(by, case)
    stands = {"words": round_.presenting, "source": round_.presenting_source, "said_on": round_.presenting_on}
    stands |= merged(stands, {"words": words, "source": source, "said_on": said_on}, seen)
    round_.presenting, round_.presenting_source, round_.presenting_on = stands.values()
    round_.save(update_fields=["presenting", "presenting_source", "presenting_on"])
    return done(round_, case)


@action("assessment.gap_explained", may=policy.may_assess)
def explain_gap(*, by: Asker, case: Case, gap: str, why: str) -> Done:
    """Say openly why something could not be asked yet; `gap` is one of GAPS."""
    if gap not in GAPS:
        raise Refused(_("Bagian ini tidak dikenal."), code="gap")
    round_ = draft_round(by, case)
    setattr(round_, gap, why)
    round_.save(update_fields=[gap])
    return done(round_, case, gap=gap)


@action("assessment.summarised", may=policy.may_assess)
def summarise(*, by: Asker, case: Case, summary: str, seen: str = "") -> Done:
    """The worker's own conclusion, kept apart from the facts. `seen`: see `base.seen`."""
    round_ = draft_round(by, case)
    round_.summary = merged({"summary": round_.summary}, {"summary": summary}, seen).get("summary", round_.summary)
    round_.save(update_fields=["summary"])
    return done(round_, case)


def freeze(round_: Assessment, signer_id) -> None:
    """The round as it now stands is what was signed; the database lets nobody change it after this."""
    ROUND_STEPS.step(round_, "sign")
    round_.signed_by_id, round_.signed_at = signer_id, clock.now()
    round_.save(update_fields=["state", "signed_by", "signed_at"])


@action("assessment.signed", may=policy.may_assess)
def sign_round(*, by: Asker, case: Case) -> Done:
    """Sign the open round, or put it before a supervisor where the junior rule asks for one (A55).

    Raises Refused for a round in which the client's own words are missing.
    """
    round_ = draft_round(by, case)
    if not round_.presenting:
        raise Refused(_("Tulis dulu yang dihadapi, dengan kata-kata klien."), code="presenting")
    if needs_signature(case, SignatureSubject.ASSESSMENT):
        ROUND_STEPS.step(round_, "ask")
        round_.save(update_fields=["state"])
        ask_signature(by=by, case=case, subject_kind=SignatureSubject.ASSESSMENT, subject_id=round_.pk)
        answer = done(round_, case)
        # The supervisor's signature is the event; asking for it has one of its own.
        answer.silent = True
        return answer
    freeze(round_, by.staff_id)
    return done(round_, case)
