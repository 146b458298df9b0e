from django.urls import path

from rangkul.journey.visits.pages import of_case, one, today

app_name = "visits"
urlpatterns = [
    path("", today.show, name="today"),
    path("<uuid:case_id>/", of_case.show, name="of_case"),
    path("<uuid:case_id>/<uuid:visit_id>/", one.show, name="visit"),
    path("<uuid:case_id>/<uuid:visit_id>/ubah/", one.change, name="change"),
    path("<uuid:case_id>/<uuid:visit_id>/berangkat/", one.leave, name="leave"),
    path("<uuid:case_id>/<uuid:visit_id>/lebih-lama/", one.later, name="later"),
    path("<uuid:case_id>/<uuid:visit_id>/bantuan/", one.call_help, name="help"),
    path("<uuid:case_id>/<uuid:visit_id>/kembali/", one.come_back, name="back"),
    path("<uuid:case_id>/<uuid:visit_id>/aman/", one.say_safe, name="safe"),
    path("<uuid:case_id>/<uuid:visit_id>/batal/", one.cancel, name="cancel"),
]
