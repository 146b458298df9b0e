"""What must not be forgotten when a file ends, and what of neighbours' help belongs to the client's copy."""

from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.commons.trust.hooks import Section, Whose
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ForWhom, State
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import is_client
from rangkul.journey.cases.states import Stage
from rangkul.support.volunteers.models import MatchNote, Need, NeedFile
from rangkul.support.volunteers.states import NeedState


def _open(**file: Case | Request) -> bool:
    return NeedFile.objects.filter(**file).exclude(need__state=NeedState.SETTLED).exists()


def open_before_ending(case: Case) -> Iterable[Missing]:
    if _open(case=case):
        sentence = _("Ada kebutuhan bantuan warga yang belum selesai.")
        yield Missing(Stage.TERMINATION, "exit", "aid", sentence, reverse("volunteers:of_case", args=[case.pk]))


def why_not_end(request: Request) -> str | None:
    """A request that becomes a case takes its needs along."""
    if request.state == State.ACCEPTED or not _open(request=request):
        return None
    return _("Selesaikan dulu kebutuhan bantuan warga dari permintaan ini.")


def copy_of_help(whose: Whose) -> Iterator[Section]:
    """What neighbours did, without who they are: that belongs to them. What they were told and what the client said of
    it stands in the client's copy alone, not in that of who asked for them."""
    files = Q(case__person_id__in=whose.person_ids) | Q(request__person_id__in=whose.person_ids)
    if whose.request_id:
        files |= Q(request_id=whose.request_id) | Q(case__request_id=whose.request_id)
    links = NeedFile.objects.filter(files).select_related("need", "case__request", "request")
    for link in links.order_by("need__made_at"):
        rows = [*_rows(link.need), *(_words(link.need) if _is_theirs(link, whose) else ())]
        yield Section(_("Bantuan warga: %(what)s") % {"what": link.need.label}, tuple(rows))


def _is_theirs(link: NeedFile, whose: Whose) -> bool:
    if link.case is not None:
        return is_client(link.case, whose)
    if link.request_id == whose.request_id:
        return link.request.for_whom == ForWhom.SELF
    return link.request.person_id in whose.person_ids


def _rows(row: Need) -> Iterator[tuple[str, str]]:
    yield _("Kapan"), f"{row.from_day:%d-%m-%Y} – {row.until_day:%d-%m-%Y}"
    yield _("Keadaan"), str(row.get_outcome_display() or row.get_state_display())


def _words(row: Need) -> Iterator[tuple[str, str]]:
    for note in MatchNote.objects.filter(match__need=row).select_related("key").order_by("made_at"):
        yield str(note.get_kind_display()), note.words
