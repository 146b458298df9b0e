from django.urls import path

from rangkul.journey.instruments.pages import blank, case, drafts, fill, forms_kept, offering, paper, result

app_name = "instruments"
urlpatterns = [
    path("kasus/<uuid:case_id>/", case.show, name="case"),
    path("kasus/<uuid:case_id>/isi/<uuid:version_id>/", fill.show, name="fill"),
    path("kasus/<uuid:case_id>/draf/<uuid:version_id>/", drafts.keep, name="draft"),
    path("kasus/<uuid:case_id>/kertas/<uuid:version_id>/", paper.show, name="paper"),
    path("kasus/<uuid:case_id>/tawarkan/<uuid:version_id>/", offering.show, name="offer"),
    path("kasus/<uuid:case_id>/tawaran/<uuid:offer_id>/tarik/", offering.take_back, name="take_back"),
    path("kasus/<uuid:case_id>/selesai/<uuid:administration_id>/", fill.handed_back, name="handed_back"),
    path("kasus/<uuid:case_id>/hasil/<uuid:administration_id>/", result.show, name="result"),
    path("kasus/<uuid:case_id>/hasil/<uuid:administration_id>/nilai/", result.judge, name="judge"),
    path("kasus/<uuid:case_id>/hasil/<uuid:administration_id>/salah/", result.mark_wrong, name="mark_wrong"),
    path("kasus/<uuid:case_id>/hasil/<uuid:administration_id>/bagikan/", result.share, name="share"),
    path("kasus/<uuid:case_id>/hasil/<uuid:administration_id>/isi-ulang/", result.retest, name="retest"),
    path("kasus/<uuid:case_id>/hasil/<uuid:administration_id>/lewati/", result.skip, name="skip"),
    path("kosong/<uuid:version_id>/", blank.show, name="blank"),
    path("formulir/", forms_kept.show, name="forms"),
    path("formulir/paket/", forms_kept.pack, name="pack"),
    path("formulir/<uuid:instrument_id>/saklar/", forms_kept.switch, name="switch"),
    path("formulir/versi/<uuid:version_id>/", forms_kept.preview, name="preview"),
    path("formulir/versi/<uuid:version_id>/terbit/", forms_kept.publish, name="publish"),
    path("formulir/versi/<uuid:version_id>/hapus/", forms_kept.discard, name="discard"),
    path("formulir/versi/<uuid:version_id>/berkas/", forms_kept.source, name="source"),
]
