"""Finding who may be the same, looking at both side by side, deciding with a reason, and taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.identifiers import mask
from rangkul.base.phones import parse_phone
from rangkul.base.readings import only_reads
from rangkul.base.wilayah.queries import paths
from rangkul.commons.people import actions, policy, queries
from rangkul.commons.people.drafts import PersonDraft
from rangkul.commons.people.models import Doubt, Merge, Person
from rangkul.commons.people.pages.forms import AnswerForm, DoubtForm, ReasonForm, SearchForm
from rangkul.commons.people.pages.frame import note_reading, page, person_or_404, sent
from rangkul.commons.people.pages.person import phones_of
from rangkul.commons.people.rules.duplicates import AGAINST, NO
from rangkul.commons.people.words import age_of, birth_of


@only_reads
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Who may be the same: what the rule proposes, and whom the worker searches for. A POST only searches."""
    person = person_or_404(person_id)
    form = SearchForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "merges": _merges(person), "may_merge": _may(request, person)}
    context["doubts"] = queries.doubts_of(person)
    if form.is_bound and form.is_valid() and form.cleaned_data["q"].strip():
        matches = queries.search(request.asker, form.cleaned_data["q"])
        context["found"] = [
            (match.person, age_of(match.person), match.reasons) for match in matches if match.person.pk != person.pk
        ]
        context["searched"] = True
    else:
        context["found"] = _proposed(request, person)
    return page(request, person, "merge", context)


def _may(request: HttpRequest, person: Person) -> bool:
    return policy.may_merge(by=request.asker, kept=person, absorbed=person)


def _merges(person: Person) -> list[Merge]:
    return list(
        Merge.objects.filter(kept=person).select_related("absorbed", "decided_by", "undone_by").order_by("-made_at")
    )


def _proposed(request: HttpRequest, person: Person) -> list[tuple]:
    draft = PersonDraft(
        full_name=person.full_name,
        called_name=person.called_name,
        sex=person.sex,
        birth_date=person.birth_date,
        birth_precision=person.birth_precision,
        nik=person.nik,
        kk=person.kk,
        region_code=person.region_code,
    )
    # Of whom somebody said already that they are another person, nobody is asked again.
    known = {*queries.identity_ids(person), *queries.answered_different(person)}
    similar = queries.likely_duplicates(request.asker, draft, but=known)
    return [(found.person, age_of(found.person), found.reasons) for found in similar]


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Both side by side; the first is kept. Nothing is decided without a reason in words."""
    kept, absorbed = person_or_404(person_id), person_or_404(other_id)
    if kept.pk == absorbed.pk:
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        verb = _merging(request, kept, absorbed)
        if sent(request, form, "people.merge", verb) is not None:
            messages.success(request, _("Digabung. Keduanya tetap ada, dan ini bisa dibatalkan."))
            return redirect("people:merge", kept.pk)
    return _decide_page(request, kept, absorbed, form)


def _decide_page(
    request: HttpRequest,
    kept: Person,
    absorbed: Person,
    form: ReasonForm | None = None,
    doubt_form: DoubtForm | None = None,
    answer_form: AnswerForm | None = None,
) -> HttpResponse:
    for one in (kept, absorbed):
        note_reading(request, one)
    doubt = queries.doubt_about(kept, absorbed)
    doubting = doubt_form or _doubt_form(request, kept, absorbed)
    decision = queries.between(kept, absorbed)
    context = {
        "kept": kept,
        "absorbed": absorbed,
        "rows": _side_by_side(kept, absorbed),
        "reasons": [reason.in_words() for reason in decision.reasons],
        "unlikely": decision.value == NO and any(reason.code in AGAINST for reason in decision.reasons),
        "form": form or ReasonForm(),
        "may_merge": _may(request, kept),
        "doubt": doubt,
        "doubt_form": None if doubt else doubting,
        "answer_form": answer_form or AnswerForm(auto_id="id_jawab_%s"),
        "may_answer": doubt is not None and policy.may_answer_doubt(by=request.asker, doubt=doubt),
    }
    wrong = any(one.errors for one in (form, doubt_form, answer_form) if one is not None)
    return render(request, "people/decide.html", context, status=422 if wrong else 200)


def _doubt_form(request: HttpRequest, kept: Person, absorbed: Person, given: Any = None) -> DoubtForm:
    owners = queries.doubt_owners((kept, absorbed))
    mine = next((one.pk for one in owners if one.pk == request.asker.staff_id), None)
    return DoubtForm(given, owners=owners, initial={"owner": mine}, auto_id="id_ragu_%s")


@require_POST
def doubt(request: HttpRequest, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Not sure: somebody named answers within a week."""
    kept, absorbed = person_or_404(person_id), person_or_404(other_id)
    form = _doubt_form(request, kept, absorbed, request.POST)
    verb = lambda words: actions.doubt(by=request.asker, one=kept, other=absorbed, **words)  # noqa: E731
    if sent(request, form, f"people.doubt.{person_id}.{other_id}", verb) is None:
        return _decide_page(request, kept, absorbed, doubt_form=form)
    messages.success(request, _("Dicatat. Yang memastikan menjawab dalam seminggu."))
    return redirect("people:merge", kept.pk)


