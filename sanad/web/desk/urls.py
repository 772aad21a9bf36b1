"""The addresses of the desk."""

from django.urls import URLPattern, URLResolver, path

from sanad.web.desk import (
    accounts,
    adding,
    came_in,
    commitments,
    correcting,
    deciding,
    keys,
    listing,
    page,
    questions,
    retracting,
    sealing,
    showing,
    statements,
    timeline,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.desk, name="desk"),
    path("keys/", keys.turn_keys, name="desk_keys"),
    path("pages/new/", adding.add_page, name="desk_page_new"),
    path("pages/<int:layer>/", page.desk_page, name="desk_page"),
    path("proposals/<int:pk>/", deciding.decide, name="desk_decide"),
    path("statements/<int:pk>/", statements.statement, name="desk_statement"),
    path("statements/<int:pk>/page/", came_in.page_as_it_came, name="desk_page_as_it_came"),
    path("statements/<int:pk>/edit/", correcting.edit_statement, name="desk_statement_edit"),
    path("statements/<int:pk>/back/", correcting.set_statement_back, name="desk_statement_back"),
    path("accounts/<int:pk>/", accounts.account, name="desk_account"),
    path("commitments/", commitments.commitments, name="desk_commitments"),
    path("commitments/<int:pk>/", commitments.commitment, name="desk_commitment"),
    path("commitments/<int:pk>/outcomes/", commitments.add_said, name="desk_outcome_new"),
    path("retractions/", retracting.retractions, name="desk_retractions"),
    path("retractions/<int:pk>/", retracting.retraction, name="desk_retraction"),
    path("retract/<str:kind>/<int:pk>/", retracting.retract_it, name="desk_retract"),
    path("captures/<int:pk>/seal/", sealing.seal_page, name="desk_seal"),
    path("showing/<str:kind>/<int:pk>/", showing.showing, name="desk_showing"),
    path("showing/<str:kind>/<int:pk>/ask/", showing.ask, name="desk_reply_ask"),
    path("showing/<str:kind>/<int:pk>/level/", showing.show, name="desk_show"),
    path("replies/<int:pk>/", showing.answer, name="desk_reply"),
    path("timeline/", timeline.timeline, name="desk_timeline"),
    path("questions/", questions.questions, name="desk_questions"),
    path("questions/<int:pk>/", questions.question, name="desk_question"),
]
