from django.urls import path

from rangkul.support.counselling.pages import calls, files
from rangkul.support.counselling.pages.client import begin, news, room, sealing, slots

app_name = "room"
urlpatterns = [
    path("", begin.start, name="start"),
    path("mulai/<slug:slug>/", begin.step, name="step"),
    path("sekarang/", begin.now, name="now"),
    path("tiket/", begin.ticket, name="ticket"),
    path("janji/", slots.show, name="slots"),
    path("janji/<uuid:pk>/ambil/", slots.take, name="slot_take"),
    path("janji/<uuid:pk>/lepas/", slots.give_back, name="slot_give_back"),
    path("janji/<uuid:pk>/kalender/", slots.calendar, name="slot_calendar"),
    path("kabar/", news.show, name="news_wish"),
    path("kabar/surel/", news.by_mail, name="news_mail"),
    path("kabar/perangkat/", news.by_push, name="news_push"),
    path("kabar/matikan/<slug:way>/", news.stop, name="news_stop"),
    path("ruang/", room.show, name="room"),
    path("ruang/keadaan/", room.state, name="state"),
    path("ruang/kabar/", room.news, name="news"),
    path("ruang/kirim/", room.send, name="send"),
    path("ruang/lampiran/", files.client_send, name="enclose"),
    path("ruang/lampiran/<uuid:pk>/", files.client_open, name="file"),
    path("ruang/tanda/", room.mark, name="mark"),
    path("ruang/ketik/", room.typing, name="typing"),
    path("ruang/draf/", room.draft, name="draft"),
    path("ruang/tarik/<uuid:pk>/", room.withdraw, name="withdraw"),
    path("ruang/lanjut/", room.resume, name="resume"),
    path("ruang/simpan/", room.transcript, name="transcript"),
    path("ruang/akhiri/", room.end, name="end"),
    path("ruang/kunci/", sealing.lock, name="lock"),
    path("ruang/kunci/hilang/", sealing.lost, name="lost"),
    path("ruang/kunci/ganti/", sealing.rewrap, name="rewrap"),
    path("ruang/kunci/berikan/", sealing.give, name="give"),
    path("ruang/tutup/", sealing.hush, name="hush"),
    path("ruang/bahaya/", sealing.danger, name="danger"),
    path("ruang/bicara/", calls.client_panel, name="call_panel"),
    path("ruang/bicara/ajak/", calls.client_begin, name="call"),
    path("ruang/bicara/<uuid:call>/jawab/", calls.client_answer, name="call_answer"),
    path("ruang/bicara/<uuid:call>/tutup/", calls.client_end, name="call_end"),
    path("ruang/bicara/<uuid:call>/isyarat/", calls.client_signal, name="call_signal"),
]
