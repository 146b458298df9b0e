from django.urls import path

from rangkul.entry.crisis.pages import lines

app_name = "crisis"
urlpatterns = [path("", lines.show, name="lines")]
