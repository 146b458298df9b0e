from django.urls import path

from rangkul.support.consultation.pages import asking, home, library, question

app_name = "consultation"
_ONE = "<uuid:question_id>/"
urlpatterns = [
    path("", home.home, name="home"),
    path("terlambat/<uuid:overdue_id>/", home.acknowledge, name="acknowledge"),
    path("baru/", asking.ask, name="ask"),
    path("kasus/<uuid:case_id>/", asking.of_case, name="of_case"),
    path("pustaka/", library.library, name="library"),
    path("pustaka/tulis/", library.propose, name="write"),
    path("pustaka/dari/<uuid:answer_id>/", library.propose, name="propose"),
    path("pustaka/<uuid:article_id>/", library.article, name="article"),
    path("pustaka/<uuid:article_id>/tulis-lagi/", library.rewrite, name="rewrite"),
    path("pustaka/<uuid:article_id>/<slug:verb>/", library.edit, name="edit"),
    path(_ONE, question.show, name="question"),
    path(f"{_ONE}ubah/", question.change, name="change"),
    path(f"{_ONE}kirim/", question.send, name="send"),
    path(f"{_ONE}jawab/", question.answer, name="answer"),
    path(f"{_ONE}tutup/", question.close, name="close"),
    path(f"{_ONE}tarik/", question.withdraw, name="withdraw"),
    path(f"{_ONE}menolong/<uuid:answer_id>/", question.helped, name="helped"),
]
