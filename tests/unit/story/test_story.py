"""What is known of a story: of those of the sample corpus, and of some made for one point."""

from __future__ import annotations

import pytest

from reader.matching.model import DifferenceKind, Kind
from reader.story.queries import clusters_at, clusters_in, facts_in, first_reported, stories_in
from reader.story.substance import is_naming
from tests.unit.story.made import (
    article,
    cluster_of,
    fact_with,
    number,
    sample,
    sources,
    story_of,
    variants,
    words,
)

BRIDGE, COALITION = "harbour-bridge", "coalition-2015"
EVERY = ["Halyard News Agency", "Daily Beacon", "Merrowick & Coast Gazette", "Span & Lock"]


# Clusters


def test_a_cluster_brings_together_who_says_the_same_in_whatever_words() -> None:
    story = sample(BRIDGE)
    cluster = cluster_of(story, "21 people")
    assert sources(story, cluster.articles) == EVERY
    assert {account.kind for account in cluster.accounts} == {None, Kind.NEAR_DUPLICATE, Kind.SAME_FACT}


def test_each_telling_knows_how_and_how_far_into_its_article() -> None:
    story = sample(COALITION)
    cluster = cluster_of(story, "asked people for more support")
    by_source = {story.articles[each.article].source: each for each in cluster.accounts}
    assert by_source["Halyard News Agency"].kind is Kind.QUOTE
    assert by_source["Isles Public Radio"].place < 0.1
    assert by_source["The Ludgate Chronicle"].place > 0.7


def test_one_sentence_that_answers_two_is_in_two_clusters() -> None:
    story = sample(COALITION)
    thousand, six = cluster_of(story, "at least 1,000"), cluster_of(story, "about 6,000")
    assert thousand is not six
    assert thousand.articles == six.articles
    ludgate = number(story, "The Ludgate")
    text = story.articles[ludgate]
    (first,) = (t.passage for t in thousand.accounts if t.article == ludgate)
    (second,) = (t.passage for t in six.accounts if t.article == ludgate)
    assert text.sentence_at(first.start) == text.sentence_at(second.start)
    assert first.end <= second.start


def test_clusters_of_most_articles_come_first() -> None:
    counts = [len(cluster.articles) for cluster in sample(BRIDGE).clusters]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 4


@pytest.mark.parametrize("name", [BRIDGE, COALITION])
def test_every_cluster_holds_together_and_lies_inside_its_articles(name: str) -> None:
    story = sample(name)
    for cluster in story.clusters:
        assert len(cluster.articles) > 1
        assert {n for link in cluster.links for n in (link.a, link.b)} == set(range(len(cluster.accounts)))
        for account in cluster.accounts:
            assert words(story, account).strip()
            assert 0 <= account.place <= 1


def test_a_name_with_what_its_bearer_is_called_is_no_claim() -> None:
    story = sample(COALITION)
    texts = {words(story, account) for cluster in story.clusters for account in cluster.accounts}
    assert "Haider al-Abadi, the Iraqi prime minister" not in texts
    assert {"can do better", "state of disarray"} <= texts


@pytest.mark.parametrize("text", ["Mr. Otto Quill resigned.", "Otto Quill is ill.", "Otto Quill, 51"])
def test_a_name_with_a_verb_or_a_number_is_a_claim(text: str) -> None:
    assert not is_naming(text)


# Facts


def test_the_injured_are_counted_by_outlets() -> None:
    fact = fact_with(sample(BRIDGE), "a dozen")
    assert fact.about == "injured"
    assert variants(fact) == [{"12", "a dozen"}, {"21", "twenty-one"}]


def test_the_dead_are_counted_wherever_they_are_told() -> None:
    fact = fact_with(sample(COALITION), "more than 10,000")
    assert (fact.about, fact.cluster) == ("dead", None)
    thousands = {"thousands", '"single digit" thousands', "at least 1,000"}
    assert variants(fact) == [thousands, {"more than 10,000"}]


@pytest.mark.parametrize("name", [BRIDGE, COALITION])
def test_a_value_is_told_in_one_fact_only(name: str) -> None:
    values = [
        (value.article, value.passage)
        for fact in sample(name).facts
        for variant in fact.variants
        for value in variant.values
        if value.passage
    ]
    assert len(values) == len(set(values)) > 10


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (DifferenceKind.NUMBER, {"£6.5 million"}, {"about £4 million"}),
        (DifferenceKind.DATE, {"March 21", "21 March"}, {"28 March"}),
        (DifferenceKind.ATTRIBUTION, {"Peter Okonjo"}, {"Zoë Lindqvist"}),
        (DifferenceKind.DATE, {"1931"}, {"1932"}),
    ],
)
def test_facts_in_which_outlets_differ_have_several_versions(
    kind: DifferenceKind, first: set[str], second: set[str]
) -> None:
    fact = fact_with(sample(BRIDGE), min(first))
    assert (fact.kind, fact.agreed) == (kind, False)
    assert variants(fact) == [first, second]


