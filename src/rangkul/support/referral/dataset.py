"""What can go with a referral, piece by piece. Nothing is chosen beforehand: each piece has a reason or stays here.

The story, notes, scores and addresses of a case are no pieces: they never go. A number goes only with the rules by
which it may be called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from rangkul.base import days
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.people.models import Phone, SafeContact
from rangkul.commons.people.queries import ways_in_words
from rangkul.commons.people.states import BY_NUMBER, PhoneOwner
from rangkul.entry.intake.models import Contact
from rangkul.journey.cases.models import Document
from rangkul.support.referral.behind import CaseOrRequest, RequestFile
from rangkul.support.referral.models import Need

# A receiver learns the district, not the village: enough to see whether they serve there.
_DISTRICT = 8
_MOST_OFFERED = 30
# Up to, in full years; a birthday is more than a receiver needs.
_BANDS = (
    (5, gettext_lazy("0–5 tahun")),
    (11, gettext_lazy("6–11 tahun")),
    (17, gettext_lazy("12–17 tahun")),
    (24, gettext_lazy("18–24 tahun")),
    (44, gettext_lazy("25–44 tahun")),
    (59, gettext_lazy("45–59 tahun")),
)


@dataclass(frozen=True)
class Field:
    """`value(file, need)` is what would go, in plain words, "" where nothing is known; `why` the usual reason."""

    name: str
    label: object
    why: object
    value: Callable[[CaseOrRequest, Need], str]


@dataclass(frozen=True)
class Offered:
    """A field with what it would say of this client."""

    name: str
    label: str
    why: str
    value: str


def _asker(file: CaseOrRequest) -> Contact | None:
    """Who asked, where nobody linked a person to the request."""
    return file.contact if isinstance(file, RequestFile) and not file.person_id else None


def _name(file: CaseOrRequest) -> str:
    if file.person is not None:
        return file.person.spoken_name
    asker = _asker(file)
    return (asker.about_name or asker.called_name or asker.name) if asker else ""


def _called(file: CaseOrRequest, _need: Need) -> str:
    return " ".join(_name(file).split()[:1])


def _full(file: CaseOrRequest, _need: Need) -> str:
    if isinstance(file, RequestFile) and not file.person_id:
        asker = _asker(file)
        return (asker.about_name or asker.name) if asker else ""
    return file.client_name


def _age(file: CaseOrRequest, _need: Need) -> str:
    born = file.person.birth_date if file.person is not None else None
    age = days.age_on(born, days.today(file.region_code)) if born else getattr(file, "age", None)
    if age is None:
        return ""
    return str(next((words for most, words in _BANDS if age <= most), _("60 tahun ke atas")))


def _sex(file: CaseOrRequest, _need: Need) -> str:
    who = file.person or _asker(file)
    return str(who.get_sex_display()) if who is not None and who.sex else ""


def _area(file: CaseOrRequest, need: Need) -> str:
    code = (need.region_code or file.region_code)[:_DISTRICT]
    return wilayah.path(code) if code else ""


def _kind(_file: CaseOrRequest, need: Need) -> str:
    return str(need.get_kind_display())


def _rules(file: CaseOrRequest) -> SafeContact | Contact | None:
    if not file.person_id:
        return _asker(file)
    return SafeContact.objects.filter(person_id=file.person_id).select_related("key").first()


def _phone(file: CaseOrRequest, _need: Need) -> str:
    """The person's own number and how it may be used, where a call or a message is safe; else no number goes."""
    rules = _rules(file)
    if rules is None or BY_NUMBER.isdisjoint(rules.channels):
        return ""
    if isinstance(rules, Contact):
        own = rules.phone if rules.phone_owner == PhoneOwner.SELF else ""
    else:
        rows = Phone.objects.filter(
            person_id=file.person_id, owner=PhoneOwner.SELF, ended_at=None, shared=False
        ).select_related("key")
        found = rows.order_by("-made_at").first()
        own = found.number if found else ""
    return f"{own} ({ways_in_words(rules)})" if own else ""


def _contact(file: CaseOrRequest, _need: Need) -> str:
    rules = _rules(file)
    said = ways_in_words(rules) if rules else ""
    return said or _("Hubungi kami saja. Jangan menghubungi orangnya langsung.")


def _household(file: CaseOrRequest, _need: Need) -> str:
    n = 0 if isinstance(file, RequestFile) else file.people.filter(until=None).count()
    return _("%(n)d orang tercatat bersama klien") % {"n": n} if n else ""


FIELDS = (
    Field("called", gettext_lazy("Nama panggilan"), gettext_lazy("Supaya mereka tahu siapa yang datang"), _called),
    Field("full", gettext_lazy("Nama lengkap"), gettext_lazy("Untuk pendaftaran di tempat mereka"), _full),
    Field("age", gettext_lazy("Kelompok umur"), gettext_lazy("Layanannya dibatasi umur"), _age),
    Field("sex", gettext_lazy("Jenis kelamin"), gettext_lazy("Layanannya dipisah menurut jenis kelamin"), _sex),
    Field("kind", gettext_lazy("Bantuan yang dibutuhkan"), gettext_lazy("Supaya mereka tahu apa yang dicari"), _kind),
    Field("area", gettext_lazy("Wilayah"), gettext_lazy("Layanannya menurut wilayah"), _area),
    Field("phone", gettext_lazy("Nomor yang aman"), gettext_lazy("Supaya mereka bisa mengatur janji"), _phone),
    Field("contact", gettext_lazy("Cara menghubungi dengan aman"), gettext_lazy("Supaya klien tidak celaka"), _contact),
    Field("around", gettext_lazy("Berapa orang bersamanya"), gettext_lazy("Supaya tempatnya cukup"), _household),
)  # fmt: skip
BY_NAME = {field.name: field for field in FIELDS}


def offered(file: CaseOrRequest, need: Need) -> list[Offered]:
    """What could go, as it would read; what is not known is not offered."""
    return [row for row in (_drawn(one, file, need) for one in FIELDS) if row.value]


def _drawn(one: Field, file: CaseOrRequest, need: Need) -> Offered:
    """What leaves is Indonesian, whichever language the worker reads."""
    with override("id"):
        why, value = str(one.why), one.value(file, need)
    return Offered(one.name, str(one.label), why, value)


# A few small ones: what is larger or more is handed over in another way.
MOST_ENCLOSED, LARGEST_ENCLOSED = 3, 5 * 1024 * 1024


def enclosable(file: CaseOrRequest) -> list[Document]:
    """Documents of the case that are small enough to go; a request has none."""
    if isinstance(file, RequestFile):
        return []
    rows = Document.objects.filter(case=file, size__lte=LARGEST_ENCLOSED).select_related("key")
    return list(rows.order_by("-made_at")[:_MOST_OFFERED])


def label_of(name: str) -> str:
    return str(BY_NAME[name].label) if name in BY_NAME else name
