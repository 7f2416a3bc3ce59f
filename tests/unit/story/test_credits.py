"""Tellings that are no independent ones: copies, and what is credited to another outlet."""

from __future__ import annotations

import pytest

from reader.articles.model import Article
from reader.story.model import Cluster, Dependence, Story
from reader.story.queries import first_reported
from reader.story.report.naming import dependence_of
from tests.unit.story.made import article, cluster_of, sample, story_of

BARGE = "The barge had left its line before it hit the third pier"
OTHER = "Before it hit the third pier, the barge was off its line."
ALONE = "The orchestra tuned its violins."


def barge(first: Article, second: Article, *more: Article) -> tuple[Story, Cluster]:
    """The story of articles of which the first says that the barge had left its line."""
    story = story_of(first, second, *(more or [article("Nobody", ALONE)]))
    return story, cluster_of(story, BARGE)


def provenance(cluster: Cluster) -> list[tuple[Dependence | None, str]]:
    return [(account.dependence, account.credits) for account in cluster.accounts]


WIRE = article("Halyard News Agency", f"{BARGE}.")


@pytest.mark.parametrize(
    "credit",
    [
        "Before it hit the third pier, the barge was off its line, Halyard reported.",
        "Before it hit the third pier, the barge was off its line, according to the Halyard News Agency.",
        "Before it hit the third pier, the barge was off its line, the pilot told Halyard.",
        f"Halyard first reported it. {OTHER}",
        "According to the Halyard news agency, the barge had left its line before it hit the third pier.",
        f"COAST CITY (Halyard) — {OTHER}",
        f"{OTHER} So the Gazette reported, citing Halyard.",
        f"COAST CITY (Gazette) — So Halyard reported. {OTHER}",
    ],
)
def test_what_credits_another_outlet_of_the_story_is_not_independent_of_it(credit: str) -> None:
    story, cluster = barge(WIRE, article("Gazette", credit))
    assert cluster.independent == 1
    assert provenance(cluster) == [(None, ""), (Dependence.CREDIT, "Halyard News Agency")]
    assert first_reported(story, cluster) == 0


def test_a_report_tells_the_credit_of_a_telling_from_that_of_a_whole_article() -> None:
    _, cluster = barge(WIRE, article("Gazette", f"According to Halyard, {OTHER}"))
    assert [dependence_of(cluster, n, "ABC") for n in (0, 1)] == ["", "credits Halyard News Agency"]
    _, cluster = barge(WIRE, article("Gazette", f"{BARGE}.", "Additional reporting by Halyard News"))
    assert dependence_of(cluster, 1, "ABC") == "article credits Halyard News Agency"


@pytest.mark.parametrize(
    "sentence",
    [
        OTHER,
        "Before it hit the third pier, the barge was off its line, Halyard's rival reported.",
        f"{OTHER} He declined to speak to Halyard.",
        f"{OTHER}\n\nHalyard reported a record loss.",
        "Before it hit the third pier, the barge was off its line, reporters were told.",
    ],
)
def test_what_does_not_credit_it_for_that_stays_independent(sentence: str) -> None:
    _, cluster = barge(WIRE, article("Gazette", *sentence.split("\n\n")))
    assert cluster.independent == 2
    assert provenance(cluster) == [(None, ""), (None, "")]


@pytest.mark.parametrize("agency", ["Reuters", "AFP", "UPI"])
def test_an_agency_is_credited_in_a_dateline(agency: str) -> None:
    _, cluster = barge(WIRE, article("Gazette", f"COAST CITY ({agency}) — {OTHER}"))
    assert provenance(cluster) == [(None, ""), (Dependence.CREDIT, agency)]


def test_an_outlet_does_not_credit_itself() -> None:
    _, cluster = barge(WIRE, article("Gazette", f"{OTHER[:-1]}, the pilot told the Gazette."))
    assert cluster.independent == 2


