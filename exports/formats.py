"""A document in the format that was asked for. Each writer is loaded when somebody wants it: Word and PDF are heavy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from exports.document import Document

Form = Literal["md", "docx", "html", "pdf"]
FORMS: tuple[Form, ...] = get_args(Form)
TEXT_FORMS = frozenset({"md", "html", "json"})
"""What can go to the screen when no file is named."""


def written(document: Document, form: str, *, scale: float = 1.0, template: str = "") -> bytes:
    """The bytes of the file. `scale`: larger type than that of a protocol, where the format has type; `template`: a Word file of one's own.

    Raises `docx_template.BadTemplate`, `as_pdf.NoTypst`, `as_pdf.CannotPrint`, and `ValueError` for a form without a writer.
    """
    match form:
        case "docx":
            from exports.as_docx import docx

            return docx(document, Path(template) if template else None, scale=scale)
        case "html":
            from exports.as_html import html

            return html(document, scale=scale).encode()
        case "pdf":
            from exports.as_pdf import pdf

            return pdf(document, scale=scale)
        case "md":
            from exports.as_markdown import markdown

            return markdown(document).encode()
        case _:
            raise ValueError(f"no writer for {form!r}")
