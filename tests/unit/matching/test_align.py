from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.articles.model import Article, Role
from reader.differences.compare import compare
from reader.matching.model import Alignment, DifferenceKind, Kind, Match
from reader.matching.thresholds import ALL_THRESHOLD, DEFAULT_THRESHOLD, FLOOR
from tests.unit.made import article

HARBOUR = (
    "Fishermen in the old harbour of Brisk blocked the entrance with forty boats on Tuesday.",
    "They demand that the ministry withdraw its new quota for herring.",
    "Minister Olga Varn said the quota would stay.",
    '"I have asked the fishermen for patience and I think my call didn\'t go unheard," she said.',
    "The harbour master counted 42 trawlers and closed the port to ferries until midnight.",
    "Weather over the bay remained calm.",
)
QUAY = (
    "The port of Brisk was closed to ferries until midnight after 24 trawlers blocked it, its master said.",
    "Olga Varn said she asked the fishermen for patience and did not think her call went unheard.",
    "A museum in the town shows the history of whaling.",
    "Fishermen demand that the ministry withdraw its new quota for herring.",
    "Their spokesman called the rule a death sentence.",
)


@pytest.fixture(scope="module")
def strike() -> tuple[Article, Article, Alignment]:
    a, b = article("harbour", *HARBOUR), article("quay", *QUAY)
    return a, b, compare(a, b)


Finder = Callable[[str, str], Match]


@pytest.fixture
def between(strike: tuple[Article, Article, Alignment]) -> Finder:
    """The match of the sentences with two given phrases."""
    a, b, alignment = strike

    def find(phrase_a: str, phrase_b: str) -> Match:
        at_a, at_b = a.text.index(phrase_a), b.text.index(phrase_b)
        (match,) = (
            m for m in alignment.matches if m.a.start <= at_a < m.a.end and m.b.start <= at_b < m.b.end
        )
        return match

    return find


def test_the_same_words_in_another_place_are_found(between: Finder) -> None:
    match = between("new quota for herring", "new quota for herring")
    assert match.kind in (Kind.VERBATIM, Kind.NEAR_DUPLICATE)
    assert match.score >= DEFAULT_THRESHOLD


def test_direct_and_indirect_versions_of_one_quotation_are_linked(between: Finder) -> None:
    match = between("patience", "patience")
    assert (match.kind, match.form) == (Kind.QUOTE, "direct/indirect")
    assert match.score >= DEFAULT_THRESHOLD


def test_a_negation_that_moved_with_the_indirect_speech_is_not_flagged(between: Finder) -> None:
    assert not [d for d in between("patience", "patience").differences if d.kind is DifferenceKind.NEGATION]


def test_speakers_and_their_verbs_are_named(between: Finder) -> None:
    evidence = between("patience", "patience").evidence
    assert evidence.speakers == ("she", "Olga Varn")
    assert evidence.verbs == ("said", "said")


def test_another_number_is_a_difference_and_no_hindrance(
    strike: tuple[Article, Article, Alignment], between: Finder
) -> None:
    a, b, _ = strike
    (difference,) = [
        d for d in between("trawlers", "trawlers").differences if d.kind is DifferenceKind.NUMBER
    ]
    assert difference.a
    assert difference.b
    assert a.text[difference.a.start : difference.a.end] == "42"
    assert b.text[difference.b.start : difference.b.end] == "24"


def test_the_parts_of_the_evidence_add_up_to_the_score(strike: tuple[Article, Article, Alignment]) -> None:
    for match in strike[2].matches:
        points = [points for _, points in match.evidence.parts]
        assert sum(points) == pytest.approx(match.score, abs=0.5)
        assert points == sorted(points, reverse=True)


def test_the_evidence_names_shared_words_the_rarest_first(between: Finder) -> None:
    shared = between("new quota for herring", "new quota for herring").evidence.shared
    assert shared.index("herring") < shared.index("quota")


def test_matches_come_in_the_order_of_both_articles(strike: tuple[Article, Article, Alignment]) -> None:
    places = [(m.a.start, m.b.start) for m in strike[2].matches]
    assert places == sorted(places)