def test_a_year_is_counted_wherever_it_is_told_of_the_same() -> None:
    story = sample(BRIDGE)
    opened, _ = fact_with(story, "1931").variants
    assert sources(story, tuple(value.article for value in opened.values)) == [
        "Halyard News Agency",
        "Merrowick & Coast Gazette",
        "Span & Lock",
    ]


def test_a_year_of_something_else_is_not_counted() -> None:
    story = story_of(
        article("A", "The old bridge, which opened in 1931, carries about 3,000 vehicles a day."),
        article("B", "The old bridge, which opened in 1932, carries about 3,000 vehicles a day."),
        article("C", "The museum of fishing opened in 1931. Another bridge was closed in 1931."),
    )
    assert {value.article for v in fact_with(story, "1931").variants for value in v.values} == {0, 1}


def test_a_statement_is_shown_with_the_words_around_it() -> None:
    story = sample(BRIDGE)
    (fact,) = (fact for fact in story.facts if fact.kind is DifferenceKind.NEGATION)
    assert variants(fact) == [{"barge had not been cleared to"}, {"had been cleared to pass under"}]


@pytest.mark.parametrize(
    ("name", "same"),
    [
        (COALITION, {"Twelve", "12", "A dozen"}),
        (COALITION, {"half", "50 percent"}),
        (COALITION, {"270 square miles", "700 square kilometres"}),
        (BRIDGE, {"130-foot", "40-metre"}),
        (BRIDGE, {"about 3,000", "2,987"}),
    ],
)
def test_figures_agree_in_whatever_words_and_units(name: str, same: set[str]) -> None:
    fact = fact_with(sample(name), min(same))
    assert fact.agreed
    assert variants(fact) == [same]


def test_what_differs_comes_before_what_agrees() -> None:
    agreed = [fact.agreed for fact in sample(BRIDGE).facts]
    assert agreed == sorted(agreed)
    assert set(agreed) == {True, False}


# Shares and omissions


def test_how_much_one_says_of_another_depends_on_who_is_asked() -> None:
    story = sample(BRIDGE)
    wire, gazette = number(story, "Halyard"), number(story, "Merrowick")
    assert story.overlap[wire][gazette] > story.overlap[gazette][wire] > 0
    assert all(story.overlap[n][n] == 1 for n in range(4))


def test_the_share_is_of_words() -> None:
    shared = "The harbour master closed the swing bridge."
    story = story_of(
        article("A", shared),
        article("B", shared + " Nobody from the council would comment on it."),
        article("C", "Elsewhere the weather stayed dry, and tomatoes ripened early."),
    )
    assert story.overlap == ((1, 1, 0), (7 / 15, 1, 0), (0, 0, 1))


def test_what_all_but_one_say_is_missing_there() -> None:
    story = sample(BRIDGE)
    omitted = {
        words(story, story.clusters[omission.cluster].accounts[0]): sources(story, omission.articles)
        for omission in story.omissions.omitted
    }
    (omitting,) = (outlets for text, outlets in omitted.items() if "cleared to pass" in text)
    assert omitting == ["Daily Beacon"]


def test_nothing_is_called_left_out_that_another_passage_comes_near() -> None:
    story = sample(COALITION)
    fought = cluster_of(story, "killed thousands")
    assert len(fought.articles) == 3
    assert story.clusters.index(fought) not in {omission.cluster for omission in story.omissions.omitted}


def test_what_one_article_has_alone() -> None:
    story = sample(BRIDGE)
    gazette = number(story, "Merrowick")
    text = story.articles[gazette].text
    sentences = [text[each.start : each.end] for each in story.omissions.only_in_one[gazette]]
    assert any("putting out the ropes" in sentence for sentence in sentences)
    assert not any("Firefighters" in sentence for sentence in sentences)


def test_what_is_no_more_than_a_question_is_not_had_alone() -> None:
    story = sample(BRIDGE)
    only_in_one = [
        article.text[each.start : each.end]
        for article, passages in zip(story.articles, story.omissions.only_in_one, strict=True)
        for each in passages
    ]
    assert "And the bill?" not in only_in_one
    assert {"Lindqvist went last.", "“There was no fender.”"} <= set(only_in_one)


def test_what_leads_the_wire_ends_the_broadcasters_report() -> None:
    story = sample(COALITION)
    places = {
        (story.articles[leads.article].source, story.articles[ends.article].source)
        for moved in story.omissions.moved
        for leads, ends in [
            [story.clusters[moved.cluster].accounts[n] for n in (moved.leads, moved.ends)],
        ]
    }
    assert ("Halyard News Agency", "Isles Public Radio") in places


# Copies and origins


