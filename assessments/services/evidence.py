"""Writes on evidence: keep an entry with its skills and its file, scan held files again."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Sum

from assessments.models import Evidence, EvidenceFile, EvidenceSkill, Rating
from assessments.services import antivirus

MEGABYTE = 1024 * 1024
FILE_MAX = 5 * MEGABYTE
MOST_ENTRIES, MOST_BYTES = 50, 40 * MEGABYTE
Scan = EvidenceFile.Scan


class Stale(Exception):
    """The entry was changed by another page since this one was drawn; `kept` is how it is now."""

    def __init__(self, kept: Evidence) -> None:
        super().__init__(str(kept))
        self.kept = kept


class TooMany(Exception):
    """The user has as many entries as fit."""


class TooLarge(Exception):
    """The user's files would take more room than there is."""


class Infected(Exception):
    """The virus scanner found something in the file, so nothing was kept."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that was checked: its clean name, what it is, and its bytes."""

    name: str
    kind: EvidenceFile.Kind
    content: bytes

    @property
    def sha256(self) -> str:
        """The fingerprint of its bytes."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says and backs; `drop_file` takes its file away, a new `file` replaces it."""

    title: str
    done_on: date | None = None
    what: str = ""
    outcome: str = ""
    link: str = ""
    skills: Collection[str] = ()
    file: NewFile | None = None
    drop_file: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The page an entry comes from: its key, and the revision it showed, 0 for an entry that was new."""

    key: UUID
    revision: int


def save(*, user: User, id: UUID, page: Page, entry: Entry, at: datetime) -> Evidence:
    """Keep an entry, new or changed; the same page sent again changes nothing.

    Stale, TooMany, TooLarge and Infected say why nothing was kept. An id of somebody else's is replaced by another.
    """
    # Seconds of waiting for the scanner: before the transaction, so that nobody's write has to wait for it.
    verdict = antivirus.scan(entry.file.content) if entry.file else Scan.NOT_SCANNED
    if verdict == Scan.FOUND:
        raise Infected
    return _save(user, id, page, entry, verdict, at)


def backing_skill(user: User, skill: str) -> list[Evidence]:
    """The user's entries that back a skill, newest first, in one query."""
    mine = Evidence.objects.filter(user=user, skills__skill=skill)
    return list(mine.only("title", "done_on").order_by("-created_at", "pk"))


def latest_ratings(user: User) -> list[Rating]:
    """The ratings of the attempt that the user started last, of those with any, in one query."""
    started = Rating.objects.filter(attempt__user=user).order_by("-attempt__started_at", "attempt")
    return list(Rating.objects.filter(attempt__in=started.values("attempt")[:1]).order_by("pk"))


@transaction.atomic
def _save(user: User, id: UUID, page: Page, entry: Entry, verdict: EvidenceFile.Scan, at: datetime) -> Evidence:
    # One write of a user waits for the other, so that two tabs cannot pass the bounds together.
    User.objects.select_for_update().get(pk=user.pk)
    kept = Evidence.objects.for_user(user).filter(pk=id).first()
    if kept is None:
        free = uuid4() if Evidence.objects.filter(pk=id).exists() else id
        return _create(user, free, page, entry, verdict, at)
    if page.key != kept.key and page.revision != kept.revision and not _says(kept, entry):
        raise Stale(kept)
    if not _says(kept, entry):
        _change(kept, page, entry, verdict, at)
    return kept


def _create(user: User, id: UUID, page: Page, entry: Entry, verdict: EvidenceFile.Scan, at: datetime) -> Evidence:
    if Evidence.objects.filter(user=user).count() >= MOST_ENTRIES:
        raise TooMany
    made = Evidence(pk=id, user=user, key=page.key, created_at=at, updated_at=at)
    _write(made, entry)
    made.save(force_insert=True)
    EvidenceSkill.objects.bulk_create(EvidenceSkill(evidence=made, skill=skill) for skill in sorted(set(entry.skills)))
    _keep_file(made, entry, verdict, at)
    return made


def _change(kept: Evidence, page: Page, entry: Entry, verdict: EvidenceFile.Scan, at: datetime) -> None:
    _write(kept, entry)
    kept.key, kept.revision, kept.updated_at = page.key, kept.revision + 1, at
    kept.save()
    kept.skills.exclude(skill__in=entry.skills).delete()
    new = set(entry.skills) - set(kept.backs)
    EvidenceSkill.objects.bulk_create(EvidenceSkill(evidence=kept, skill=skill) for skill in sorted(new))
    _keep_file(kept, entry, verdict, at)


def _write(row: Evidence, entry: Entry) -> None:
    row.title, row.done_on, row.link = entry.title, entry.done_on, entry.link
    row.what, row.outcome = entry.what, entry.outcome


def _keep_file(row: Evidence, entry: Entry, verdict: EvidenceFile.Scan, at: datetime) -> None:
    if entry.file or entry.drop_file:
        EvidenceFile.objects.filter(evidence=row).delete()
    if entry.file is None:
        return
    size = len(entry.file.content)
    if _bytes_of(row.user) + size > MOST_BYTES:
        raise TooLarge
    EvidenceFile.objects.create(
        evidence=row,
        name=entry.file.name,
        kind=entry.file.kind,
        size=size,
        sha256=entry.file.sha256,
        content=entry.file.content,
        scan=verdict,
        uploaded_at=at,
    )


def _bytes_of(user: User) -> int:
    return EvidenceFile.objects.filter(evidence__user=user).aggregate(all=Sum("size"))["all"] or 0


def _says(kept: Evidence, entry: Entry) -> bool:
    """Whether the entry is kept like this already."""
    texts = (kept.title, kept.done_on, kept.what, kept.outcome, kept.link)
    if texts != (entry.title, entry.done_on, entry.what, entry.outcome, entry.link):
        return False
    return set(kept.backs) == set(entry.skills) and _has_file(kept, entry)


def _has_file(kept: Evidence, entry: Entry) -> bool:
    file = kept.kept_file
    if entry.file is None:
        return file is None or not entry.drop_file
    return file is not None and (file.sha256, file.name) == (entry.file.sha256, entry.file.name)


def scan_again() -> Iterator[EvidenceFile.Scan]:
    """Scan every file that waits for it or never was; each verdict as it is kept, HELD where there still is none."""
    waiting = EvidenceFile.objects.filter(scan__in=(Scan.HELD, Scan.NOT_SCANNED)).order_by("pk")
    for pk in list(waiting.values_list("pk", flat=True)):
        row = waiting.filter(pk=pk).first()
        if row:
            verdict = antivirus.scan(bytes(row.content))
            _mark(row, verdict)
            yield verdict


def _mark(row: EvidenceFile, verdict: EvidenceFile.Scan) -> None:
    """Keep a verdict on what was scanned, and not on what replaced it meanwhile."""
    same = EvidenceFile.objects.filter(pk=row.pk, sha256=row.sha256, scan=row.scan)
    if verdict == Scan.FOUND:
        same.update(scan=verdict, content=b"", size=0)
    elif verdict == Scan.CLEAN:
        same.update(scan=verdict)
