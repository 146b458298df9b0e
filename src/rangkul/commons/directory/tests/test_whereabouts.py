"""What the form of an entry does not show has forms of its own: places with their point, contacts, the organisation."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.directory import actions, queries
from rangkul.commons.directory.actions import ContactDraft, PlaceDraft
from rangkul.commons.directory.models import Contact, Location, Organization, ServiceAtLocation
from rangkul.commons.directory.pages.filling import filled, initial
from rangkul.commons.directory.points import point_in
from rangkul.commons.directory.redrafting import draft_of
from rangkul.commons.directory.tests import making

HERE = (Decimal("-6.914744"), Decimal("107.609810"))
PLACE = {
    "name": "Kantor depan", "address": "Jl. Contoh No. 5", "place": "Kota Bandung, Jawa Barat", "region_code": "32.73",
    "postal_code": "40111", "directions": "Naik angkot 05", "point": "-6.914744, 107.609810",
    "accessibility_note": "Ada bidang miring", "description": "Di sini hanya pendaftaran",
}  # fmt: skip
WRITTEN = {"further": [], "areas": [""], "hours": "", "ramadan": ""}
CONTACT = {"whose": "service", "channel": "phone", "value": "022 4200 456", "extension": "12", "public": "on"}


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by, areas=[""])


def address(name, service, *more):
    return reverse(f"directory:{name}", args=[service.pk, *more])


def location(service, asking, cast):
    with asking(cast.ayu):
        return Location.objects.get(service_at_locations__service=service)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("-6.914744, 107.609810", HERE), ("-6,914744; 107,609810", HERE), ("-6.914744 107.609810", HERE),
        ("geo:-6.914744,107.609810", HERE), ("https://peta.example/@-6.914744,107.60981,17z", HERE),
        ("https://peta.example/place/X/@-6.9,107.5,17z/data=!3d-6.914744!4d107.60981", HERE),
        ("https://peta.example/?q=-6.914744,107.60981", HERE),
        ("https://peta.example/#map=17/-6.914744/107.60981", HERE),
        ("https://peta.example/?mlat=-6.914744&mlon=107.60981#map=9/0/0", HERE), ("  ", None),
        ("107.609810, -6.914744", "tertukar"), ("51.5, -0.12", "di luar Indonesia"), ("Jl. Contoh 5", "tidak terbaca"),
        ("https://peta.example/pendek", "tidak terbaca"), ("-6.9", "tidak terbaca"), ("٦, ١٠٧", "tidak terbaca"),
    ],
)  # fmt: skip
def test_a_point_is_read_as_people_copy_it(typed, read):
    if isinstance(read, str):
        with pytest.raises(Refused, match=read):
            point_in(typed)
    else:
        assert point_in(typed) == read


def test_a_place_is_written_whole_and_the_search_knows_where_it_is(signed_in, visitor, cast, asking, service):
    row, browser = location(service, asking, cast), signed_in(cast.ayu)
    assert "Titik di peta belum diketahui" in browser.get(address("whereabouts", service)).text
    where = address("place", service, row.pk)
    assert browser.post(where, PLACE).status_code == 302
    shown = browser.get(where).text
    assert 'value="-6.914744, 107.609810"' in shown
    assert "Naik angkot 05" in (public := visitor.get(f"/layanan/{service.pk}/").text)
    assert "Di sini hanya pendaftaran" in public
    (sent,) = visitor.get(f"/hsds/services/{service.pk}").json()["service_at_locations"]
    assert sent["description"] == "Di sini hanya pendaftaran"
    with asking(cast.ayu):
        (found,) = queries.candidates(need="legal", area="32.77")
        assert found.far == "± 9 km garis lurus dari pusat wilayah Anda"
        events = Event.objects.filter(name="service.place_changed", subject_id=service.pk)
        assert events.count() == 1
        kept = filled(initial(entry := queries.entry(service.pk)) | WRITTEN, draft_of(entry))
        moved = filled(initial(entry) | WRITTEN | {"address": "Jl. Baru 1"}, draft_of(entry))
        assert kept.places[0].description == "Di sini hanya pendaftaran"
        # The form of the entry keeps the point, and drops it with the address that it was of.
        assert [one.places[0].latitude for one in (kept, moved)] == [HERE[0], None]
    # Once more the same: nothing is written.
    assert browser.post(where, PLACE).status_code == 302
    with asking(cast.ayu):
        assert events.count() == 1
    history = browser.get(address("history", service)).text
    assert all(
        word in history
        for word in (
            "lintang",
            "petunjuk jalan",
            "Naik angkot 05",
            "Ayu Peksos",
            "penjelasan: – → Di sini hanya pendaftaran",
        )
    )


def test_a_point_far_from_its_region_is_asked_about(signed_in, cast, asking, service):
    row, browser = location(service, asking, cast), signed_in(cast.ayu)
    where, far = address("place", service, row.pk), PLACE | {"point": "-7.250000, 112.750000"}
    answer = browser.post(where, far)
    assert answer.status_code == 422
    assert "km dari pusat Kota Bandung" in answer.text
    # What was typed stays.
    assert 'value="-7.250000, 112.750000"' in answer.text
    assert browser.post(where, far | {"sure": "on"}).status_code == 302
    # Half a point passes neither the form nor the database.
    assert browser.post(where, PLACE | {"point": "-6.9"}).status_code == 422
    with asking(cast.ayu), pytest.raises(IntegrityError, match="point_is_whole"), transaction.atomic():
        Location.objects.filter(pk=row.pk).update(longitude=None)


def test_every_service_at_the_place_is_found_where_it_is_now(cast, asking, service):
    with asking(cast.ayu) as by:
        making.service(by, of=service.organization, name="Layanan kedua", areas=[""])
        row = Location.objects.get(service_at_locations__service=service)
        moved = PlaceDraft(region_code="32.71", address="Jl. Baru 1", description="Hanya Senin")
        actions.change_place(by=by, service=service, location=row, given=moved)
        far = {one.service.name: one.far for one in queries.candidates(need="legal", area="32.77")}
        assert far == dict.fromkeys(
            ("Bantuan Hukum Gratis", "Layanan kedua"), "± 89 km garis lurus antara pusat wilayah"
        )
        said = ServiceAtLocation.objects.filter(location=row).values_list("service__name", "description")
        assert dict(said) == {"Bantuan Hukum Gratis": "Hanya Senin", "Layanan kedua": ""}


def test_contacts_are_written_changed_and_taken_away(signed_in, visitor, cast, asking, service):
    browser, public = signed_in(cast.ayu), f"/layanan/{service.pk}/"
    new = address("contact_new", service)
    assert browser.post(new, CONTACT).status_code == 302
    assert browser.post(new, CONTACT).status_code == 422, "the same number twice"
    whole = CONTACT | {"whose": "organization", "channel": "email", "value": "humas@contoh.example", "extension": ""}
    assert browser.post(new, whole).status_code == 302
    with asking(cast.ayu) as by:
        own = Contact.objects.get(service=service, extension="12")
        shared = Contact.objects.get(service=None)
        other = making.service(by, of=service.organization, name="Layanan kedua")
    assert "humas@contoh.example" in visitor.get(f"/layanan/{other.pk}/").text
    # Somebody's own number is shown once they agreed.
    secret = CONTACT | {"personal": "on", "name": "Seorang petugas"}
    bad = browser.post(address("contact", service, own.pk), secret)
    assert bad.status_code == 422
    assert "setelah pemiliknya setuju" in bad.text
    assert "Seorang petugas" in bad.text
    hidden = {name: value for name, value in secret.items() if name != "public"}
    assert browser.post(address("contact", service, own.pk), hidden).status_code == 302
    assert "4200 456" not in visitor.get(public).text
    assert "022 abc" in browser.post(address("contact", service, own.pk), CONTACT | {"value": "022 abc"}).text
    for _time in range(2):
        assert browser.post(address("contact_remove", service, shared.pk)).status_code == 302
    assert "humas@contoh.example" not in visitor.get(public).text
    assert "humas@contoh.example" in browser.get(address("history", service)).text
    with asking(cast.ayu):
        names = list(
            Event.objects.filter(name__startswith="service.contact", subject_id=service.pk).values_list(
                "name", flat=True
            )
        )
    assert sorted(names) == ["service.contact_added"] * 2 + ["service.contact_changed", "service.contact_removed"]


def test_the_organisation_is_written_whole(signed_in, visitor, cast, asking, service):
    where, browser = reverse("directory:organization", args=[service.organization_id]), signed_in(cast.ayu)
    typed = {
        "name": "Yayasan Teduh Contoh", "alternate_name": "Teduh", "description": "Rumah untuk siapa saja.",
        "legal_status": "foundation", "website": "https://teduh.example", "areas": "32.73 Kota Bandung", "public": "on",
    }  # fmt: skip
    assert browser.post(where, typed).status_code == 302
    assert "Rumah untuk siapa saja." in browser.get(where).text
    with asking(cast.ayu):
        row = Organization.objects.get(pk=service.organization_id)
        assert (row.areas, row.alternate_name, row.website) == (["32.73"], "Teduh", "https://teduh.example")
    bad = browser.post(where, typed | {"areas": "zzqq xxvv"})
    assert (bad.status_code, "zzqq xxvv" in bad.text) == (422, True)
    # Not shown any more: its services neither.
    assert browser.post(where, {name: value for name, value in typed.items() if name != "public"}).status_code == 302
    assert visitor.get(f"/layanan/{service.pk}/").status_code == 404


def test_others_neither_see_nor_write(signed_in, visitor, cast, asking, service):
    row = location(service, asking, cast)
    with asking(cast.ayu):
        contact = Contact.objects.get(service=service)
    pages = [
        (address("whereabouts", service), None), (address("place", service, row.pk), PLACE),
        (address("contact_new", service), CONTACT), (address("contact", service, contact.pk), CONTACT),
        (address("contact_remove", service, contact.pk), {}),
        (reverse("directory:organization", args=[service.organization_id]), {"name": "Lain"}),
    ]  # fmt: skip
    with asking(cast.ayu) as by:
        own = actions.add_organization(by=by, given=actions.OrganizationDraft(name="Milik sendiri"), own=True)
        kept = making.service(by, of=own, name="Kunci")
        theirs = Location.objects.get(service_at_locations__service=kept)
    budi = signed_in(cast.budi)
    for page in (
        address("whereabouts", kept), address("place", kept, theirs.pk), address("contact_new", kept),
        reverse("directory:organization", args=[own.pk]),
    ):  # fmt: skip
        assert budi.get(page).status_code == 403
    with asking(cast.budi) as by, pytest.raises(PermissionDenied):
        actions.change_place(by=by, service=kept, location=theirs, given=PlaceDraft(address="Dicuri"))
    with asking(cast.budi) as by, pytest.raises(PermissionDenied):
        actions.add_contact(by=by, service=kept, given=ContactDraft("phone", "022 4200 999"))
    # A place or contact of another entry is not reached through one's own.
    assert signed_in(cast.ayu).get(address("place", service, theirs.pk)).status_code == 404
    for page, typed in pages:
        assert visitor.get(page).status_code in (302, 405)
        if typed is not None:
            assert visitor.post(page, typed).status_code in (302, 403)
    with asking(cast.ayu):
        assert Location.objects.get(pk=row.pk).name == ""
        assert Contact.objects.filter(service=service).count() == 1
