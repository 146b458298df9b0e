from django.urls import path

from rangkul.commons.trust.pages import audit, consents, glass

app_name = "trust"
urlpatterns = [
    path("darurat/<slug:kind>/<uuid:pk>/", glass.open_file, name="break_glass"),
    path("darurat/<uuid:pk>/tutup/", glass.close, name="close_glass"),
    path("tinjauan/", glass.reviews, name="reviews"),
    path("tinjauan/<uuid:pk>/", glass.review, name="review"),
    path("jejak/", audit.trail, name="audit"),
    path("persetujuan/<uuid:pk>/berhenti/", consents.confirm, name="confirm_stop"),
]
