"""`make picture`: the README's picture, drawn by the program itself from the sample corpus."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from reader.articles.corpus import open_corpus
from reader.base.paths import Paths
from reader.base.resources import sample_corpus
from reader.base.settings import Settings
from reader.ui.app import Launch, ReaderApp

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "compare.svg"
SIZE = (124, 38)
STORY = "harbour-bridge"
ARTICLES = ("2025-03-11-halyard.md", "2025-03-12-merrowick-gazette.md")
KEYS = ("n", "h", "n", "t", *"checked", "enter", "n", "n")

_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)  # it would be fetched from elsewhere


async def draw() -> str:
    """The compare screen as SVG, with a highlight and a tag."""
    corpus = open_corpus([sample_corpus() / STORY / name for name in ARTICLES])
    with tempfile.TemporaryDirectory() as folder:
        places = Paths(Path(folder) / "data", Path(folder) / "settings.toml")
        app = ReaderApp(Launch(corpus, compare=True, paths=places, settings=Settings(theme="textual-dark")))
        async with app.run_test(size=SIZE, notifications=False) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            for key in KEYS:
                await pilot.press(key)
            await pilot.pause()
            return app.export_screenshot(title="reader")


def main() -> None:
    """Writes the picture."""
    PICTURE.write_text(_FONT_FACE.sub("", asyncio.run(draw())), encoding="utf-8")
    print(f"{PICTURE.name} drawn")


if __name__ == "__main__":
    main()
