"""The list of services around the offices: about sixty entries, some old, one of which is said to have moved; some
corrections wait for an editor, one past its day."""

from datetime import timedelta

from rangkul.base import clock
from rangkul.commons.directory import actions
from rangkul.commons.directory.models import Service
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.world.services import draw
from rangkul.web.demo.world.world import SEED

# Area → who keeps its entries, and how many there are: one of each kind where the demo looks first.
_AROUND = {
    "33.74": ("ayu", 28), "33.21": ("candra", 10), "33.24": ("candra", 6), "73.71": ("budi", 14), "91.71": ("yosina", 6)
}  # fmt: skip
_WRITTEN = 240
_HEARD = "Sudah pindah ke dekat terminal, kata penjaga warung di sebelahnya."
_HOURS = "Hari Jumat sekarang tutup jam 11."


def play(office: Office) -> None:
    today = clock.local(office.now).date()
    written: list[Service] = []
    for area, (worker, count) in _AROUND.items():
        with office.at(office.now - timedelta(days=_WRITTEN), worker) as by:
            for drawn in draw(SEED, area, count):
                organization = actions.add_organization(by=by, given=drawn.organization)
                assured = None if drawn.age is None else today - timedelta(days=drawn.age)
                written.append(_service(by, organization, drawn, assured))
    _asked(office, written[0])
    _timed(office, written[1])
    _said(office, written)
    if "rini" in office.staff:
        with office.at(office.now - timedelta(days=90), "rini") as by:
            agreed = actions.Agreed(
                response_hours=48, number="MoU 12/CONTOH", valid_from=today - timedelta(days=90),
                valid_to=today + timedelta(days=640),
            )  # fmt: skip
            actions.agree(by=by, organization=written[1].organization, agreed=agreed)


def _service(by, organization, drawn, assured) -> Service:
    row = actions.add_service(by=by, organization=organization, given=drawn.service, assured=assured)
    if drawn.room:
        unit, available, maximum = drawn.room
        actions.count_room(by=by, service=row, unit=unit, available=available, maximum=maximum)
    return row


def _asked(office: Office, service: Service) -> None:
    """What its keeper wrote by hand: for whom, from where, with which paper."""
    rules = (
        actions.RuleDraft("category", codes=service.categories[:2], preferred=True),
        actions.RuleDraft("area", codes=["33.74"], preferred=True),
        actions.RuleDraft("document", codes=["ktp", "kk"], text="Boleh menyusul bila belum sempat dibawa"),
    )
    with office.at(office.now - timedelta(days=20), "ayu") as by:
        for given in rules:
            actions.add_rule(by=by, service=service, given=given)


def _timed(office: Office, service: Service) -> None:
    """Closed for two days soon, and shorter on one."""
    today = clock.local(office.now).date()
    off = actions.HoursDraft(
        "off", valid_from=today + timedelta(days=9), valid_to=today + timedelta(days=10), notes="Rapat kerja tahunan"
    )
    short = actions.HoursDraft(
        "Mo-Su 08:00-11:00", valid_from=today + timedelta(days=4), valid_to=today + timedelta(days=4),
        notes="Petugas melayani di balai desa sesudahnya",
    )  # fmt: skip
    with office.at(office.now - timedelta(days=6), "ayu") as by:
        for given in (off, short):
            actions.add_hours(by=by, service=service, given=given)


def _said(office: Office, written: list[Service]) -> None:
    """One worker heard that a place has moved, which marks it; two visitors said what is wrong."""
    with office.at(office.now - timedelta(days=3), "ayu") as by:
        actions.suggest(by=by, service=written[7], topic="moved", text=_HEARD)
    with office.at(office.now - timedelta(days=16)) as by:
        actions.suggest(by=by, service=written[4], topic="conditions", text="Sekarang diminta fotokopi KK.")
        right = actions.suggest(by=by, service=written[5], topic="address", text="Pindah ke lantai dua.")
    with office.at(office.now - timedelta(days=14), "ayu") as by:
        actions.take_suggestion(by=by, suggestion=right, reason="Sudah saya datangi, memang di lantai dua.")
    with office.at(office.now - timedelta(hours=20)) as by:
        actions.suggest(by=by, service=written[2], topic="hours", text=_HOURS)
        actions.suggest(by=by, service=written[3], topic="phone", text="Nomornya tidak diangkat sejak minggu lalu.")
