"""What must not be lost when a request ends without a case: each need that is open says what became of it, and where
the resource was missing the register learns what was missing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.forms.fields import choice, line
from rangkul.base.forms.widgets import LongSelect
from rangkul.base.taxonomy.queries import PPKS, current
from rangkul.commons.directory.states import Help
from rangkul.entry.intake.hooks import First
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import DeclineReason
from rangkul.entry.intake.states import State as RequestState
from rangkul.support.referral import actions
from rangkul.support.referral.models import Need, Referral
from rangkul.support.referral.states import LIVING, NeedState, WhyDropped, WhyUnmet


def _open(request: Request) -> list[Need]:
    """Those that nobody who was asked works on; what a receiver works on is followed to its outcome all the same."""
    rows = Need.objects.filter(request=request, state=NeedState.OPEN).exclude(referrals__state__in=LIVING)
    return list(rows.select_related("key").prefetch_related("referrals").order_by("made_at"))


def why_not_end(request: Request) -> str | None:
    """A request that becomes a case takes its needs along."""
    if request.state == RequestState.ACCEPTED:
        return None
    if request.state == RequestState.DECLINED and Referral.objects.filter(request=request, state__in=LIVING).exists():
        return _("Masih ada rujukan yang berjalan. Tunggu jawabannya, atau tarik dulu.")
    if left := _open(request):
        kinds = ", ".join(str(one.get_kind_display()).lower() for one in left)
        return _("Tulis dulu apa jadinya dengan kebutuhan ini: %(what)s.") % {"what": kinds}
    return None


def _choices(need: Need) -> list[tuple[str, Any]]:
    met = [("met", _("Terpenuhi"))] if any(one.helped for one in need.referrals.all()) else []
    unmet = [
        (f"unmet-{code}", _("Belum terpenuhi: %(why)s") % {"why": str(why).lower()}) for code, why in WhyUnmet.choices
    ]
    return [*met, *unmet, *[(f"drop-{code}", why) for code, why in WhyDropped.choices]]


def _ends(request: Request) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for need in _open(request):
        what = {"what": str(need.get_kind_display()).lower()}
        found[f"end_{need.pk.hex}"] = choice(
            _("Apa jadinya: %(what)s") % what, _choices(need), empty=gettext_lazy("Pilih satu"), widget=LongSelect
        )
        found[f"end_{need.pk.hex}_words"] = line(_("Keterangan: %(what)s") % what, most=300, required=False)
    return found


def _end(by: Asker, request: Request, words: dict[str, Any]) -> None:
    for need in _open(request):
        name = f"end_{need.pk.hex}"
        kind, _sep, why = words[name].partition("-")
        try:
            _settle(by, need, kind, why, words[f"{name}_words"])
        except Refused as error:
            error.field = name if error.field == "why" else f"{name}_words"
            raise


def _settle(by: Asker, need: Need, kind: str, why: str, said: str) -> None:
    if kind == "met":
        actions.meet_need(by=by, need=need, outcome=said)
    elif kind == "unmet":
        actions.leave_unmet(by=by, need=need, why=why, words=said)
    else:
        actions.drop_need(by=by, need=need, why=why, because=said)


def _lacking(request: Request) -> dict[str, forms.Field]:
    """Where nothing was noted yet; what was noted is asked about by itself."""
    if Need.objects.filter(request=request).exists():
        return {}
    return {
        "lacking": choice(
            gettext_lazy("Bila sumber dayanya belum ada: bantuan apa yang kurang"), Help.choices, required=False,
            empty=gettext_lazy("Bukan karena itu"), widget=LongSelect,
            help_text=gettext_lazy("Tempat dan jenisnya masuk daftar yang dibaca perencana, tanpa nama."),
        ),
        "lacking_group": choice(
            gettext_lazy("Kelompok layanannya, bila diketahui"),
            [("", gettext_lazy("Belum tahu")), *((one.code, one.label) for one in current(PPKS))],
            required=False, widget=LongSelect,
        ),
    }  # fmt: skip


def _register(by: Asker, request: Request, words: dict[str, Any]) -> None:
    if words["reason"] == DeclineReason.NO_RESOURCE and not words["lacking"]:
        raise Refused(_("Pilih bantuan apa yang kurang, supaya masuk daftar."), field="lacking")
    if kind := words["lacking"]:
        need = actions.note_need(by=by, request=request, kind=kind, category=words.get("lacking_group", ""))
        actions.leave_unmet(by=by, need=need, why=WhyUnmet.NONE)


ENDS = First(_ends, _end, frozenset({"decline", "confirm_handover"}))
LACKING = First(_lacking, _register, frozenset({"decline"}), hears_why=True)
