"""What the pages of a damaged SQLite file still hold, read as bytes: no database opens it, and nothing is written to it.

Only what a log needs is known of the format: leaves of tables, with the texts and numbers in their rows, and the
pages on which a long text goes on. A page that is damaged takes its own rows along, and no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from agendas.value import Value

_LEAF = 0x0D
_WAL_MAGIC = frozenset({0x377F0682, 0x377F0683})
_WAL_HEADER, _FRAME_HEADER = 32, 24
_USUAL_SIZE = 4096
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Cell = str | int | None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Row(Value):
    """One row: its number, and its values as they stand. Numbers with decimals and bytes are None."""

    number: int
    values: tuple[Cell, ...]


def rows(main: bytes, log: bytes = b"") -> Iterator[Row]:
    """Every row that can be read, in the order of the pages; one that was moved from page to page may come more than once.

    `main` is the file, `log` the `-wal` beside it. What the log holds comes first, since it is newer.
    """
    size = _page_size(main, log)
    on_disk = {number: main[start : start + size] for number, start in enumerate(range(0, len(main), size), 1)}
    newer = dict(_frames(log, size))
    if newer:
        yield from _rows_of({**on_disk, **newer}, newer)
    yield from _rows_of(on_disk, on_disk)


def _page_size(main: bytes, log: bytes) -> int:
    given = int.from_bytes(main[16:18], "big")
    if len(main) >= 100 and (given == 1 or (given >= 512 and given & (given - 1) == 0)):
        return 65536 if given == 1 else given
    of_log = int.from_bytes(log[8:12], "big")
    return of_log if 512 <= of_log <= 65536 and of_log & (of_log - 1) == 0 else _USUAL_SIZE


def _frames(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """The pages in the log that were committed: those of the round that its header names, up to the last commit."""
    if int.from_bytes(log[:4], "big") not in _WAL_MAGIC:
        return
    waiting: list[tuple[int, bytes]] = []
    for start in range(_WAL_HEADER, len(log), _FRAME_HEADER + size):
        page = log[start + _FRAME_HEADER : start + _FRAME_HEADER + size]
        if log[start + 8 : start + 16] != log[16:24] or len(page) < size:
            return
        waiting.append((int.from_bytes(log[start : start + 4], "big"), page))
        if any(log[start + 4 : start + 8]):  # how large the file is after a commit; 0 within one
            yield from waiting
            waiting.clear()


def _rows_of(pages: Mapping[int, bytes], among: Mapping[int, bytes]) -> Iterator[Row]:
    for number, page in among.items():
        begins = 100 if number == 1 else 0
        if len(page) <= begins + 8 or page[begins] != _LEAF:
            continue
        count = int.from_bytes(page[begins + 3 : begins + 5], "big")
        for place in range(begins + 8, min(begins + 8 + 2 * count, len(page) - 1), 2):
            try:
                yield _row(pages, page, int.from_bytes(page[place : place + 2], "big"))
            except (IndexError, ValueError, KeyError):
                continue


def _row(pages: Mapping[int, bytes], page: bytes, at: int) -> Row:
    length, at = _varint(page, at)
    number, at = _varint(page, at)
    most = len(page) - 35
    if length <= most:
        payload = page[at : at + length]
    else:
        least = (len(page) - 12) * 32 // 255 - 23
        here = least + (length - least) % (len(page) - 4)
        here = here if here <= most else least
        payload = page[at : at + here] + _goes_on(pages, int.from_bytes(page[at + here : at + here + 4], "big"), length - here)
    if len(payload) < length:
        raise ValueError("cut off")
    return Row(number, _values(payload))


def _goes_on(pages: Mapping[int, bytes], number: int, length: int) -> bytes:
    found = bytearray()
    seen: set[int] = set()
    while len(found) < length:
        page = pages[number]
        if len(page) <= 4 or number in seen:
            raise ValueError("cut off")  # or going round for ever, after a length that is as wrong
        seen.add(number)
        found += page[4:]
        number = int.from_bytes(page[:4], "big")
    return bytes(found[:length])


def _values(payload: bytes) -> tuple[Cell, ...]:
    ends, at = _varint(payload, 0)
    if ends > len(payload):
        raise ValueError("cut off")
    kinds: list[int] = []
    while at < ends:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    lengths = [_INTEGER_BYTES.get(k, 8 if k == 7 else (k - 12) // 2 if k >= 12 else 0) for k in kinds]
    places = [ends]
    for one in lengths:
        places.append(places[-1] + one)
    if places[-1] > len(payload):
        raise ValueError("cut off")
    return tuple(_value(kind, payload[start:end]) for kind, (start, end) in zip(kinds, pairwise(places), strict=True))


def _value(kind: int, raw: bytes) -> Cell:
    if kind in _INTEGER_BYTES:
        return int.from_bytes(raw, "big", signed=True)
    if kind in (8, 9):
        return kind - 8
    if kind >= 13 and kind % 2:
        return raw.decode("utf-8", errors="replace")
    return None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    found = 0
    for n in range(8):
        found = found << 7 | data[at + n] & 0x7F
        if data[at + n] < 0x80:
            return found, at + n + 1
    return found << 8 | data[at + 8], at + 9
