from django.urls import path

from rangkul.journey.reports.pages.check import check

app_name = "reports_public"
urlpatterns = [path("", check, name="check")]
