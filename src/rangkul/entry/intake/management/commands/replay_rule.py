"""`rangkul shell`'s neighbour: what would this version of a rule have decided?"""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from rangkul.base import rules
from rangkul.base.clock import now
from rangkul.entry.intake.replay import replay


class Command(BaseCommand):
    help = "Tunjukkan apa yang akan diputuskan sebuah versi aturan atas permintaan yang lalu. Tidak mengubah apa pun."

    def add_arguments(self, parser):
        parser.add_argument("version", type=int, help="versi aturan yang dicoba")
        parser.add_argument("--rule", default="triage", choices=["triage", "routing"], help="aturan (bawaan: triage)")
        parser.add_argument("--days", type=int, default=365, help="berapa hari ke belakang (bawaan: 365)")
        parser.add_argument("--show", type=int, default=20, help="berapa perbedaan yang dirinci (bawaan: 20)")

    def handle(self, **options):
        since = now() - timedelta(days=min(max(options["days"], 1), 36_500))
        try:
            report = replay(options["version"], since, options["rule"])
        except rules.RuleUnknownError as unknown:
            raise CommandError(_("Tidak ada versi %(version)d dari aturan ini.") % options) from unknown
        counted = {"seen": report.looked_at, "other": len(report.differences)}
        self.stdout.write(_("%(seen)d keputusan dicoba lagi, %(other)d menjadi lain.") % counted)
        for (before, after), count in report.moves.most_common():
            self.stdout.write(f"  {before} → {after}: {count}")
        for one in report.differences[: options["show"]]:
            self.stdout.write(f"{one.request_id}  {one.before} → {one.after}  {' '.join(one.reasons)}")
