from django.urls import path

from rangkul.web.look import views

app_name = "look"
urlpatterns = [
    path("keluar/", views.leave, name="exit"),
    path("galeri/", views.gallery, name="gallery"),
]
