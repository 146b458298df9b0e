from django.urls import path

from rangkul.web.desks import listed, pages, risen

app_name = "desks"
urlpatterns = [
    path("", pages.first, name="today"),
    path("cari/", pages.find, name="search"),
    path("tim/", pages.board, name="team"),
    path("layanan-lama/", listed.old, name="old_services"),
    path("naik/", risen.show, name="risen"),
    path("perjanjian-berakhir/", listed.agreements, name="partner_days"),
    path("lembaga/", pages.agency, name="agency"),
]
