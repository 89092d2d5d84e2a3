"""The CMIO guide beside a bare Django view and nginx, large sites beside small ones: `python -m benchmarks.pages`."""

import re
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import sites
from benchmarks.load import Request, ask, request
from benchmarks.pairs import TIMES, Cost, Ratio, Side, TooNoisy, compare, cpu, rate, ratio, typical
from benchmarks.servers import Server, gunicorn, nginx, nginx_path

GUIDE = "/careers/chief-medical-information-officer/"
BROWSER = "gzip, deflate, br, zstd"
SMALL, LARGE = 1_000, 10_000
ASKED = 200
"""Guides of a large site that are asked for, spread over all of them."""

SEARCHES = ("rare17", "rare170", "rare700")
SEED = 20261127


def main() -> int:
    """Print every comparison with its target; the number of targets that were missed."""
    with TemporaryDirectory(prefix="cmio-bench-") as folder, ExitStack() as stack:
        verdicts = _against_others(Path(folder), stack)
    with TemporaryDirectory(prefix="cmio-bench-") as folder, ExitStack() as stack:
        verdicts += _against_size(Path(folder), stack)
    return verdicts.count(False)


def _against_others(folder: Path, stack: ExitStack) -> list[bool]:
    ours = stack.enter_context(gunicorn("ours", "cmio_coach.wsgi", sites.prepared(folder)))
    whole = request(GUIDE, Accept_Encoding=BROWSER)
    head, body = ask(ours.port, whole).split(b"\r\n\r\n", 1)
    etag = re.findall(rb"ETag: (\S+)", head)[0].decode()
    known = request(GUIDE, status=304, Accept_Encoding=BROWSER, If_None_Match=etag)
    given = sites.environment(folder) | {"BARE_BYTES": str(len(body))}
    bare = stack.enter_context(gunicorn("bare", "benchmarks.bare.wsgi", given))
    print(f"Guide, {len(body):,} bytes of brotli, beside a bare view of the same size and Django's default middleware")
    page = _compared(Side(bare, [whole]), Side(ours, [whole]), [(rate, 1.2, True), (cpu, 0.8, False)])
    print("304 Not Modified, beside the same bare view")
    unchanged = _compared(Side(bare, [whole]), Side(ours, [known]), [(cpu, 0.7, False)])
    if nginx_path():
        _beside_nginx(folder, body, Side(ours, [whole]), stack)
    else:
        print("nginx is not installed: not compared")
    return page + unchanged


def _beside_nginx(folder: Path, body: bytes, ours: Side, stack: ExitStack) -> None:
    path = folder / "static" / GUIDE.strip("/")
    path.mkdir(parents=True)
    (path / "index.html").write_bytes(body)
    server = stack.enter_context(nginx(folder, folder / "static"))
    print("Guide, beside nginx on a file that was compressed beforehand (no target: it is another class)")
    _compared(Side(server, ours.asked), ours, [(rate, None, True), (cpu, None, False)])


def _against_size(folder: Path, stack: ExitStack) -> list[bool]:
    servers = []
    for size in (SMALL, LARGE):
        (folder / str(size)).mkdir()
        given = sites.grown(folder / str(size), size)
        servers.append(stack.enter_context(gunicorn(f"{size:,} guides", "cmio_coach.wsgi", given)))
    small, large = servers
    verdicts = []
    for name, asked, times in (
        ("Guide", _guides, TIMES),
        ("Index", lambda size: [request("/careers/", Accept_Encoding=BROWSER)], TIMES),
        ("Search", lambda size: [request(f"/careers/?q={word}") for word in SEARCHES], 200),
    ):
        print(f"{name}: {LARGE:,} guides beside {SMALL:,}")
        sides = Side(small, asked(SMALL)), Side(large, asked(LARGE))
        verdicts += _compared(*sides, [(cpu, 1.1, False)], times)
    return verdicts


def _guides(size: int) -> list[Request]:
    step = size // ASKED
    return [request(f"/careers/made-{number}/", Accept_Encoding=BROWSER) for number in range(0, size, step)]


Target = tuple[Callable[[Cost], float], float | None, bool]


def _compared(anchor: Side, ours: Side, targets: Sequence[Target], times: int = TIMES) -> list[bool]:
    rounds = compare(anchor, ours, SEED, [of for of, _, _ in targets], times)
    verdicts = []
    for of, target, is_floor in targets:
        name = "requests a second" if of is rate else "CPU a request"
        try:
            found = ratio(rounds, of)
        except TooNoisy as noise:
            print(f"  {name}: too noisy a machine, {noise}")
            verdicts += [] if target is None else [False]
            continue
        print(f"  {name}: {_said(of, typical(rounds, of), (anchor.server, ours.server))}, ratio {found}", end="")
        print("" if target is None else f"; target {'at least' if is_floor else 'at most'} {target}", end="")
        print("" if target is None or _holds(found, target, is_floor=is_floor) else ": MISSED")
        verdicts += [] if target is None else [_holds(found, target, is_floor=is_floor)]
    return verdicts


def _holds(found: Ratio, target: float, *, is_floor: bool) -> bool:
    return found.median >= target if is_floor else found.median <= target


def _said(of: Callable[[Cost], float], values: tuple[float, float], servers: tuple[Server, Server]) -> str:
    shapes = [f"{value:,.0f}" if of is rate else f"{1e6 * value:,.0f} µs" for value in values]
    return f"{servers[0].name} {shapes[0]}, {servers[1].name} {shapes[1]}"


if __name__ == "__main__":
    sys.exit(min(main(), 1))