def test_unrelated_sentences_do_not_reach_the_default_threshold(
    strike: tuple[Article, Article, Alignment],
) -> None:
    _a, b, alignment = strike
    matched = {b.text[m.b.start : m.b.end] for m in alignment.above(DEFAULT_THRESHOLD)}
    assert not any("museum" in text or "death sentence" in text for text in matched)


def test_only_the_clause_that_matches_is_the_passage() -> None:
    a = article(
        "a", "The coach praised the goalkeeper, who saved three penalties in the final against Norden."
    )
    b = article(
        "b",
        "Born in a small village in the hills, where her uncle taught her to read the wind and the waves, "
        "the goalkeeper saved three penalties in the final against Norden.",
        "Nobody else had a good day.",
        "The rain fell without an end.",
    )
    best = max(compare(a, b).matches, key=lambda match: match.score)
    passage = b.text[best.b.start : best.b.end]
    assert "saved three penalties" in passage
    assert "uncle" not in passage


def test_a_quotation_inside_another_sentence_is_a_quote() -> None:
    a = article(
        "a", '"The mountain does not forgive haste," the guide told the court on Monday.', "It rained."
    )
    b = article(
        "b",
        "Asked about the avalanche, the guide, who has led parties up the north face for thirty years, "
        "said only that “the mountain does not forgive haste.”",
        "The court adjourned.",
    )
    best = max(compare(a, b).matches, key=lambda match: match.score)
    assert (best.kind, best.form) == (Kind.QUOTE, "direct/direct")
    assert b.text[best.b.start : best.b.end].strip(".”“") == "the mountain does not forgive haste"


def test_one_sentence_may_answer_several() -> None:
    a = article("a", "The dam at Orlo broke on Sunday and flooded the villages of Tarn and Essel.")
    b = article(
        "b", "The dam at Orlo broke on Sunday.", "It flooded the villages of Tarn and Essel.", "Cows fled."
    )
    assert len(compare(a, b).above(ALL_THRESHOLD)) == 2


@pytest.mark.parametrize("role", [Role.HEADING, Role.BOILERPLATE])
def test_headings_and_clutter_are_not_matched(role: Role) -> None:
    a, b = article("a", *HARBOUR, role=role), article("b", *HARBOUR)
    assert compare(a, b).matches == ()


def test_nothing_in_common_is_no_match() -> None:
    a, b = article("a", *HARBOUR), article("b", "Physicists measured the mass of a neutrino.")
    assert compare(a, b).matches == ()


def test_articles_without_a_sentence_have_no_matches() -> None:
    assert compare(article("a"), article("b", *QUAY)).matches == ()
    assert compare(article("a", "…"), article("b", "!")).matches == ()


def test_an_article_matches_itself_word_by_word() -> None:
    a = article("a", *HARBOUR)
    same = [m for m in compare(a, a).matches if m.a == m.b]
    assert [a.text[m.a.start : m.a.end] for m in same] == [a.text[s.start : s.end] for s in a.sentences]
    assert {m.kind for m in same} == {Kind.VERBATIM}


def test_where_nothing_reaches_a_threshold_the_best_candidate_can_be_named(
    strike: tuple[Article, Article, Alignment],
) -> None:
    alignment = strike[2]
    best = alignment.best()
    assert best
    assert best.score == max(match.score for match in alignment.matches)
    assert compare(article("a", *HARBOUR), article("b", "Physicists measured a neutrino.")).best() is None


def test_a_higher_floor_keeps_the_same_matches_above_it(strike: tuple[Article, Article, Alignment]) -> None:
    a, b, alignment = strike
    assert compare(a, b, floor=DEFAULT_THRESHOLD).matches == alignment.above(DEFAULT_THRESHOLD)
    assert alignment.floor == FLOOR


def test_progress_ends_with_all_done() -> None:
    shares: list[float] = []
    compare(article("a", *HARBOUR), article("b", *QUAY), progress=shares.append)
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


