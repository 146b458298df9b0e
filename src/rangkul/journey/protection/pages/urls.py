from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from rangkul.journey.protection.pages import (
    asking,
    chats,
    children,
    clocks,
    evidence,
    evidence_files,
    of_case,
    online,
    rights,
    safety,
)
from rangkul.journey.protection.pages.frame import before_a_case

app_name = "protection"


def _early(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """The same page of a request, as long as there is no case."""
    return path(f"permintaan/<uuid:request_id>/{route}", before_a_case(view), name=f"request_{name}")


urlpatterns = [
    _early("", of_case.show, "of"),
    _early("batas-waktu/<uuid:clock_id>/penuhi/", clocks.meet, "meet"),
    _early("batas-waktu/<uuid:clock_id>/hentikan/", clocks.stop, "stop"),
    _early("bukti/", evidence.show, "evidence"),
    _early("bukti/daftar.pdf", evidence_files.paper, "evidence_paper"),
    _early("bukti/periksa/", evidence.check, "check"),
    _early("bukti/<uuid:evidence_id>/", evidence.one, "piece"),
    _early("bukti/<uuid:evidence_id>/berkas/", evidence_files.original, "original"),
    _early("keselamatan/", safety.show, "safety"),
    _early("keselamatan/tulis/<str:situation>/", safety.write, "safety_write"),
    _early("keselamatan/<uuid:plan_id>/kertas.pdf", safety.paper, "safety_paper"),
    _early("keselamatan/<uuid:plan_id>/berikan/", safety.give, "safety_give"),
    _early("tanya/<str:key>/", asking.show, "ask"),
    _early("hak/", rights.show, "rights"),
    _early("hak/kertas.pdf", rights.paper, "rights_paper"),
    path("<uuid:case_id>/", of_case.show, name="of_case"),
    path("<uuid:case_id>/batas-waktu/<uuid:clock_id>/penuhi/", clocks.meet, name="meet"),
    path("<uuid:case_id>/batas-waktu/<uuid:clock_id>/hentikan/", clocks.stop, name="stop"),
    path("<uuid:case_id>/bukti/", evidence.show, name="evidence"),
    path("<uuid:case_id>/bukti/daftar.pdf", evidence_files.paper, name="evidence_paper"),
    path("<uuid:case_id>/bukti/periksa/", evidence.check, name="check"),
    path("<uuid:case_id>/bukti/<uuid:evidence_id>/", evidence.one, name="piece"),
    path("<uuid:case_id>/bukti/<uuid:evidence_id>/berkas/", evidence_files.original, name="original"),
    path("<uuid:case_id>/percakapan/", chats.show, name="chats"),
    path("<uuid:case_id>/percakapan/<uuid:chat_id>/", chats.one, name="chat"),
    path("<uuid:case_id>/percakapan/<uuid:chat_id>/cari/", chats.search, name="search"),
    path("<uuid:case_id>/percakapan/<uuid:chat_id>/urutan/", chats.order, name="order"),
    path("<uuid:case_id>/percakapan/<uuid:chat_id>/tandai/<int:place>/", chats.mark, name="mark"),
    path("<uuid:case_id>/percakapan/<uuid:chat_id>/tanda/<uuid:mark_id>/cabut/", chats.unmark, name="unmark"),
    path("<uuid:case_id>/keselamatan/", safety.show, name="safety"),
    path("<uuid:case_id>/keselamatan/tulis/<str:situation>/", safety.write, name="safety_write"),
    path("<uuid:case_id>/keselamatan/<uuid:plan_id>/kertas.pdf", safety.paper, name="safety_paper"),
    path("<uuid:case_id>/keselamatan/<uuid:plan_id>/berikan/", safety.give, name="safety_give"),
    path("<uuid:case_id>/hak/", rights.show, name="rights"),
    path("<uuid:case_id>/hak/kertas.pdf", rights.paper, name="rights_paper"),
    path("<uuid:case_id>/anak-dan-dunia-maya/", online.show, name="online"),
    path("<uuid:case_id>/anak-dan-dunia-maya/<str:what>/", online.add, name="online_add"),
    path("<uuid:case_id>/anak/<uuid:child_id>/", children.show, name="child"),
    path("<uuid:case_id>/anak/<uuid:child_id>/langkah/<str:step>/", children.move, name="child_step"),
    path("<uuid:case_id>/anak/<uuid:child_id>/akhiri/", children.end, name="child_end"),
    path("<uuid:case_id>/anak/<uuid:child_id>/lanjutkan/", children.resume, name="child_resume"),
    path("<uuid:case_id>/penghapusan/<uuid:row_id>/<str:step>/", online.takedown, name="takedown"),
    path("<uuid:case_id>/klaim/<uuid:row_id>/", online.claim, name="claim"),
]
