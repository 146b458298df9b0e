"""The admin's pages about units: which teams there are, and for which area each of them answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.forms.sending import send
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.people.models import Unit
from rangkul.web.accounts import actions
from rangkul.web.accounts.forms import UnitForm
from rangkul.web.accounts.pages import only_admin


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    only_admin(request)
    units = list(Unit.objects.filter(agency_id=request.asker.agency_id).select_related("parent").order_by("name"))
    places = wilayah.paths(code for unit in units for code in unit.areas)
    rows = [{"unit": unit, "areas": [places.get(code, code) for code in unit.areas]} for unit in units]
    return render(request, "accounts/units.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    only_admin(request)
    return _form(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    only_admin(request)
    return _form(request, get_object_or_404(Unit, pk=pk, agency_id=request.asker.agency_id))


def _form(request: HttpRequest, unit: Unit | None) -> HttpResponse:
    by = request.asker
    form = UnitForm(request.POST or None, by=by, unit=unit)

    def keep(words: dict) -> Unit:
        given = {name: words[name] for name in ("name", "areas", "parent")}
        return actions.change_unit(by=by, unit=unit, **given) if unit else actions.open_unit(by=by, **given)

    if request.method == "POST" and send(form, by, f"units.{unit.pk if unit else 'new'}", keep):
        messages.success(request, _("Unit disimpan."))
        return redirect("accounts:units")
    status = 422 if form.errors else 200
    return render(request, "accounts/unit_form.html", {"form": form, "unit": unit}, status=status)
