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
    story,
    variants,
    words,
)

BRIDGE, COALITION = "harbour-bridge", "coalition-2015"
EVERY = ["Halyard News Agency", "Daily Beacon", "Merrowick & Coast Gazette", "Span & Lock"]


# Clusters


def test_a_cluster_brings_together_who_says_the_same_in_whatever_words() -> None:
    told = sample(BRIDGE)
    cluster = cluster_of(told, "21 people")
    assert sources(told, cluster.articles) == EVERY
    assert {one.kind for one in cluster.accounts} == {None, Kind.NEAR_DUPLICATE, Kind.SAME_FACT}


def test_each_telling_knows_how_and_how_far_into_its_article() -> None:
    told = sample(COALITION)
    cluster = cluster_of(told, "asked people for more support")
    by_source = {told.articles[one.article].source: one for one in cluster.accounts}
    assert by_source["Halyard News Agency"].kind is Kind.QUOTE
    assert by_source["Isles Public Radio"].place < 0.1
    assert by_source["The Ludgate Chronicle"].place > 0.7


def test_one_sentence_that_answers_two_is_in_two_clusters() -> None:
    told = sample(COALITION)
    thousand, six = cluster_of(told, "at least 1,000"), cluster_of(told, "about 6,000")
    assert thousand is not six
    assert thousand.articles == six.articles
    ludgate = number(told, "The Ludgate")
    text = told.articles[ludgate]
    (one,) = (t.passage for t in thousand.accounts if t.article == ludgate)
    (other,) = (t.passage for t in six.accounts if t.article == ludgate)
    assert text.sentence_at(one.start) == text.sentence_at(other.start)
    assert one.end <= other.start


def test_clusters_of_most_articles_come_first() -> None:
    counts = [len(cluster.articles) for cluster in sample(BRIDGE).clusters]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 4


@pytest.mark.parametrize("name", [BRIDGE, COALITION])
def test_every_cluster_holds_together_and_lies_inside_its_articles(name: str) -> None:
    told = sample(name)
    for cluster in told.clusters:
        assert len(cluster.articles) > 1
        assert {n for link in cluster.links for n in (link.a, link.b)} == set(range(len(cluster.accounts)))
        for account in cluster.accounts:
            assert words(told, account).strip()
            assert 0 <= account.place <= 1


def test_a_name_with_what_its_bearer_is_called_is_no_claim() -> None:
    told = sample(COALITION)
    said = [words(told, one) for cluster in told.clusters for one in cluster.accounts]
    assert not any(one == "Haider al-Abadi, the Iraqi prime minister" for one in said)
    assert {"can do better", "state of disarray"} <= set(said)


@pytest.mark.parametrize("said", ["Mr. Otto Quill resigned.", "Otto Quill is ill.", "Otto Quill, 51"])
def test_a_name_with_a_verb_or_a_number_is_a_claim(said: str) -> None:
    assert not is_naming(said)


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
    ("kind", "one", "other"),
    [
        (DifferenceKind.NUMBER, {"£6.5 million"}, {"about £4 million"}),
        (DifferenceKind.DATE, {"March 21", "21 March"}, {"28 March"}),
        (DifferenceKind.ATTRIBUTION, {"Peter Okonjo"}, {"Zoë Lindqvist"}),
        (DifferenceKind.DATE, {"1931"}, {"1932"}),
    ],
)
def test_facts_in_which_outlets_differ_have_several_versions(
    kind: DifferenceKind, one: set[str], other: set[str]
) -> None:
    fact = fact_with(sample(BRIDGE), min(one))
    assert (fact.kind, fact.agreed) == (kind, False)
    assert variants(fact) == [one, other]


def test_a_year_is_counted_wherever_it_is_told_of_the_same() -> None:
    told = sample(BRIDGE)
    opened, _ = fact_with(told, "1931").variants
    assert sources(told, tuple(value.article for value in opened.values)) == [
        "Halyard News Agency",
        "Merrowick & Coast Gazette",
        "Span & Lock",
    ]


