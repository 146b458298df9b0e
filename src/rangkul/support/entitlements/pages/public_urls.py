from django.urls import path

from rangkul.support.entitlements.pages import public

app_name = "benefits"
urlpatterns = [
    path("", public.listed, name="listed"),
    path("<slug:code>/", public.shown, name="shown"),
]
