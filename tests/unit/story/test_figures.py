"""Figures of one thing that agree, in sentences that say different things."""

from __future__ import annotations

import pytest

from reader.story.figures import figures_of, repeated
from tests.unit.story.made import article, fact_with, story_of, variants


def test_a_figure_that_two_articles_give_in_sentences_of_other_matter_is_one_fact() -> None:
    story = story_of(
        article("A", "Nearly 2,000 airstrikes have squeezed the finances of the group, its enemies hope."),
        article("B", "Schools near Aldara were shut on Monday after almost 2,000 air strikes."),
        article("C", "The harvest was poor, a farmer said."),
    )
    fact = fact_with(story, "Nearly 2,000")
    assert fact.agreed
    assert fact.cluster is None
    assert fact.about == "air strikes"
    assert variants(fact) == [{"Nearly 2,000", "almost 2,000"}]


def test_a_share_is_the_same_in_words_and_in_figures() -> None:
    story = story_of(
        article("A", "The raids eliminated half of the group's leadership, he told reporters."),
        article("B", "Kerstin Aldmar praised the pilots, who had killed 50 percent of its leadership."),
        article("C", "The harvest was poor, a farmer said."),
    )
    assert variants(fact_with(story, "half")) == [{"half", "50 percent"}]


def test_a_measure_in_brackets_agrees_with_the_same_measure() -> None:
    story = story_of(
        article("A", "Kerry said Iraqi ground troops had retaken 270 square miles of land near Mosul."),
        article(
            "B",
            "Iraqi ground troops had retaken 700 square kilometers (270 square miles) of land near Mosul.",
        ),
        article("C", "The harvest was poor, a farmer said."),
    )
    fact = fact_with(story, "270 square miles")
    assert fact.agreed
    assert variants(fact) == [{"270 square miles", "700 square kilometers"}]


def table(thing: str, *counts: int) -> str:
    """Many numbers in one sentence."""
    return f"The report lists {', '.join(f'{count:,} {thing} in a town of the coast' for count in counts)}."


def test_the_figures_of_two_tables_agree_that_are_the_same_and_of_one_thing() -> None:
    articles = (
        article("A", table("ewes", *range(1017, 3000, 100))),
        article("B", table("ewes", *range(1517, 4000, 100))),
        article("C", table("vans", *range(1017, 3000, 100))),
    )
    facts = list(repeated(articles, figures_of(articles), ()))
    assert [variants(fact) for fact in facts] == [[{f"{count:,}"}] for count in range(1517, 3000, 100)]
    assert {fact.about for fact in facts} == {"ewes"}


def test_a_figure_of_a_table_is_of_what_stands_beside_it() -> None:
    articles = (
        article("A", f"{table('ewes', *range(1017, 3000, 100))[:-1]}, and 4,200 vans in Aldara."),
        article("B", f"Some 4,200 vans were sold, the man said. {table('ewes', *range(5017, 7000, 100))}"),
        article("C", "The harvest was poor, a farmer said."),
    )
    (fact,) = repeated(articles, figures_of(articles), ())
    assert fact.about == "vans"
    assert variants(fact) == [{"4,200", "Some 4,200"}]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Two houses on the quay burned down.", "A farmer near Brenn bought two houses."),
        ("Some 40 houses on the quay burned down.", "A farmer near Brenn counted 40 sheep."),
        ("Some 40 houses on the quay burned down.", "A farmer near Brenn bought 90 houses."),
        ("At least 40 houses on the quay burned down.", "A farmer near Brenn bought at least 40 houses."),
    ],
)
def test_figures_that_meet_by_chance_are_no_fact(here: str, there: str) -> None:
    story = story_of(article("A", here), article("B", there), article("C", "The harvest was poor."))
    assert story.facts == ()
