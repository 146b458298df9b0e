from django.urls import path

from rangkul.journey.plans.pages import alternatives, evaluation, goal, plan, review

app_name = "plans"
urlpatterns = [
    path("<uuid:case_id>/", plan.show, name="plan"),
    path("<uuid:case_id>/versi/<int:version>/", plan.show, name="version"),
    path("<uuid:case_id>/uraian/", plan.describe, name="describe"),
    path("<uuid:case_id>/sepakat/", plan.agree, name="agree"),
    path("<uuid:case_id>/versi-baru/", plan.renew, name="renew"),
    path("<uuid:case_id>/lembar/", plan.client_page, name="client_page"),
    path("<uuid:case_id>/tujuan/", goal.edit, name="new_goal"),
    path("<uuid:case_id>/tujuan/<uuid:goal_id>/", goal.edit, name="goal"),
    path("<uuid:case_id>/tujuan/<uuid:goal_id>/hapus/", goal.remove, name="remove_goal"),
    path("<uuid:case_id>/tujuan/<uuid:goal_id>/tugas/", goal.add_task, name="add_task"),
    path("<uuid:case_id>/jalan/", alternatives.show, name="alternatives"),
    path("<uuid:case_id>/jalan/timbang/", alternatives.weigh, name="weigh"),
    path("<uuid:case_id>/jalan/<uuid:alternative_id>/", alternatives.weigh, name="alternative"),
    path("<uuid:case_id>/jalan/<uuid:alternative_id>/hapus/", alternatives.remove, name="remove_alternative"),
    path("<uuid:case_id>/dugaan/", alternatives.suppose, name="suppose"),
    path("<uuid:case_id>/dugaan/<uuid:hypothesis_id>/hapus/", alternatives.forget, name="remove_hypothesis"),
    path("<uuid:case_id>/tinjauan/", review.show, name="review"),
    path("<uuid:case_id>/evaluasi/", evaluation.show, name="evaluation"),
]
