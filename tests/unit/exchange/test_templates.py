"""Templates of the user's own cannot take more time or memory than they are given."""

from __future__ import annotations

import pytest

from reader.base.errors import UserError
from reader.exchange.export import Export
from reader.exchange.template.writing import templated

LOOP = "{% for a in range(99999) %}"


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        (f"{LOOP}{LOOP}{{% endfor %}}{{% endfor %}}", "longer than 5 seconds"),
        ("{{ 'x' * 3000000000 }}", "too much text"),
        (LOOP + "{{ 'x' * 99999 }}{% endfor %}", "too much text"),
        ("{{ '%3000000000d' % 1 }}", "too much text|is wrong"),
        ("{{ [1].append(2) }}", "is wrong"),
        ("{{ articles.__class__.__mro__ }}", "is wrong"),
    ],
)
def test_a_template_that_takes_too_much_is_ended_in_one_line(template: str, reason: str) -> None:
    with pytest.raises(UserError, match=reason) as caught:
        templated(Export([]), template)
    assert "\n" not in str(caught.value)


def test_the_next_template_is_carried_out_as_if_nothing_had_been() -> None:
    with pytest.raises(UserError):
        templated(Export([]), "{{ 'x' * 3000000000 }}")
    assert templated(Export([]), "{{ articles | length }} é {{ '🔥*' | inline }}") == "0 é 🔥\\*"
