from django.urls import path

from rangkul.web.portal import alliance, case, door, offers, own, papers, referrals, request, safety, written

app_name = "portal"
urlpatterns = [
    path("", door.enter, name="door"),
    path("keluar/", door.leave, name="leave"),
    path("permintaan/", request.status, name="request"),
    path("permintaan/kabar/", request.thread, name="thread"),
    path("permintaan/tambah/", request.add, name="add"),
    path("permintaan/batal/", request.withdraw, name="withdraw"),
    path("tugas/<uuid:pk>/selesai/", case.finish_task, name="finish_task"),
    path("janji/<uuid:pk>.ics", case.meeting, name="meeting"),
    path("persetujuan/<uuid:pk>/tarik/", case.withdraw, name="withdraw_consent"),
    path("rujukan/<uuid:pk>/tarik/", referrals.withdraw, name="withdraw_referral"),
    path("surat/<uuid:pk>/", papers.download, name="paper"),
    path("pertanyaan/<uuid:pk>/", offers.answer, name="offer"),
    path("pertanyaan/gambar/<uuid:version_id>/<str:name>", offers.picture, name="offer_picture"),
    path("pertanyaan/<uuid:pk>/draf/", offers.draft, name="offer_draft"),
    path("pertanyaan/<uuid:pk>/terima-kasih/", offers.thanks, name="offer_thanks"),
    path("rencana/gambar/", safety.picture, name="plan_picture"),
    path("titipan/", own.hand_in, name="own"),
    path("catatan/<str:situation>/", own.plan, name="own_plan"),
    path("kerja-sama/", alliance.rate, name="alliance"),
    path("tertulis/", written.written, name="written"),
    path("dibuka/", case.readings, name="readings"),
    path("hak/", case.ask_right, name="ask_right"),
    path("hak/<uuid:pk>/batal/", case.take_back, name="take_back"),
]
