from django.urls import path

from rangkul.entry.crisis.pages import link

app_name = "link"
urlpatterns = [path("<str:secret>/", link.show, name="link")]
