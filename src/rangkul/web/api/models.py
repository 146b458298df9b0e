"""Keys with which another program asks: in a worker's name, or for the site of a partner."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import ArrayField, Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.web.api.states import HOURLY, MOST_HOURLY, OF_PARTNER, OF_WORKER, Scope


class ApiToken(Row):
    """Only a keyed hash is kept; the key itself is shown once. It ends with its date, its worker, or by hand.

    With `staff` it can do what that worker may do, as far as its scopes go. Without, it belongs to a partner's site.
    """

    # Keys of a closed account stay in the list, so that what they did can be told.
    staff = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=80)
    digest = models.BinaryField(max_length=32, unique=True)
    scopes = ArrayField(models.CharField(max_length=10, choices=Scope))
    # Requests an hour; only partner keys are counted.
    hourly = models.PositiveIntegerField(default=HOURLY)
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    # To the nearest ten minutes: enough to see a key that nobody uses, or that somebody else does.
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="api_apitoken_scopes_fit_owner",
                condition=Q(staff__isnull=True, scopes__contained_by=list(OF_PARTNER))
                | Q(staff__isnull=False, scopes__contained_by=list(OF_WORKER)),
                violation_error_message=_("Izin ini bukan untuk kunci semacam itu."),
            ),
            models.CheckConstraint(
                name="api_apitoken_opens_something",
                condition=Q(scopes__len__gt=0),
                violation_error_message=_("Pilih paling sedikit satu izin."),
            ),
            models.CheckConstraint(
                name="api_apitoken_hourly_bounded",
                condition=Q(hourly__gte=1, hourly__lte=MOST_HOURLY),
                violation_error_message=_("Batas per jam harus antara 1 dan 5.000."),
            ),
        ]

    @property
    def for_partner(self) -> bool:
        return self.staff_id is None

    @property
    def state(self) -> str:
        """ "live", "old" or "ended"."""
        if self.revoked_at:
            return "ended"
        return "old" if self.ends_at <= now() else "live"

    @property
    def opens(self) -> list[str]:
        return [str(Scope(scope).label) for scope in self.scopes]
