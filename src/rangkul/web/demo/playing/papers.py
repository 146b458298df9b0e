"""A laporan sosial that was written from the record and signed, so that a visitor sees one at once. No file is made."""

from django.apps import apps

from rangkul.base.asking import Asker
from rangkul.web.demo.playing.course import Course

# The households of whom somebody asked for a report, and who.
ASKED = {0: "court", 66: "house"}
_RECOMMENDED = (
    "Kami menyarankan agar pendampingan diteruskan sesuai rencana bersama, dan agar setiap keputusan didahului"
    " mendengar pendapat klien sendiri."
)
_CONCLUDED = (
    "Menurut pertimbangan kami, kekuatan yang tercatat di atas cukup untuk melanjutkan rencana, dengan risiko yang"
    " tetap dilihat berkala."
)


def wanted(course: Course) -> bool:
    there = apps.is_installed("rangkul.journey.reports")
    return there and course.road.number in ASKED and course.road.reached("intervention")


def play(course: Course, days: float) -> None:
    if wanted(course):
        course.worker_does(days, lambda by: _write(course, by))
        course.sign_what_waits(days + 0.1)


def _write(course: Course, by: Asker) -> None:
    from rangkul.journey.reports import actions, queries

    reader = ASKED[course.road.number]
    addressee = "Ketua Pengadilan Negeri" if reader == "court" else ""
    paper = actions.start_paper(by=by, case=course.case, kind="social_report", reader=reader, addressee=addressee)
    own = {"opinion": _CONCLUDED, "recommendation": _RECOMMENDED}
    for passage in queries.passages_of(paper):
        if passage.code in own:
            actions.write_passage(by=by, paper=paper, passage=passage, text=own[passage.code])
    actions.sign_paper(by=by, paper=paper)
