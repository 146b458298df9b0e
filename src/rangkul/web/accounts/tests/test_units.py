"""The admin says which team answers for which area; nobody else does."""

import pytest
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.commons.people.models import Unit

NEW = {"name": "Unit Garut", "areas": "Kabupaten Garut, Jawa Barat\n32.06"}


def unit_named(asking, cast, name):
    with asking(cast.adi):
        return Unit.objects.get(name=name)


def test_an_area_is_written_by_name_or_by_code(cast, signed_in, asking):
    adi = signed_in(cast.adi)
    assert adi.post(reverse("accounts:unit_new"), NEW).status_code == 302
    assert unit_named(asking, cast, "Unit Garut").areas == ["32.05", "32.06"]
    assert "Unit Garut" in adi.get(reverse("accounts:units")).content.decode()
    with asking(cast.agus):
        assert Event.objects.filter(name="unit.opened").count() == 1


@pytest.mark.parametrize("areas", ["Negeri Dongeng", "Sukamaju"])
def test_a_name_that_is_no_place_or_several_is_asked_again(cast, signed_in, areas):
    answer = signed_in(cast.adi).post(reverse("accounts:unit_new"), NEW | {"areas": areas})
    assert answer.status_code == 422
    assert "belum jelas" in answer.content.decode()


def test_saved_as_it_was_is_no_event(cast, signed_in, asking):
    adi, unit = signed_in(cast.adi), unit_named(asking, cast, "Unit Bandung")
    page = reverse("accounts:unit_edit", args=[unit.pk])
    same = {"name": unit.name, "areas": adi.get(page).context["form"]["areas"].value()}
    assert adi.post(page, same).status_code == 302
    assert unit_named(asking, cast, "Unit Bandung").areas == unit.areas
    with asking(cast.agus):
        assert not Event.objects.filter(name="unit.changed").exists()


def test_units_above_one_another_make_no_circle(cast, signed_in, asking):
    adi = signed_in(cast.adi)
    bandung, cimahi = (unit_named(asking, cast, f"Unit {name}") for name in ("Bandung", "Cimahi"))

    def put(unit, parent):
        form = {"name": unit.name, "areas": "\n".join(unit.areas), "parent": str(parent.pk)}
        return adi.post(reverse("accounts:unit_edit", args=[unit.pk]), form).status_code

    assert put(bandung, cimahi) == 302
    assert put(cimahi, bandung) == 422


def test_only_the_admin_of_the_agency(cast, signed_in, asking):
    jakarta = unit_named(asking, cast, "Unit Jakarta")
    assert signed_in(cast.sari).get(reverse("accounts:units")).status_code == 403
    assert signed_in(cast.sari).post(reverse("accounts:unit_new"), NEW).status_code == 403
    assert signed_in(cast.adi).get(reverse("accounts:unit_edit", args=[jakarta.pk])).status_code == 404
    assert "Unit Jakarta" not in signed_in(cast.adi).get(reverse("accounts:units")).content.decode()
