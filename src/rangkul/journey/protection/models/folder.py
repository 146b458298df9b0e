"""In what a row is kept: in a request, and from the day on which it becomes a case in the case."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.models import DataKey, Row
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case

Folder = Case | Request


class Kept(Row):
    """`request`: where the row began, for one that is older than its case; that never changes. `case`: empty until
    there is one. A row is seen with its case, and before that with its request. It keeps the key with which it was
    sealed."""

    # The file keeps what was done on it as long as it lives; who acted is never forgotten.
    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def folder(self) -> Folder:
        return self.case if self.case_id else self.request


def within(folder: Folder) -> dict[str, Folder]:
    """The relation by which a row is kept there: to find it and to begin it."""
    return {"case": folder} if isinstance(folder, Case) else {"request": folder}


def somewhere(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=models.Q(case__isnull=False) | models.Q(request__isnull=False),
        violation_error_message=gettext_lazy("Ini milik satu permintaan atau satu kasus."),
    )


def kept_in(name: str) -> list[models.Index]:
    """By which a request and a case find theirs, for a table whose unique rules do not begin with them."""
    return [models.Index(fields=[one], name=f"protection_{name}_of_{one}") for one in ("request", "case")]


def said_by(staff: Staff | None) -> str:
    """Who wrote or brought a row down; None is the client, through the ticket."""
    return staff.called_name if staff else _("klien sendiri, lewat tiket")
