"""What is being applied for the client, in plain words: where it stands, what comes next, until when."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.parts import Part

# State → what it means for whoever waits.
WORDS = {
    "told": _("Kami sudah membicarakannya dengan Anda. Belum diajukan."),
    "applied": _("Sudah diajukan. Kami menunggu jawaban kantornya dan menanyakannya untuk Anda."),
    "granted": _("Kabar baik: sudah dikabulkan. Kabari kami bila Anda sudah menerimanya."),
    "refused": _("Kantornya belum mengabulkan. Anda boleh meminta keputusan itu ditinjau lagi."),
    "objected": _("Keberatan Anda sudah diajukan. Kami menunggu jawabannya."),
    "received": _("Anda sudah menerimanya."),
    "let_go": _("Anda dan kami memutuskan tidak meminta peninjauan lagi. Bila berubah pikiran, kabari kami."),
    "dropped": _("Tidak dilanjutkan. Bila Anda ingin mengurusnya lagi, kabari kami."),
}


def followed(request: Request, by: Asker) -> Part | None:
    case = case_of(request) if apps.is_installed("rangkul.support.entitlements") else None
    if case is None:
        return None
    from rangkul.support.entitlements import queries

    rows = [{"row": row, "words": WORDS.get(row.state, row.get_state_display())} for row in queries.of_client(case)]
    return Part("portal/applications.html", {"rows": rows}) if rows else None
