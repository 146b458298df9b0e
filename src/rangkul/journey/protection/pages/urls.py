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
    """A page of a request, as long as there is no case."""
    return path(f"permintaan/<uuid:request_id>/{route}", before_a_case(view), name=f"request_{name}")


_PAGES = (
    ("batas-waktu/<uuid:clock_id>/penuhi/", clocks.meet, "meet"),
    ("batas-waktu/<uuid:clock_id>/hentikan/", clocks.stop, "stop"),
    ("bukti/", evidence.show, "evidence"),
    ("bukti/daftar.pdf", evidence_files.paper, "evidence_paper"),
    ("bukti/periksa/", evidence.check, "check"),
    ("bukti/<uuid:evidence_id>/", evidence.one, "piece"),
    ("bukti/<uuid:evidence_id>/berkas/", evidence_files.original, "original"),
    ("percakapan/", chats.show, "chats"),
    ("percakapan/<uuid:chat_id>/", chats.one, "chat"),
    ("percakapan/<uuid:chat_id>/cari/", chats.search, "search"),
    ("percakapan/<uuid:chat_id>/urutan/", chats.order, "order"),
    ("percakapan/<uuid:chat_id>/tandai/<int:at>/", chats.mark, "mark"),
    ("percakapan/<uuid:chat_id>/tanda/<uuid:mark_id>/cabut/", chats.unmark, "unmark"),
    ("keselamatan/", safety.show, "safety"),
    ("keselamatan/tulis/<str:situation>/", safety.write, "safety_write"),
    ("keselamatan/<uuid:plan_id>/kertas.pdf", safety.paper, "safety_paper"),
    ("keselamatan/<uuid:plan_id>/berikan/", safety.give, "safety_give"),
    ("hak/", rights.show, "rights"),
    ("hak/kertas.pdf", rights.paper, "rights_paper"),
    ("anak-dan-dunia-maya/", online.show, "online"),
    ("anak-dan-dunia-maya/<str:what>/", online.add, "online_add"),
    ("anak/<uuid:child_id>/", children.show, "child"),
    ("anak/<uuid:child_id>/langkah/<str:step>/", children.move, "child_step"),
    ("anak/<uuid:child_id>/akhiri/", children.end, "child_end"),
    ("anak/<uuid:child_id>/lanjutkan/", children.resume, "child_resume"),
    ("penghapusan/<uuid:row_id>/<str:step>/", online.takedown, "takedown"),
    ("klaim/<uuid:row_id>/", online.claim, "claim"),
)
urlpatterns = [
    _early("", of_case.show, "of"),
    _early("tanya/<str:key>/", asking.show, "ask"),
    *(_early(*one) for one in _PAGES),
    path("<uuid:case_id>/", of_case.show, name="of_case"),
    *(path(f"<uuid:case_id>/{route}", view, name=name) for route, view, name in _PAGES),
]
