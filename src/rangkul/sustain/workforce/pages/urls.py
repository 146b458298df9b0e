from django.urls import path

from rangkul.sustain.workforce.pages import contract, home, pair, parts, practicum, reflecting, session, showing

app_name = "workforce"
urlpatterns = [
    path("", home.home, name="home"),
    path("mulai/<uuid:staff_id>/", home.begin, name="begin"),
    path("terlambat/<uuid:overdue_id>/urus/", home.acknowledge, name="acknowledge"),
    path("catatan-saya/", reflecting.log, name="log"),
    path("catatan-saya/<uuid:reflection_id>/hapus/", reflecting.forget, name="forget"),
    path("catatan-saya/<uuid:reflection_id>/bawa/", reflecting.bring, name="bring"),
    path("kontrak/<uuid:contract_id>/", contract.show, name="contract"),
    path("kontrak/<uuid:contract_id>/tanda-tangan/", contract.sign, name="contract_sign"),
    path("kontrak/<uuid:contract_id>/versi-baru/", contract.again, name="contract_again"),
    path("kontrak/<uuid:contract_id>/akhiri/", contract.end, name="contract_end"),
    path("kontrak/<uuid:contract_id>/cetak/", contract.paper, name="contract_print"),
    path("bersama/<uuid:contract_id>/", pair.show, name="pair"),
    path("bersama/<uuid:contract_id>/rencanakan/", pair.plan, name="plan"),
    path("bersama/<uuid:contract_id>/kesiapan/", pair.judge, name="judge"),
    path("bersama/<uuid:contract_id>/kesiapan/<uuid:readiness_id>/", pair.reply, name="reply"),
    path("sesi/<uuid:session_id>/", showing.show, name="session"),
    path("sesi/<uuid:session_id>/notulen/", session.record, name="record"),
    path("sesi/<uuid:session_id>/cetak/", session.paper, name="session_print"),
    path("sesi/<uuid:session_id>/pokok/", parts.add_point, name="point"),
    path("sesi/<uuid:session_id>/pokok/<uuid:item_id>/hapus/", parts.remove_point, name="point_remove"),
    path("sesi/<uuid:session_id>/keputusan/", parts.decide, name="decide"),
    path("sesi/<uuid:session_id>/keputusan/<uuid:decision_id>/", parts.tell, name="tell"),
    path("sesi/<uuid:session_id>/tindak-lanjut/", parts.promise, name="promise"),
    path(
        "sesi/<uuid:session_id>/tindak-lanjut/<uuid:follow_up_id>/<slug:verb>/", parts.end_promise, name="promise_end"
    ),
    path("sesi/<uuid:session_id>/pribadi/", parts.write_personal, name="personal"),
    path("sesi/<uuid:session_id>/koreksi/", parts.correct, name="correct"),
    path("sesi/<uuid:session_id>/pindah/", parts.move, name="move"),
    path("sesi/<uuid:session_id>/batal/", parts.cancel, name="cancel"),
    path("sesi/<uuid:session_id>/tanda-tangan/", parts.sign, name="sign"),
    path("sesi/<uuid:session_id>/buka/", parts.reopen, name="reopen"),
    path("praktikum/mulai/<uuid:staff_id>/", practicum.begin, name="practicum_begin"),
    path("praktikum/<uuid:practicum_id>/", practicum.show, name="practicum"),
    path("praktikum/<uuid:practicum_id>/akhiri/", practicum.end, name="practicum_end"),
    path("praktikum/<uuid:practicum_id>/tujuan/", practicum.objective, name="objective"),
    path("praktikum/<uuid:practicum_id>/tujuan/<uuid:objective_id>/", practicum.seen, name="objective_seen"),
    path("praktikum/<uuid:practicum_id>/hari/", practicum.day, name="day"),
    path("praktikum/<uuid:practicum_id>/hari/<uuid:entry_id>/<slug:verb>/", practicum.entry, name="entry"),
    path("praktikum/<uuid:practicum_id>/kasus/", practicum.draft_study, name="study_draft"),
    path("kasus-belajar/<uuid:study_id>/", practicum.study, name="study"),
    path("kasus-belajar/<uuid:study_id>/tarik/", practicum.withdraw, name="study_withdraw"),
]
