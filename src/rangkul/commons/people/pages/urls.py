from django.urls import path

from rangkul.commons.people.pages import contact, editing, family, history, listing, merging, person, registering

app_name = "people"
urlpatterns = [
    path("", listing.register, name="register"),
    path("baru/", registering.new, name="new"),
    path("baru/mirip/", registering.similar, name="similar"),
    path("gabungan/<uuid:merge_id>/batal/", merging.undo, name="unmerge"),
    path("<uuid:person_id>/", person.show, name="person"),
    path("<uuid:person_id>/nomor/", person.reveal, name="reveal"),
    path("<uuid:person_id>/perbaiki/", editing.edit, name="edit"),
    path("<uuid:person_id>/perbaiki/nama/", editing.add_name, name="add_name"),
    path("<uuid:person_id>/perbaiki/telepon/", editing.add_phone, name="add_phone"),
    path("<uuid:person_id>/perbaiki/telepon/<uuid:row_id>/akhiri/", editing.end_phone, name="end_phone"),
    path("<uuid:person_id>/perbaiki/alamat/", editing.add_address, name="add_address"),
    path("<uuid:person_id>/perbaiki/alamat/<uuid:row_id>/akhiri/", editing.end_address, name="end_address"),
    path("<uuid:person_id>/perbaiki/batasi/", editing.restrict, name="restrict"),
    path("<uuid:person_id>/kontak-aman/", contact.contact, name="contact"),
    path("<uuid:person_id>/keluarga/", family.household, name="household"),
    path("<uuid:person_id>/keluarga/tambah/", family.add_kin, name="add_kin"),
    path("<uuid:person_id>/keluarga/<uuid:row_id>/izin/", family.permit, name="permit"),
    path("<uuid:person_id>/keluarga/<uuid:row_id>/akhiri/", family.end_kin, name="end_kin"),
    path("<uuid:person_id>/rumah/<uuid:row_id>/kepala/", family.head, name="head"),
    path("<uuid:person_id>/rumah/<uuid:row_id>/pergi/", family.leave, name="leave"),
    path("<uuid:person_id>/gabung/", merging.merge, name="merge"),
    path("<uuid:person_id>/gabung/<uuid:other_id>/", merging.decide, name="decide"),
    path("<uuid:person_id>/gabung/<uuid:other_id>/ragu/", merging.doubt, name="doubt"),
    path("keraguan/<uuid:doubt_id>/jawab/", merging.answer_doubt, name="answer_doubt"),
    path("<uuid:person_id>/riwayat/", history.history, name="history"),
]
