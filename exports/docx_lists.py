"""Lists in a Word file: their numbering stands in a part of its own, and each list counts for itself."""

from __future__ import annotations

from itertools import count
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.numbering import CT_Num
from docx.parts.numbering import NumberingPart
from docx.shared import Cm, Length

STEP = Cm(0.75)
"""How much further in each level of a list stands."""
DEEPEST = 8
"""Word counts nine levels, from 0."""

_FORMS = {"bullet": ("bullet", "{sign}"), "number": ("decimal", "%{level}."), "letter": ("lowerLetter", "%{level})")}
_BULLETS = "•–◦"


class Numbering:
    """The numbered and bulleted lists of a file. Each list counts for itself."""

    def __init__(self, file: WordDocument) -> None:
        self.root: Any = _numbering_part(file).element
        self.forms: dict[str, int] = {}
        taken = {number.numId for number in self.root.num_lst}
        self.free = (number for number in count(1) if number not in taken)
        """The numbers that no list has. `add_num` of python-docx looks through all of them for every list, and more than once."""

    def new(self, marks: str, level: int, start: int) -> int:
        """The number of a list that begins at `start` on this level; its paragraphs carry it. `marks`: bullet, number or letter."""
        if marks not in self.forms:
            self.forms[marks] = self._add_form(marks)
        identity = next(self.free)
        number: Any = CT_Num.new(identity, self.forms[marks])  # type: ignore[no-untyped-call]
        self.root._insert_num(number)
        if marks != "bullet":
            number.add_lvlOverride(level).add_startOverride(start)
        return identity

    def _add_form(self, marks: str) -> int:
        identity = max((int(form.get(qn("w:abstractNumId"))) for form in self.root.findall(qn("w:abstractNum"))), default=-1) + 1
        kind, sign = _FORMS[marks]
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{sign.format(level=level + 1, sign=_BULLETS[level % len(_BULLETS)])}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{_twips(STEP) * (level + 1)}"/></w:tabs>'
            f'<w:ind w:left="{_twips(STEP) * (level + 1)}" w:hanging="{_twips(STEP)}"/></w:pPr></w:lvl>'
            for level in range(DEEPEST + 1)
        )
        xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        first = self.root.find(qn("w:num"))
        if first is None:
            self.root.append(parse_xml(xml))
        else:
            first.addprevious(parse_xml(xml))
        return identity


def _numbering_part(file: WordDocument) -> Any:
    try:
        return file.part.numbering_part
    except NotImplementedError:  # a template without lists has none, and python-docx makes none
        empty = f"<w:numbering {nsdecls('w')}/>".encode()
        part: Any = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, file.part.package)
        file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part


def _twips(length: Length) -> int:
    return int(length.pt * 20)
