from django.urls import path

from rangkul.support.entitlements.pages import application, board, of_case

app_name = "entitlements"
_ONE = "kasus/<uuid:case_id>/<uuid:application_id>/"
urlpatterns = [
    path("", board.show, name="board"),
    path("program/<slug:code>/", board.programme, name="programme"),
    path("kasus/<uuid:case_id>/", of_case.show, name="of_case"),
    path("kasus/<uuid:case_id>/mulai/", of_case.consider, name="consider"),
    path(_ONE, application.show, name="application"),
    path(f"{_ONE}surat/<slug:code>/", application.letter, name="letter"),
    path(f"{_ONE}<slug:word>/", application.step, name="step"),
]
