from django.urls import path

from rangkul.entry.intake.pages.staff import consenting, deciding, entering, one, people, queue, working

app_name = "intake"
urlpatterns = [
    path("", queue.queue_page, name="queue"),
    path("naik/", queue.told, name="told"),
    path("bertugas/", queue.duty, name="duty"),
    path("baru/", entering.enter, name="enter"),
    path("baru/jadi/", entering.entered, name="entered"),
    path("<uuid:pk>/", one.request_page, name="request"),
    path("<uuid:pk>/kabar/", one.news, name="news"),
    path("<uuid:pk>/surat/<uuid:decision>/", one.letter, name="letter"),
    path("<uuid:pk>/putuskan/<slug:verb>/", deciding.decide, name="decide"),
    path("<uuid:pk>/hubungan/", deciding.step_aside, name="conflict"),
    path("<uuid:pk>/tingkat/", working.level, name="level"),
    path("<uuid:pk>/petugas/", working.assign, name="assign"),
    path("<uuid:pk>/tangani/", working.acknowledge, name="acknowledge"),
    path("<uuid:pk>/pesan/", working.message, name="message"),
    path("<uuid:pk>/persetujuan/", consenting.consents_page, name="consents"),
    path("<uuid:pk>/persetujuan/<uuid:consent_id>/tarik/", consenting.withdraw, name="consent_withdraw"),
    path("<uuid:pk>/pin/", working.pin, name="pin"),
    path("<uuid:pk>/orang/", people.link, name="link"),
    path("<uuid:pk>/orang/mungkin/", one.likely_people, name="likely"),
    path("<uuid:pk>/orang/baru/", people.register, name="register"),
]
