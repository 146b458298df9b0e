"""What cases add to the rights of a person: an open case is kept, who opens it opens its people, and what of it belongs
to the client's copy. What was written and done in a case about one person is theirs, but for what is held back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.people import hooks as people
from rangkul.commons.trust import hooks
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.commons.trust.models import RightsRequest
from rangkul.commons.trust.queries import readings_of
from rangkul.commons.trust.states import ERASING, WAITING
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries.file import basis_of
from rangkul.journey.cases.queries.telling import held_now, is_client, reads_all, told_of
from rangkul.journey.cases.retention import kept_for_longer
from rangkul.journey.cases.states import CaseState, ContractState, NoteKind, Stage

# A copy holds the whole of it.
_ALL = 100_000


_GOES = gettext_lazy(
    "Ini berkas beberapa orang. Yang dihapus: isi berkas ini dan permintaan yang menjadi berkas ini. Orang-orang di"
    " dalamnya tetap terdaftar, dengan masa simpannya sendiri."
)


def connect() -> None:
    hooks.must_keep.append(open_case)
    hooks.keep_longer.append(kept_for_longer)
    hooks.stranger_must_keep.append(case_of_stranger)
    hooks.strangers["case"] = hooks.Stranger(_person_of, _runs_itself, "cases_stand_in", _GOES)
    hooks.copies.append(copy_of_cases)
    hooks.opens_with.append(cases_of_person)
    people.why_open.append(through_case)
    # First on the page: what is going on comes before what is asked about data.
    people.fragments.insert(0, people.Fragment(gettext_lazy("Kasus"), "cases:of_person"))


def open_case(person_id: UUID) -> Iterator[str]:
    """Whoever a running case names, as client or beside the client, is still needed for the work."""
    named = Q(person_id=person_id) | Q(people__person_id=person_id, people__until=None)
    numbers = Case.objects.filter(named, state=CaseState.OPEN).order_by("number").values_list("number", flat=True)
    if found := ", ".join(dict.fromkeys(numbers)):
        yield _("Masih ada kasus yang berjalan: %(numbers)s. Akhiri dulu kasusnya bersama orangnya.") % {
            "numbers": found
        }


def case_of_stranger(request_id: UUID) -> Iterator[str]:
    """A request that became the case of a family or group concerns more people than its asker."""
    if (number := Case.objects.filter(request_id=request_id).values_list("number", flat=True).first()) is not None:
        yield _("Permintaan ini menjadi kasus %(number)s. Hubungkan dulu dengan orangnya.") % {"number": number}


def _person_of(case_id: UUID) -> UUID | None:
    return Case.objects.filter(pk=case_id).values_list("person_id", flat=True).first()


def _runs_itself(case_id: UUID) -> Iterator[str]:
    if Case.objects.filter(pk=case_id, state=CaseState.OPEN).exists():
        yield _("Kasus ini dibuka lagi dan masih berjalan.")


def cases_of_person(subject: hooks.Subject, by: Asker) -> list[hooks.Subject]:
    """The running cases that open together with a person in an emergency."""
    if subject[0] != "person":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_opened_with(%s)", [subject[1]])
        return [("case", case_id) for case_id in cursor.fetchone()[0]]


def through_case(asker: Asker, kind: str, subject_id: UUID) -> str:
    """Code of the right to the case by which the asker sees one of its people."""
    if kind != "person":
        return ""
    case = Case.objects.filter(people__person_id=subject_id).order_by("-opened_at").first()
    return basis_of(asker, case) if case else ""


def rights_answered(case: Case) -> Iterable[Missing]:
    """A wish of the client about their data is answered before the case ends."""
    tickets = case.tickets.values("request_id")
    about = Q(subject_id__in=tickets) | Q(person_id=case.person_id, person_id__isnull=False)
    # An erasure is the one that waits for the end of the case.
    waiting = RightsRequest.objects.filter(about, state__in=WAITING).exclude(right__in=ERASING)
    if (first := waiting.order_by("due_at").first()) is not None:
        sentence, url = _("Permintaan klien tentang datanya belum dijawab."), reverse("trust:right", args=[first.pk])
        yield Missing(Stage.TERMINATION, "exit", "rights", sentence, url)


def copy_of_cases(whose: Whose) -> Iterator[Section]:
    mine = Q(person_id__in=whose.person_ids) | Q(request_id=whose.request_id, request_id__isnull=False)
    for case in Case.objects.filter(mine).select_related("key", "worker", "request").order_by("opened_at"):
        title = _("Kasus %(number)s") % {"number": case.number}
        yield Section(title, tuple(_rows(case)))
        yield Section(_("Yang tertulis dalam kasus %(number)s") % {"number": case.number}, tuple(_written(case, whose)))
        read = readings_of(("case", case.pk))
        yield Section(
            _("Siapa yang membuka kasus %(number)s") % {"number": case.number},
            tuple((f"{clock.local(row.at):%d-%m-%Y %H.%M}", row.by) for row in read),
        )


def _rows(case: Case) -> Iterator[tuple[str, str]]:
    yield _("Dibuka"), f"{clock.local(case.opened_at):%d-%m-%Y}"
    yield _("Tahap"), case.get_stage_display()
    yield _("Yang mendampingi"), case.worker.called_name
    for contract in case.contracts.filter(state=ContractState.AGREED).select_related("key"):
        yield _("Tujuan kesepakatan"), contract.purpose
        yield _("Yang kami lakukan"), contract.worker_role
        yield _("Yang Anda lakukan"), contract.client_role
    for task in case.tasks.filter(owner_kind="client").select_related("key").order_by("due"):
        yield _("Tugas Anda"), f"{task.title} ({task.due:%d-%m-%Y})"
    for meeting in case.appointments.order_by("at"):
        yield _("Janji temu"), f"{clock.local(meeting.at):%d-%m-%Y %H.%M}"
    for decision in case.decisions.select_related("key").order_by("at"):
        yield _("Keputusan"), decision.text


def _written(case: Case, whose: Whose) -> Iterator[tuple[str, str]]:
    """Newest first. Who asked for somebody else, or is one of several, gets their own words alone."""
    if not is_client(case, whose):
        mine = case.notes.filter(kind=NoteKind.CLIENT, request_id=whose.request_id)
        for note in mine.select_related("key").order_by("-made_at"):
            yield _("Anda menulis"), note.text
        if not reads_all(case):
            yield _("Catatan petugas"), _("Menyangkut beberapa orang. Mintalah petugas membacakan bagian tentang Anda.")
        return
    for held in held_now(case):
        if held.told:
            until = f"{clock.local(held.until):%d-%m-%Y}"
            reason = held.get_reason_display()
            yield _("Ditahan sementara"), _("%(reason)s, sampai %(until)s") % {"reason": reason, "until": until}
    rows, _more = told_of(case, _ALL)
    for one in rows:
        if one.exemption is None:
            said = "\n".join((one.text, *(_("Koreksi: %(text)s") % {"text": text} for _at, text in one.corrections)))
            yield f"{clock.local(one.at):%d-%m-%Y} · {one.title}{f' ({one.who})' if one.who else ''}", said
