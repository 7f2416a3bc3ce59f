"""What a fact is called: what is counted, paid for, measured or dated, in the words of the articles."""

from __future__ import annotations

import pytest

from reader.matching.model import DifferenceKind, Passage
from reader.story.labels import label
from reader.story.model import Value
from reader.story.values import TypedValue
from tests.unit.story.made import article, fact_with, sample, story_of

BRIDGE, COALITION = "harbour-bridge", "coalition-2015"


def called(*sentences: str, kind: DifferenceKind = DifferenceKind.NUMBER) -> str:
    """The label of values that stand in [brackets] in sentences, one of each of some articles."""
    articles, values = [], []
    for number, sentence in enumerate(sentences):
        start, end = sentence.index("["), sentence.index("]") - 1
        one = article(f"Outlet {number}", sentence.replace("[", "").replace("]", ""))
        articles.append(one)
        values.append(TypedValue(kind, Value(number, one.text[start:end], Passage(one.id, start, end))))
    return label(articles, values)


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        (
            "Baghdad will receive [250] mine-resistant armoured vehicles and rifles.",
            "mine-resistant armoured vehicles",
        ),
        ("Iraq will get [250] armoured vehicles built to withstand mines.", "armoured vehicles"),
        ("[Almost 2,000] air strikes have helped the troops.", "air strikes"),
        ("Ministers from [21] countries met.", "countries"),
        ("[Two] of the city's 30 hospitals were closed.", "hospitals"),
        ("The army sent [5,000] more troops north.", "troops"),
        ("It lost [200] oil and gas sites.", "oil and gas sites"),
        ("The bridge carries [about 3,000] vehicles a day.", "vehicles a day"),
        ("She faces [7] counts of fraud.", "counts of fraud"),
        ("They found [14] bodies Thursday.", "bodies"),
        ("The [25]-country coalition met.", "country coalition"),
        ("It cost [half] of its leaders their seats.", "leaders"),
    ],
)
def test_a_figure_is_called_by_what_it_counts(sentence: str, about: str) -> None:
    assert called(sentence) == about


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Joan Ferrier put the cost of repairs at [about £4 million].", "cost of repairs"),
        ("Thieves took jewellery worth [£88m].", "jewellery"),
        ("In May they stole [£910,000] worth of jewellery.", "jewellery"),
        ("The council faces a [£4 million] repair bill.", "repair bill"),
        ("The troops won back [270 square miles] of territory.", "territory"),
        ("A [130-foot] section of roadway dropped.", "section of roadway"),
        ("The bridge is [340 metres] long.", "how long"),
        ("The barge was [60 metres] off its line when it hit.", "off its line"),
        ("The Prudence Ann was making [7 mph] then.", "Prudence Ann"),
        ("Unemployment rose by [5 percent] in May.", "Unemployment rose"),
        ("The [34-year]-old driver was held.", "age"),
        ("I have worked this river for [30 years].", "worked this river"),
        ("An official gave a figure of [about 6,000].", "figure"),
        ("The quake had a magnitude of [6.1].", "magnitude"),
    ],
)
def test_what_is_measured_or_paid_for_is_called_by_what_it_is_said_of(sentence: str, about: str) -> None:
    assert called(sentence) == about


def test_a_date_is_called_by_what_happens_then() -> None:
    sentences = (
        "The bridge will reopen to pedestrians on [March 21].",
        "It may reopen to pedestrians on [28 March].",
    )
    assert called(*sentences, kind=DifferenceKind.DATE) == "reopen to pedestrians"


def test_the_words_are_those_that_most_articles_have() -> None:
    assert (
        called("[12] new brigades came.", "[Twelve] new brigades left.", "[12] old brigades.")
        == "new brigades"
    )
    assert called("[12] new brigades came.", "[Twelve] old brigades left.") == "brigades"
    assert called("The bill was put at [£4m].", "She put a bill of [£5m] before them.") == "bill"


def test_american_and_british_spelling_are_the_same_words() -> None:
    sentences = "[250] armored cars came.", "[250] armoured cars came.", "[250] cars came."
    assert called(*sentences) == "armored cars"


def test_what_is_counted_comes_before_what_a_figure_is_said_of() -> None:
    assert (
        called("The losses, a spokesman said, were [10,000].", "They lost [10,000] fighters.") == "fighters"
    )


def test_the_dead_are_told_from_the_living() -> None:
    assert called("The campaign has killed [50 percent] of the group's leaders.") == "leaders (dead)"
    assert called("Officers arrested [12] and let four go.") == "arrested"


def test_where_nothing_stands_beside_it_the_kind_is_told() -> None:
    assert called("[48], he said.") == "number"


def test_a_label_is_one_line() -> None:
    assert called("They sold [12] red   vans.") == "red vans"


@pytest.mark.parametrize(
    ("name", "value", "about"),
    [
        (COALITION, "250", "mine-resistant armored vehicles"),
        (COALITION, "Almost 2,000", "air strikes"),
        (COALITION, "21", "countries"),
        (COALITION, "Twelve", "new Iraqi brigades"),
        (COALITION, "50 percent", "leaders (dead)"),
        (COALITION, "270 square miles", "territory"),
        (BRIDGE, "£6.5 million", "cost of repairs"),
        (BRIDGE, "2,987", "vehicles a day"),
        (BRIDGE, "28 March", "reopen to pedestrians"),
        (BRIDGE, "1932", "opened"),
    ],
)
def test_the_figures_of_the_sample_are_called_by_what_they_are(name: str, value: str, about: str) -> None:
    assert fact_with(sample(name), value).about == about


@pytest.mark.parametrize("sign", ["\u2066", "\x1b[31m", "\u200b"])
def test_a_label_steers_no_terminal(sign: str) -> None:
    line = f"Divers found 12 gold{sign}en coins on the bed of the estuary late on Sunday evening."
    story = story_of(*(article(name, line) for name in "ABC"))
    (fact,) = story.facts
    assert sign not in fact.about
    assert fact.about.startswith("gold")
