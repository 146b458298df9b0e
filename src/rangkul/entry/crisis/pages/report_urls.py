from django.urls import path

from rangkul.entry.crisis.pages import report

app_name = "report"
urlpatterns = [path("", report.show, name="report")]
