from django.urls import path

from rangkul.web.desks import listed, pages

app_name = "desks"
urlpatterns = [
    path("", pages.first, name="today"),
    path("cari/", pages.find, name="search"),
    path("tim/", pages.board, name="team"),
    path("layanan-lama/", listed.old, name="old_services"),
    path("lembaga/", pages.agency, name="agency"),
]
