"""My account, the second factor, and the admin's list of accounts."""

from uuid import UUID

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.forms import refuse
from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Staff
from rangkul.web.accounts import actions, leaving, policy
from rangkul.web.accounts.forms import CloseForm, StaffForm
from rangkul.web.desks import partner_days


@require_safe
def no_sign_up(request: HttpRequest) -> HttpResponse:
    return redirect("account_login")


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/forgotten.html")


@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/second_factor.html")


@require_POST
def end_session(request: HttpRequest, mark: str) -> HttpResponse:
    if actions.end_my_session(by=request.asker, staff=request.user, mark=mark, keep=request.session.session_key):
        messages.success(request, _("Sesi itu sudah ditutup."))
    return redirect("accounts:mine")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    ended = actions.end_my_other_sessions(by=request.asker, staff=request.user, keep=request.session.session_key)
    messages.success(request, _("%(count)d sesi di perangkat lain sudah ditutup.") % {"count": ended})
    return redirect("accounts:mine")


def only_admin(request: HttpRequest) -> None:
    if not policy.may_keep_accounts(by=request.asker):
        raise PermissionDenied


@require_safe
def staff_list(request: HttpRequest) -> HttpResponse:
    only_admin(request)
    rows = Staff.objects.select_related("unit", "supervisor").order_by("-is_active", "unit__name", "full_name")
    words = {"rows": rows[:500], "left": _left(request.asker), "notes": partner_days.notes_for(request.asker)}
    return render(request, "accounts/staff_list.html", words)


def _left(by: Asker) -> list:
    """Cases late without anybody above who may be told; the admin gives them somebody, and reads none of them."""
    if not apps.is_installed("rangkul.journey.cases"):
        return []
    from rangkul.journey.cases.queries import left_to

    return left_to(by)


def staff_new(request: HttpRequest) -> HttpResponse:
    only_admin(request)
    form = StaffForm(request.POST or None, by=request.asker)
    if request.method == "POST" and form.is_valid():
        try:
            staff, password = actions.open_account(by=request.asker, **form.values())
        except Refused as error:
            refuse(form, error)
        else:
            return render(request, "accounts/first_password.html", {"member": staff, "password": password})
    return render(request, "accounts/staff_form.html", {"form": form}, status=422 if form.errors else 200)


def staff_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    only_admin(request)
    staff = get_object_or_404(Staff, pk=pk, agency_id=request.asker.agency_id)
    form = StaffForm(request.POST or None, by=request.asker, staff=staff)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_account(by=request.asker, staff=staff, **form.values())
        except Refused as error:
            refuse(form, error)
        else:
            messages.success(request, _("Akun %(name)s disimpan.") % {"name": staff.called_name})
            return redirect("accounts:staff")
    return _account_page(request, staff, form)


def _account_page(
    request: HttpRequest, staff: Staff, form: StaffForm, closing: CloseForm | None = None
) -> HttpResponse:
    """The account, and where it is open and not one's own, what closing it would hand over."""
    words: dict = {"form": form, "member": staff}
    if staff.is_active and staff.pk != request.asker.staff_id:
        held = leaving.held_by(staff)
        words |= {"held": held, "closing": closing or _close_form(staff, held)}
    wrong = form.errors or (closing and closing.errors)
    return render(request, "accounts/staff_form.html", words, status=422 if wrong else 200)


def _close_form(staff: Staff, held: list[leaving.Held], given: QueryDict | None = None) -> CloseForm:
    return CloseForm(given, staff=staff, held=any(not one.stays for one in held), auto_id="id_tutup_%s")


@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    only_admin(request)
    staff = get_object_or_404(Staff, pk=pk, agency_id=request.asker.agency_id)
    form = _close_form(staff, leaving.held_by(staff), request.POST)
    if send(
        form, request.asker, f"staff.close.{staff.pk}",
        lambda words: leaving.close_account(by=request.asker, staff=staff, **words),
    ):  # fmt: skip
        messages.success(request, _("Akun %(name)s ditutup.") % {"name": staff.called_name})
        return redirect("accounts:staff")
    return _account_page(request, staff, StaffForm(by=request.asker, staff=staff), form)


@require_POST
def renew(request: HttpRequest, pk: UUID) -> HttpResponse:
    only_admin(request)
    staff = get_object_or_404(Staff, pk=pk, agency_id=request.asker.agency_id)
    password = actions.renew_access(by=request.asker, staff=staff, factors="factors" in request.POST)
    page = {"member": staff, "password": password, "renewed": True}
    return render(request, "accounts/first_password.html", page)
