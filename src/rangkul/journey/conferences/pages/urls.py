from django.urls import path

from rangkul.journey.conferences.pages import invited, of_case, one

app_name = "conferences"
urlpatterns = [
    path("", invited.show, name="invited"),
    path("meja/<uuid:conference_id>/", invited.table, name="table"),
    path("meja/<uuid:conference_id>/jawab/", invited.answer, name="answer"),
    path("meja/<uuid:conference_id>/berbeda/", invited.disagree, name="disagree"),
    path("<uuid:case_id>/", of_case.show, name="of_case"),
    path("<uuid:case_id>/<uuid:conference_id>/", one.show, name="conference"),
    path("<uuid:case_id>/<uuid:conference_id>/ubah/", one.change, name="change"),
    path("<uuid:case_id>/<uuid:conference_id>/rekan/", one.invite_colleague, name="invite_colleague"),
    path("<uuid:case_id>/<uuid:conference_id>/tamu/", one.invite_guest, name="invite_guest"),
    path("<uuid:case_id>/<uuid:conference_id>/kursi/<uuid:seat_id>/cabut/", one.end_seat, name="end_seat"),
    path("<uuid:case_id>/<uuid:conference_id>/kursi/<uuid:seat_id>/tautan-baru/", one.renew_link, name="renew_link"),
    path("<uuid:case_id>/<uuid:conference_id>/putuskan/", one.decide, name="decide"),
    path("<uuid:case_id>/<uuid:conference_id>/berbeda/", one.disagree, name="dissent"),
    path("<uuid:case_id>/<uuid:conference_id>/selesai/", one.hold, name="hold"),
    path("<uuid:case_id>/<uuid:conference_id>/batal/", one.cancel, name="cancel"),
]
