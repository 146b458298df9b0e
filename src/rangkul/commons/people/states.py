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
    STUDENT = "praktikan", _("Praktikan (mahasiswa)")


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


# What a person may be; a worker's account and a wish for a worker keep to the shorter list.
PERSON_SEX = [*Sex.choices[:2], ("X", _("Tidak biner atau lainnya")), ("", _("Belum diketahui"))]


class BirthPrecision(models.TextChoices):
    DAY = "day", _("Tanggal pasti")
    MONTH = "month", _("Bulan dan tahun saja")
    YEAR = "year", _("Tahun saja")
    ABOUT = "about", _("Kira-kira")
    UNKNOWN = "", _("Belum diketahui")


class DeathPrecision(models.TextChoices):
    """Empty with a date is a known day; empty without one, the person lives as far as is known."""

    DAY = "", _("Tanggal pasti, atau masih hidup")
    YEAR = "year", _("Tahun saja")
    UNKNOWN = "unknown", _("Sudah meninggal, tidak tahu kapan")


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


# Ways that need a telephone number.
BY_NUMBER = frozenset({Channel.CALL, Channel.SMS, Channel.WHATSAPP})


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


class KinKind(models.TextChoices):
    """What kind of parent, partner, sibling or caregiver; empty is the plain one."""

    BIRTH = "birth", _("kandung")
    ADOPTED = "adopted", _("angkat")
    FOSTER = "foster", _("asuh (keluarga pengganti)")
    STEP = "step", _("tiri")
    MARRIED = "married", _("menikah")
    COHABITING = "cohabiting", _("hidup bersama tanpa menikah")
    TWIN = "twin", _("kembar")
    IDENTICAL = "identical", _("kembar identik")
    PLACED = "placed", _("dititipkan")
    NGENGER = "ngenger", _("ngenger (ikut keluarga lain)")


KINDS_OF = {
    Relation.PARENT: (KinKind.BIRTH, KinKind.ADOPTED, KinKind.FOSTER, KinKind.STEP),
    Relation.SPOUSE: (KinKind.MARRIED, KinKind.COHABITING),
    Relation.SIBLING: (KinKind.TWIN, KinKind.IDENTICAL),
    Relation.CAREGIVER: (KinKind.PLACED, KinKind.NGENGER),
}
KINDS_OF[Relation.CHILD] = KINDS_OF[Relation.PARENT]


class Standing(models.TextChoices):
    """How it is between the two now. A mistake never was; the others were, and a genogram goes on showing them."""

    IN_FORCE = "", _("masih berlaku")
    SEPARATED = "separated", _("berpisah")
    DIVORCED = "divorced", _("bercerai")
    WIDOWED = "widowed", _("cerai mati")
    MISTAKE = "mistake", _("salah catat")


# What ends a partnership but not the memory of it.
PARTED = (Standing.SEPARATED, Standing.DIVORCED, Standing.WIDOWED)


class Outcome(models.TextChoices):
    """What became of a pregnancy. A birth that was survived is a person, and the pregnancy steps aside."""

    EXPECTED = "expected", _("sedang mengandung")
    BORN = "born", _("lahir hidup")
    MISCARRIED = "miscarried", _("keguguran")
    STILLBORN = "stillborn", _("lahir meninggal")


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


class DoubtAnswer(models.TextChoices):
    """What a person found about two registrations that might be one."""

    SAME = "same", _("Orang yang sama, digabung")
    DIFFERENT = "different", _("Bukan orang yang sama")
