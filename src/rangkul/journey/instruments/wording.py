"""The makers' words of the suicide screener for the crisis page: an agency that loaded the official text as its own
form (the empty place of ours, `cssrs_screen`) asks with these words there too. Nothing is loaded a second time."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import get_language

from rangkul.base.xforms.questions import pick
from rangkul.entry.crisis.hooks import ScreeningWords, Wording
from rangkul.entry.crisis.states import Question
from rangkul.journey.instruments import reading
from rangkul.journey.instruments.models import InstrumentVersion

KEY = "cssrs_screen"
_ITEMS = {
    "cssrs_1": Question.WISH,
    "cssrs_2": Question.THOUGHTS,
    "cssrs_3": Question.METHOD,
    "cssrs_4": Question.INTENT,
    "cssrs_5": Question.PLAN,
    "cssrs_6": Question.EVER,
    "cssrs_6_recent": Question.RECENT,
}


def in_use(agency_id: UUID | None) -> Wording | None:
    """The newest published version; None while the form is switched off."""
    version = _versions(agency_id).filter(instrument__active=True).order_by("-published_at", "-id").first()
    return _wording(version, (get_language() or "id")[:2]) if version else None


def named(agency_id: UUID | None, version_id: UUID, language: str) -> Wording | None:
    version = _versions(agency_id).filter(pk=version_id).first()
    return _wording(version, language) if version else None


WORDS = ScreeningWords(in_use, named)


def _versions(agency_id: UUID | None):
    held = InstrumentVersion.objects.filter(instrument__key=KEY, instrument__agency_id=agency_id)
    held = held.filter(instrument__agency__isnull=False, published_at__isnull=False)
    return held.select_related("instrument", "uploaded_by").defer("source", "rules")


def _wording(version: InstrumentVersion, language: str) -> Wording:
    """In one of the languages that the form speaks; its first where it does not speak the wanted one."""
    spoken = language if language in version.languages else version.languages[0]
    asked = {question.name: question for question in reading.form_of(version).all_questions()}
    return Wording(
        id=version.pk,
        name=str(version),
        language=spoken,
        words={question: pick(asked[item].labels, spoken) for item, question in _ITEMS.items() if item in asked},
        opening=next((pick(one.labels, spoken) for one in asked.values() if one.children and one.labels), ""),
        licence=version.licence,
        kept_by=version.uploaded_by.called_name if version.uploaded_by else "",
        since=version.published_at,
    )
