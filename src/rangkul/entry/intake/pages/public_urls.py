from django.urls import path

from rangkul.entry.intake.pages.ask import arrived, views

app_name = "ask"
urlpatterns = [
    path("", views.step, name="start"),
    path("bahaya/", views.danger, name="danger"),
    path("lanjut/", arrived.resume, name="resume"),
    path("hapus/", views.forget, name="forget"),
    path("tiket/", arrived.ticket, name="ticket"),
    path("<slug:slug>/", views.step, name="step"),
]
