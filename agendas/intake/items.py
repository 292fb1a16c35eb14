"""The list of items: tables where there are such, else a list of lines."""

from __future__ import annotations

from agendas.intake.item_lists import items_of_lines
from agendas.intake.item_tables import Tables, items_of_tables
from agendas.intake.ledger import Ledger
from agendas.intake.legend import Legend
from agendas.intake.listing import Listing
from agendas.intake.people import People


def find_items(ledger: Ledger, end: int, legend: Legend, people: People) -> Listing:
    """The items that stand before part `end`: those of tables when there are such, else those of a list."""
    listing = Listing()
    tables = Tables(ledger.parts[:end])
    if tables.has_items:
        listing.tabular = True
        items_of_tables(ledger, end, tables, legend, people, listing)
    else:
        items_of_lines(ledger, end, legend, people, listing)
    return listing
