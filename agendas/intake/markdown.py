"""Parts of a document as Markdown: paragraphs, lists, tables, sub-headings."""

from __future__ import annotations

from collections.abc import Sequence

from agendas.intake.pages import Part, Row


def rows_as_markdown(rows: Sequence[Row]) -> str:
    """A table in Markdown; the first row is its head."""
    width = max(len(r.cells) for r in rows)
    lines = [_pipe_row(r.cells, width) for r in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _pipe_row(cells: Sequence[str], width: int) -> str:
    filled = [*cells, *[""] * (width - len(cells))]
    return "| " + " | ".join(" ".join(c.split()).replace("|", "\\|") for c in filled) + " |"


def markdown_of(parts: Sequence[Part], headings: dict[int, str], indices: Sequence[int]) -> str:
    """Some of the parts, by their `indices`; those in `headings` are sub-headings with these words."""
    blocks: list[str] = []
    rows: list[Row] = []
    in_list = False

    def finish() -> None:
        if rows:
            blocks.append(rows_as_markdown(rows))
            rows.clear()

    for n in indices:
        part = parts[n]
        if n in headings:
            finish()
            blocks.append(f"### {headings[n]}")
            in_list = False
        elif isinstance(part, Row):
            if rows and part.table != rows[-1].table:
                finish()
            rows.append(part)
            in_list = False
        elif part.mark:
            finish()
            mark = part.mark if part.mark[0].isdigit() or part.mark == "-" else "-"
            said = part.markdown if mark == part.mark else f"{part.mark} {part.markdown}"
            line = f"{' ' * part.indent}{mark} {said}"
            if in_list:
                blocks[-1] += f"\n{line}"
            else:
                blocks.append(line.lstrip())
            in_list = True
        else:
            finish()
            joins = bool(blocks) and not part.gap and not in_list and not blocks[-1].startswith(("#", "|"))
            if joins:
                blocks[-1] += f"\n{part.markdown}"
            else:
                blocks.append(part.markdown)
            in_list = False
    finish()
    return "\n\n".join(blocks)
