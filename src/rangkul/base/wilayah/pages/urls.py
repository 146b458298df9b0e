from django.urls import path

from rangkul.base.wilayah.pages import views

app_name = "wilayah"
urlpatterns = [path("cari/", views.suggest, name="suggest")]
