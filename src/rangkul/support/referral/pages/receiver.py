"""Whoever receives a referral comes by a link and a code, without an account, for one referral, until it ends.

Nothing changes on a GET, so that a mail provider that looks through letters does not answer in the receiver's name.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base import clock, readings
from rangkul.base.asking import TICKET_SESSION_KEY, Asker, acting
from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.answers import AskForm, FileForm, OnwardForm, ResultForm
from rangkul.base.forms.sending import send
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake.queries import address_of
from rangkul.support.referral import actions, dataset, queries
from rangkul.support.referral.door import DOOR, TooOften
from rangkul.support.referral.models import Referral
from rangkul.support.referral.pages.forms import AcceptForm, CodeForm, DeclineForm
from rangkul.support.referral.states import FINAL, HELPING, UNANSWERED, Verb

# As with a ticket: on somebody else's computer half a day would be far too long.
_SECONDS = 30 * 60
# Of what happened the receiver reads what was said between the two houses, and nothing else.
_SPOKEN = (Verb.ASK, Verb.TELL, Verb.ACCEPT, Verb.BEGIN, Verb.COMPLETE, Verb.ONWARD, Verb.DECLINE)
# Said above the page after what does not end the referral.
_ARRIVED = {
    "accept": gettext_lazy("Terima kasih. Jawaban Anda sudah sampai. Tulis hasilnya di sini nanti."),
    "begin": gettext_lazy("Kabar Anda sudah sampai. Tulis hasilnya di sini nanti."),
    "ask": gettext_lazy("Pertanyaan Anda sudah sampai. Jawabannya nanti muncul di halaman ini."),
    "file": gettext_lazy("Berkas Anda sudah sampai."),
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, code: str) -> HttpResponse:
    """The same words, after the same steps, for a wrong code and for a link that never was or has ended."""
    form = CodeForm(request.POST or None)
    if not form.is_valid():
        return _door(request, form, 422 if form.is_bound else 200)
    if request.asker.kind == "staff":
        form.add_error(None, _("Anda masuk sebagai petugas. Keluar dulu untuk membuka rujukan sebagai penerima."))
        return _door(request, form, 409)
    try:
        found = DOOR.open(code, form.cleaned_data["pin"], address_of(request))
    except TooOften:
        form.add_error(None, _("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."))
        return _door(request, form, 429)
    if found is None:
        form.add_error(
            None, _("Tautan dan kode ini tidak cocok, atau rujukannya sudah berakhir. Tanyakan kepada pengirimnya.")
        )
        return _door(request, form, 422)
    _enter(request, Asker("ticket", ticket_id=found))
    return redirect("receivers:room")


def _enter(request: HttpRequest, by: Asker) -> None:
    request.session.flush()
    request.session[TICKET_SESSION_KEY] = str(by.ticket_id)
    request.session.set_expiry(_SECONDS)
    with acting(by):
        row = queries.of_door(by)
        if row is not None:
            actions.see(by=by, referral=row)


def _door(request: HttpRequest, form: CodeForm, status: int) -> HttpResponse:
    return render(request, "referral/door.html", {"form": form}, status=status)


def _mine(request: HttpRequest) -> Referral | None:
    return queries.of_door(request.asker) if request.asker.kind == "ticket" else None


def _closed(request: HttpRequest, status: int = 404, **words: Any) -> HttpResponse:
    """Over, or withdrawn: of the referral itself nothing is said any more."""
    if request.asker.kind == "ticket" and (row := queries.withdrawn_of(request.asker)) is not None:
        words |= {"withdrawn": row, "form": RangkulForm(auto_id="id_henti_%s")}
    return render(request, "referral/closed.html", words, status=status)


def _forms(request: HttpRequest, sent: str = "") -> dict[str, RangkulForm]:
    def given(name: str) -> Any:
        return request.POST if name == sent else None

    return {
        "accept": AcceptForm(given("accept"), auto_id="id_terima_%s"),
        "decline": DeclineForm(given("decline"), auto_id="id_tolak_%s"),
        "begin": RangkulForm(given("begin"), auto_id="id_mulai_%s"),
        "result": ResultForm(given("result"), outcomes=FINAL, auto_id="id_hasil_%s"),
        "onward": OnwardForm(given("onward"), auto_id="id_lanjut_%s"),
        "ask": AskForm(given("ask"), auto_id="id_tanya_%s"),
        "file": FileForm(given("file"), request.FILES if sent == "file" else None, auto_id="id_berkas_%s"),
    }


@never_cache
@require_GET
def room(request: HttpRequest) -> HttpResponse:
    row = _mine(request)
    if row is None:
        return _closed(request)
    return _room(request, row, _forms(request))


def _room(request: HttpRequest, row: Referral, forms: dict[str, RangkulForm], sent: str = "") -> HttpResponse:
    """What was sent is of the client's file: its reading stands with every other in the one list."""
    if request.method == "GET":
        kind = "case" if row.case_id else "request"
        readings.read_file(kind, row.file_id, why=Basis.REFERRAL, agency_id=row.agency_id)
    words = {
        "referral": row,
        "items": [{"label": dataset.label_of(one.name), "value": one.value} for one in queries.items(row)],
        "said": [one for one in queries.steps(row) if one.verb in _SPOKEN and one.words],
        "files": queries.files(row),
        "enclosures": queries.enclosures(row),
        "unanswered": row.state in UNANSWERED,
        "late": row.due_at is not None and row.due_at < clock.now(),
        "helping": row.state in HELPING,
        "forms": forms,
        "sent": sent,
    }
    return render(request, "referral/room.html", words, status=422 if sent else 200)


