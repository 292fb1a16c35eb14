"""The first page: labelled values, rolls of people, signatures and the notice, in the order of the style (R-1005, R-1111)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from agendas.value import Value
from exports.attendance_lines import Attendance
from exports.document import Block, Break, Field, Fields, Heading, Inlines, Paragraph, Section, Signature, Signatures, Table, Text, text
from exports.style_model import CoverPart, SignatureStyle
from exports.swedish import date_values, filled, filled_line, listed, upper_first
from exports.words import Words
from sessions.dates import last_appeal_day
from sessions.meeting import ItemState
from sessions.standing import approvers, chosen_approvers


@dataclass(frozen=True, repr=False, eq=False)
class Cover(Value):
    """What the first page of a protocol or an extract says of some §§."""

    words: Words
    items: tuple[ItemState, ...]
    public: bool = False

    @cached_property
    def attendance(self) -> Attendance:
        """Who was there."""
        return Attendance(self.words, self.items, self.public)

    @cached_property
    def values(self) -> Mapping[str, str]:
        """All that a line of the cover may say, by placeholder."""
        words, meeting = self.words, self.words.meeting
        plan, approved, notice = meeting.plan, meeting.approved, meeting.notice
        chosen, approving = chosen_approvers(meeting), approvers(meeting)
        leaders = self.attendance.chairs
        secretaries = [p.name for p in meeting.people.values() if p.role == "sekreterare"]
        approval_date = approved.event.date if approved else chosen.date if chosen else None
        return {
            **words.body,
            **date_values(plan.date),
            "municipality": plan.municipality,
            "kind": plan.kind,
            "place": plan.place,
            "kept_at": plan.kept_at,
            "date": words.date(plan.date),
            "starts": words.time(meeting.opened or plan.starts),
            "ends": words.time(meeting.closed) if meeting.closed else "",
            "paragraphs": words.paragraphs(self.attendance.numbers),
            "runs": words.runs(self.attendance.numbers),
            "secret": words.paragraphs(x.paragraph for x in self.items if x.item.secret and x.paragraph is not None),
            "adjournments": listed(self._adjournments()),
            "chair": listed(meeting.people[p].name for p in leaders),
            "secretary": listed(secretaries),
            "approvers": words.people(approving),
            "approver_names": listed(meeting.people[p].name if p in meeting.people else p for p in approving),
            "approved_date": words.date(approved.event.date) if approved else "",
            "approval_date": words.date(approval_date) if approval_date else "",
            "approval_time": words.time(chosen.time) if chosen and chosen.time else "",
            "approval_place": (chosen.place if chosen else "") or plan.approval,
            "notice_date": words.date(notice.event.date) if notice and notice.event.date else "",
            "notice_until": words.date(notice.event.until) if notice and notice.event.until else "",
            "appeal_date": words.date(last_appeal_day(notice.event.date)) if notice and notice.event.date else "",
            "notice_where": notice.event.where if notice else "",
        }

    def title(self, template: str) -> str:
        """The heading of the document."""
        return upper_first(filled(template, self.values))

    def blocks(self, parts: Iterable[CoverPart]) -> tuple[Block, ...]:
        """The entries of a cover, top to bottom. Labelled lines that follow each other are one block."""
        found: list[Block] = []
        for part in parts:
            if part.show == "underskrifter":
                found.append(self.signatures())
            elif part.show == "anslag":
                found.append(self.notice())
            else:
                block = self._entry(part)
                if isinstance(block, Fields) and found and isinstance(found[-1], Fields):
                    found[-1] = Fields((*found[-1].fields, *block.fields))
                elif block is not None:
                    found.append(block)
        return tuple(found)

    # Entries

    def _entry(self, part: CoverPart) -> Fields | Table | Paragraph | None:
        lines = self._people(part) if part.show == "personer" else [text(filled_line(line, self.values)) for line in part.lines]
        lines = [line for line in lines if line]
        label = upper_first(self.words.say(part.label))
        if not lines and not part.always:
            return None
        if part.columns and lines:
            rows = [_cells(line) for line in lines]
            width = max(map(len, rows))
            return Table((text(label), *((),) * (width - 1)), tuple(row + ((),) * (width - len(row)) for row in rows), "cover")
        if not label:
            return Paragraph(_joined(lines)) if lines else None
        return Fields((Field(label, tuple(lines)),))

    def _people(self, part: CoverPart) -> list[Inlines]:
        lines: list[Inlines] = []
        for group in part.groups:
            found = self.attendance.group(group.people)
            if group.heading and (found or group.always):
                lines.append((Text(upper_first(self.words.say(group.heading)), emphasis=True),))
            lines += [text(line) for line in found]
        return lines

    def _adjournments(self) -> list[str]:
        """Each break with its times, but not its reason: that stands in the § it broke."""
        words = self.words
        return [
            filled(words.style.cover.adjournment, {"start": words.time(pause.start), "end": words.time(pause.end)})
            for pause in words.meeting.adjournments
            if pause.end
        ]

    # Signatures (R-1102, R-413, R-414)

    def signatures(self) -> Signatures:
        """The lines to sign: the secretary, whoever presided and whoever approves, each with their §§ when those are not all."""
        found: list[Signature] = []
        for style in self.words.style.signatures.lines:
            for person, numbers in self._signers(style):
                found.append(self._signature(style, person, numbers))
        return Signatures(upper_first(self.words.say(self.words.style.signatures.heading)), tuple(found))

    def _signers(self, style: SignatureStyle) -> list[tuple[str, tuple[int, ...]]]:
        people, numbers = self.words.meeting.people, self.attendance.numbers
        if style.who == "sekreterare":
            return [(i, numbers) for i, p in people.items() if p.role == "sekreterare"] or [("", numbers)]
        if style.who == "ordförande":
            leaders = list(self.attendance.chairs.items())
            usual = next((i for i, p in people.items() if p.role == "ordförande"), "")
            return leaders or [(usual, numbers)]
        return self._approving() or [("", numbers)]

    def _approving(self) -> list[tuple[str, tuple[int, ...]]]:
        """The approvers with their §§: one chosen for a single § stands in there for the ones chosen for all (R-414)."""
        shown = [x for x in self.items if not (self.public and x.item.secret)]
        own: dict[str, list[int]] = {}
        for entry in self.words.meeting.approvers:
            for item in shown:
                if item.id in entry.event.items and item.paragraph is not None:
                    for person in entry.event.persons:
                        own.setdefault(person, []).append(item.paragraph)
        taken = {n for numbers in own.values() for n in numbers}
        rest = tuple(n for n in self.attendance.numbers if n not in taken)
        found = [(person, rest) for person in approvers(self.words.meeting) if rest or not taken]
        return [*found, *((person, tuple(numbers)) for person, numbers in own.items())]

    def _signature(self, style: SignatureStyle, person: str, numbers: tuple[int, ...]) -> Signature:
        words, known = self.words, self.words.meeting.people.get(person)
        name = filled(style.name, {"label": known.label, "name": known.name, "party": known.party}) if known else person
        told = {x.paragraph for x in self.items if not (self.public and x.item.secret)}
        all_of_them = set(numbers) >= {n for n in self.attendance.numbers if n in told or style.who == "sekreterare"}
        if all_of_them:
            note = filled_line(style.note, self.values)
        else:
            note = filled(words.style.signatures.part, {"paragraphs": words.paragraphs(numbers)})
        return Signature(style.role, name, note, filled_line(style.when, self.values))

    # The notice

    def notice(self) -> Section:
        """Anslag/bevis: what is posted when the protocol has been approved (R-1111)."""
        style = self.words.style.notice
        blocks: list[Block] = [Heading(2, text(upper_first(self.words.say(style.heading))))]
        blocks += [Paragraph(text(line)) for template in style.text if (line := filled_line(template, self.values))]
        return Section((*blocks, *self.blocks(style.fields)), kind="notice")


def _cells(line: Inlines) -> tuple[Inlines, ...]:
    """A line split at its tabs."""
    if len(line) == 1 and isinstance(line[0], Text):
        return tuple(text(cell) for cell in line[0].text.split("\t"))
    return (line,)


def _joined(lines: list[Inlines]) -> Inlines:
    joined: list[Text | Break] = []
    for line in lines:
        joined += [Break(), *line] if joined else line
    return tuple(joined)
