from django.urls import path

from rangkul.support.counselling.pages import calls, files
from rangkul.support.counselling.pages.staff import desk, home, of_case, room, slots, verbs

app_name = "counselling"
urlpatterns = [
    path("", home.home, name="home"),
    path("daftar/", home.lists, name="lists"),
    path("tangani/<uuid:pk>/", home.acknowledge, name="acknowledge"),
    path("meja/", desk.desk, name="desk"),
    path("meja/siap/", desk.prepare, name="prepare"),
    path("meja/siap/<uuid:pk>/hapus/", desk.drop, name="drop"),
    path("waktu/", slots.show, name="slots"),
    path("waktu/<uuid:pk>/batal/", slots.cancel, name="slot_cancel"),
    path("waktu/<uuid:pk>/hasil/", slots.settle, name="slot_settle"),
    path("aturan/", desk.terms, name="terms"),
    path("kasus/<uuid:case_id>/", of_case.show, name="of_case"),
    path("<uuid:pk>/", room.show, name="room"),
    path("<uuid:pk>/keadaan/", room.state, name="state"),
    path("<uuid:pk>/kabar/", room.news, name="news"),
    path("<uuid:pk>/kirim/", room.send, name="send"),
    path("<uuid:pk>/samping/", room.aside, name="aside"),
    path("<uuid:pk>/lampiran/", files.staff_send, name="enclose"),
    path("<uuid:pk>/lampiran/<uuid:file>/", files.staff_open, name="file"),
    path("<uuid:pk>/tanda/", room.mark, name="mark"),
    path("<uuid:pk>/ketik/", room.typing, name="typing"),
    path("<uuid:pk>/draf/", room.draft, name="draft"),
    path("<uuid:pk>/tarik/<uuid:message>/", room.withdraw, name="withdraw"),
    path("<uuid:pk>/ambil/", verbs.take, name="take"),
    path("<uuid:pk>/ajak/", verbs.call_in, name="call_in"),
    path("<uuid:pk>/serah/", verbs.hand_over, name="hand_over"),
    path("<uuid:pk>/keluar/", verbs.leave, name="leave"),
    path("<uuid:pk>/akhiri/", verbs.end, name="end"),
    path("<uuid:pk>/catatan/", verbs.note, name="note"),
    path("<uuid:pk>/kontak/", verbs.next_done, name="next_done"),
    path("<uuid:pk>/tutup/", verbs.block, name="block"),
    path("<uuid:pk>/buka-tutup/<uuid:block>/", verbs.lift, name="lift"),
    path("<uuid:pk>/bicara/", calls.staff_panel, name="call_panel"),
    path("<uuid:pk>/bicara/ajak/", calls.staff_begin, name="call"),
    path("<uuid:pk>/bicara/<uuid:call>/jawab/", calls.staff_answer, name="call_answer"),
    path("<uuid:pk>/bicara/<uuid:call>/tutup/", calls.staff_end, name="call_end"),
    path("<uuid:pk>/bicara/<uuid:call>/isyarat/", calls.staff_signal, name="call_signal"),
]
