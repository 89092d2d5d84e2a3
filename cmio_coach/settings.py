"""Django settings: one file, everything that differs between machines comes from the environment."""

from pathlib import Path

from csp.constants import NONE, SELF

from cmio_coach import database, environment

BASE_DIR = Path(__file__).resolve().parent.parent

# --- core -------------------------------------------------------------------------------------------
SECRET_KEY = environment.secret("SECRET_KEY")
DEBUG = environment.flag("DEBUG", default=False)
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", "the host names of this site, separated by commas")
HTTPS = environment.flag("HTTPS", default=True)
BEHIND_PROXY = environment.flag("BEHIND_PROXY", default=False)
# Canonical links and feeds name the site by this and not by the Host header: public pages are the same for everyone.
SITE_URL = environment.site("SITE_URL", f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0].lstrip('.')}")
# Where security.txt sends people who found a hole.
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT", f"{SITE_URL}/about/contact/")

ROOT_URLCONF = "cmio_coach.urls"
WSGI_APPLICATION = "cmio_coach.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"
# Days read alike on every page, in the admin as well.
FORMAT_MODULE_PATH = "cmio_coach.formats"

# --- apps -------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "careers",
    "assessments",
    "cmio_coach.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
]
MIDDLEWARE = [
    "cmio_coach.middleware.no_body_for_head",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cmio_coach.middleware.browser_policies",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cmio_coach.middleware.forms_of_one_size",
    "cmio_coach.middleware.forms_in_utf_8",
    "cmio_coach.middleware.refuse_impossible_text",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cmio_coach.middleware.AskToSignIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "cmio_coach.middleware.private_pages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- database and cache -----------------------------------------------------------------------------
DATABASES = {"default": database.settings("DATABASE_URL")}
# Shared by all workers, so that rate limits count every request.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

# --- accounts ---------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
]
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_CHANGE_EMAIL = ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_ADAPTER = "assessments.forms.account_words.AccountWords"
ACCOUNT_FORMS = {
    name: f"assessments.forms.accounts.{form}"
    for name, form in (
        ("signup", "SignUpForm"),
        ("login", "SignInForm"),
        ("reauthenticate", "ReauthenticateForm"),
        ("confirm_email_verification_code", "EmailCodeForm"),
        ("confirm_password_reset_code", "ResetCodeForm"),
        ("reset_password", "ResetForm"),
        ("reset_password_from_key", "NewPasswordForm"),
        ("add_email", "NewAddressForm"),
        ("set_password", "FirstPasswordForm"),
        ("change_password", "ChangePasswordForm"),
    )
}
# What decides who can sign in is told to its owner by mail whenever it changes.
ACCOUNT_EMAIL_NOTIFICATIONS = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "CMIO Coach"
# Half a minute either way: whoever reads a code at the end of its time has to type it still.
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "assessments.forms.factor_words.FactorWords"
MFA_FORMS = {
    name: f"assessments.forms.factors.{form}"
    for name, form in (
        ("activate_totp", "AppForm"),
        ("authenticate", "SecondStepForm"),
        ("reauthenticate", "ShowAgainForm"),
        ("add_webauthn", "NewPasskeyForm"),
        ("edit_webauthn", "RenamePasskeyForm"),
        ("authenticate_webauthn", "PasskeyStepForm"),
        ("reauthenticate_webauthn", "PasskeyAgainForm"),
    )
}
# Passkeys exist over HTTPS only, but for browsers on the machine that the site runs on.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
# Starting an assessment without signing in writes a row, and nobody follows many links of second ratings that do not
# exist: not without end. Hospitals share one address.
ACCOUNT_RATE_LIMITS = {"try": "60/h/ip", "guess": "60/h/ip"}
# Limits count visitors: behind a proxy, who it says they are, or all of them would be one.
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True

# --- e-mail -----------------------------------------------------------------------------------------
globals().update(environment.email("EMAIL_URL", default="console:"))
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "a sender's address", "CMIO Coach <coach@localhost>")

# --- static files -----------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- public pages -------------------------------------------------------------------------------------
# Made pages and the stamp of their content: one folder for all workers; on several machines, a shared one.
READY_PAGES = environment.text("READY_PAGES", "a folder", str(BASE_DIR / "var" / "pages"))

# --- planning -----------------------------------------------------------------------------------------
# Whether the server keeps a worker beside it; elsewhere `manage.py work` may run as a service of its own.
WORKER = environment.flag("WORKER", default=True)

# --- files of users -----------------------------------------------------------------------------------
# Where clamd listens; without it files are kept and handed out as they are.
CLAMD = environment.scanner("CLAMD")
FILE_UPLOAD_HANDLERS = ["assessments.forms.uploads.BoundedUpload"]

# --- security: the header set of the strictest grade; no inline script or style anywhere ---------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 63072000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 14 * 24 * 3600
# What the editors' desk takes: a paste of 2 MB, of which a browser makes three times as much, is to reach its field and
# be refused there with all else kept; a section has a hundred rows of a dozen fields. `forms_of_one_size` holds the
# forms of all other pages to less.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- logging ----------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": environment.choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO"),
    },
}
