"""Place and form decide on lines whose words alone could be boilerplate."""

from __future__ import annotations

import pytest

from reader.articles.loading import from_text
from reader.articles.model import Article, Role

FIRST = "The ferry line to Sollen stopped on Monday after the second engine failed, the harbour office said."
LAST = "The council meets on Thursday to decide whether the island gets a second boat before the winter."

SENTENCES = [
    "Reports from the island say at least 14 people were stranded.",
    "Material from the hold was weighed by two inspectors on Friday.",
    "Nora Veld was an editor at the Island Post when the line was founded in 1987.",
    "Olav Brandt is a journalist who sailed with the crew for a year.",
    "Like most of her voters, the mayor heard of it on Facebook.",
    "Follow the cable and it leads to a house that sells radios on Instagram.",
    "The mate was known from a picture by Hanne Ostby that hung in the bar.",
    "Published in 1962, the timetable is still in use.",
    "Posted to Sollen in March, he never left.",
    "Previously: 9 boats had served the island.",
    "Watch: the film shows three men on the quay.",
    "If you buy a flat in Sollen, the agent earns a commission of 5 percent.",
    "Contact us before noon, the sign on the door read.",
    "Sign up for the mailing list, islanders were told, or miss the boat.",
    "Correction: the engine failed at 6 a.m., not at 9 a.m., said the captain.",
    "This story was first published in 1990 by a rival and never denied.",
    "The crew use cookies, the cook said: we use cookies against seasickness.",
]


def _role(text: str, line: str) -> Role:
    article = from_text(text)
    return next(p.role for p in article.paragraphs if article.text[p.start : p.end] == line)


def _bodies(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs if p.role is Role.BODY]


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_body_among_prose_and_at_both_ends_of_it(line: str) -> None:
    for text in (
        f"{FIRST}\n\n{line}\n\n{LAST}",
        f"{FIRST}\n\n{LAST}\n\n{line}",
        f"{line}\n\n{FIRST}\n\n{LAST}",
    ):
        assert _role(text, line) is Role.BODY


def test_a_text_of_such_sentences_alone_has_no_boilerplate() -> None:
    article = from_text("\n".join(SENTENCES))
    assert {p.role for p in article.paragraphs} == {Role.BODY}


@pytest.mark.parametrize(
    "line",
    [
        "Hanne Ostby is a reporter for the Island Post, covering ships and harbours.",
        "Have you been affected by the strike? Write to our newsroom.",
        "An earlier version of this story said that three engines had failed.",
    ],
)
def test_the_same_kind_of_sentence_is_boilerplate_at_the_foot_beside_boilerplate(line: str) -> None:
    text = f"{FIRST}\n\n{LAST}\n\n{line}\n\n© 2021 The Island Post. All rights reserved."
    assert _role(text, line) is Role.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "This site uses cookies to count its visitors.",
        "Additional staff in Sollen contributed to this report.",
        "© 2021 The Island Post. All rights reserved.",
        "Your email address will not be published.",
        "Follow us on Mastodon for more ships!",
        "If you buy something through our links, we may earn a commission.",
    ],
)
def test_a_sentence_that_only_a_page_says_of_itself_is_boilerplate_anywhere(line: str) -> None:
    assert _role(f"{FIRST}\n\n{line}\n\n{LAST}", line) is Role.BOILERPLATE


