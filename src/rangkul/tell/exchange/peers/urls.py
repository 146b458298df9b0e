from django.urls import path

from rangkul.tell.exchange.fhir import pages

app_name = "exchange"
urlpatterns = [
    path("rujukan/<uuid:case_id>/<uuid:referral_id>/fhir/", pages.bundle, name="fhir"),
]
