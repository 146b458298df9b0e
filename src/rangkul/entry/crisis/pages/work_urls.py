from django.urls import path

from rangkul.entry.crisis.pages import keeping

app_name = "lines"
urlpatterns = [
    path("", keeping.show, name="keep"),
    path("penelepon/", keeping.keeper, name="keeper"),
    path("milik-kami/", keeping.own, name="own"),
    path("<uuid:pk>/<slug:verb>/", keeping.found_out, name="found_out"),
]