@pytest.mark.parametrize(
    "who", ["an officer in Tyrone, PA", "the mayor of New Castle, PA", "an officer in Tyrone, PA also"]
)
def test_a_town_of_pennsylvania_is_no_agency(who: str) -> None:
    _, cluster = barge(WIRE, article("Gazette", f"{OTHER} It was so, {who} reported."))
    assert provenance(cluster) == [(None, ""), (None, "")]


@pytest.mark.parametrize("who", ["PA", "not so in Tyrone, PA Media", "as it was on Monday, PA"])
def test_the_agency_of_that_name_is_credited(who: str) -> None:
    _, cluster = barge(WIRE, article("Gazette", f"{OTHER} It was so, {who} reported."))
    assert provenance(cluster)[1] == (Dependence.CREDIT, "PA")


def test_two_that_credit_one_agency_are_one_telling_and_a_third_is_another() -> None:
    first = article("Beacon", f"{BARGE}, Reuters reported.")
    second = article("Gazette", f"{OTHER[:-1]}, the pilot told Reuters.")
    third = article("Herald", f"{BARGE} of the old bridge.")
    _, cluster = barge(first, second, third)
    assert provenance(cluster)[:2] == [(Dependence.CREDIT, "Reuters")] * 2
    assert cluster.accounts[0].source == cluster.accounts[1].source != cluster.accounts[2].source
    assert cluster.independent == 2


def test_an_agency_and_its_own_article_are_one_by_whatever_name() -> None:
    wire = article("AP", f"{BARGE}.")
    _, cluster = barge(wire, article("Gazette", f"{OTHER[:-1]}, the pilot told The Associated Press."))
    assert provenance(cluster) == [(None, ""), (Dependence.CREDIT, "AP")]
    assert cluster.independent == 1


def test_a_quotation_that_two_reporters_heard_stays_two_tellings() -> None:
    quotation = "“We heard the pier move long before we felt it,” said the pilot."
    story = story_of(
        article("A", quotation),
        article("B", quotation.replace("said the pilot", "the pilot said")),
        article("C", ALONE),
    )
    assert cluster_of(story, "We heard").independent == 2


CREDIT = "Additional reporting by Halyard News"
SHORT = "The ferry sank at noon."


def test_a_short_line_is_copied_where_the_wire_is_credited_and_chance_where_not() -> None:
    wire = article("Halyard News Agency", SHORT)
    for lines, dependence, count in (([CREDIT], Dependence.CREDIT, 1), ([], None, 2)):
        story = story_of(wire, article("Gazette", SHORT, *lines), article("C", ALONE))
        cluster = cluster_of(story, "ferry sank")
        assert cluster.independent == count
        assert [account.dependence for account in cluster.accounts] == [None, dependence]


def test_copies_of_nobody_known_are_marked_as_copies() -> None:
    line = "Divers found the keel of the ferry on the bed of the estuary late on Sunday evening."
    story = story_of(article("A", line), article("B", line), article("C", ALONE))
    assert provenance(story.clusters[0]) == [(Dependence.COPY, "")] * 2


def test_the_wire_is_no_copy_of_those_that_credit_it() -> None:
    cluster = cluster_of(sample("harbour-bridge"), "shortest way around, through Upper Hesk, is 18 miles")
    by_source = {sample("harbour-bridge").articles[each.article].source: each for each in cluster.accounts}
    assert by_source["Halyard News Agency"].dependence is None
    assert by_source["Merrowick & Coast Gazette"].credits == "Halyard News Agency"


@pytest.mark.parametrize("source", ["A+B (Daily", "[x]", "The", "*", "U.S. News & World"])
def test_an_outlet_may_be_called_anything(source: str) -> None:
    _, cluster = barge(article(source, f"{BARGE}."), article("Gazette", f"{OTHER[:-1]}, {source} reported."))
    assert cluster.independent == 1
    assert cluster.accounts[1].credits == source
