from django.urls import path

from rangkul.support.referral.pages import receiver

app_name = "receivers"
urlpatterns = [
    path("", receiver.room, name="room"),
    path("keluar/", receiver.leave, name="leave"),
    path("terima/", receiver.accept, name="accept"),
    path("tolak/", receiver.decline, name="decline"),
    path("mulai/", receiver.begin, name="begin"),
    path("hasil/", receiver.result, name="result"),
    path("lanjut/", receiver.pass_on, name="pass_on"),
    path("tanya/", receiver.ask, name="ask"),
    path("berkas/", receiver.hand_in, name="hand_in"),
    path("lampiran/<uuid:pk>/", receiver.enclosure, name="enclosure"),
    path("henti/", receiver.stopped, name="stopped"),
    path("<str:code>/", receiver.door, name="door"),
]
