"""What no constraint of the database can know: whether codes mean something, hours can be read, numbers are numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.phones import UNKNOWN, parse_phone
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory import conditions, timing
from rangkul.commons.directory.drafts import ContactDraft, RuleDraft, ServiceDraft
from rangkul.commons.directory.states import Channel, Rule


def service(given: ServiceDraft) -> None:
    """Raises Refused with the field at fault."""
    regions([*given.areas, *(place.region_code for place in given.places)], "areas")
    categories(given.categories)
    rules(given.rules, given.areas)
    timing.check(given.hours)
    for contact in given.contacts:
        reachable(contact)


def rules(given: Sequence[RuleDraft], areas: Iterable[str]) -> None:
    regions([code for rule in given if rule.rule == Rule.AREA for code in rule.codes], "places")
    categories([code for rule in given if rule.rule == Rule.CATEGORY for code in rule.codes])
    conditions.check(given, areas)


def regions(codes: Iterable[str], field: str) -> None:
    asked = {code for code in codes if code}
    unknown = asked - set(wilayah.paths(asked)) if asked else set()
    if unknown:
        raise Refused(_("Kode wilayah %(code)s tidak dikenal.") % {"code": min(unknown)}, field=field)


def categories(codes: Iterable[str]) -> None:
    asked = set(codes)
    unknown = asked - set(taxonomy.terms(asked)) if asked else set()
    if unknown:
        raise Refused(_("Kelompok layanan %(code)s tidak dikenal.") % {"code": min(unknown)}, field="categories")


def reachable(contact: ContactDraft, field: str = "contacts") -> None:
    if contact.channel == Channel.EMAIL:
        try:
            validate_email(contact.value)
        except ValidationError:
            raise Refused(_("Ini belum berupa alamat surel."), field=field) from None
        return
    phone = parse_phone(contact.value)
    if phone.kind == UNKNOWN or not phone.number:
        message = phone.errors[0].message if phone.errors else _("Nomor ini tidak dikenal. Periksa lagi angkanya.")
        raise Refused(str(message), field=field)
