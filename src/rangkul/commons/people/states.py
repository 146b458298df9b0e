"""Words with a fixed list of values: who somebody is, how they can be reached, how people belong together."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    SOCIAL_WORKER = "peksos", _("Pekerja sosial")
    JUNIOR = "junior", _("Pekerja sosial junior")
    SUPERVISOR = "supervisor", _("Supervisor")
    HEAD = "pimpinan", _("Pimpinan lembaga")
    ADMIN = "admin", _("Admin")
    DATA_OFFICER = "pdp", _("Pejabat pelindungan data")
    AUDITOR = "auditor", _("Auditor")


# Two of these in one account would let a person check or unlock their own work.
INCOMPATIBLE_ROLES = (
    frozenset({Role.ADMIN, Role.SOCIAL_WORKER}),
    frozenset({Role.ADMIN, Role.JUNIOR}),
    frozenset({Role.ADMIN, Role.SUPERVISOR}),
    frozenset({Role.AUDITOR, Role.ADMIN}),
    frozenset({Role.AUDITOR, Role.SUPERVISOR}),
    frozenset({Role.JUNIOR, Role.SUPERVISOR}),
)


class Sex(models.TextChoices):
    FEMALE = "P", _("Perempuan")
    MALE = "L", _("Laki-laki")
    UNKNOWN = "", _("Belum diketahui")


class BirthPrecision(models.TextChoices):
    DAY = "day", _("Tanggal pasti")
    MONTH = "month", _("Bulan dan tahun saja")
    YEAR = "year", _("Tahun saja")
    ABOUT = "about", _("Kira-kira")
    UNKNOWN = "", _("Belum diketahui")


class NameKind(models.TextChoices):
    ALIAS = "alias", _("Nama lain")
    DOCUMENT = "document", _("Nama di dokumen")
    FORMER = "former", _("Nama dulu")


class AddressKind(models.TextChoices):
    HOME = "domisili", _("Tempat tinggal sekarang")
    CARD = "ktp", _("Alamat KTP")
    MEETING = "temu", _("Tempat bertemu yang aman")


class PhoneOwner(models.TextChoices):
    SELF = "self", _("Miliknya sendiri")
    FAMILY = "family", _("Milik keluarga")
    NEIGHBOUR = "neighbour", _("Milik tetangga atau teman")
    WORK = "work", _("Tempat kerja atau sekolah")
    UNKNOWN = "unknown", _("Belum tahu milik siapa")


class Channel(models.TextChoices):
    CALL = "call", _("Telepon")
    SMS = "sms", _("SMS")
    WHATSAPP = "whatsapp", _("WhatsApp")
    EMAIL = "email", _("Surel")
    VISIT = "visit", _("Bertemu langsung")
    TICKET = "ticket", _("Lewat tiket di situs ini saja")


class Relation(models.TextChoices):
    """Kinship as `person` is <relation> of `relative`."""

    PARENT = "parent", _("orang tua")
    CHILD = "child", _("anak")
    SPOUSE = "spouse", _("suami atau istri")
    SIBLING = "sibling", _("saudara kandung")
    GRANDPARENT = "grandparent", _("kakek atau nenek")
    GRANDCHILD = "grandchild", _("cucu")
    GUARDIAN = "guardian", _("wali")
    CAREGIVER = "caregiver", _("pengasuh")
    IN_LAW = "in_law", _("mertua, menantu, atau ipar")
    OTHER = "other", _("kerabat lain")


class Influence(models.TextChoices):
    HELPS = "helps", _("menguatkan")
    MIXED = "mixed", _("kadang menguatkan, kadang melemahkan")
    HARMS = "harms", _("melemahkan atau membahayakan")


class SignificantRole(models.TextChoices):
    GUARDIAN = "guardian", _("wali")
    EMERGENCY = "emergency", _("dihubungi dalam keadaan darurat")
    INFORMED = "informed", _("boleh diberi tahu perkembangan")


# The word for the other direction; a relation not named here is its own inverse.
INVERSE = {
    Relation.PARENT: Relation.CHILD,
    Relation.CHILD: Relation.PARENT,
    Relation.GRANDPARENT: Relation.GRANDCHILD,
    Relation.GRANDCHILD: Relation.GRANDPARENT,
}
