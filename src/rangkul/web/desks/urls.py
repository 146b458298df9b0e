from django.urls import path

from rangkul.web.desks import pages, risen

app_name = "desks"
urlpatterns = [
    path("", pages.first, name="today"),
    path("cari/", pages.find, name="search"),
    path("tim/", pages.board, name="team"),
    path("naik/", risen.show, name="risen"),
    path("lembaga/", pages.agency, name="agency"),
]
