"""The text of a page is read as people see it there: nothing left out, nothing added, nothing moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.completeness import OUTSIDE, incompleteness, words_outside
from reader.articles.errors import ArticleError
from reader.articles.formats.markdown_writing import to_markdown
from reader.articles.loading import load
from reader.articles.model import Article, Role

FIRST = [
    "The ferry company of Port Dell cancelled all crossings on Thursday after a pilot saw ice in the sound.",
    "Harbour master Una Breck said that the oldest boat, which was built in 1931, would stay in the dock.",
    "Passengers on the island heard of it from a notice on the pier, and some slept in the waiting room.",
    "A spokesman of the company promised to pay for hotels, but he did not say who had taken the decision.",
]
SECOND = [
    "Fishermen on the north side of the island brought 52 people across on Friday in three open boats.",
    "The coast guard warned them twice by radio that the ice was thicker than it had been for a decade.",
    "Teacher Olof Marn, who crossed with his class, said that nobody had been frightened for a moment.",
    "The council meets on Monday to ask why the icebreaker was sent to the mainland a week before the frost.",
]


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def written(folder: Path, body: str, head: str = "<title>Ferries stop</title>", lang: str = "en") -> Path:
    """A page in a file."""
    path = folder / "page.html"
    path.write_text(
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{body}</body></html>",
        encoding="utf-8",
    )
    return path


def opened(folder: Path, body: str, head: str = "<title>Ferries stop</title>", lang: str = "en") -> Article:
    return load(written(folder, body, head, lang))


def in_article(*middle: str) -> str:
    said = paragraphs(FIRST[:2]) + "".join(middle) + paragraphs(FIRST[2:])
    return f"<main><article><h1>Ferries stop</h1>{said}</article></main>"


def lines_of(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("built in 1931<sup><a href='#n2'>2</a></sup>, it floats.", "built in 1931², it floats."),
        ("built in 1931<sup>2</sup> by hand.", "built in 1931² by hand."),
        ("built in 1931<a href='#fn3'>3</a>, it floats.", "built in 1931³, it floats."),
        ("built in 1931<sup><a href='#a'>a</a></sup>, it floats.", "built in 1931[a], it floats."),
        ("built in 1931<sup>[2]</sup>, it floats.", "built in 1931[2], it floats."),
        ("It cost 10<sup>6</sup> crowns or 10<sup>-3</sup> of all.", "It cost 10⁶ crowns or 10⁻³ of all."),
        ("An area of 40 km<span style='vertical-align: super'>2</span> froze.", "An area of 40 km² froze."),
        ("An area of 40 km<span class='superscript'>2</span> froze.", "An area of 40 km² froze."),
        ("On the 1<sup>st</sup> of May it thaws.", "On the 1st of May it thaws."),
        ("See page <a href='#p4'>4</a> of the log.", "See page 4 of the log."),
    ],
)
def test_raised_digits_are_no_part_of_the_number_before_them(tmp_path: Path, markup: str, words: str) -> None:
    assert words in lines_of(opened(tmp_path, in_article(f"<p>The second boat was {markup}</p>")))[3]


@pytest.mark.parametrize(
    "markup",
    [
        "<del>1913</del> <ins>1931</ins>",
        "<s>1913</s> 1931",
        "<strike>1913</strike> 1931",
        "<span style='text-decoration: line-through'>1913</span> 1931",
        "<del><b>1913</b></del><ins> 1931</ins>",
    ],
)
def test_struck_words_are_not_said(tmp_path: Path, markup: str) -> None:
    article = opened(tmp_path, in_article(f"<p>The second boat, too, was built in {markup}, they said.</p>"))
    assert "built in 1931, they said." in article.text
    assert "1913" not in article.text


@pytest.mark.parametrize(
    "attribute",
    [
        "hidden",
        'hidden="hidden"',
        'aria-hidden="true"',
        'style="display:none"',
        'style="color: red; display: none !important"',
        'style="visibility:hidden"',
        'STYLE="DISPLAY:NONE"',
    ],
)
@pytest.mark.parametrize("tag", ["p", "div", "section"])
def test_hidden_words_are_not_said(tmp_path: Path, tag: str, attribute: str) -> None:
    hidden = (
        f"<{tag} {attribute}><span>A draft that nobody sees says that 99 people drowned there.</span></{tag}>"
    )
    article = opened(tmp_path, in_article(hidden))
    assert lines_of(article) == ["Ferries stop", *FIRST]


def test_much_hidden_text_is_not_said_either(tmp_path: Path) -> None:
    article = opened(tmp_path, in_article(f"<section hidden>{paragraphs(SECOND)}</section>"))
    assert lines_of(article) == ["Ferries stop", *FIRST]


def test_text_is_kept_that_only_a_script_would_show(tmp_path: Path) -> None:
    article = opened(tmp_path, f'<div style="visibility:hidden">{in_article()}{paragraphs(SECOND)}</div>')
    assert all(line in article.text for line in FIRST)


@pytest.mark.parametrize("tag", ["article", "section", "div"])
@pytest.mark.parametrize("inner", ["{}", '<div class="body">{}</div>'])
@pytest.mark.parametrize("between", ["", '<aside class="ad">Advertisement</aside>', "<hr>"])
def test_both_halves_of_an_article_in_two_containers_are_read(
    tmp_path: Path, tag: str, inner: str, between: str
) -> None:
    halves = [f"<{tag}>{inner.format(paragraphs(half))}</{tag}>" for half in (FIRST, SECOND)]
    article = opened(tmp_path, f"<main><h1>Ferries stop</h1>{between.join(halves)}</main>")
    said = [line for line in lines_of(article) if line in FIRST + SECOND]
    assert said == FIRST + SECOND
    assert "Advertisement" not in article.text


@pytest.mark.parametrize("kind", ["ul", "ol", "dl"])
@pytest.mark.parametrize("frame", ["{}", "<main>{}</main>", "<article>{}</article>", "<div>{}</div>"])
def test_lists_between_paragraphs_are_read(tmp_path: Path, kind: str, frame: str) -> None:
    item = "dd" if kind == "dl" else "li"
    items = ["a log of 3 March that names the ice", "a letter of the pilots of 9 March"]
    made = "".join(f"<{item}>{text}</{item}>" for text in items)
    body = f"<h1>Ferries stop</h1>{paragraphs(FIRST[:2])}<{kind}>{made}</{kind}>{paragraphs(FIRST[2:])}"
    text = opened(tmp_path, frame.format(body)).text
    places = [text.find(words) for words in (FIRST[1], *items, FIRST[2])]
    assert places == sorted(places)
    assert -1 not in places


@pytest.mark.parametrize("cell", ["{}", "<p>{}</p>", "<div><b>{}</b></div>", "<p>{}<br></p>"])
@pytest.mark.parametrize("frame", ["{}", "<main><article>{}</article></main>"])
def test_the_cells_of_a_row_stay_together(tmp_path: Path, frame: str, cell: str) -> None:
    rows = [("Boat", "Seats"), ("Una", "340"), ("Mara", "1,200")]
    table = "".join(f"<tr>{''.join(f'<td>{cell.format(value)}</td>' for value in row)}</tr>" for row in rows)
    body = f"<h1>Ferries stop</h1>{paragraphs(FIRST)}<table>{table}</table>{paragraphs(SECOND)}"
    lines = lines_of(opened(tmp_path, frame.format(body)))
    assert [line for line in lines if "|" in line] == ["Boat | Seats", "Una | 340", "Mara | 1,200"]


def test_a_page_that_is_laid_out_by_a_table_keeps_its_paragraphs(tmp_path: Path) -> None:
    article = opened(
        tmp_path, f"<table><tr><td>{paragraphs(FIRST)}</td><td>{paragraphs(SECOND)}</td></tr></table>"
    )
    assert set(lines_of(article)) >= set(FIRST + SECOND)


@pytest.mark.parametrize("tag", ["div", "section", "article", "li"])
@pytest.mark.parametrize(
    "time", ["<time>{}</time>", '<time datetime="2026-01-08T{}">{} CET</time>', "<p>{}</p>"]
)
def test_the_entries_of_a_live_blog_keep_their_times_and_headings(
    tmp_path: Path, tag: str, time: str
) -> None:
    times = ["14:32", "13:05", "11:40"]
    titles = ["Boats set out", "Passengers wait", "Sound closed"]
    said = [SECOND[0], FIRST[2], FIRST[0]]
    posts = "".join(
        f"<{tag} class='post'>{time.format(at, at)}<h2>{title}</h2><p>{line}</p></{tag}>"
        for at, title, line in zip(times, titles, said, strict=True)
    )
    posts = f"<ul>{posts}</ul>" if tag == "li" else posts
    text = opened(tmp_path, f"<main><article><h1>Ferries: live</h1>{posts}</article></main>").text
    wanted = [part for entry in zip(times, titles, said, strict=True) for part in entry]
    places = [text.find(part) for part in wanted]
    assert -1 not in places, [part for part in wanted if part not in text]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "markup", ['<p><a href="/{}">{}</a></p>', '<p><strong><a href="/{}">{}</a></strong></p>']
)
def test_paragraphs_that_are_links_are_read(tmp_path: Path, markup: str) -> None:
    article = opened(tmp_path, in_article(markup.format("ice", SECOND[1])))
    assert lines_of(article) == ["Ferries stop", *FIRST[:2], SECOND[1], *FIRST[2:]]


@pytest.mark.parametrize(
    "post",
    [
        "<div class=post><span class=time>{}</span><h2>{}</h2><p>{}</p></div>",
        "<article class=entry><header><time>{}</time><h3>{}</h3></header><p>{}</p></article>",
        "<div class=post><a href='#x'><time>{}</time></a><h2>{}</h2><p>{}</p></div>",
        "<time>{}</time><h2>{}</h2><p>{}</p>",
        "<div><h3><time>{}</time> {}</h3><p>{}</p></div>",
        "<p><strong>{}</strong> {}</p><p>{}</p>",
    ],
)
def test_times_of_entries_are_read_wherever_the_page_puts_them(tmp_path: Path, post: str) -> None:
    entries = [("14:32", "Boats set out", SECOND[0]), ("13:05", "Crowd waits", FIRST[2])]
    made = "".join(post.format(*entry) for entry in entries)
    text = opened(tmp_path, f"<main><article><h1>Ferries: live</h1>{made}</article></main>").text
    places = [text.find(part) for entry in entries for part in entry]
    assert -1 not in places
    assert places == sorted(places)


def test_one_time_above_the_text_is_no_entry(tmp_path: Path) -> None:
    article = opened(tmp_path, in_article().replace("</h1>", "</h1><div><time>Thursday, 14:32</time></div>"))
    assert "14:32" not in "".join(
        article.text[s.start : s.end] for s in article.sentences if article.role(s) is Role.BODY
    )


def test_a_second_article_is_read_whatever_its_class_but_no_teaser_of_another(tmp_path: Path) -> None:
    second = f"<article class=part-b>{paragraphs(SECOND)}</article>"
    teaser = f"<article class=part-c><h3><a href=/x>Lamp lit</a></h3>{paragraphs(OTHERS[:2])}</article>"
    article = opened(
        tmp_path,
        f"<main><h1>Ferries stop</h1><article class=a>{paragraphs(FIRST)}</article>{second}{teaser}</main>",
    )
    assert [line for line in lines_of(article) if line != "Ferries stop"] == [*FIRST, *SECOND]


def test_articles_that_the_page_numbers_as_others_are_no_part_of_this_one(tmp_path: Path) -> None:
    others = "".join(
        f'<article class="box post-{n} hentry"><p>{line}</p></article>' for n, line in enumerate(OTHERS)
    )
    mine = f'<article class="post-77 hentry"><h1>Ferries stop</h1>{paragraphs(FIRST)}</article>'
    article = opened(tmp_path, f"<main>{mine}{others}</main>")
    said = [article.text[p.start : p.end] for p in article.paragraphs if p.role is not Role.BOILERPLATE]
    assert said == ["Ferries stop", *FIRST]


NAVIGATION = [
    '<nav><a href="/">Home</a><a href="/news">News</a></nav>',
    '<header><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></header>',
    '<div class="menu"><a href="/">Home</a> | <a href="/news">News</a></div>',
    '<div role="navigation"><a href="/">Home</a> <a href="/news">News</a></div>',
]


@pytest.mark.parametrize("navigation", NAVIGATION)
@pytest.mark.parametrize(
    "frame", ["<main><article>{}</article></main>", "<article>{}</article>", "<div>{}</div>"]
)
def test_the_navigation_is_no_part_of_a_page_of_one_sentence(
    tmp_path: Path, navigation: str, frame: str
) -> None:
    body = frame.format("<h1>Ferries stop</h1><p>All ferries of Port Dell stopped on Thursday.</p>")
    article = opened(tmp_path, f"{navigation}{body}<footer><a href=/about>About us</a></footer>")
    assert lines_of(article) == ["Ferries stop", "All ferries of Port Dell stopped on Thursday."]
    assert article.title == "Ferries stop"


@pytest.mark.parametrize("navigation", NAVIGATION)
def test_a_short_post_on_a_large_page_opens_with_a_warning(tmp_path: Path, navigation: str) -> None:
    script = f"<script>{'var a = 1;' * 900}</script>"
    article = opened(tmp_path, f"{navigation}<article><h1>Ice</h1><p>{FIRST[0]}</p></article>{script}")
    assert FIRST[0] in article.text
    assert "Home" not in article.text
    words = len(FIRST[0].split())
    assert (
        incompleteness(article) == f"the page has only {words} words; a script or paywall may hide the rest"
    )


@pytest.mark.parametrize(
    "request_",
    [
        "Please enable JavaScript to read this page.",
        "You need to log in to read this article.",
        "Subscribe to continue reading.",
        "Loading",
        "Checking that you are not a robot, please wait.",
        "Bitte melden Sie sich mit Ihrem Konto an: hier anmelden.",
    ],
)
def test_a_large_page_that_hides_its_text_is_refused(tmp_path: Path, request_: str) -> None:
    script = f"<script>{'var a = 1;' * 900}</script>"
    with pytest.raises(ArticleError, match="hardly any text"):
        opened(tmp_path, f"<h1>Ferries stop</h1><p>{request_}</p>{script}")


OTHERS = [
    "The lamp of the old market was lit again last winter, after a collection among the shops of the square.",
    "Nobody knows who gave the bell to the school, but the name on it is that of a ship from the south.",
    "For the tower, the town paid a painter from Velm, and he has not come down since the first of August.",
    "Bees have moved into the organ of the chapel, so that the concert of the choir takes place in the gym.",
    "The garden at the mill opens to all on Sundays; the owner asks people to leave their dogs at the gate.",
    "A baker found a coin of the year 1702 in a sack of flour and gave it to the museum at the pier.",
]


OTHER_STORIES = "".join(
    f"<div><div class='x'><b>{line[:9]}</b><span>{line}</span></div></div>" for line in OTHERS
)


WITH_OTHER_STORIES = f"{in_article(paragraphs(SECOND))}{OTHER_STORIES}"


def test_much_text_outside_the_article_is_kept_as_boilerplate_and_told(tmp_path: Path) -> None:
    article = opened(tmp_path, WITH_OTHER_STORIES)
    outside = [p for p in article.paragraphs if p.reason == OUTSIDE]
    assert len(outside) == 6
    assert {p.role for p in outside} == {Role.BOILERPLATE}
    assert words_outside(article) > 100
    assert incompleteness(article) == f"the page has {words_outside(article)} words more than were taken"
    assert "organ of the chapel" not in "".join(
        article.text[s.start : s.end] for s in article.sentences if article.role(s) is Role.BODY
    )


def test_text_outside_the_article_stays_outside_when_it_is_written_and_read_again(tmp_path: Path) -> None:
    article = opened(tmp_path, WITH_OTHER_STORIES)
    path = tmp_path / "page.md"
    path.write_text(to_markdown(article), encoding="utf-8")
    again = load(path)
    assert (again.text, again.paragraphs) == (article.text, article.paragraphs)


@pytest.mark.parametrize(
    "around",
    [
        '<div class="related"><h3>More</h3><ul><li><a href="/x">The lamp is lit again.</a></li></ul></div>',
        '<section id="comments"><p>I do not believe a word of this, wrote a reader.</p></section>',
        '<div class="newsletter"><p>Sign up for our letter and never miss a story from the sound.</p></div>',
        "<aside><p>Our app brings you the news of the sound wherever you are.</p></aside>",
    ],
)
def test_what_stands_around_an_article_stays_out_of_it(tmp_path: Path, around: str) -> None:
    for body in (in_article(around), in_article() + around, around + in_article()):
        assert lines_of(opened(tmp_path, body)) == ["Ferries stop", *FIRST]
