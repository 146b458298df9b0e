"""How the events of the pictures read on the timeline of the case. Names stay on the picture: the event holds none."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter
from rangkul.journey.pictures.states import Bond, Strength, System, TieKind


def _bond(event: Event, _row: object) -> Entry:
    what = event.payload.get("what", "")
    label = Bond(what).label if what in Bond.values else ""
    return Entry(title=_("Gambar keluarga ditambah: %(what)s") % {"what": label}, icon="users", kind="quiet")


def _tie(event: Event, _row: object) -> Entry:
    kind = event.payload.get("kind", "")
    label = TieKind(kind).label if kind in TieKind.values else ""
    ended = event.name == "tie.ended"
    title = _("Garis hubungan keluarga diakhiri: %(kind)s") if ended else _("Garis hubungan keluarga dicatat: %(kind)s")
    return Entry(title=title % {"kind": label}, icon="arrows-exchange", kind="quiet")


def _system(event: Event, _row: object) -> Entry:
    system, strength = event.payload.get("system", ""), event.payload.get("strength", "")
    titles = {
        "system.ended": _("Ikatan di ekomap diakhiri: %(system)s"),
        "system.corrected": _("Ikatan di ekomap dikoreksi: %(system)s, %(strength)s"),
    }
    title = titles.get(event.name, _("Ikatan di ekomap dicatat: %(system)s, %(strength)s"))
    words = {
        "system": System(system).label if system in System.values and system != System.OTHER else _("yang lain"),
        "strength": Strength(strength).label if strength in Strength.values else "",
    }
    return Entry(title=title % words, icon="world", kind="quiet")


def _said(title: object, icon: str = "users") -> Presenter:
    return Presenter(show=lambda _event, _row: Entry(title=str(title), icon=icon, kind="quiet"))


PRESENTERS = {
    "family.person_added": Presenter(_bond),
    "family.linked": Presenter(_bond),
    "family.link_changed": _said(gettext_lazy("Hubungan di gambar keluarga diubah")),
    "family.link_ended": _said(gettext_lazy("Hubungan di gambar keluarga dihapus")),
    "family.person_corrected": _said(gettext_lazy("Data seseorang di gambar keluarga diperbaiki")),
    "family.home_moved": _said(gettext_lazy("Seseorang pindah rumah tangga")),
    "family.pregnancy_recorded": _said(gettext_lazy("Kehamilan di keluarga dicatat")),
    "family.pregnancy_ended": _said(gettext_lazy("Akhir kehamilan di keluarga dicatat")),
    "tie.drawn": Presenter(_tie),
    "tie.ended": Presenter(_tie),
    "problem.named": _said(gettext_lazy("Pohon masalah ditambah"), "git-merge"),
    "problem.corrected": _said(gettext_lazy("Pohon masalah diperbaiki"), "git-merge"),
    "problem.wished": _said(gettext_lazy("Harapan ditulis di samping masalah"), "git-merge"),
    "problem.reviewed": _said(gettext_lazy("Masalah ditinjau"), "git-merge"),
    "problem.dropped": _said(gettext_lazy("Satu kotak dihapus dari pohon masalah"), "git-merge"),
    "problem.linked": _said(gettext_lazy("Sebab dan akibat dihubungkan"), "git-merge"),
    "problem.unlinked": _said(gettext_lazy("Panah dihapus dari pohon masalah"), "git-merge"),
    "life_event.recorded": _said(gettext_lazy("Peristiwa hidup dicatat di garis waktu"), "history"),
    "life_event.corrected": _said(gettext_lazy("Peristiwa hidup di garis waktu dikoreksi"), "history"),
    "life_event.taken_back": _said(gettext_lazy("Peristiwa hidup di garis waktu ditarik kembali"), "history"),
    "system.tied": Presenter(_system),
    "system.taken": Presenter(_system),
    "system.corrected": Presenter(_system),
    "system.ended": Presenter(_system),
}
