"""`make bench`: every benchmark, one after the other."""

from __future__ import annotations

from tests.benchmarks import matching, opening, programs


def main() -> None:
    """Runs them all."""
    programs.main()
    matching.main([5_000, 30_000])
    opening.main()


if __name__ == "__main__":
    main()
