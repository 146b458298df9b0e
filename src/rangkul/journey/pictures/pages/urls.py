from django.urls import path

from rangkul.journey.pictures.pages import causing, ecomap, genogram, lifeline, living, paper, problems, tying, writing

app_name = "pictures"
urlpatterns = [
    path("<uuid:case_id>/keluarga/", genogram.show, name="genogram"),
    path("<uuid:case_id>/keluarga/cetak/", paper.show, name="genogram_paper"),
    path("<uuid:case_id>/keluarga/<uuid:person_id>/tambah/<slug:what>/", writing.add, name="add"),
    path("<uuid:case_id>/keluarga/<uuid:person_id>/hubungkan/", writing.link, name="link"),
    path("<uuid:case_id>/keluarga/<uuid:person_id>/garis/", writing.tie, name="tie"),
    path("<uuid:case_id>/keluarga/<uuid:person_id>/rumah/", writing.home, name="home"),
    path("<uuid:case_id>/keluarga/<uuid:person_id>/perbaiki/", writing.correct, name="correct"),
    path("<uuid:case_id>/keluarga/<uuid:person_id>/kehamilan/", writing.pregnancy, name="pregnancy"),
    path("<uuid:case_id>/keluarga/hubungan/<uuid:row_id>/", writing.change, name="change"),
    path("<uuid:case_id>/keluarga/hubungan/<uuid:row_id>/hapus/", writing.remove, name="remove"),
    path("<uuid:case_id>/keluarga/garis/<uuid:row_id>/akhiri/", writing.end_tie, name="end_tie"),
    path("<uuid:case_id>/keluarga/kehamilan/<uuid:row_id>/", writing.end_pregnancy, name="end_pregnancy"),
    path("<uuid:case_id>/sekitar/", ecomap.show, name="ecomap"),
    path("<uuid:case_id>/sekitar/cetak/", ecomap.paper, name="ecomap_paper"),
    path("<uuid:case_id>/sekitar/tambah/", tying.add, name="tie_system"),
    path("<uuid:case_id>/sekitar/ambil/<uuid:row_id>/", tying.take, name="take_institution"),
    path("<uuid:case_id>/sekitar/<uuid:row_id>/koreksi/", tying.correct, name="correct_system"),
    path("<uuid:case_id>/sekitar/<uuid:row_id>/akhiri/", tying.end, name="end_system"),
    path("<uuid:case_id>/masalah/", problems.show, name="problems"),
    path("<uuid:case_id>/masalah/cetak/", problems.paper, name="problems_paper"),
    path("<uuid:case_id>/masalah/tambah/", causing.add, name="name_problem"),
    path("<uuid:case_id>/masalah/<uuid:row_id>/hubungkan/", causing.link, name="link_problem"),
    path("<uuid:case_id>/masalah/<uuid:row_id>/perbaiki/", causing.correct, name="correct_problem"),
    path("<uuid:case_id>/masalah/<uuid:row_id>/harapan/", causing.wish, name="wish_problem"),
    path("<uuid:case_id>/masalah/<uuid:row_id>/tinjau/", causing.review, name="review_problem"),
    path("<uuid:case_id>/masalah/<uuid:row_id>/hapus/", causing.drop, name="drop_problem"),
    path("<uuid:case_id>/masalah/panah/<uuid:row_id>/hapus/", causing.unlink, name="unlink_problem"),
    path("<uuid:case_id>/waktu/", lifeline.show, name="lifeline"),
    path("<uuid:case_id>/waktu/cetak/", lifeline.paper, name="lifeline_paper"),
    path("<uuid:case_id>/waktu/tambah/", living.add, name="tell_life"),
    path("<uuid:case_id>/waktu/<uuid:row_id>/koreksi/", living.correct, name="correct_life"),
    path("<uuid:case_id>/waktu/<uuid:row_id>/tarik/", living.take_back, name="take_back_life"),
]
