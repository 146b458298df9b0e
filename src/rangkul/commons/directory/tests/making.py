"""Entries as situations: a shelter for women, a legal aid desk, a hall for old people."""

from rangkul.commons.directory import actions
from rangkul.commons.directory.actions import (
    ContactDraft,
    HoursDraft,
    OrganizationDraft,
    PlaceDraft,
    RuleDraft,
    ServiceDraft,
)

BANDUNG = "32.73"


def organization(by, name="Yayasan Teduh Contoh", **fields):
    return actions.add_organization(by=by, given=OrganizationDraft(name=name, **fields))


def legal_aid(**fields):
    """Free legal aid in Bandung on working days, for grown-ups."""
    draft = {
        "name": "Bantuan Hukum Gratis",
        "description": "Pendampingan hukum untuk warga yang tidak mampu membayar pengacara.",
        "helps": ["legal"],
        "categories": ["PPKS-17"],
        "ways": ["come"],
        "cost": "free",
        "areas": [BANDUNG],
        "places": [PlaceDraft(region_code="32.73.09", address="Jl. Contoh No. 5")],
        "hours": [HoursDraft("Mo-Fr 08:00-16:00; PH off")],
        "rules": [RuleDraft("age", age_from=18)],
        "contacts": [ContactDraft("phone", "022 4200 123", name="Meja depan", receives_referrals=True)],
    }
    return ServiceDraft(**(draft | fields))


def service(by, *, of=None, assured="today", **fields):
    of = of or organization(by)
    return actions.add_service(by=by, organization=of, given=legal_aid(**fields), assured=assured)
