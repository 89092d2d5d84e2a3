# What settings read while tests and checks run: always the same, whatever the shell that started them had set.
unset PYTHONPATH SITE_URL SECURITY_CONTACT BEHIND_PROXY DEFAULT_FROM_EMAIL LOG_LEVEL CLAMD
# A program is compiled once, not by each of the processes that tests start.
unset PYTHONDONTWRITEBYTECODE
export DJANGO_SETTINGS_MODULE=cmio_coach.settings
export SECRET_KEY=only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz
export ALLOWED_HOSTS=127.0.0.1,localhost,testserver
export DEBUG=0 HTTPS=0 WORKER=0 DATABASE_URL=sqlite://:memory: EMAIL_URL=console:
export PATH="$PWD/.venv/bin:$PATH"
