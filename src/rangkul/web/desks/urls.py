from django.urls import path

from rangkul.web.desks import alliance, pages, risen
from rangkul.web.desks.equity import pages as equity

app_name = "desks"
urlpatterns = [
    path("", pages.first, name="today"),
    path("cari/", pages.find, name="search"),
    path("tim/", pages.board, name="team"),
    path("tim/kerja-sama/", alliance.show, name="alliance"),
    path("naik/", risen.show, name="risen"),
    path("lembaga/", pages.agency, name="agency"),
    path("pemerataan/", equity.show, name="equity"),
    path("pemerataan/tabel.csv", equity.download, name="equity_file"),
]
