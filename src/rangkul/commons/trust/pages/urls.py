from django.urls import path

from rangkul.commons.trust.pages import asking, audit, breaches, consents, erasing, glass, practice, rights

app_name = "trust"
urlpatterns = [
    path("darurat/", glass.seek, name="seek"),
    path("darurat/<slug:kind>/<uuid:pk>/", glass.open_file, name="break_glass"),
    path("darurat/<uuid:pk>/tutup/", glass.close, name="close_glass"),
    path("tinjauan/", glass.reviews, name="reviews"),
    path("tinjauan/<uuid:pk>/", glass.review, name="review"),
    path("jejak/", audit.trail, name="audit"),
    path("hak/", rights.desk, name="rights"),
    path("hak/orang/<uuid:person_id>/", asking.of_person, name="rights_of"),
    path("hak/orang/<uuid:person_id>/catat/", asking.ask, name="ask_right"),
    path("hak/<uuid:pk>/", rights.one, name="right"),
    path("hak/<uuid:pk>/setuju/", rights.grant, name="grant_right"),
    path("hak/<uuid:pk>/tolak/", rights.refuse, name="refuse_right"),
    path("hak/<uuid:pk>/baca/", rights.second, name="second_right"),
    path("hak/<uuid:pk>/selesai/", rights.finish, name="finish_right"),
    path("hak/<uuid:pk>/batal/", rights.take_back, name="take_back_right"),
    path("hak/<uuid:pk>/salinan/", rights.copy, name="copy_right"),
    path("hak/<uuid:pk>/hapus/", erasing.erase_page, name="erase"),
    path("hak/<uuid:pk>/tahan/", erasing.hold, name="hold"),
    path("tahan/<uuid:pk>/akhiri/", erasing.release, name="end_hold"),
    path("insiden/", breaches.register, name="breaches"),
    path("insiden/lapor/", breaches.report, name="report_breach"),
    path("insiden/<uuid:pk>/", breaches.one, name="breach"),
    path("insiden/<uuid:pk>/tutup/", breaches.close, name="close_breach"),
    path("insiden/<uuid:pk>/surat/", breaches.letter, name="breach_letter"),
    path("pedoman/", practice.show, name="practice"),
    path("pedoman/tulis/", practice.write, name="write_practice"),
    path("pedoman/petugas/", practice.signers, name="practice_signers"),
    path("pedoman/versi/<int:number>/", practice.version, name="practice_version"),
    path("persetujuan/<uuid:pk>/berhenti/", consents.confirm, name="confirm_stop"),
]
