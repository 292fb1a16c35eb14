"""Ludvika's meeting held in lines: the protocol is the one that the archive gives, byte for byte."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import load_style
from tests.tui.line_mode.talk import Talk

PLAIN = [("nästa", "beslut 1")]
LUDVIKA = (
    *("@12:55:00", "upprop", "alla", "n", "n", "n", "n", "klar"),
    *("@13:00:00", "öppna", "j", "@13:00:20", "justerare krainer"),
    *("@13:00:40", "nästa", "@13:15:17", "beslut bifall", "@13:15:29", "nästa", "@13:25:10", "beslut 1"),
    *("@13:25:22", "nästa", "@13:35:03", "bes 1", "@13:35:15", "nä", "nästa", "@13:49:52", "beslut bif"),
    *("@13:50:04", "nästa", "@13:59:45", "beslut 1", "@13:59:57", "nästa"),
    *("@14:00:07", "jäv henriksson"),
    *("@14:02:57", "Lars Handegard (V) har lämnat ett skriftligt förslag till fördelning av verksamhetsstödet."),
    *("@14:03:17", "bilaga Förslag från (V) till fördelning av verksamhetsstödet"),
    "@14:03:57",
    "yrkande lars ändring punkt 1 Vård- och omsorgsnämndens arbetsutskott beviljar föreningarna stöd enligt förslaget från (V).",
    *("@14:04:37", "yrkande lars bifall punkt 2, 3", "@14:05:27", "yrkande bergkvist bifall till förvaltningens förslag"),
    *("@14:08:37", "streck", "@14:08:57", "beslut", "1"),
    *("@14:14:38", "går hugg och nylander"),
    *("@14:14:46", "nästa", "@14:24:27", "beslut 1", "@14:24:39", "nästa", "@14:34:20", "beslut 1"),
    *("@14:34:32", "nästa", "@14:44:13", "beslut 1", "@14:44:25", "nästa", "@14:54:05", "beslut 1"),
    *("@14:54:17", "nästa", "@14:59:02", "beslut 1", "@14:59:14", "nästa", "@15:03:58", "beslut 1"),
    *("@15:04:10", "nästa", "@15:14:03", "nästa", "@15:20:00", "nästa", "avsluta", "j"),
)


def test_ludvikas_meeting_in_lines_gives_the_kept_protocol(tmp_path: Path) -> None:
    talk = Talk(tmp_path, "ludvika")
    said = talk.say(*LUDVIKA)
    kept = (files("exports") / "examples" / "ludvika-2022-01-17.md").read_text(encoding="utf-8")
    assert markdown(protocol(talk.meeting, load_style("ludvika"))) == kept
    assert "I protokollet: På grund av jäv deltog inte Åke Henriksson (S) i beslutet." in said
    assert "”nä” kan vara nästa, närvaro. Inget antecknades." in said
    assert "Jag finner att arbetsutskottet beslutar enligt förvaltningens förslag." in said
    assert "Alla ärenden är behandlade." in said
