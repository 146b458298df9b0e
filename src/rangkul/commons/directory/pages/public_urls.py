from django.urls import path

from rangkul.commons.directory.pages import public, saying

app_name = "services"
urlpatterns = [
    path("", public.search, name="search"),
    path("usul/", saying.outcome, name="outcome"),
    path("<uuid:pk>/", public.show, name="show"),
    path("<uuid:pk>/usul/", public.suggest, name="suggest"),
]