def test_a_year_of_something_else_is_not_counted() -> None:
    told = story(
        article("A", "The old bridge, which opened in 1931, carries about 3,000 vehicles a day."),
        article("B", "The old bridge, which opened in 1932, carries about 3,000 vehicles a day."),
        article("C", "The museum of fishing opened in 1931. Another bridge was closed in 1931."),
    )
    assert {value.article for v in fact_with(told, "1931").variants for value in v.values} == {0, 1}


def test_a_statement_is_shown_with_the_words_around_it() -> None:
    told = sample(BRIDGE)
    (fact,) = (fact for fact in told.facts if fact.kind is DifferenceKind.NEGATION)
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
    told = sample(BRIDGE)
    wire, gazette = number(told, "Halyard"), number(told, "Merrowick")
    assert told.overlap[wire][gazette] > told.overlap[gazette][wire] > 0
    assert all(told.overlap[one][one] == 1 for one in range(4))


def test_the_share_is_of_words() -> None:
    shared = "The harbour master closed the swing bridge."
    told = story(
        article("A", shared),
        article("B", shared + " Nobody from the council would comment on it."),
        article("C", "Elsewhere the weather stayed dry, and tomatoes ripened early."),
    )
    assert told.overlap == ((1, 1, 0), (7 / 15, 1, 0), (0, 0, 1))


def test_what_all_but_one_say_is_missing_there() -> None:
    told = sample(BRIDGE)
    omitted = {
        words(told, told.clusters[one.cluster].accounts[0]): sources(told, one.articles)
        for one in told.omissions.omitted
    }
    (left_out,) = (who for said, who in omitted.items() if "cleared to pass" in said)
    assert left_out == ["Daily Beacon"]


def test_nothing_is_called_left_out_that_another_passage_comes_near() -> None:
    told = sample(COALITION)
    fought = cluster_of(told, "killed thousands")
    assert len(fought.articles) == 3
    assert told.clusters.index(fought) not in {one.cluster for one in told.omissions.omitted}


def test_what_one_article_has_alone() -> None:
    told = sample(BRIDGE)
    gazette = number(told, "Merrowick")
    text = told.articles[gazette].text
    only_in_one = [text[one.start : one.end] for one in told.omissions.only_in_one[gazette]]
    assert any("putting out the ropes" in one for one in only_in_one)
    assert not any("Firefighters" in one for one in only_in_one)


def test_what_is_no_more_than_a_question_is_not_had_alone() -> None:
    told = sample(BRIDGE)
    only_in_one = [
        text.text[one.start : one.end]
        for text, passages in zip(told.articles, told.omissions.only_in_one, strict=True)
        for one in passages
    ]
    assert "And the bill?" not in only_in_one
    assert {"Lindqvist went last.", "“There was no fender.”"} <= set(only_in_one)


def test_what_leads_the_wire_ends_the_broadcasters_report() -> None:
    told = sample(COALITION)
    places = {
        (told.articles[leads.article].source, told.articles[ends.article].source)
        for moved in told.omissions.moved
        for leads, ends in [
            [told.clusters[moved.cluster].accounts[n] for n in (moved.leads, moved.ends)],
        ]
    }
    assert ("Halyard News Agency", "Isles Public Radio") in places


# Copies and origins


def test_a_line_of_the_wire_counts_once_however_many_carry_it() -> None:
    told = sample(BRIDGE)
    cluster = cluster_of(told, "Firefighters led")
    assert len(cluster.articles) == 3
    assert cluster.independent == 1
    assert told.articles[first_reported(told, cluster) or 0].source == "Halyard News Agency"


def test_a_copy_that_changes_a_figure_is_a_telling_of_its_own() -> None:
    assert cluster_of(sample(BRIDGE), "21 people").independent == 4


def test_a_quotation_is_copied_only_where_the_wire_is_credited() -> None:
    told = sample(BRIDGE)
    cluster = cluster_of(told, "I have worked this river")
    source = {told.articles[one.article].source: one.source for one in cluster.accounts}
    assert source["Halyard News Agency"] == source["Merrowick & Coast Gazette"]
    assert source["Daily Beacon"] != source["Halyard News Agency"]


