"""What three clients asked about their own data, a consent taken back, and a telephone that was left in a bus."""

from datetime import timedelta

from rangkul.base.asking import Asker
from rangkul.commons.trust import actions
from rangkul.commons.trust.models import Consent
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.web.demo.playing.office import Office

_COPY = "Saya butuh salinan untuk dibawa ke sekolah anak saya."
_WRONG = "Tahun lahir anak kedua saya salah. Yang benar 2016."
_GONE = "Saya sudah pindah kota dan tidak memakai layanan ini lagi. Tolong hapus data saya."
_LOST = "Ponsel kantor tertinggal di angkutan umum pagi ini. Layarnya terkunci, dan sudah kami matikan dari jauh."


def play(office: Office, supervisor: str) -> None:
    """In the unit of this supervisor; where it has no such cases yet, less happens."""
    with office.at(office.now, supervisor) as by:
        rows = Case.objects.filter(unit_id=by.unit_id, state="open").exclude(request=None)
        cases = list(rows.select_related("request").order_by("opened_at")[:3])
        ended = Case.objects.filter(unit_id=by.unit_id, state="closed").exclude(request=None).exclude(person=None)
        left = ended.select_related("request").order_by("closed_at").first()
    for case, right, text, hours in zip(cases, ("access", "correction"), (_COPY, _WRONG), (20, 30), strict=False):
        _ask(office, case, right, text, hours)
    if len(cases) > 2:
        _withdraw(office, cases[2].request, 10)
    if left:
        _ask(office, left, "deletion", _GONE, 5)
    with office.at(office.now - timedelta(hours=26), "dimas") as by:
        breach = actions.report_breach(by=by, what=_LOST, kinds=["account", "identity"])
    with office.at(office.now - timedelta(hours=22), "putri") as by:
        actions.handle_breach(
            by=by, breach=breach, handling="Sesi petugas ditutup semua. Kata sandinya diganti.", persons=0,
            persons_told=False, authority_told=False,
        )  # fmt: skip


def _holder(request: Request) -> Asker:
    return Asker("ticket", ticket_id=request.pk)


def _ask(office: Office, case: Case, right: str, text: str, hours: int) -> None:
    with office.at(office.now - timedelta(hours=hours), _holder(case.request)) as by:
        actions.ask_for_right(
            by=by, right=right, text=text, subject=("request", case.request_id), agency_id=case.agency_id,
            person_id=case.request.person_id, worker_id=case.worker_id,
        )  # fmt: skip


def _withdraw(office: Office, request: Request, hours: int) -> None:
    with office.at(office.now - timedelta(hours=hours), _holder(request)) as by:
        given = Consent.objects.filter(subject_id=request.pk, given=True, withdrawn_at=None).exclude(purpose="service")
        if (consent := given.first()) is not None:
            actions.withdraw_consent(by=by, consent=consent)
