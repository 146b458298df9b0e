"""How the client manages, as the client and the worker see it."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead
from rangkul.journey.assessment import policy
from rangkul.journey.assessment.actions.drafting import done, still_open
from rangkul.journey.assessment.models import Functioning
from rangkul.journey.cases.models import Case


@action("functioning.recorded", may=policy.may_assess)
def record_functioning(
    *, by: Asker, case: Case, view: str, moment: str, seen_on: date, levels: dict[str, tuple[int, str]]
) -> Done:
    """Append one person's view at one moment: `levels` maps a dimension to (level 1–5, that person's words).

    Raises Refused without any level. Earlier rows stay; the newest of a moment counts.
    """
    still_open(case)
    not_ahead(seen_on, "seen_on", case.region_code)
    if not levels:
        raise Refused(_("Pilih tingkat untuk paling sedikit satu bagian."), code="empty")
    rows = [
        Functioning(
            case=case,
            key=case.key,
            dimension=dimension,
            view=view,
            moment=moment,
            level=level,
            seen_on=seen_on,
            recorded_by_id=by.staff_id,
        )
        for dimension, (level, _words) in levels.items()
    ]
    for row in rows:
        row.words = levels[row.dimension][1]
    Functioning.objects.bulk_create(rows)
    return done(rows[0], case, ids=[str(row.pk) for row in rows], view=view, moment=moment)
