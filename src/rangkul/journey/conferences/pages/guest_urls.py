from django.urls import path

from rangkul.journey.conferences.pages import guest

app_name = "guests"
urlpatterns = [
    path("", guest.room, name="room"),
    path("keluar/", guest.leave, name="leave"),
    path("jawab/", guest.answer, name="answer"),
    path("berbeda/", guest.disagree, name="disagree"),
    path("<str:code>/", guest.door, name="door"),
]
