"""Django as the loop needs it: one SQLite database in memory."""

SECRET_KEY = "benchmark"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
INSTALLED_APPS = ["benchmarks.django_loop"]
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