def _sent(request: HttpRequest, name: str, verb: Callable[[Referral, dict], Any]) -> HttpResponse:
    row = _mine(request)
    if row is None:
        return _closed(request)
    forms = _forms(request, name)
    if not send(forms[name], request.asker, f"receiver.{name}", lambda words: verb(row, words)):
        return _room(request, row, forms, name)
    if _mine(request) is None:
        return _closed(request, 200, thanks=True)
    messages.success(request, _ARRIVED[name])
    return redirect("receivers:room")


@require_POST
def accept(request: HttpRequest) -> HttpResponse:
    def verb(row: Referral, words: dict) -> Referral:
        told = actions.Told(words=words.pop("words"))
        return actions.accept(by=request.asker, referral=row, told=told, **words)

    return _sent(request, "accept", verb)


@require_POST
def decline(request: HttpRequest) -> HttpResponse:
    def verb(row: Referral, words: dict) -> Referral:
        told = actions.Told(words=words["words"])
        return actions.decline(by=request.asker, referral=row, why=words["why"], told=told)

    return _sent(request, "decline", verb)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    return _sent(
        request, "begin", lambda row, _words: actions.begin(by=request.asker, referral=row, told=actions.Told())
    )


@require_POST
def result(request: HttpRequest) -> HttpResponse:
    def verb(row: Referral, words: dict) -> Referral:
        told = actions.Told(words=words["words"])
        return actions.complete(by=request.asker, referral=row, outcome=words["outcome"], told=told)

    return _sent(request, "result", verb)


@require_POST
def pass_on(request: HttpRequest) -> HttpResponse:
    def verb(row: Referral, words: dict) -> Referral:
        told = actions.Told(words=words["words"])
        return actions.pass_on(by=request.asker, referral=row, onward_to=words["onward_to"], told=told)

    return _sent(request, "onward", verb)


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    return _sent(request, "ask", lambda row, words: actions.ask(by=request.asker, referral=row, **words))


@require_POST
def hand_in(request: HttpRequest) -> HttpResponse:
    def verb(row: Referral, words: dict) -> Any:
        upload = words["file"]
        return actions.hand_in(
            by=request.asker, referral=row, file=upload.file, size=upload.size, name=upload.name or ""
        )

    return _sent(request, "file", verb)


@never_cache
@require_GET
def enclosure(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A document that went with the referral, as long as the right holds."""
    row = _mine(request)
    if row is None:
        return _closed(request)
    found = get_object_or_404(row.enclosures.select_related("key"), pk=pk)
    readings.read_file("case", row.file_id, why=Basis.REFERRAL, agency_id=row.agency_id)
    return bytes_of(request, found.bytes)


@require_POST
def stopped(request: HttpRequest) -> HttpResponse:
    """ "We no longer use it": said by who had it, after it was withdrawn."""
    row = queries.withdrawn_of(request.asker) if request.asker.kind == "ticket" else None
    if row is None:
        return _closed(request)
    actions.confirm_stop(by=request.asker, referral=row)
    return _closed(request, 200)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    request.session.flush()
    return render(request, "referral/closed.html", {"left": True})
