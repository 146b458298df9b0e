from django.apps import apps
from django.urls import path

app_name = "exchange"
urlpatterns = []
# A house without referrals has none to hand out.
if apps.is_installed("rangkul.support.referral"):
    from rangkul.tell.exchange.fhir import pages

    urlpatterns += [path("rujukan/<uuid:case_id>/<uuid:referral_id>/fhir/", pages.bundle, name="fhir")]
