"""The short way through plain front matter says what YAML says, whenever it says anything."""

from __future__ import annotations

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reader.articles.formats.front_matter import plain_pairs

values = st.text(
    st.one_of(st.sampled_from("ab yes no: null-'\"#,[]{}&*!|>%@`2015-01:~/.’é—\\"), st.characters()),
    max_size=20,
)
lines = st.builds("{}: {}".format, st.sampled_from(["title", "source", "DATE", "x_y"]), values)


@given(st.lists(lines, min_size=1, max_size=4).map(lambda many: "".join(f"{line}\n" for line in many)))
@example('title: "A: b # c"\nsource: Daily Beacon\n')
@example("title: yes\n")
@example("title: a: b\n")
@example("title: a #b\n")
@example("title: https://example.org/a\n")
@example("title: a:\n")
@example("title: Iraq's \n")
def test_plain_pairs_are_what_yaml_reads(said: str) -> None:
    pairs = plain_pairs(said)
    if pairs is not None:
        assert pairs == yaml.safe_load(said)


def test_usual_front_matter_is_plain() -> None:
    said = 'title: "Bridge shut: 12 hurt"\nsource: Daily Beacon\ndate: "2025-03-11"\nurl: https://example.org/a/b\n'
    assert plain_pairs(said) == {
        "title": "Bridge shut: 12 hurt",
        "source": "Daily Beacon",
        "date": "2025-03-11",
        "url": "https://example.org/a/b",
    }
