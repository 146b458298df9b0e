from django.urls import path

from rangkul.web.api.pages import views

app_name = "keys"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("baru/", views.new, name="new"),
    path("mitra/", views.partners, name="partners"),
    path("mitra/baru/", views.new_for_partner, name="new_for_partner"),
    path("<uuid:pk>/akhiri/", views.end, name="end"),
]