def test_progress_may_stop_the_work_by_raising() -> None:
    def stop(_: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        compare(article("a", *HARBOUR), article("b", *QUAY), progress=stop)


def test_whoever_is_named_behind_according_to_takes_nothing_from_the_score() -> None:
    a = article("a", "The bridge may reopen to walkers in March, the council said.", "It rained.")
    b = article(
        "b", "The bridge may reopen to walkers in March, according to the council, a week late.", "Cows."
    )
    assert compare(a, b).above(90)


def test_a_compound_and_its_two_words_are_the_same() -> None:
    a = article("a", "The rockslide buried nobody in the valley.", "Rain fell.", "The slide began at noon.")
    b = article("b", "Nobody in the valley was buried by the rock slide.", "Music was heard.", "A cat slept.")
    (match,) = compare(a, b).above(90)
    assert "rockslide" in match.evidence.shared


def test_a_speakers_name_and_office_alone_are_no_match() -> None:
    a = article(
        "a",
        "Boats have carried hundreds of villagers away, Olga Varn, the B.C. harbour secretary, said.",
        "The rain will last until Monday.",
    )
    b = article(
        "b", "The figures came from Olga Varn, the BC harbour secretary.", "Nobody in Essel heard music."
    )
    assert not compare(a, b).above(ALL_THRESHOLD)


def test_an_office_and_its_holders_name_alone_are_no_match_in_either_order() -> None:
    a = article(
        "a", "The boats may be needed for years, the B.C. harbour secretary, Olga Varn, told us.", "Cows."
    )
    b = article("b", "The figures came from Olga Varn, the BC harbour secretary.", "Nobody heard it.")
    assert not compare(a, b).above(ALL_THRESHOLD)


def test_a_passage_has_no_comma_at_its_end_and_no_half_of_a_pair_of_quotation_marks() -> None:
    a = article("a", '"The mountain does not forgive haste," the guide told the court.', "It rained.")
    b = article(
        "b",
        "Asked by a lawyer, the guide, who has led parties for thirty years, told the court: "
        "“I warned them at the hut, at the rope, and the mountain does not forgive haste,” and sat down.",
        "The court adjourned.",
    )
    best = max(compare(a, b).matches, key=lambda match: match.score)
    assert a.text[best.a.start : best.a.end] == "The mountain does not forgive haste"
    assert b.text[best.b.start : best.b.end].strip("“”, ") == b.text[best.b.start : best.b.end]


def test_a_quotation_that_both_sides_set_in_marks_is_direct_on_both_however_long_the_passages() -> None:
    a = article("a", "He called the ferry “a floating scandal in white paint” and left.", "It rained.")
    b = article(
        "b",
        "The ferry was “a floating scandal in white paint”, the mayor told the council, and he left.",
        "Cows.",
    )
    best = max(compare(a, b).matches, key=lambda match: match.score)
    assert (best.kind, best.form) == (Kind.QUOTE, "direct/direct")


def test_a_name_joined_by_a_hyphen_is_shown_whole() -> None:
    a = article("a", "The dam was inspected by Rami al-Hadid on Sunday morning.", "It rained.")
    b = article("b", "On Sunday morning Rami al-Hadid inspected the dam.", "Cows.")
    shared = compare(a, b).matches[0].evidence.shared
    assert "al-Hadid" in shared
    assert "Hadid" not in shared


def test_the_casualties_of_an_event_are_compared_outside_the_passage_too() -> None:
    a = article(
        "a",
        "A strong tremor struck the mining district of Tarn on Monday, injuring six people.",
    )
    b = article(
        "b", "A tremor struck the mining district of Tarn, and 240 people were injured, many of them gravely."
    )
    (match,) = compare(a, b).above(ALL_THRESHOLD)
    (difference,) = [d for d in match.differences if d.kind is DifferenceKind.NUMBER]
    assert "240" in difference.words[1]


def test_a_speaker_in_another_clause_is_not_who_says_the_passage() -> None:
    a = article("a", "Okonjo pointed out that the ferry had sailed with two lifeboats short.", "It rained.")
    b = article(
        "b",
        "While Lindqvist said that she hopes the line will survive the winter and its debts, the ferry "
        "had sailed with two lifeboats short.",
        "Cows.",
    )
    best = max(compare(a, b).matches, key=lambda match: match.score)
    assert not [d for d in best.differences if d.kind is DifferenceKind.ATTRIBUTION]


def test_what_is_asked_of_a_match_again_is_not_worked_out_again(
    strike: tuple[Article, Article, Alignment],
) -> None:
    match = strike[2].matches[0]
    assert match.evidence is match.evidence
    assert match.differences is match.differences
