"""Only what the public Internet reaches is asked, whatever a name or an address pretends to be."""

from ipaddress import ip_address

import pytest

from careers.links.addresses import Barred, is_public, locate

NOT_PUBLIC = [
    "127.0.0.1",
    "127.255.0.9",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.5.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "239.1.2.3",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.1.2.3",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
]
BARRED = [
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "//example.org/",
    "http://",
    "http:///path",
    "http://user@203.0.113.1/",
    "http://user:word@8.8.8.8/",
    "http://8.8.8.8:99999/",
    "http://[::1",
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::ffff:7f00:1]/",
    "http://localhost/",
    "http://a..b/",
    f"http://{'a' * 70}.example/",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_it_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_it_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("url", BARRED)
def test_it_is_barred(url: str) -> None:
    with pytest.raises(Barred):
        locate(url, is_public)


def test_a_place_names_the_machine_that_was_checked_and_what_to_ask_it_for() -> None:
    place = locate("https://8.8.8.8/a%20b?c=d#e", is_public)
    assert (place.scheme, place.host, place.port, place.target, place.machine) == (
        "https",
        "8.8.8.8",
        443,
        "/a%20b?c=d",
        "8.8.8.8",
    )
