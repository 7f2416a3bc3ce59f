"""The dead and the injured, where the verb comes long after the number."""

from __future__ import annotations

import pytest

from reader.story.casualties import casualty_facts
from reader.story.figures import figures_of
from tests.unit.story.made import article, fact_with, story_of, variants

LONG = (
    "More than 10,000 fighters from the Islamic State of Iraq and the Levant (ISIL) have been killed since a "
    "coalition began to bomb the group, a diplomat said."
)


def test_a_toll_is_found_whose_verb_stands_far_behind_its_number() -> None:
    story = story_of(
        article("A", LONG),
        article("B", "At least 1,000 fighters were killed, the minister said."),
        article("C", "The minister spoke of the harvest."),
    )
    fact = fact_with(story, "More than 10,000")
    assert fact.about == "dead"
    assert variants(fact) == [{"More than 10,000"}, {"At least 1,000"}]


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 40 firefighters from the port reached the scene where the driver had been killed.",
        "Some 40 people in a bus and a cyclist riding home from a long day of work were killed.",
        "Some 40 policemen from the northern border town of Aldara had arrested the man.",
        "At some 40 stations of the long northern line between both towns men were killed.",
        "Some 40 of the 90 sailors on board of the ferry from the northern port were killed.",
    ],
)
def test_no_toll_is_made_of_those_of_whom_it_is_not_said(sentence: str) -> None:
    story = story_of(
        article("A", sentence),
        article("B", "The blast killed 12 people."),
        article("C", "The blast killed 12 people, officials said."),
    )
    assert not any(
        "some 40" in {words.lower() for words in variant}
        for fact in story.facts
        for variant in variants(fact)
    )


def test_no_number_of_a_table_of_tolls_differs_from_the_one_that_is_told() -> None:
    towns = ", ".join(f"{count} killed in a town of the coast" for count in range(20, 60))
    articles = (
        article("A", f"The report lists {towns}."),
        article("B", f"The report lists {towns}, and 75 killed in Aldara."),
        article("C", "The blast killed 12 people."),
        article("D", "In the end 13 people were killed."),
    )
    (fact,) = casualty_facts(figures_of(articles))
    assert [("12" in variant, "13" in variant) for variant in variants(fact)] == [
        (True, False),
        (False, True),
    ]
    assert {"20", "59", "75"} <= variants(fact)[0]


def test_a_number_of_the_injured_does_not_differ_because_that_of_the_dead_does() -> None:
    articles = (
        article("A", "The blast killed 12 people and injured some 40 people."),
        article("B", "The blast killed 15 people and injured 40 people."),
    )
    by_kind = {fact.about: variants(fact) for fact in casualty_facts(figures_of(articles))}
    assert by_kind == {"dead": [{"12"}, {"15"}], "injured": [{"some 40", "40"}]}
