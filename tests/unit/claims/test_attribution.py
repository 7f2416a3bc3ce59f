from __future__ import annotations

import pytest

from reader.claims.clause import Clause


@pytest.mark.parametrize(
    ("sentence", "speaker", "verb"),
    [
        ("Olga Varn said the quota would stay.", "Olga Varn", "said"),
        ('"The quota stays," said Minister Olga Varn on Monday.', "Minister Olga Varn", "said"),
        ('"The quota stays," she added.', "she", "added"),
        ("The quota would stay, according to Olga Varn.", "Olga Varn", "according"),
        ("A spokesman for the ministry said the quota would stay.", "A spokesman for the ministry", "said"),
        ("Varn, the head of the ministry, said the quota would stay.", "Varn", "said"),
        ("At noon, a court in Brisk ruled nothing, officials said.", "officials", "said"),
        ("A panel in Brisk said the quota would stay.", "A panel in Brisk", "said"),
        ("Varn has also warned that boats would sink.", "Varn", "warned"),
        ("The quota stays, Olga Varn, the B.C. harbour secretary, said Thursday.", "Olga Varn", "said"),
        ("Varn, the host of the talks, said the skippers hoped to fish.", "Varn", "said"),
        ("Her employer, the Essel Ferry Company, now says the crew was rested.", "Her employer", "says"),
        ("An official who asked not to be named told us that it sank.", "An official", "told"),
        ('"We jumped," said passenger Ada Morel, 51.', "passenger Ada Morel", "said"),
        ('"We jumped," said bus driver Noël Petri, 34.', "bus driver Noël Petri", "said"),
        ("A woman who was on the quay said it sank.", "A woman", "said"),
        ("The mayor, who was asked about the plan, said nothing.", "The mayor", "said"),
        ("SEN. HOLLIS: You told the council that the quota would stay.", "SEN. HOLLIS", ""),
        ("Sen. Ada Hollis: You told the council that the quota would stay.", "Sen. Ada Hollis", ""),
        ("According to the council, the quota would stay.", "the council", "According"),
    ],
)
def test_the_speaker_and_the_verb_are_found(sentence: str, speaker: str, verb: str) -> None:
    clause = Clause.read(sentence)
    assert (clause.speaker, clause.verb) == (speaker, verb)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor's proposed wall fell.",
        "Forty boats have been promised to the fishermen.",
        "80 flat-bottomed boats have been promised.",
        "The Secretary of State left for Brisk.",
        'The sign reads "Varn said so" in red letters.',
    ],
)
def test_where_nobody_speaks_there_is_no_verb_of_speech(sentence: str) -> None:
    assert Clause.read(sentence).verb == ""
