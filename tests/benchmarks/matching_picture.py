"""Draws precision and recall over the threshold, as docs/matching.svg.

    python -m tests.benchmarks.matching_picture FOLDER [PICTURE]

FOLDER is the labelled set that `fit_matching` explains. Every group is scored by weights of the others.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader.matching.thresholds import ALL_THRESHOLD, DEFAULT_THRESHOLD
from tests.benchmarks.fit_matching import THRESHOLDS, Judge, judged

WIDTH, HEIGHT, LEFT, TOP = 640, 300, 56, 24
LEVELS = {"core": "#2563a8", "all": "#b4541a"}
NAMES = {"core": "same utterance or fact, whole sentences", "all": "also the same fact in a clause"}


def x(threshold: float) -> float:
    return LEFT + threshold * WIDTH


def y(value: float) -> float:
    return TOP + (1 - value) * HEIGHT


def line(judge: Judge, level: str, figure: int, style: str) -> str:
    """The curve of precision (figure 0) or recall (1) of a level."""
    points = []
    for threshold in THRESHOLDS:
        value = judge.figures(level, dict.fromkeys(judge.groups, threshold))[figure]
        points.append(f"{x(threshold):.1f},{y(value):.1f}")
    return f'<polyline points="{" ".join(points)}" fill="none" stroke-width="2" {style}/>'


def text(x_at: float, y_at: float, words: str, more: str = "") -> str:
    return f'<text x="{x_at:.0f}" y="{y_at:.0f}" {more}>{words}</text>'


def grid() -> list[str]:
    """The frame: horizontal lines, numbers at both axes, and the two thresholds of the program."""
    parts = []
    for tenths in range(0, 11, 2):
        at = y(tenths / 10)
        parts.append(f'<path d="M{LEFT} {at:.0f}H{LEFT + WIDTH}" stroke="#ccc"/>')
        parts.append(text(LEFT - 8, at + 4, f"{tenths / 10:.1f}", 'text-anchor="end"'))
        parts.append(text(x(tenths / 10), TOP + HEIGHT + 18, str(tenths * 10), 'text-anchor="middle"'))
    for threshold, name in ((DEFAULT_THRESHOLD, "default"), (ALL_THRESHOLD, "all")):
        at = x(threshold / 100)
        parts.append(f'<path d="M{at:.0f} {TOP}V{TOP + HEIGHT}" stroke="#888" stroke-dasharray="2 4"/>')
        parts.append(text(at, TOP - 8, f"{name} {threshold:.0f}", 'text-anchor="middle"'))
    return parts


def picture(judge: Judge) -> str:
    parts = grid()
    for row, (level, colour) in enumerate(LEVELS.items()):
        parts.append(line(judge, level, 0, f'stroke="{colour}"'))
        parts.append(line(judge, level, 1, f'stroke="{colour}" stroke-dasharray="7 4"'))
        parts.append(text(LEFT, TOP + HEIGHT + 58 + 18 * row, f"{level}: {NAMES[level]}", f'fill="{colour}"'))
    legend = "threshold (0-100); solid: precision, dashed: recall"
    parts.append(text(LEFT + WIDTH / 2, TOP + HEIGHT + 36, legend, 'text-anchor="middle"'))
    size = f'width="{LEFT + WIDTH + 24}" height="{TOP + HEIGHT + 90}"'
    style = 'font-family="sans-serif" font-size="12" fill="#333"'
    body = "\n".join(parts)
    start = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>'
    return f'{start}\n<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n'


if __name__ == "__main__":
    target = Path(sys.argv[2] if len(sys.argv) > 2 else "docs/matching.svg")
    target.write_text(picture(judged(Path(sys.argv[1]))[0]), encoding="utf-8")
