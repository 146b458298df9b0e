from django.urls import path

from rangkul.commons.directory.pages import public

app_name = "services"
urlpatterns = [
    path("", public.search, name="search"),
    path("<uuid:pk>/", public.show, name="show"),
    path("<uuid:pk>/usul/", public.suggest, name="suggest"),
]
