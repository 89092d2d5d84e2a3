"""Fetches many addresses: a few hosts at once, each host one address after the other."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from urllib.parse import urlsplit

from careers.links.fetching import Found

AT_ONCE = 4
Check = Callable[[str], Found]


def fetched(urls: Iterable[str], check: Check, pause: float) -> Iterator[tuple[str, Found]]:
    """Each address with what was found there, as soon as it is known; `pause` seconds between two of one host."""
    hosts = _by_host(urls)
    done: SimpleQueue[tuple[str, Found | BaseException]] = SimpleQueue()
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        for group in hosts:
            pool.submit(_one_after_the_other, group, check, pause, done)
        for _ in range(sum(map(len, hosts))):
            url, found = done.get()
            if isinstance(found, BaseException):
                raise found
            yield url, found
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for url in urls:
        groups[_host(url)].append(url)
    return list(groups.values())


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _one_after_the_other(
    urls: list[str], check: Check, pause: float, done: "SimpleQueue[tuple[str, Found | BaseException]]"
) -> None:
    for place, url in enumerate(urls):
        if place:
            time.sleep(pause)
        try:
            done.put((url, check(url)))
        except BaseException as error:  # the one who waits has to hear of it
            done.put((url, error))
            return
