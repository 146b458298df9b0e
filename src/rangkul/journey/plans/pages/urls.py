from django.urls import path

from rangkul.journey.plans.pages import alliance, alternatives, evaluation, goal, measures, plan, review

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
    path("<uuid:case_id>/ukuran/", measures.begin, name="new_measure"),
    path("<uuid:case_id>/ukuran/alat/<str:key>/", measures.follow, name="follow"),
    path("<uuid:case_id>/ukuran/titik/<uuid:point_id>/", measures.correct_point, name="correct_point"),
    path("<uuid:case_id>/ukuran/fase/<uuid:phase_id>/", measures.correct_phase, name="correct_phase"),
    path("<uuid:case_id>/ukuran/<uuid:measure_id>/", measures.show, name="measure"),
    path("<uuid:case_id>/ukuran/<uuid:measure_id>/hitung/", measures.count, name="count"),
    path("<uuid:case_id>/ukuran/<uuid:measure_id>/hitung-banyak/", measures.count_many, name="count_many"),
    path("<uuid:case_id>/ukuran/<uuid:measure_id>/fase/", measures.phase, name="phase"),
    path("<uuid:case_id>/ukuran/<uuid:measure_id>/untuk/", measures.belong, name="belong"),
    path("<uuid:case_id>/ukuran/<uuid:measure_id>/henti/", measures.end, name="end_measure"),
    path("<uuid:case_id>/kerja-sama/", alliance.rate, name="alliance"),
    path("<uuid:case_id>/kerja-sama/terima-kasih/", alliance.thanks, name="alliance_thanks"),
]