@require_POST
def answer_doubt(request: HttpRequest, doubt_id: UUID) -> HttpResponse:
    row = get_object_or_404(Doubt.objects.select_related("one", "other"), pk=doubt_id)
    kept, absorbed = person_or_404(row.one_id), person_or_404(row.other_id)
    form = AnswerForm(request.POST, auto_id="id_jawab_%s")
    act = actions.answer_different if request.POST.get("jawaban") == "beda" else actions.look_further
    verb = lambda words: act(by=request.asker, doubt=row, **words)  # noqa: E731
    if sent(request, form, f"people.answer.{doubt_id}", verb) is None:
        return _decide_page(request, kept, absorbed, answer_form=form)
    messages.success(request, _("Jawaban Anda tercatat."))
    return redirect("people:merge", kept.pk)


def _merging(request: HttpRequest, kept: Person, absorbed: Person):
    return lambda words: actions.merge(by=request.asker, kept=kept, absorbed=absorbed, **words)


def _side_by_side(*both: Person) -> list[dict[str, Any]]:
    """Label, what each says, and whether they say the same: None where one of them is not known."""
    places = paths(person.region_code for person in both if person.region_code)
    kept, absorbed = (_values(person, places) for person in both)
    rows = []
    for label, (shown, compared) in kept.items():
        other_shown, other = absorbed[label]
        same = compared == other if compared and other else None
        rows.append({"label": label, "kept": shown, "absorbed": other_shown, "same": same})
    return rows


def _values(person: Person, places: dict[str, str]) -> dict[str, tuple[str, Any]]:
    """What is shown, and what is compared: two numbers that are masked alike need not be the same."""
    birth, place = birth_of(person), places.get(person.region_code, "")
    others = ", ".join(other.name for other in person.other_names.all())
    phones = ", ".join(parse_phone(phone.number).national for phone in phones_of(person))
    return {
        _("Nama lengkap"): (person.full_name, person.full_name),
        _("Nama panggilan"): (person.called_name, person.called_name),
        _("Nama lain"): (others, others),
        _("Lahir"): (birth, person.birth_date and birth),
        _("Jenis kelamin"): (str(person.get_sex_display()), person.sex),
        _("NIK"): (mask(person.nik) if person.nik_blind else "", person.nik_blind),
        _("Nomor KK"): (mask(person.kk) if person.kk_blind else "", person.kk_blind),
        _("Wilayah"): (place, place),
        _("Telepon"): (phones, phones),
        _("Terdaftar di"): (person.unit.name, person.unit.name),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    """Take a merge back: each has again what was written about them."""
    row = get_object_or_404(Merge.objects.select_related("kept", "absorbed", "decided_by"), pk=merge_id)
    form = ReasonForm(request.POST or None)
    verb = lambda words: actions.unmerge(by=request.asker, merge=row, **words)  # noqa: E731
    if request.method == "POST" and sent(request, form, "people.unmerge", verb) is not None:
        messages.success(request, _("Penggabungan dibatalkan. Keduanya berdiri sendiri lagi."))
        return redirect("people:merge", row.kept_id)
    return render(request, "people/undo.html", {"merge": row, "form": form}, status=422 if form.errors else 200)
