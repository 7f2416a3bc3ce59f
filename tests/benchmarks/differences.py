"""Precision and recall of the typed differences on the project's own labelled pairs.

python -m tests.benchmarks.differences [--half built|held-out] [-v]
"""

from __future__ import annotations

import argparse

from tests.unit.differences.labelled import figures, found_kinds, labelled


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("built", "held-out"), default="held-out")
    parser.add_argument("-v", action="store_true", help="show the pairs that are wrong")
    options = parser.parse_args()
    pairs = labelled(options.half)
    of_all = figures(pairs)
    for kind in sorted({*of_all.right, *of_all.false, *of_all.missed}):
        counts = (counter[kind] for counter in of_all)
        print(f"{kind:14s} right {{:3d}}  false {{:3d}}  missed {{:3d}}".format(*counts))
    print(f"precision {of_all.precision:.3f}  recall {of_all.recall:.3f}  of {len(pairs)} pairs")
    for pair in pairs if options.v else ():
        if found_kinds(pair) != pair.kinds:
            print(sorted(pair.kinds), "found", sorted(found_kinds(pair)), pair.a, pair.b, sep="\n   ")


if __name__ == "__main__":
    main()
