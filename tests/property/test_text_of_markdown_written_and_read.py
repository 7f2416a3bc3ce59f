from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.articles.formats.markdown_writing import to_markdown
from reader.articles.loading import from_text, load
from reader.articles.model import Article

_PIECES = st.sampled_from(
    ["word", " ", "\n", "\n\n", "# ", "## ", "- ", "---", "***", "> ", "*", "**", "_", "`", "[", "](", ")",
     "<!--", "-->", "<", ">", "\\", "===", "1. ", "title: ", "é", "\ufffe", "\u0338", "https://a.example/b_c_d",
     "!", "|", "~", ":"]
)  # fmt: skip
_RESERVED = "".join(map(chr, range(0xFDD0, 0xFDF0)))  # noncharacters that stand for escaped signs
_TEXT = st.one_of(
    st.lists(_PIECES).map("".join), st.text(st.characters(codec="utf-8", exclude_characters=_RESERVED))
)


def _read_again(article: Article) -> Article:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kept.md"
        path.write_text(to_markdown(article), encoding="utf-8", newline="\n")
        return load(path)


@given(_TEXT.filter(lambda text: bool(text.strip())), st.text(max_size=40))
def test_an_article_written_as_markdown_is_read_back_as_it_was(text: str, title: str) -> None:
    article = from_text(text, title=title, url="https://a.example/b")
    assume(article.paragraphs)
    again = _read_again(article)
    assert again.text == article.text.strip()
    assert (again.id, again.title, again.url) == (article.id, article.title, article.url)
