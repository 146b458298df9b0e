from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class CounsellingConfig(AppConfig):
    name = "rangkul.support.counselling"
    label = "counselling"
    verbose_name = "Ruang konseling"

    def ready(self) -> None:
        from rangkul.base.files import vault
        from rangkul.base.live.sources import SOURCES
        from rangkul.commons.people import hooks as people
        from rangkul.entry.crisis import hooks as crisis
        from rangkul.entry.intake import hooks as intake
        from rangkul.entry.intake.states import Level
        from rangkul.journey.cases import hooks
        from rangkul.support.counselling import (
            accepting,
            calling,
            group_keeping,
            group_live,
            group_states,
            keeping,
            live,
            queries,
            states,
        )
        from rangkul.support.counselling.actions import heeding

        intake.accepted.append(accepting.follow)
        intake.before_stepping_aside.append(accepting.talks_there)
        intake.beside.append(accepting.beside)
        intake.beside.append(accepting.beside_group)
        hooks.tabs.append(hooks.Tab(_("Percakapan"), "counselling:of_case", "message-2"))
        SOURCES["ruang"] = live.RoomSource()
        SOURCES["panggilan"] = calling.CallSource()
        SOURCES["kelompok"] = group_live.GroupSource()
        crisis.conversations.append(lambda _outreach, _by: reverse("room:now"))
        crisis.also_red.append(queries.alarms)
        crisis.away_until.append(queries.away_until)
        vault.owners.append(queries.enclosed_among)
        heeding.connect()
        keeping.connect()
        group_keeping.connect()
        people.waits.append(queries.waits)
        people.holdings.append(people.Holding(states.rooms_in_words, lambda staff: queries.held_by(staff.pk)))
        groups = people.Holding(group_states.groups_in_words, lambda staff: queries.groups_held_by(staff.pk))
        people.holdings.append(groups)
        labels = {
            states.LATE_LIVE: (_("Klien menunggu jawaban di ruang konseling"), Level.MERAH),
            states.LATE_LETTER: (_("Surat klien belum dijawab"), Level.KUNING),
            states.LATE_NOTE: (_("Hasil percakapan belum ditulis"), Level.HIJAU),
            states.LATE_SLOT: (_("Janji bicara belum dicatat hasilnya"), Level.HIJAU),
            group_states.LATE_MEETING: (_("Pertemuan kelompok belum dibuka atau belum diakhiri"), Level.KUNING),
            states.LOST_NEWS: (_("Klien tidak bisa dikabari, jawabannya belum dibaca"), Level.KUNING),
            states.LATE_NEXT: (_("Kontak berikutnya yang dijanjikan"), Level.KUNING),
        }
        hooks.late_kinds[states.SLOT_DAY] = hooks.LateKind(
            _("Janji bicara"), _("Buka percakapan"), "counselling:of_case", Level.HIJAU
        )
        for kind, (find, stands) in queries.LATE.items():
            label, level = labels[kind]
            hooks.late_kinds[kind] = hooks.LateKind(
                label, _("Buka ruang konseling"), "counselling:home", level, find=find, stands=stands
            )
