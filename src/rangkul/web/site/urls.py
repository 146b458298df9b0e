from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from rangkul.web.site import views

app_name = "site"
urlpatterns = [
    path("", views.front, name="front"),
    path("cara-kerja/", views.how, name="how"),
    path("pekerja-sosial/", views.social_worker, name="social_worker"),
    path("pelindungan-data/", views.privacy, name="privacy"),
    path("jejak/", views.traces, name="traces"),
    # A wish for a language harms nobody, so it needs no token, and these pages set no cookie.
    path("bahasa/", csrf_exempt(set_language), name="language"),
]