def test_a_line_of_the_wire_counts_once_however_many_carry_it() -> None:
    story = sample(BRIDGE)
    cluster = cluster_of(story, "Firefighters led")
    assert len(cluster.articles) == 3
    assert cluster.independent == 1
    assert story.articles[first_reported(story, cluster) or 0].source == "Halyard News Agency"


def test_a_copy_that_changes_a_figure_is_a_telling_of_its_own() -> None:
    assert cluster_of(sample(BRIDGE), "21 people").independent == 4


def test_a_quotation_is_copied_only_where_the_wire_is_credited() -> None:
    story = sample(BRIDGE)
    cluster = cluster_of(story, "I have worked this river")
    source = {story.articles[each.article].source: each.source for each in cluster.accounts}
    assert source["Halyard News Agency"] == source["Merrowick & Coast Gazette"]
    assert source["Daily Beacon"] != source["Halyard News Agency"]


def test_the_share_of_copied_words_says_which_passages() -> None:
    story = sample(BRIDGE)
    wire, beacon = number(story, "Halyard"), number(story, "Daily")
    (copy,) = (each for each in story.copies if (each.article, each.other) == (beacon, wire))
    text = story.articles[beacon].text
    (line,) = (text[each.start : each.end] for each in copy.passages)
    assert line.startswith("Firefighters led")
    assert copy.share == pytest.approx(len(line.split()) / story.articles[beacon].words())


def test_the_credited_article_is_the_origin() -> None:
    story = sample(BRIDGE)
    origin = story.origins[number(story, "Merrowick")]
    assert origin
    assert (origin.name, origin.article, origin.credited) == ("Halyard News Agency", 0, True)


LINE = "Divers found the keel of the ferry on the bed of the estuary late on Sunday evening."


@pytest.mark.parametrize(
    "credit",
    ["Additional reporting by Reuters", "LISBON (Reuters) — The search goes on, the coast guard said."],
)
def test_an_agency_that_is_no_article_of_the_story_is_an_origin_too(credit: str) -> None:
    story = story_of(
        article("A", credit, LINE), article("B", "Quite another matter altogether."), article("C", LINE)
    )
    assert story.origins[0]
    assert (story.origins[0].name, story.origins[0].article) == ("Reuters", None)
    assert story.origins[1] is None


def test_without_a_credit_the_earliest_article_that_is_copied_is_the_origin() -> None:
    story = story_of(
        article("Late", LINE, date="2025-05-06"),
        article("Early", LINE, date="2025-05-04"),
        article("Later", LINE, date="2025-05-07"),
    )
    assert [origin and (origin.article, origin.credited) for origin in story.origins] == [
        (1, False),
        None,
        (1, False),
    ]
    assert first_reported(story, story.clusters[0]) == 1


def test_without_dates_nobody_is_called_first() -> None:
    story = story_of(article("A", LINE), article("B", LINE), article("C", LINE))
    assert story.origins == (None, None, None)
    assert first_reported(story, story.clusters[0]) is None


# Looking


def test_a_cluster_knows_the_toll_of_which_it_tells_two_versions() -> None:
    story = sample(BRIDGE)
    injured = story.clusters.index(cluster_of(story, "21 people"))
    assert [fact.about for fact in facts_in(story, injured)] == ["injured"]


def test_articles_of_two_events_are_two_stories() -> None:
    bridge, coalition = sample(BRIDGE).articles, sample(COALITION).articles
    assert stories_in(sample(BRIDGE)) == ((0, 1, 2, 3),)
    assert stories_in(story_of(*bridge[:2], *coalition[:2], *bridge[2:])) == ((0, 1, 4, 5), (2, 3))


def test_a_story_is_looked_at_by_article_place_and_cluster() -> None:
    story = sample(BRIDGE)
    gazette = number(story, "Merrowick")
    text = story.articles[gazette].text
    (number_at,) = clusters_at(story, gazette, text.index("Firefighters"))
    assert story.clusters[number_at] is cluster_of(story, "Firefighters led")
    assert number_at in clusters_in(story, gazette)
    starts = [
        min(each.passage.start for each in story.clusters[n].accounts if each.article == gazette)
        for n in clusters_in(story, gazette)
    ]
    assert starts == sorted(starts)
    cost = story.clusters.index(cluster_of(story, "a whopping"))
    assert {fact.kind for fact in facts_in(story, cost)} == {DifferenceKind.NUMBER}


def test_articles_without_anything_in_common_make_an_empty_story() -> None:
    story = story_of(
        article("A", "Tomatoes ripened early."),
        article("B", "The orchestra tuned its violins."),
        article("C", "Snow fell on the passes."),
    )
    assert (story.clusters, story.facts, story.copies) == ((), (), ())
    assert [len(only_in_one) for only_in_one in story.omissions.only_in_one] == [1, 1, 1]
