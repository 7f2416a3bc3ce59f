"""What was found in the articles of a spread, and the hit that is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ui.compare.layout.scrolling import Scrolling

__all__ = ["Seeking"]


class Seeking(Scrolling):
    """Steps from hit to hit, from article to article."""

    def show_hits(self, hits: Sequence[list[tuple[int, int]]]) -> None:
        """Shows what was found in each article, and goes to the first hit from the cursor on."""
        for view, found in zip(self.views, hits, strict=True):
            view.hits, view.hit = found, None
        start = self.view.sentence.start if self.view.sentence else 0
        if not self._look_at(self.active, next((hit for hit in self.view.hits if hit[0] >= start), None)):
            self.step_hit(1)

    def step_hit(self, step: int) -> bool:
        """The next or previous hit, in the next or previous article if need be; False where there is none."""
        order = [(self.active + step * n) % len(self.views) for n in range(len(self.views) + 1)]
        here = self.view.hit
        for place, number in enumerate(order):
            hits = self.views[number].hits[:: 1 if step > 0 else -1]
            if place == 0 and here:
                hits = [hit for hit in hits if (hit > here if step > 0 else hit < here)]
            if hits:
                return self._look_at(number, hits[0])
        return False

    def _look_at(self, number: int, hit: tuple[int, int] | None) -> bool:
        if hit is None:
            return False
        self.view.hit = None
        self.activate(number)
        self.view.hit = hit
        self.go_to(number, self.view.page.sentence_of(hit[0]))
        self._reveal(number, *hit)
        return True
