from django.urls import path

from rangkul.journey.protection.pages import (
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

app_name = "protection"
urlpatterns = [
    path("<uuid:case_id>/", of_case.show, name="of_case"),
    path("<uuid:case_id>/batas-waktu/<uuid:clock_id>/penuhi/", clocks.meet, name="meet"),
    path("<uuid:case_id>/batas-waktu/<uuid:clock_id>/hentikan/", clocks.stop, name="stop"),
    path("<uuid:case_id>/bukti/", evidence.show, name="evidence"),
    path("<uuid:case_id>/bukti/daftar.pdf", evidence_files.paper, name="evidence_paper"),
    path("<uuid:case_id>/bukti/periksa/", evidence.check, name="check"),
    path("<uuid:case_id>/bukti/<uuid:evidence_id>/", evidence.one, name="piece"),
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
