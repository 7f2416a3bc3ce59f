from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from reader.articles.loading import load
from reader.articles.origins import file_offsets
from reader.base.sanitizing import sanitize

_RAW = st.lists(
    st.sampled_from(
        [
            "word",
            "Cafe\u0301",
            "a\u200bb",
            "\t",
            " ",
            "\r\n",
            "\n\n",
            "\x1b[0m",
            "\x1c",
            "\x85",
            "\u200b",
            "é",
            "。",
        ]
    )
).map("".join)


@given(_RAW.filter(lambda raw: raw.strip() and sanitize(raw).strip()))
def test_a_sentence_is_found_at_the_same_words_of_its_file(raw: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_bytes(raw.encode())
        article = load(path)
        original = file_offsets(article)
        for sentence in article.sentences:
            text = article.text[sentence.start : sentence.end]
            there = raw[original(sentence.start) : original(sentence.end)]
            assert sanitize(there).split() == text.split()
