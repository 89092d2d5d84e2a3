"""Reads a calendar line by line as RFC 5545 has it, knowing nothing of the library that wrote it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*):(.*)', re.DOTALL)
TEXTS = {"SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME", "TZNAME", "PRODID", "UID"}
TEXT = re.compile(r"(?:\\[\\;,nN]|[^\\;,\x00-\x08\x0a-\x1f\x7f])*", re.DOTALL)
DAY, CLOCK, MOMENT = re.compile(r"\d{8}"), re.compile(r"\d{8}T\d{6}"), re.compile(r"\d{8}T\d{6}Z")
STATUSES = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
ONCE = {
    "VCALENDAR": ("PRODID", "VERSION", "METHOD", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "UID"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "TRANSP", "LAST-MODIFIED", "URL"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
}
"""What each component has to have exactly once: what the standard asks for, and what this site promises."""


@dataclass
class Line:
    """A content line: its name, its parameters and its value as it is written."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Component:
    """A component with its lines and those inside it."""

    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The value of the first line of that name, empty where there is none."""
        return next((line.value for line in self.lines if line.name == name), "")

    def walk(self) -> Iterator["Component"]:
        """It and all inside it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def faults(data: bytes) -> list[str]:
    """Everything that breaks a rule."""
    found = list(_physical(data))
    if found:
        return found
    text = re.sub(r"\r\n[ \t]", "", data.decode())
    root = Component("")
    found = list(_read(text.removesuffix("\r\n").split("\r\n"), root))
    whole = [part.name for part in root.parts]
    if whole != ["VCALENDAR"]:
        return [*found, f"holds {whole}"]
    components = list(root.walk())[1:]
    return found + [fault for rule in RULES for component in components for fault in rule(component)] + list(_all(root))


def read(data: bytes) -> Component:
    """The calendar of a file without faults."""
    assert faults(data) == []
    root = Component("")
    list(_read(re.sub(r"\r\n[ \t]", "", data.decode()).removesuffix("\r\n").split("\r\n"), root))
    return root.parts[0]


def unescaped(value: str) -> str:
    """A text as people read it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def _physical(data: bytes) -> Iterator[str]:
    if not data.endswith(b"\r\n"):
        yield "ends without a line break"
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        if b"\r" in line or b"\n" in line:
            yield f"line break without its other half: {line[:40]!r}"
        if len(line) > 75:
            yield f"{len(line)} octets in a line"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"folded inside a character: {line[-10:]!r}"


def _read(lines: list[str], root: Component) -> Iterator[str]:
    stack = [root]
    for text in lines:
        matched = LINE.fullmatch(text)
        if not matched:
            yield f"no content line: {text[:40]!r}"
            continue
        name, given, value = matched[1], matched[2], matched[3]
        if name == "BEGIN":
            stack[-1].parts.append(Component(value))
            stack.append(stack[-1].parts[-1])
        elif name == "END":
            if stack.pop().name != value or not stack:
                yield f"END:{value} ends something else"
                return
        else:
            parameters = dict(part.split("=", 1) for part in given.split(";")[1:])
            stack[-1].lines.append(Line(name, parameters, value))
    if len(stack) > 1:
        yield f"{stack[-1].name} never ends"


def _once(component: Component) -> Iterator[str]:
    counted = Counter(line.name for line in component.lines)
    for name in ONCE.get(component.name, ()):
        if counted[name] != 1:
            yield f"{component.name} has {counted[name]} {name}"


def _texts(component: Component) -> Iterator[str]:
    for line in component.lines:
        if line.name in TEXTS and not TEXT.fullmatch(line.value):
            yield f"{line.name} is not escaped"


def _calendar(component: Component) -> Iterator[str]:
    if component.name != "VCALENDAR":
        return
    if component.value("VERSION") != "2.0":
        yield "VERSION is another"
    if not component.parts:
        yield "VCALENDAR is empty"
    refresh = [line for line in component.lines if line.name == "REFRESH-INTERVAL"]
    if any(line.parameters.get("VALUE") != "DURATION" for line in refresh):
        yield "REFRESH-INTERVAL says no type"


def _event(component: Component) -> Iterator[str]:
    if component.name != "VEVENT":
        return
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        if not MOMENT.fullmatch(component.value(name)):
            yield f"{name} is no moment"
    if component.value("STATUS") not in STATUSES:
        yield "STATUS is none"
    if not component.value("SEQUENCE").isdecimal():
        yield "SEQUENCE is no number"
    start, end = (next((line for line in component.lines if line.name == name), None) for name in ("DTSTART", "DTEND"))
    if start and end:
        if start.parameters != end.parameters:
            yield "DTEND is of another kind than DTSTART"
        shape = DAY if start.parameters.get("VALUE") == "DATE" else CLOCK if "TZID" in start.parameters else MOMENT
        if not (shape.fullmatch(start.value) and shape.fullmatch(end.value)):
            yield "DTSTART or DTEND is malformed"
        elif end.value <= start.value:
            yield "DTEND is not after DTSTART"


def _zone(component: Component) -> Iterator[str]:
    if component.name == "VTIMEZONE" and not {part.name for part in component.parts} & {"STANDARD", "DAYLIGHT"}:
        yield "VTIMEZONE tells no clock"
    if component.name in {"STANDARD", "DAYLIGHT"} and not CLOCK.fullmatch(component.value("DTSTART")):
        yield f"{component.name} starts at no local time"


def _all(root: Component) -> Iterator[str]:
    components = list(root.walk())
    known = {part.value("TZID") for part in components if part.name == "VTIMEZONE"}
    used = {line.parameters["TZID"] for part in components for line in part.lines if "TZID" in line.parameters}
    if used - known:
        yield f"no VTIMEZONE of {sorted(used - known)}"
    uids = Counter(part.value("UID") for part in components if part.name == "VEVENT")
    yield from (f"UID {uid} twice" for uid, times in uids.items() if times > 1)


Rule = Callable[[Component], Iterator[str]]
RULES: tuple[Rule, ...] = (_once, _texts, _calendar, _event, _zone)