def test_the_share_of_copied_words_says_which_passages() -> None:
    told = sample(BRIDGE)
    wire, beacon = number(told, "Halyard"), number(told, "Daily")
    (copy,) = (one for one in told.copies if (one.article, one.other) == (beacon, wire))
    text = told.articles[beacon].text
    (line,) = (text[one.start : one.end] for one in copy.passages)
    assert line.startswith("Firefighters led")
    assert copy.share == pytest.approx(len(line.split()) / told.articles[beacon].words())


def test_the_credited_article_is_the_origin() -> None:
    told = sample(BRIDGE)
    origin = told.origins[number(told, "Merrowick")]
    assert origin
    assert (origin.name, origin.article, origin.credited) == ("Halyard News Agency", 0, True)


LINE = "Divers found the keel of the ferry on the bed of the estuary late on Sunday evening."


@pytest.mark.parametrize(
    "credit",
    ["Additional reporting by Reuters", "LISBON (Reuters) — The search goes on, the coast guard said."],
)
def test_an_agency_that_is_no_article_of_the_story_is_an_origin_too(credit: str) -> None:
    told = story(
        article("A", credit, LINE), article("B", "Quite another matter altogether."), article("C", LINE)
    )
    assert told.origins[0]
    assert (told.origins[0].name, told.origins[0].article) == ("Reuters", None)
    assert told.origins[1] is None


def test_without_a_credit_the_earliest_article_that_is_copied_is_the_origin() -> None:
    told = story(
        article("Late", LINE, date="2025-05-06"),
        article("Early", LINE, date="2025-05-04"),
        article("Later", LINE, date="2025-05-07"),
    )
    assert [origin and (origin.article, origin.credited) for origin in told.origins] == [
        (1, False),
        None,
        (1, False),
    ]
    assert first_reported(told, told.clusters[0]) == 1


def test_without_dates_nobody_is_called_first() -> None:
    told = story(article("A", LINE), article("B", LINE), article("C", LINE))
    assert told.origins == (None, None, None)
    assert first_reported(told, told.clusters[0]) is None


# Looking


def test_a_cluster_knows_the_toll_of_which_it_tells_two_versions() -> None:
    told = sample(BRIDGE)
    injured = told.clusters.index(cluster_of(told, "21 people"))
    assert [fact.about for fact in facts_in(told, injured)] == ["injured"]


def test_articles_of_two_events_are_two_stories() -> None:
    bridge, coalition = sample(BRIDGE).articles, sample(COALITION).articles
    assert stories_in(sample(BRIDGE)) == ((0, 1, 2, 3),)
    assert stories_in(story(*bridge[:2], *coalition[:2], *bridge[2:])) == ((0, 1, 4, 5), (2, 3))


def test_a_story_is_looked_at_by_article_place_and_cluster() -> None:
    told = sample(BRIDGE)
    gazette = number(told, "Merrowick")
    text = told.articles[gazette].text
    (here,) = clusters_at(told, gazette, text.index("Firefighters"))
    assert told.clusters[here] is cluster_of(told, "Firefighters led")
    assert here in clusters_in(told, gazette)
    starts = [
        min(one.passage.start for one in told.clusters[n].accounts if one.article == gazette)
        for n in clusters_in(told, gazette)
    ]
    assert starts == sorted(starts)
    cost = told.clusters.index(cluster_of(told, "a whopping"))
    assert {fact.kind for fact in facts_in(told, cost)} == {DifferenceKind.NUMBER}


def test_articles_without_anything_in_common_make_an_empty_story() -> None:
    told = story(
        article("A", "Tomatoes ripened early."),
        article("B", "The orchestra tuned its violins."),
        article("C", "Snow fell on the passes."),
    )
    assert (told.clusters, told.facts, told.copies) == ((), (), ())
    assert [len(only_in_one) for only_in_one in told.omissions.only_in_one] == [1, 1, 1]
