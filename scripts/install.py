"""Makes .venv hold exactly what the lock names; does nothing while it already does.

Nothing here needs more than Python 3.6: an older one than the project needs must be able to read this, to say so.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.sha256"
INSTALLER = PROJECT / "requirements" / "installer.txt"
EVERYTHING = PROJECT / "requirements" / "everything.txt"
OLDEST = (3, 11)


def main() -> None:
    """Create or update the environment where the lock is not the one installed."""
    refuse_old_python(sys.version_info[:3])
    lock = hashlib.sha256(INSTALLER.read_bytes() + EVERYTHING.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == lock and works("import django"):
        return
    is_new = not works("import uv")
    if is_new:
        refuse_missing_venv()
    say("Installing what the project needs into .venv ...")
    if is_new:
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
        wheels = ["--require-hashes", "--only-binary=:all:"]
        run([str(PYTHON), "-m", "pip", "install", "-q", *wheels, "-r", str(INSTALLER)])
    # The machine's own certificates: hospitals often look into encrypted traffic with one of theirs.
    install = [str(PYTHON), "-m", "uv", "pip", "sync", "-q", "--require-hashes", "--no-build", "--system-certs"]
    run([*install, "--python", str(PYTHON), str(EVERYTHING)])
    STAMP.write_text(lock)


def refuse_old_python(version: "tuple[int, ...]") -> None:
    """Stop with one line where the interpreter is too old."""
    if version < OLDEST:
        found = ".".join(str(part) for part in version)
        sys.exit(f"Python 3.11 or newer is needed; this one is {found}. Name another: make PYTHON=python3.11 ...")


def refuse_missing_venv() -> None:
    """Stop with one line where the interpreter cannot make environments, as on Debian without python3-venv."""
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        sys.exit("This Python cannot create environments: it has no venv. On Debian: apt-get install python3-venv")


def works(statement: str) -> bool:
    """Whether the environment's Python is there and can run the statement."""
    try:
        return subprocess.run([str(PYTHON), "-c", statement], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def run(command: "list[str]") -> None:
    """Run a step of the installation; stop with its output and one line where it fails."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if subprocess.run(command, env=environment, check=False, stdin=subprocess.DEVNULL).returncode:
        sys.exit("The installation failed; the lines above say why. Run the same command again when that is mended.")


def say(line: str) -> None:
    """Tell the person at the terminal what takes time."""
    print(line, flush=True)


if __name__ == "__main__":
    main()
