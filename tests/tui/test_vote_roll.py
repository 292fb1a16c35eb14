"""The roll of a vote, as the keys for a whole party see it."""

from __future__ import annotations

from tui.widgets.vote_roll import Voter, VoteRoll


def test_r_213_a_substitute_is_called_with_their_own_party_and_not_with_that_of_the_seat() -> None:
    roll = VoteRoll(id="roll")
    roll.voters = (
        Voter("per", "Per Lind (S)", "S"),
        Voter("lena", "Lena Ek (C), för en ledamot av S", "C"),
        Voter("eva", "Eva Sjö (S)", "S"),
    )
    assert {party: [voter.id for voter in voters] for party, voters in roll.parties.items()} == {"S": ["per", "eva"], "C": ["lena"]}
