"""The people who work here, and their accounts."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.asking import PRACTICE_ROLES, Asker
from rangkul.base.models import Row
from rangkul.commons.people.models.agency import Agency, Unit
from rangkul.commons.people.states import INCOMPATIBLE_ROLES, Role, Sex


class StaffManager(BaseUserManager):
    def create_user(self, username: str, password: str | None = None, **fields) -> "Staff":
        staff = self.model(username=username, **fields)
        staff.set_password(password)
        staff.save(using=self._db)
        return staff

    def get_by_natural_key(self, username: str) -> "Staff":
        return self.get(username__iexact=username)


class Staff(Row, AbstractBaseUser):
    """A worker's account. No role is all-powerful, and no account skips row-level security."""

    username = models.CharField(
        max_length=60, unique=True, error_messages={"unique": _("Nama masuk ini sudah dipakai.")}
    )
    email = models.EmailField(blank=True)
    full_name = models.CharField(max_length=120)
    called_name = models.CharField(max_length=60)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    languages = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    # Staff leave, their acts stay: an agency or unit with staff is never removed.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="staff")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="staff")
    supervisor = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="supervises")
    roles = ArrayField(models.CharField(max_length=12, choices=Role), default=list)
    areas = ArrayField(models.CharField(max_length=13), default=list, blank=True)
    # Trained to stand by victims of violence (UU 12/2022 Pasal 26); the routing asks for it.
    trained_violence = models.BooleanField(default=False, db_default=False)
    # The password was made by an admin and told; its owner replaces it before anything else.
    first_password = models.BooleanField(default=False, db_default=False)
    on_duty = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    objects = StaffManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]
    # No Django superuser exists here; the attributes answer the libraries that ask.
    is_staff = False
    is_superuser = False

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_staff_roles_compatible",
                condition=~models.Q(
                    *[models.Q(roles__contains=sorted(pair)) for pair in INCOMPATIBLE_ROLES], _connector=models.Q.OR
                ),
                violation_error_message=_("Peran ini tidak boleh dipegang bersama oleh satu orang."),
            ),
            # Rights that a unit holds are held by its people; a student learns beside them and decides nothing.
            models.CheckConstraint(
                name="people_staff_student_stands_apart",
                condition=~models.Q(roles__contains=["praktikan"]) | models.Q(roles=["praktikan"], unit__isnull=True),
                violation_error_message=_("Praktikan tidak memegang peran lain dan tidak menjadi anggota unit."),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def practises(self) -> bool:
        return not PRACTICE_ROLES.isdisjoint(self.roles)

    @property
    def roles_in_words(self) -> str:
        return ", ".join(str(Role(role).label) for role in self.roles)

    def asker(self) -> Asker:
        return Asker(
            "staff",
            staff_id=self.pk,
            agency_id=self.agency_id,
            unit_id=self.unit_id,
            roles=frozenset(self.roles),
            name=self.called_name,
        )

    def get_full_name(self) -> str:
        return self.full_name

    def has_perm(self, perm, obj=None) -> bool:
        return False

    def has_module_perms(self, app_label) -> bool:
        return False
