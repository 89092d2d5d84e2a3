"""Many addresses: each is told as soon as it is known, and a host is asked one thing at a time."""

import threading
import time

import pytest

from careers.links.fetching import Found, Outcome
from careers.links.rounds import AT_ONCE, fetched

FINE = Found(Outcome.FINE, 200)


def test_every_address_is_told_once() -> None:
    urls = [f"https://{host}.example/{page}" for host in "abcdefg" for page in range(3)]
    told = list(fetched(urls, lambda url: Found(url), pause=0))
    assert sorted(told) == sorted((url, Found(url)) for url in urls)
    assert list(fetched([], lambda url: FINE, pause=0)) == []


def test_a_host_is_asked_one_thing_at_a_time_and_few_hosts_at_once() -> None:
    lock, running, most, most_of_host = threading.Lock(), [], [0], [0]

    def check(url: str) -> Found:
        host = url.split("/")[2]
        with lock:
            running.append(host)
            most[0] = max(most[0], len(running))
            most_of_host[0] = max(most_of_host[0], running.count(host))
        time.sleep(0.01)
        with lock:
            running.remove(host)
        return FINE

    list(fetched([f"https://{host}.example/{page}" for host in range(8) for page in range(4)], check, pause=0))
    assert most_of_host == [1]
    assert 1 < most[0] <= AT_ONCE


def test_a_fault_of_our_own_is_not_swallowed() -> None:
    def check(url: str) -> Found:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(fetched(["https://a.example/"], check, pause=0))
