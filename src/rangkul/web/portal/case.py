"""The POSTs of the client's page: finish my own task, take a consent back, use a right over my data."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.asking import Asker
from rangkul.base.calendars import event
from rangkul.base.forms.sending import send
from rangkul.base.paging import page_number
from rangkul.commons.trust.actions import ask_for_right, take_back_right, withdraw_consent
from rangkul.commons.trust.models import Consent, RightsRequest
from rangkul.commons.trust.pages.forms import AskRightForm
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Appointment, Task
from rangkul.journey.cases.states import AppointmentState
from rangkul.web.portal.actions import hear
from rangkul.web.portal.case_parts import case_of, consent_files, readings_from
from rangkul.web.portal.request import holding_ticket

_ON_A_PAGE = 100


class MyRightForm(AskRightForm):
    """The same, said to the person themself."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["right"].label = _("Pilih satu")
        self.fields["text"].label = _("Dengan kata Anda sendiri")


@require_safe
def readings(http: HttpRequest) -> HttpResponse:
    """Everybody who ever opened the file, a hundred on a page."""

    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        page = page_number(request)
        rows, more = readings_from(mine, _ON_A_PAGE, (page - 1) * _ON_A_PAGE)
        words = {
            "rows": rows,
            "older": page + 1 if more else 0,
            "newer": page - 1,
            "quick_exit": True,
        }
        return render(request, "portal/all_readings.html", words)

    return run(http)


@require_POST
def finish_task(http: HttpRequest, pk: UUID) -> HttpResponse:
    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        task = get_object_or_404(Task.objects.select_related("case__key", "key"), pk=pk, owner_kind="client")
        cases.finish_task(by=request.asker, task=task)
        messages.success(request, _("Terima kasih. Tugas ini kami tandai selesai."))
        return redirect("portal:request")

    return run(http)


@require_safe
def meeting(http: HttpRequest, pk: UUID) -> HttpResponse:
    """A meeting for the calendar of a telephone: when, and nothing else, because others look into calendars."""

    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        found = get_object_or_404(Appointment, pk=pk, state=AppointmentState.PLANNED)
        answer = HttpResponse(
            event(found.pk, found.at, _("Janji"), changed_at=found.made_at), content_type="text/calendar; charset=utf-8"
        )
        answer.headers["Content-Disposition"] = 'attachment; filename="janji.ics"'
        return answer

    return run(http)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(http: HttpRequest, pk: UUID) -> HttpResponse:
    """First what it means, then the deed: there is no way back by this page."""

    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        consent = get_object_or_404(Consent, pk=pk, subject_id__in=[one for _kind, one in consent_files(mine)])
        if request.method != "POST":
            return render(request, "portal/withdraw.html", {"consent": consent, "quick_exit": True})
        withdraw_consent(by=request.asker, consent=consent)
        messages.success(request, _("Persetujuan sudah ditarik. Pemakaiannya berhenti paling lambat 3×24 jam."))
        return redirect("portal:request")

    return run(http)


@require_http_methods(["GET", "HEAD", "POST"])
@holding_ticket
def ask_right(http: HttpRequest, mine: Request) -> HttpResponse:
    form = MyRightForm(http.POST or None)
    by = http.asker
    if http.method == "POST" and send(form, by, "portal.right", lambda words: _asked(by, mine, words)):
        messages.success(http, _("Permintaan Anda terkirim. Kami menjawab paling lambat 3×24 jam."))
        return redirect("portal:request")
    return render(http, "portal/ask_right.html", {"form": form, "quick_exit": True}, status=422 if form.errors else 200)


def _asked(by: Asker, mine: Request, words: dict) -> RightsRequest:
    """The worker of the case knows the file, before there is one who answers the request."""
    case = case_of(mine)
    with transaction.atomic():
        wish = ask_for_right(
            by=by, subject=("request", mine.pk), agency_id=mine.agency_id, person_id=mine.person_id,
            worker_id=case.worker_id if case else mine.owner_id, **words,
        )  # fmt: skip
        hear(request=mine, case=case, text=words["text"])
    return wish


@require_POST
def take_back(http: HttpRequest, pk: UUID) -> HttpResponse:
    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        wish = get_object_or_404(RightsRequest, pk=pk, subject_id=mine.pk, consent=None)
        take_back_right(by=request.asker, wish=wish)
        messages.success(request, _("Permintaan ini dibatalkan."))
        return redirect("portal:request")

    return run(http)
