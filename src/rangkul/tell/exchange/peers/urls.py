from django.apps import apps
from django.urls import path

from rangkul.tell.exchange.peers.pages import admin, incoming, line
from rangkul.tell.exchange.webhooks import urls as webhooks

app_name = "exchange"
_PEER, _IN = "server/<uuid:pk>/", "masuk/<uuid:pk>/"
urlpatterns = [
    path("kunci/", line.key, name="key"),
    path("pesan/", line.letter, name="letter"),
    path("berkas/", line.file, name="file"),
    path("server/", admin.peers, name="peers"),
    path("server/baru/", admin.new, name="new_peer"),
    path(_PEER, admin.peer, name="peer"),
    path(f"{_PEER}cocok/", admin.confirm, name="confirm"),
    path(f"{_PEER}kunci/", admin.replace_key, name="replace_key"),
    path(f"{_PEER}perjanjian/", admin.agree, name="agree"),
    path(f"{_PEER}perjanjian/<uuid:agreement_id>/akhiri/", admin.end_agreement, name="end_agreement"),
    path(f"{_PEER}saklar/", admin.switch, name="switch"),
    path(f"{_PEER}capai/<uuid:organization_id>/", admin.reach, name="reach"),
    path(f"{_PEER}lepas/<uuid:reach_id>/", admin.unreach, name="unreach"),
    path("masuk/", incoming.rows, name="incoming_rows"),
    path(_IN, incoming.show, name="incoming"),
    path(f"{_IN}buka/", incoming.open_it, name="open_incoming"),
    path(f"{_IN}mulai/", incoming.begin, name="begin_incoming"),
    path(f"{_IN}tanya/", incoming.ask, name="ask_sender"),
    path(f"{_IN}hasil/", incoming.finish, name="finish_incoming"),
    path(f"{_IN}berkas/", incoming.hand_over, name="hand_over"),
    path(f"{_IN}berkas/<uuid:file_id>/", incoming.download, name="incoming_file"),
    path(f"{_IN}lanjut/", incoming.pass_on, name="pass_on_incoming"),
    path(f"{_IN}henti/", incoming.stop, name="stop_incoming"),
]
urlpatterns += webhooks.urlpatterns
# A house without referrals has none to hand out.
if apps.is_installed("rangkul.support.referral"):
    from rangkul.tell.exchange.fhir import pages

    urlpatterns += [path("rujukan/<uuid:case_id>/<uuid:referral_id>/fhir/", pages.bundle, name="fhir")]
