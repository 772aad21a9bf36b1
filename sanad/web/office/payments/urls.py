from django.urls import URLPattern, URLResolver, path

from sanad.web.office.payments import accounts, deciding, listing, preparing, run, statements, suspense

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.payments, name="payments"),
    path("new/<slug:code>/", preparing.prepare, name="payment_run_new"),
    path("runs/<str:reference>/", run.show, name="payment_run"),
    path("runs/<str:reference>/approve/", deciding.approve, name="payment_run_approve"),
    path("runs/<str:reference>/release/", deciding.release, name="payment_run_release"),
    path("runs/<str:reference>/files/<slug:form>/", deciding.export, name="payment_run_export"),
    path("runs/<str:reference>/sent/", deciding.send, name="payment_run_sent"),
    path("runs/<str:reference>/drop/", deciding.drop, name="payment_run_drop"),
    path("runs/<str:reference>/left-out/<slug:why>/", run.left_out, name="payment_run_left_out"),
    path("accounts/", accounts.accounts, name="payment_accounts"),
    path("accounts/<uuid:id>/", accounts.account, name="payment_account"),
    path("statements/", statements.statements, name="payment_statements"),
    path("statements/new/<slug:code>/", statements.take_in, name="payment_statement_new"),
    path("statements/<int:pk>/", statements.statement, name="payment_statement"),
    path("suspense/", suspense.suspense, name="payment_suspense"),
    path("suspense/<int:pk>/", suspense.decide, name="payment_suspense_line"),
]
