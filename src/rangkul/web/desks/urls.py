from django.urls import path

from rangkul.web.desks import pages

app_name = "desks"
urlpatterns = [
    path("", pages.first, name="today"),
    path("cari/", pages.find, name="search"),
    path("tim/", pages.board, name="team"),
    path("lembaga/", pages.agency, name="agency"),
]
