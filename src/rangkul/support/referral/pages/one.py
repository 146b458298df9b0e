"""One referral, for the team: what goes, by what right, the link and the code, and everything that was said."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base import days
from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send as send_form
from rangkul.journey.cases import actions as cases
from rangkul.support.referral import actions, dataset, hooks, matching, queries, reaching
from rangkul.support.referral.actions.sending import MOST_REMINDERS
from rangkul.support.referral.behind import CaseOrRequest
from rangkul.support.referral.door import DOOR
from rangkul.support.referral.models import Referral
from rangkul.support.referral.pages.forms import (
    BecauseForm,
    CallForm,
    CodeToldForm,
    DataForm,
    ExtendForm,
    LearnForm,
    QueueForm,
    ReplyForm,
    SendForm,
    StopForm,
    ToldForm,
)
from rangkul.support.referral.pages.frame import page, referral_or_404
from rangkul.support.referral.states import UNANSWERED, Verb


def _forms(request: HttpRequest, row: Referral, sent: str = "") -> dict[str, RangkulForm]:
    """Those that this state has a use for, and the one that was sent, which carries what was typed."""
    if not row.is_draft:
        return _fixed(request, row, sent)
    pieces, chosen = dataset.offered(row.file, row.need), {one.name: one.why for one in queries.items(row)}
    given = request.POST if sent == "data" else None
    enclosed = {one.document_id: one.why for one in queries.enclosures(row)}
    data = DataForm(
        given, pieces=pieces, chosen=chosen, documents=dataset.enclosable(row.file), enclosed=enclosed,
        initial={"asked": row.asked}, auto_id="id_data_%s",
    )  # fmt: skip
    return {"data": data, **_fixed(request, row, sent)}


def _fixed(request: HttpRequest, row: Referral, sent: str) -> dict[str, RangkulForm]:
    """Those that ask the same of every client."""

    def given(name: str) -> Any:
        return request.POST if name == sent else None

    if row.is_draft:
        return {
            "send": SendForm(given("send"), changed=bool(matching.news(row)), auto_id="id_kirim_%s"),
            "discard": RangkulForm(given("discard"), auto_id="id_hapus_%s"),
        }
    return {
        "told": ToldForm(given("told"), auto_id="id_kabar_%s"),
        "learn": LearnForm(given("learn"), auto_id="id_akhir_%s"),
        "requeue": QueueForm(
            given("requeue"),
            initial={"place": row.queue_place, "because": row.queue_because},
            auto_id="id_urutan_%s",
        ),
        "reply": ReplyForm(given("reply"), auto_id="id_jawab_%s"),
        "cancel": BecauseForm(given("cancel"), auto_id="id_tarik_%s"),
        "fail": BecauseForm(given("fail"), auto_id="id_gagal_%s"),
        "extend": ExtendForm(given("extend"), auto_id="id_lama_%s"),
        "remind": RangkulForm(given("remind"), auto_id="id_ingat_%s"),
        "code": CodeToldForm(given("code"), auto_id="id_kode_%s"),
        "renew": RangkulForm(given("renew"), auto_id="id_ganti_%s"),
        "stop": StopForm(given("stop"), auto_id="id_henti_%s"),
        "called": RangkulForm(given("called"), auto_id="id_sudah_%s"),
        "call": CallForm(given("call"), initial={"due": days.today(row.file.region_code)}, auto_id="id_telepon_%s"),
    }


@require_GET
def show(request: HttpRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    case, row = referral_or_404(request, case_id, referral_id)
    return _page(request, case, row, _forms(request, row))


def _page(
    request: HttpRequest, case: CaseOrRequest, row: Referral, forms: dict[str, RangkulForm], sent: str = ""
) -> HttpResponse:
    items, steps = queries.items(row), queries.steps(row)
    words: dict[str, Any] = {
        "referral": row,
        "items": [{"label": dataset.label_of(one.name), "value": one.value, "why": one.why} for one in items],
        "steps": steps,
        "files": queries.files(row),
        "enclosures": queries.enclosures(row),
        "changed": list(matching.news(row).values()) if row.is_draft else [],
        "travels": hooks.travel_of(row),
        "forms": forms,
        "sent": sent,
        "question": next((one.words for one in reversed(steps) if one.verb == Verb.ASK), ""),
        "unanswered": row.state in UNANSWERED,
        "reminded": sum(one.verb == Verb.REMIND for one in steps) >= MOST_REMINDERS,
        **(_door(request, row) if row.opens else {}),
    }
    name = "draft" if row.is_draft else "referral"
    crumbs = (str(row.need.get_kind_display()), reverse("referrals:need", args=[case.pk, row.need_id]))
    return page(request, case, name, words, wrong=bool(sent), crumb=crumbs)


def _door(request: HttpRequest, row: Referral) -> dict[str, str]:
    """Link and code, and a message for each to its own place; neither holds the other, nor anything of the client."""
    link, pin = request.build_absolute_uri(reverse("receivers:door", args=[row.code])), DOOR.pin_of(row.door)
    news = _("Ada kabar untuk Anda")
    return {
        "link": link,
        "pin": pin,
        "link_message": reaching.written(row.link_by, row.contact, news, f"{news}: {link}"),
        "code_message": reaching.written(row.code_by, row.code_contact or "", _("Kode"), f"{_('Kode')}: {pin}"),
    }


# On a telephone the next step stands far below what was just done: there one reads on, by keys too.
_NEXT = {"data": "#bacakan", "send": "#tautan"}


def _sent(request: HttpRequest, case_id: UUID, referral_id: UUID, name: str, verb: Any) -> HttpResponse:
    """`verb(row, words)` for the form of this name; a refusal comes back on the whole page."""
    case, row = referral_or_404(request, case_id, referral_id)
    # Only the form that was sent is read; the others cost as much and are drawn where the page comes back.
    one = _fixed(request, row, name).get(name) or _forms(request, row, name).get(name)
    if one is None or send_form(one, request.asker, f"{name}.{row.pk}", lambda words: verb(row, words)):
        url = reverse("referrals:referral", args=[case.pk, row.pk])
        return redirect(url + _NEXT.get(name, ""))
    return _page(request, case, row, _forms(request, row, name) | {name: one}, name)


def _plainly(name: str, verb: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """The form of this name, whose words are the verb's own."""

    @require_POST
    def take(request: HttpRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
        def said(row: Referral, words: dict) -> Any:
            return verb(by=request.asker, referral=row, **words)

        return _sent(request, case_id, referral_id, name, said)

    return take


choose = _plainly("data", actions.choose_data)
discard = _plainly("discard", actions.discard)
reply = _plainly("reply", actions.tell)
requeue = _plainly("requeue", actions.requeue)
cancel = _plainly("cancel", actions.cancel)
fail = _plainly("fail", actions.fail)
extend = _plainly("extend", actions.extend)
remind = _plainly("remind", actions.remind_receiver)
tell_code = _plainly("code", actions.tell_code)
renew = _plainly("renew", actions.renew_link)
stop = _plainly("stop", actions.confirm_stop)
called = _plainly("called", actions.finish_call)


@require_POST
def send(request: HttpRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    def verb(row: Referral, words: dict) -> Referral:
        last, anyway = words.pop("last_day"), words.pop("anyway", "")
        leave = actions.Leave(**words)
        return actions.send(by=request.asker, referral=row, leave=leave, last_day=last, anyway=anyway)

    return _sent(request, case_id, referral_id, "send", verb)


@require_POST
def told(request: HttpRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    def verb(row: Referral, words: dict) -> Referral:
        said = actions.Told(words=words["words"], by=words["told_by"])
        by = request.asker
        if words["said"] == "decline":
            return actions.decline(by=by, referral=row, why=words["why"], told=said)
        if words["said"] == "complete":
            return actions.complete(by=by, referral=row, outcome=words["outcome"], told=said)
        if words["said"] == "onward":
            return actions.pass_on(by=by, referral=row, onward_to=words["onward_to"], told=said)
        if words["said"] == "begin":
            return actions.begin(by=by, referral=row, told=said)
        turn = {name: words[name] for name in ("queue_place", "queue_because")}
        return actions.accept(by=by, referral=row, told=said, **turn)

    return _sent(request, case_id, referral_id, "told", verb)


@require_POST
def learn(request: HttpRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    def verb(row: Referral, words: dict) -> Referral:
        told = actions.Told(words=words["words"], by=words["told_by"])
        return actions.learn(by=request.asker, referral=row, outcome=words["outcome"], told=told)

    return _sent(request, case_id, referral_id, "learn", verb)


@require_POST
def call(request: HttpRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    """A warm hand-over: the call is a task of the case, with a day and an owner; without one a day of the referral."""

    def verb(row: Referral, words: dict) -> Any:
        if row.case is None:
            return actions.plan_call(by=request.asker, referral=row, due=words["due"])
        title = _("Telepon %(who)s dan perkenalkan kliennya") % {"who": row.receiver}
        return cases.add_task(by=request.asker, case=row.case, title=title, due=words["due"], owner=row.owner)

    return _sent(request, case_id, referral_id, "call", verb)


@require_GET
def download(request: HttpRequest, case_id: UUID, referral_id: UUID, file_id: UUID) -> HttpResponse:
    _case, row = referral_or_404(request, case_id, referral_id)
    return bytes_of(request, get_object_or_404(row.files.select_related("key"), pk=file_id))
