"""The sample corpus shows what reader does: each feature somewhere, where a tour can point at it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from reader.articles.corpus import Corpus, open_corpus
from reader.articles.model import Article, Role
from reader.base.resources import sample_corpus
from reader.differences.compare import compare
from reader.matching.landmarks import landmarks
from reader.matching.model import Alignment, Difference, DifferenceKind, Kind, Match, Passage
from reader.matching.thresholds import DEFAULT_THRESHOLD

COALITION = {
    "halyard": "coalition-2015/2015-01-22-halyard.md",
    "isles": "coalition-2015/2015-01-22-isles-public-radio.md",
    "ludgate": "coalition-2015/2015-01-23-ludgate-chronicle.md",
    "crossroads": "coalition-2015/2015-06-03-crossroads.md",
}
BRIDGE = {
    "wire": "harbour-bridge/2025-03-11-halyard.md",
    "beacon": "harbour-bridge/2025-03-12-daily-beacon.md",
    "gazette": "harbour-bridge/2025-03-12-merrowick-gazette.md",
    "span": "harbour-bridge/2025-03-14-span-and-lock.md",
}
NAMES = COALITION | BRIDGE


@cache
def corpus() -> Corpus:
    return open_corpus([sample_corpus()])


@cache
def article(name: str) -> Article:
    (found,) = (one for one in corpus().articles if one.path.endswith(NAMES[name]))
    return found


@cache
def alignment(a: str, b: str) -> Alignment:
    return compare(article(a), article(b))


def match(a: str, said_in_a: str, b: str, said_in_b: str) -> Match:
    """The best match of the sentences that hold these words; it is above the default threshold."""
    in_a, in_b = place(article(a), said_in_a), place(article(b), said_in_b)
    found = [m for m in alignment(a, b).above(DEFAULT_THRESHOLD) if overlap(m.a, in_a) and overlap(m.b, in_b)]
    assert found, f"no match of {said_in_a!r} and {said_in_b!r}"
    return max(found, key=lambda m: m.score)


def place(one: Article, words: str) -> tuple[int, int]:
    """The sentence that holds these words, which stand in the article once."""
    assert one.text.count(words) == 1, words
    at = one.text.index(words)
    (sentence,) = (s for s in one.sentences if s.start <= at < s.end)
    return sentence.start, sentence.end


def overlap(passage: Passage, span: tuple[int, int]) -> bool:
    return passage.start < span[1] and span[0] < passage.end


def differences(found: Match, kind: DifferenceKind) -> list[Difference]:
    return [difference for difference in found.differences if difference.kind is kind]


def words(one: Article, role: Role) -> list[str]:
    return [one.text[p.start : p.end] for p in one.paragraphs if p.role is role]


def test_two_stories_of_four_articles_open_without_a_problem() -> None:
    assert corpus().problems == ()
    assert len(corpus().articles) == len(NAMES) == 8
    assert {article(name).path for name in NAMES} == {one.path for one in corpus().articles}


@pytest.mark.parametrize("name", NAMES)
def test_every_article_says_where_it_comes_from(name: str) -> None:
    one = article(name)
    assert all((one.title, one.source, one.author))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", one.date)
    assert one.url.startswith("https://example.org/")
    assert one.language == "en"


@pytest.mark.parametrize("name", NAMES)
def test_every_article_has_the_length_of_a_news_report(name: str) -> None:
    one = article(name)
    body = [sentence for sentence in one.sentences if one.role(sentence) is Role.BODY]
    assert 15 <= len(body) <= 26
    assert 200 <= one.words() <= 450


BOILERPLATE = {
    "halyard": ["Updated", "Amira Haddad", "Follow Marian Toft on Twitter"],
    "isles": ["1 of 3", "Photo: Jonas", "Iraqi Prime", "Sign up", "Download", "Sign up"],
    "ludgate": ["By Eleanor", "Share this article", "© The Ludgate"],
    "crossroads": ["Wire services", "Related News", "Who pays", "Ramadi: the", "Find Crossroads"]
    + ["Get the Crossroads", "Subscribe"] * 2,
    "wire": ["Updated 4:15 p.m.", "Ines Carvalho", "Follow Halyard"],
    "beacon": ["1 of 14", "Image:", "READ MORE:", "Download", "Comments (214)"],
    "gazette": ["Published:", "Photo:", "The No. 9 bus on the tilted", "Additional", "Sign up", "Most read"],
    "span": ["Related News", "Fenders, dolphins"] + ["Get Span & Lock"] * 2,
}


@pytest.mark.parametrize("name", NAMES)
def test_the_clutter_of_its_page_is_marked_and_nothing_else(name: str) -> None:
    marked = words(article(name), Role.BOILERPLATE)
    assert len(marked) == len(BOILERPLATE[name])
    assert all(map(str.startswith, marked, BOILERPLATE[name]))


def test_sub_headings_are_told_from_the_body() -> None:
    assert words(article("span"), Role.HEADING) == ["What happened", "What moved, and why", "What now"]


def test_the_typography_is_as_various_as_on_the_web() -> None:
    text = "".join(one.author + one.text for one in corpus().articles)
    assert all(mark in text for mark in "“”‘’\"'—©£ßóáëø林🎉")


@pytest.mark.parametrize("other", ["isles", "ludgate"])
def test_a_line_of_the_wire_stands_verbatim_in_other_outlets(other: str) -> None:
    mosul = "still holds Mosul"
    assert match("halyard", mosul, other, mosul).kind is Kind.VERBATIM


@pytest.mark.parametrize("other", ["beacon", "gazette"])
def test_the_line_on_the_firefighters_is_carried_by_three(other: str) -> None:
    firefighters = "Firefighters led"
    assert match("wire", firefighters, other, firefighters).kind is Kind.VERBATIM


@pytest.mark.parametrize(
    ("a", "said_in_a", "b", "said_in_b"),
    [
        ("halyard", "Its agenda", "ludgate", "The agenda"),
        ("halyard", "about 6,000", "ludgate", "about 6,000"),
        ("halyard", "still holds Mosul", "crossroads", "still holds Mosul"),
        ("wire", "injuring 12 people", "gazette", "injured 21 people"),
    ],
)
def test_lightly_edited_copy_is_a_near_duplicate(a: str, said_in_a: str, b: str, said_in_b: str) -> None:
    assert match(a, said_in_a, b, said_in_b).kind is Kind.NEAR_DUPLICATE


def test_al_abadis_call_is_told_directly_and_indirectly() -> None:
    found = match("halyard", "I have asked people", "isles", "he had asked people")
    assert (found.kind, found.form) == (Kind.QUOTE, "direct/indirect")


def test_the_harbour_masters_words_are_told_directly_and_indirectly() -> None:
    found = match("gazette", "I have worked this river", "span", "she had worked the river")
    assert (found.kind, found.form) == (Kind.QUOTE, "direct/indirect")


@pytest.mark.parametrize(
    ("a", "said_in_a", "b", "said_in_b"),
    [
        ("halyard", "This campaign is", "isles", "This campaign is"),
        ("halyard", "This campaign is", "ludgate", "This campaign is"),
        ("wire", "I have worked this river", "gazette", "I have worked this river"),
    ],
)
def test_a_split_quotation_meets_the_same_quotation_unsplit(
    a: str, said_in_a: str, b: str, said_in_b: str
) -> None:
    found = match(a, said_in_a, b, said_in_b)
    assert (found.kind, found.form) == (Kind.QUOTE, "direct/direct")


@pytest.mark.parametrize(
    ("a", "said_in_a", "b", "said_in_b"),
    [
        ("isles", "however long it takes", "ludgate", "however long it takes"),
        ("halyard", "There is a lot being said", "isles", "on the ground"),
        ("wire", "I have worked this river", "beacon", "I have never seen"),
        ("isles", "state of disarray", "ludgate", "state of disarray"),
    ],
)
def test_a_fragment_of_a_quotation_meets_the_whole(a: str, said_in_a: str, b: str, said_in_b: str) -> None:
    assert match(a, said_in_a, b, said_in_b)


@pytest.mark.parametrize(
    ("said_in_a", "said_in_b"), [("at least 1,000", "at least 1,000"), ("about 6,000", "about 6,000")]
)
def test_one_sentence_of_the_broadsheet_answers_two_of_the_wire(said_in_a: str, said_in_b: str) -> None:
    found = match("halyard", said_in_a, "ludgate", said_in_b)
    start, end = place(article("ludgate"), "Mr Kerry said that at least 1,000")
    assert start <= found.b.start < found.b.end <= end


@pytest.mark.parametrize(
    ("a", "b"), [*zip(["halyard"] * 2, ["isles", "ludgate"], strict=True), ("wire", "span")]
)
def test_some_matches_are_moved(a: str, b: str) -> None:
    matches = alignment(a, b).above(DEFAULT_THRESHOLD)
    chain = landmarks(matches)
    assert len(chain) < len(matches)
    assert all(one.a.start < two.a.start and one.b.start < two.b.start for one, two in pairwise(chain))


def test_what_leads_in_the_wire_ends_the_broadcasters_report() -> None:
    found = match("halyard", "Nearly 2,000", "isles", "Almost 2,000")
    assert found.a.start < len(article("halyard").text) / 4
    assert found.b.start > len(article("isles").text) / 2


@pytest.mark.parametrize(
    ("name", "others", "said"),
    [
        ("ludgate", ["halyard", "isles"], "Rhodesia’s war"),
        ("gazette", ["wire", "beacon", "span"], "the chain ferry"),
        ("beacon", ["wire", "gazette", "span"], "double maths"),
        ("span", ["wire", "beacon", "gazette"], "no fender"),
    ],
)
def test_some_sentences_stand_in_one_article_alone(name: str, others: list[str], said: str) -> None:
    span = place(article(name), said)
    for other in others:
        assert not any(overlap(m.a, span) for m in alignment(name, other).above(DEFAULT_THRESHOLD))


def test_the_tabloid_leaves_out_what_all_others_have() -> None:
    assert match("wire", "March 21", "gazette", "21 March")
    assert match("wire", "March 21", "span", "28 March")
    span = place(article("wire"), "March 21")
    assert not any(overlap(m.a, span) for m in alignment("wire", "beacon").above(DEFAULT_THRESHOLD))


@pytest.mark.parametrize(
    ("a", "said_in_a", "b", "said_in_b", "kind"),
    [
        ("wire", "injuring 12 people", "gazette", "injured 21 people", DifferenceKind.NUMBER),
        ("wire", "about £4 million", "gazette", "£6.5 million", DifferenceKind.NUMBER),
        ("wire", "about 3,000 vehicles", "span", "2,987 vehicles", DifferenceKind.ROUNDING),
        ("wire", "cleared to pass", "gazette", "not been cleared to pass", DifferenceKind.NEGATION),
        ("wire", "will reopen", "gazette", "may reopen", DifferenceKind.MODALITY),
        ("wire", "March 21", "span", "28 March", DifferenceKind.DATE),
        ("gazette", "21 March", "span", "28 March", DifferenceKind.DATE),
        ("halyard", "at least 1,000", "crossroads", "more than 10,000 of", DifferenceKind.ATTRIBUTION),
        ("beacon", "asked not to be named", "span", "The radar log", DifferenceKind.ATTRIBUTION),
        ("beacon", "We heard it", "gazette", "We heard it", DifferenceKind.ATTRIBUTION),
    ],
)
def test_what_differs_inside_a_match_is_flagged(
    a: str, said_in_a: str, b: str, said_in_b: str, kind: DifferenceKind
) -> None:
    assert differences(match(a, said_in_a, b, said_in_b), kind)


@pytest.mark.parametrize(
    ("a", "said_in_a", "b", "said_in_b"),
    [
        ("halyard", "270 square miles", "isles", "700 square kilometres"),
        ("halyard", "half of its leaders", "isles", "50 percent of the group's leaders"),
        ("halyard", "Twelve new", "ludgate", "A dozen new"),
        ("wire", "One in five", "gazette", "20 per cent"),
        ("wire", "1,115 feet", "span", "340 metres"),
        ("wire", "130-foot", "gazette", "40-metre"),
        ("wire", "about 7 mph", "span", "six knots"),
        ("wire", "18 miles", "span", "29 kilometres"),
        ("wire", "injuring 12 people", "beacon", "a dozen people"),
    ],
)
def test_the_same_figure_in_other_words_or_units_is_no_difference(
    a: str, said_in_a: str, b: str, said_in_b: str
) -> None:
    assert not differences(match(a, said_in_a, b, said_in_b), DifferenceKind.NUMBER)


@pytest.mark.parametrize(
    ("a", "said_in_a", "b", "said_in_b"),
    [
        ("halyard", "I have asked people", "isles", "he had asked people"),
        ("halyard", "I have asked people", "ludgate", "he had asked for more support"),
        ("wire", "denied that the skipper", "gazette", "was not alone"),
        ("wire", "not over the limit", "gazette", "taken a breath test"),
    ],
)
def test_a_not_that_changes_nothing_is_no_difference(a: str, said_in_a: str, b: str, said_in_b: str) -> None:
    assert not differences(match(a, said_in_a, b, said_in_b), DifferenceKind.NEGATION)


@pytest.mark.parametrize(
    ("a", "said_in_a", "b", "said_in_b"),
    [
        ("halyard", "We are in this", "ludgate", "We are in this"),
        ("wire", "at about 6:40", "span", "11 March at 06:40"),
        ("gazette", "At twenty to seven", "span", "11 March at 06:40"),
    ],
)
def test_a_day_told_by_its_name_and_by_its_date_is_no_difference(
    a: str, said_in_a: str, b: str, said_in_b: str
) -> None:
    assert not differences(match(a, said_in_a, b, said_in_b), DifferenceKind.DATE)
