"""What of the client's case stands beside the conversation, as far as whoever reads may see it."""

from typing import Any

from django.db.models import Exists, OuterRef

from rangkul.commons.people.models import SafeContact
from rangkul.entry.crisis.models import SafetyPlan
from rangkul.entry.crisis.queries import rules_in_words
from rangkul.journey.cases.models import Case
from rangkul.support.counselling.models import Room


def case_beside(room: Room) -> Case | None:
    """With `has_plan`: a safety plan was written with the client."""
    if not room.case_id:
        return None
    plans = SafetyPlan.objects.filter(request_id=OuterRef("request_id"))
    rows = Case.objects.select_related("key", "person", "household", "worker").annotate(has_plan=Exists(plans))
    return rows.filter(pk=room.case_id).first()


def safe_rule(case: Case | None) -> dict[str, Any] | None:
    """How the client may be reached outside the room, in words; None where nobody wrote that down."""
    if case is None or case.person_id is None:
        return None
    found = SafeContact.objects.select_related("key").filter(person_id=case.person_id).first()
    return rules_in_words([found])[0] if found else None