EVENTS = [
    "April 2, 2018 – The first engine is replaced",
    "11 May 2018: Divers find a crack in the hull",
    "2018-06-30 – The ferry is laid up for good",
    "07:40 – Police close the quay",
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_chronology_is_body_and_gives_the_article_no_date(between: str) -> None:
    article = from_text(f"{FIRST}\n\n{between.join(EVENTS)}\n\n{LAST}")
    assert _bodies(article) == [FIRST, *EVENTS, LAST]
    assert article.date == ""


def test_days_that_are_lines_of_their_own_are_body() -> None:
    days = ["April 2, 2018", "May 11, 2018", "June 30, 2018"]
    events = [
        "The first engine is replaced.",
        "Divers find a crack in the hull.",
        "The ferry is laid up for good.",
    ]
    lines = [line for pair in zip(days, events, strict=True) for line in pair]
    article = from_text("\n".join([FIRST, *lines, LAST]))
    assert _bodies(article) == [FIRST, *lines, LAST]
    assert article.date == ""


def test_a_day_near_the_byline_is_a_time_of_publication() -> None:
    article = from_text(f"Ferry line stops\n\nBy Hanne Ostby\nApril 2, 2018\n\n{FIRST}\n\n{LAST}")
    assert article.date == "2018-04-02"


@pytest.mark.parametrize(
    "line",
    ["And what did the crew do?", "Name Boat Tonnes", "The sea, the sea, the sea", "[Island Post]", "___"],
)
def test_what_an_article_repeats_is_body(line: str) -> None:
    lines = [FIRST, line, "It was late.", line, LAST, line, "They went home at dusk and told nobody."]
    assert line in _bodies(from_text("\n".join(lines)))


def test_a_list_of_links_are_sources_and_one_link_is_not() -> None:
    links = [f"https://island.example/{number}" for number in range(4)]
    assert _bodies(from_text("\n\n".join([FIRST, *links, LAST]))) == [FIRST, *links, LAST]
    assert links[0] not in _bodies(from_text(f"{FIRST}\n\n{links[0]}\n\n{LAST}"))


def test_names_and_results_after_the_prose_are_body() -> None:
    names = [f"{first} {last}" for first in ("Anna", "Bo", "Cleo", "Dag") for last in ("Holm", "Vik", "Lund")]
    article = from_text("\n".join([FIRST, LAST, "The missing are:", *names]))
    assert _bodies(article) == [FIRST, LAST, "The missing are:", *names]


MENU = ["Home", "News", "Sport", "Weather", "Ships and ports", "Culture", "Log in", "Subscribe", "Search"]
TEASERS = ["Bridge to Sollen gets new lamps", "Mussels are cheap again", "A choir for every quay"]


def test_a_list_of_the_article_between_its_prose_and_the_foot_of_the_page_is_body() -> None:
    plan = [f"Stop at {place}" for place in ("Oru", "Vik", "Brede", "Lund") for _ in range(9)]
    article = from_text("\n".join([FIRST, LAST, "Share", *plan, "Most read", *TEASERS, *MENU]))
    assert _bodies(article) == [FIRST, LAST, *plan]


def test_scores_between_headline_and_prose_are_body() -> None:
    scores = ["Sollen 3, Brede 1", "Oru 0, Vik 2"]
    article = from_text("\n".join(["Sollen wins the cup of the islands", "Share", *scores, FIRST, LAST]))
    assert _bodies(article) == [*scores, FIRST, LAST]


def test_menus_and_lists_of_titles_around_the_prose_are_boilerplate_and_the_headline_is_not() -> None:
    title = "Ferry line to Sollen stops after engine failure"
    lines = [*MENU, *TEASERS, "Sign in", title, FIRST, LAST, "Share", "Most read", *TEASERS, *MENU]
    article = from_text("\n".join(lines))
    assert _bodies(article) == [FIRST, LAST]
    assert article.title == title


def test_a_table_before_the_prose_is_body_though_a_menu_is_above() -> None:
    rows = [f"{place} Boat {place} 20{place}0 5 3 11" for place in range(1, 9)]
    article = from_text("\n".join([*MENU, "Share", *rows, FIRST, LAST, "Advertisement"]))
    assert set(rows) <= set(_bodies(article))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Foto: Lena Brandt / dpa", "photo credit"),
        ("صورة: وكالة الأنباء", "photo credit"),
        ("Leggi anche: Il traghetto si ferma", "related articles"),
        ("延伸阅读：渡轮停航", "related articles"),
        ("Síguenos en Instagram", "social link"),
        ("페이스북 팔로우", "social link"),
        ("Zapisz się do newslettera", "newsletter"),
        ("Aggiornato il 2 aprile 2018", "time of publication"),
        ("2 kwietnia 2018, 9:05", "time of publication"),
        ("Leestijd 4 min", "reading time"),
        ("Commentaires (31)", "comments"),
        ("Källa: TT", "agency credit"),
        ("Все права защищены", "copyright"),
        ("すべてのCookieを受け入れる", "cookie notice"),
        ("Περισσότερα: Διαφήμιση", ""),
        ("Foto und Film zeigen den Riss", ""),
        ("Standards of 1990 for all boats", ""),
        ("Publicado en 1997 por la casa del mar y la isla", ""),
        ("Lezen: de boot, de haven en de zee", ""),
    ],
)
def test_kinds_are_known_in_other_languages(line: str, reason: str) -> None:
    article = from_text(f"{FIRST}\n{line}\n{LAST}")
    assert article.paragraphs[1].reason == reason
