"""The addresses of the house. Words in addresses are Indonesian, like the words on the pages."""

from importlib.util import find_spec

from django.apps import apps
from django.urls import include, path

from rangkul.web import errors
from rangkul.web.health import healthy


def _places(*rows: tuple[str, str]) -> list:
    """Include what is there; a module that is switched off has no addresses."""
    return [path(prefix, include(module)) for prefix, module in rows if _exists(module)]


def _exists(module: str) -> bool:
    if apps.get_containing_app_config(module) is None:
        return False
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


urlpatterns = [
    path("sehat/", healthy),
    *_places(
        ("wilayah/", "rangkul.base.wilayah.pages.urls"),
        ("", "rangkul.web.look.urls"),
        ("", "rangkul.web.site.urls"),
        ("akun/", "rangkul.web.accounts.urls"),
        ("minta-bantuan/", "rangkul.entry.intake.pages.public_urls"),
        ("layanan-darurat/", "rangkul.entry.crisis.pages.urls"),
        ("lapor-khawatir/", "rangkul.entry.crisis.pages.report_urls"),
        ("kabar/", "rangkul.entry.crisis.pages.link_urls"),
        ("kerja/krisis/", "rangkul.entry.crisis.pages.crisis_urls"),
        ("kerja/nomor-bantuan/", "rangkul.entry.crisis.pages.work_urls"),
        ("layanan/", "rangkul.commons.directory.pages.public_urls"),
        ("tiket/", "rangkul.web.portal.urls"),
        ("konseling/", "rangkul.support.counselling.pages.public_urls"),
        ("kerja/konseling/", "rangkul.support.counselling.pages.urls"),
        ("rujukan/", "rangkul.support.referral.pages.link_urls"),
        ("hak-bantuan/", "rangkul.support.entitlements.pages.public_urls"),
        ("kerja/hak/", "rangkul.support.entitlements.pages.urls"),
        ("kerja/konsultasi/", "rangkul.support.consultation.pages.urls"),
        ("kerja/layanan/", "rangkul.commons.directory.pages.urls"),
        ("kerja/rujukan/", "rangkul.support.referral.pages.urls"),
        ("kerja/relawan/", "rangkul.support.volunteers.pages.urls"),
        ("kerja/antrean/", "rangkul.entry.intake.pages.urls"),
        ("kerja/orang/", "rangkul.commons.people.pages.urls"),
        ("kerja/kepercayaan/", "rangkul.commons.trust.pages.urls"),
        ("kerja/kasus/", "rangkul.journey.cases.pages.urls"),
        ("kerja/asesmen/", "rangkul.journey.assessment.pages.urls"),
        ("kerja/instrumen/", "rangkul.journey.instruments.pages.urls"),
        ("kerja/gambar/", "rangkul.journey.pictures.pages.urls"),
        ("kerja/rencana/", "rangkul.journey.plans.pages.urls"),
        ("kerja/kunjungan/", "rangkul.journey.visits.pages.urls"),
        ("kerja/pembahasan/", "rangkul.journey.conferences.pages.urls"),
        ("pembahasan/", "rangkul.journey.conferences.pages.guest_urls"),
        ("kerja/perlindungan/", "rangkul.journey.protection.pages.urls"),
        ("kerja/dokumen/", "rangkul.journey.reports.pages.urls"),
        ("periksa-dokumen/", "rangkul.journey.reports.pages.public_urls"),
        ("kerja/supervisi/", "rangkul.sustain.workforce.pages.urls"),
        ("kerja/kunci/", "rangkul.web.api.pages.urls"),
        ("kerja/", "rangkul.web.desks.urls"),
        ("hsds/", "rangkul.tell.exchange.hsds.urls"),
        ("pertukaran/", "rangkul.tell.exchange.peers.urls"),
        ("api/", "rangkul.web.api.urls"),
    ),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
