from django.urls import path

from rangkul.entry.crisis.pages import board, devices, duty, person, words

app_name = "danger"
urlpatterns = [
    path("", board.show, name="board"),
    path("papan/", board.rows, name="rows"),
    path("jaga/", duty.show, name="rota"),
    path("jaga/kosong/", duty.take, name="take_gap"),
    path("jaga/<uuid:pk>/<slug:verb>/", duty.change, name="shift"),
    path("alat/", devices.listed, name="devices"),
    path("alat/<uuid:pk>/", devices.one, name="device"),
    path("alat/<uuid:pk>/kunci/", devices.renew, name="renew_device"),
    path("alat/<uuid:pk>/cabut/", devices.revoke, name="revoke_device"),
    path("alat/<uuid:pk>/setuju/", devices.agree, name="agree_device"),
    path("panggilan/<uuid:pk>/", devices.alert, name="alert"),
    path("panggilan/<uuid:pk>/ambil/", devices.take, name="take_alert"),
    path("panggilan/<uuid:pk>/selesai/", devices.settle, name="settle_alert"),
    path("daftar-kata/", words.show, name="words"),
    path("daftar-kata/isi/", words.forms_listed, name="forms_listed"),
    path("daftar-kata/coba/", words.attempt, name="try_words"),
    path("daftar-kata/tinjau/", words.review, name="review_words"),
    path("<uuid:pk>/", person.show, name="person"),
    path("<uuid:pk>/tanya/", person.screen, name="screen"),
    path("<uuid:pk>/rencana/", person.plan, name="plan"),
    path("<uuid:pk>/rencana/cetak/", person.print_plan, name="print"),
    path("<uuid:pk>/rencana/gambar/", person.plan_picture, name="picture"),
    path("<uuid:pk>/kontak/", person.contact, name="contact"),
    path("<uuid:pk>/kontak/<uuid:contact_id>/", person.contacted, name="contacted"),
    path("<uuid:pk>/pesan/", person.reach, name="reach"),
    path("<uuid:pk>/pesan/<uuid:outreach_id>/terkirim/", person.sent, name="sent"),
    path("<uuid:pk>/bukti/<uuid:evidence_id>/", person.evidence, name="evidence"),
    path("<uuid:pk>/bukti/<uuid:evidence_id>/gambar/", person.preview, name="preview"),
]
