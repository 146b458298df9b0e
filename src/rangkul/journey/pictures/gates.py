"""What must not stand open when a case ends: a problem that nobody looked back at (A23)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Stage
from rangkul.journey.pictures.queries import unreviewed


def closing_checks(case: Case) -> list[Missing]:
    """One main problem may be solved while those linked with it were forgotten."""
    page = reverse("pictures:problems", args=[case.pk])
    return [
        Missing(
            Stage.TERMINATION,
            "exit",
            f"pictures.problem_{problem.pk}",
            _("Masalah belum ditinjau: %(problem)s") % {"problem": problem.words},
            f"{page}?pilih={problem.pk}&buat=tinjau#panel",
        )
        for problem in unreviewed(case)
    ]
