"""The groups of the service taxonomy: chosen and ended by a worker, never rewritten."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, today
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.journey.assessment import policy
from rangkul.journey.assessment.actions.drafting import done, still_open
from rangkul.journey.assessment.models import CaseCategory
from rangkul.journey.cases.models import Case


@action("category.added", may=policy.may_assess)
def add_category(*, by: Asker, case: Case, code: str, because: str = "", since: date | None = None) -> Done:
    """Choose a term of the version that holds now. Raises Refused for an unknown term or one that already stands."""
    still_open(case)
    not_ahead(since, "since", case.region_code)
    term = taxonomy.term(code)
    if term is None:
        raise Refused(_("Kelompok ini tidak ada di daftar yang berlaku."), field="code", code="unknown")
    if CaseCategory.objects.filter(case=case, term=term, until=None).exists():
        raise Refused(_("Kelompok ini sudah dipilih."), field="code", code="there")
    category = CaseCategory.objects.create(
        case=case,
        key=case.key,
        term=term,
        because=because,
        since=since or today(case.region_code),
        set_by_id=by.staff_id,
    )
    return done(category, case, code=code, version=term.version)


@action("category.ended", may=policy.may_assess)
def end_category(*, by: Asker, case: Case, category: CaseCategory, reason: str) -> Done:
    """Say that a group no longer fits, and why. Its years in the group stay as they were."""
    still_open(case)
    if category.case_id != case.pk or category.until is not None:
        raise Refused(_("Kelompok ini sudah diakhiri."), code="ended")
    category.until, category.end_reason = today(case.region_code), reason
    category.save(update_fields=["until", "end_reason"])
    return done(category, case, code=category.term.code, version=category.term.version)
