"""Django's settings. Everything that differs between places comes from the environment (docs/settings.md)."""

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from sanad.config.databases import database
from sanad.config.environment import data_folder, is_on, number, secret, text, weekdays, words
from sanad.config.folders import PACKAGE, locales

PRODUCTION = is_on("PRODUCTION")
DATA = data_folder()
DEBUG = False

SECRET_KEY = secret("SECRET_KEY", production=PRODUCTION)
MASTER_KEY = secret("MASTER_KEY", production=PRODUCTION)
WITNESS_KEY = text("WITNESS_KEY") or MASTER_KEY
ALLOWED_HOSTS = words("HOSTS", "localhost,127.0.0.1,[::1]")
if PRODUCTION and "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("SANAD_HOSTS names the addresses of this site, never `*`, in production.")
CSRF_TRUSTED_ORIGINS = words("ORIGINS")
PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = number("PROXIES", 0)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "sanad.staff",
    "sanad.audit",
    "sanad.evidence",
    "sanad.places",
    "sanad.registry",
    "sanad.record",
    "sanad.casework.notices",
    "sanad.casework.claims",
    "sanad.casework.assessments",
    "sanad.casework.safety",
    "sanad.rulebook",
    "sanad.ledger",
    "sanad.funds",
    "sanad.casework.awards",
    "sanad.casework.allocations",
    "sanad.casework.payments",
    "sanad.casework.works",
    "sanad.casework.rounds",
    "sanad.casework.answers",
    "sanad.casework.inquiries",
    "sanad.outcomes",
    "sanad.witnesses",
    "sanad.publication",
    "sanad.web.shared",
    "sanad.ops",
    "sanad.web.family",
    "sanad.web.public",
    "sanad.web.office",
    "sanad.web.desk",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sanad.web.shared.statics.Statics",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sanad.web.shared.middleware.readable_address",
    "sanad.web.shared.middleware.chosen_digits",
    "sanad.web.shared.middleware.sliding_session",
    "sanad.web.shared.middleware.staff_reach",
]
ROOT_URLCONF = "sanad.config.urls"
WSGI_APPLICATION = "sanad.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sanad.web.shared.context.frame",
            ],
        },
    }
]

DATABASES = {"default": database(text("DATABASE_URL"), DATA)}
# Counts attempts to sign in, for every process of this machine alike.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": DATA / "cache"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "staff.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["sanad.staff.hashing.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "sanad.staff.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/office/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "sanad.web.shared.account.adapter.StaffAccounts"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "login": "30/m/ip"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_ADAPTER = "sanad.web.shared.account.second_factors.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator entered the address
MFA_TOTP_ISSUER = "Sanad"
MFA_TOTP_TOLERANCE = 1  # a code that changes while it is typed still counts (RFC 6238, 5.2)

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
LOCALE_PATHS = locales()
USE_I18N = True
USE_TZ = True
TIME_ZONE = text("TIME_ZONE", "Asia/Beirut")
WEEKEND = weekdays("WEEKEND", "saturday,sunday")

LANGUAGE_COOKIE_NAME = "sanad_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PRODUCTION
MESSAGE_TAGS = {20: "plain", 25: "done", 30: "halt", 40: "danger"}  # the states of the look
CSRF_FAILURE_VIEW = "sanad.web.shared.refusals.form_too_old"

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STATIC_ROOT = DATA / "static"  # filled by itself when the site starts (sanad.web.shared.statics)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "sanad.web.shared.statics.NamedByContent"},
}
DANGER_PHONE = text("DANGER_PHONE")
MEDIA_ROOT = DATA / "files"
ROUNDS_ROOT = DATA / "rounds"
RELEASES_ROOT = DATA / "releases"
CHECKPOINTS_ROOT = DATA / "checkpoints"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_AGE = 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS: list[str] = []

# What breaks is told where the site runs, with the line of code and without what a page held.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
