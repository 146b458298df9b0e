from django.urls import path

from rangkul.journey.reports.pages import files, paper, papers

app_name = "reports"
urlpatterns = [
    path("<uuid:case_id>/", papers.show, name="papers"),
    path("<uuid:case_id>/<uuid:paper_id>/", paper.show, name="paper"),
    path("<uuid:case_id>/<uuid:paper_id>/bagian/<uuid:passage_id>/", paper.write, name="write"),
    path("<uuid:case_id>/<uuid:paper_id>/bagian/<uuid:passage_id>/tulis-ulang/", paper.renew, name="renew"),
    path("<uuid:case_id>/<uuid:paper_id>/bagian/<uuid:passage_id>/ikut/", paper.leave, name="leave"),
    path("<uuid:case_id>/<uuid:paper_id>/tanda-tangan/", paper.sign, name="sign"),
    path("<uuid:case_id>/<uuid:paper_id>/batal/", paper.drop, name="drop"),
    path("<uuid:case_id>/<uuid:paper_id>/berikan/", paper.give, name="give"),
    path("<uuid:case_id>/<uuid:paper_id>/versi-baru/", paper.version, name="version"),
    path("<uuid:case_id>/<uuid:paper_id>/berkas/<slug:form>/", files.download, name="file"),
]
