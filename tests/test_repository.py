"""What every file of the project keeps to: nothing left undone, no trace of a machine, no file too long."""

import re
import subprocess

import pytest

from tests.repository import CODE, ROOT, python, read, texts

THIS = "tests/test_repository.py"
LEFT_UNDONE = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
MACHINE = re.compile(rf"{re.escape(str(ROOT))}\b|(?<![\w.])/(?:home|root|Users|tmp)/\w")
REGISTRY = re.compile(r"--(?:extra-)?index[-]url|--find[-]links|trusted[-]host|resolved\W+https?:")
LONGEST, LONGEST_TEST = 350, 300


def holding(pattern: re.Pattern[str], files: dict[str, str]) -> list[str]:
    """Lines that the pattern finds, with their file; this file names what it looks for."""
    return [
        f"{name}: {line.strip()}"
        for name, text in files.items()
        if name != THIS
        for line in text.splitlines()
        if pattern.search(line)
    ]


def too_long(files: dict[str, str], longest: int) -> list[str]:
    return [f"{name}: {count}" for name, text in files.items() if (count := len(text.splitlines())) > longest]


def dead_links(page: str) -> list[str]:
    targets = re.findall(r"\]\(([^)\s#:]+)\)", page)
    return [target for target in targets if not (ROOT / target).exists()]


def commands(text: str) -> set[str]:
    """What is called by `make` in a text, flags and variables apart."""
    return set(re.findall(r"(?<![\w-])make ([a-z-]+)\b", text))


def printed() -> list[str]:
    """The commands that `make` alone prints."""
    done = subprocess.run(["make", "-s", "-C", str(ROOT)], capture_output=True, text=True, check=True)
    return [line.split()[1] for line in done.stdout.splitlines() if line.startswith("make ")]


def can_be_made(target: str) -> bool:
    done = subprocess.run(["make", "-n", "-C", str(ROOT), target], capture_output=True, check=False)
    return done.returncode == 0


def test_the_project_is_read() -> None:
    assert {"README.md", "Makefile", ".ci/run", "manage.py", "static/css/app.css", THIS} <= texts().keys()
    assert len(texts()) > 300


@pytest.mark.parametrize(
    ("pattern", "twins"),
    [
        (LEFT_UNDONE, ["# TODO: later", "x = 1  # FIXME", "XXX"]),
        (MACHINE, [f"cd {ROOT}", "open('/tmp/x')", "cd /home/someone/x", "see /root/notes", "/Users/someone"]),
        (REGISTRY, [line.replace("_", "-") for line in ("--index_url x", "--extra-index_url x", "--find_links x")]),
    ],
)
def test_no_file_holds_what_belongs_to_a_machine_or_is_left_undone(pattern: re.Pattern[str], twins: list[str]) -> None:
    assert holding(pattern, texts()) == []
    assert [bool(holding(pattern, {"twin": twin})) for twin in twins] == [True] * len(twins)


@pytest.mark.parametrize("text", ["https://example.org/home/page", "/profile/work/", "a XXXL shirt", "todo_list"])
def test_addresses_and_words_are_not_taken_for_traces(text: str) -> None:
    assert not any(holding(pattern, {"twin": text}) for pattern in (LEFT_UNDONE, MACHINE, REGISTRY))


def test_no_module_is_too_long() -> None:
    assert too_long(python(*CODE), LONGEST) == []
    assert too_long(python("tests"), LONGEST_TEST) == []
    assert too_long({"twin": "line\n" * 351}, LONGEST) == ["twin: 351"]
    assert too_long({"twin": "line\n" * 350}, LONGEST) == []


def test_links_of_the_readme_lead_somewhere() -> None:
    assert dead_links(read("README.md")) == []
    assert dead_links("[a](nowhere.md) and [b](https://example.org)") == ["nowhere.md"]


def test_every_command_that_make_prints_can_be_made() -> None:
    assert {"help", "setup", "run", "test", "check", "fix", "content", "demo", "admin"} <= set(printed())
    assert [target for target in printed() if not can_be_made(target)] == []
    assert not can_be_made("nothing-of-the-kind")


def test_the_readme_names_every_command_and_no_other() -> None:
    # `make` alone prints help.
    assert commands(read("README.md")) == set(printed()) - {"help"}
    assert commands("`make run PORT=1`, `make nonsense`; make-believe") == {"run", "nonsense"}


def test_a_change_is_taken_in_by_the_checks_and_the_tests_of_the_readme() -> None:
    steps = [line for line in read(".ci/run").splitlines() if line.startswith("make")]
    assert steps == ["make check", "make test"]
    assert "make test\n" in read("README.md")
