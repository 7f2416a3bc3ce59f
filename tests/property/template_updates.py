"""Articles made of templates, updated as newsrooms update them: what is alike changes, moves and goes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from annotations.model import ArticleReference, Target
from tests.property.news_templates import TEMPLATES, Item, Template

__all__ = ["HELD_OUT", "STAYING", "UPDATES", "TemplateCase", "template_cases"]

ARTICLE = ArticleReference("file:template", "0" * 64, "An updated article")
ITEMS = 6
SEEDS = 3


@dataclass(frozen=True, slots=True)
class TemplateCase:
    """A target in one version of a text, sought in the next: where it is there, None where it is gone."""

    template: str
    update: str
    target: Target
    text: str
    truth: tuple[int, int] | None


HELD_OUT = frozenset(random.Random("by lot, issue 13").sample(sorted(TEMPLATES), 8))
"""The templates that no rule and no threshold was chosen on."""

Update = Callable[[Template, list[Item], int, random.Random], list[Item]]


def template_cases(names: frozenset[str]) -> Iterator[TemplateCase]:
    """Every update of the templates of these names, for each of their quotes and several chances."""
    for name in sorted(names):
        template = TEMPLATES[name]
        for update, change in UPDATES.items():
            if update in _TOLD_BY_LABELS and "{label}" not in template.form:
                continue
            for seed in range(SEEDS):
                for quote in template.quotes:
                    yield _case(name, update, quote, change, random.Random(f"{name} {update} {seed} {quote}"))


def _case(name: str, update: str, quote: str, change: Update, chance: random.Random) -> TemplateCase:
    template = TEMPLATES[name]
    items = [template.item(label, chance) for label in template.labels[:ITEMS]]
    number = chance.randrange(ITEMS)
    label = items[number].label
    old, _ = template.text(items)
    span = template.span(items, label, quote)
    assert span
    updated = change(template, items, number, chance)
    new, _ = template.text(updated)
    return TemplateCase(
        name, update, Target.of(ARTICLE, old, *span), new, template.span(updated, label, quote)
    )


def own_value_changed(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    return [*items[:at], _another(template, items[at], chance), *items[at + 1 :]]


def own_value_to_another_item(
    template: Template, items: list[Item], at: int, chance: random.Random
) -> list[Item]:
    """The quoted value changes, and a neighbour now has what it was."""
    changed = own_value_changed(template, items, at, chance)
    beside = at + 1 if at + 1 < len(items) else at - 1
    changed[beside] = replace(items[beside], value=items[at].value, second=items[at].second)
    return changed


def all_values_changed(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    return [_another(template, item, chance) for item in items]


def values_turned(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    """Each item has the values of the one before."""
    turned = [items[-1], *items[:-1]]
    return [replace(a, value=b.value, second=b.second) for a, b in zip(items, turned, strict=True)]


def item_removed(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    return [*items[:at], *items[at + 1 :]]


def item_removed_and_values_changed(
    template: Template, items: list[Item], at: int, chance: random.Random
) -> list[Item]:
    others = item_removed(template, items, at, chance)
    return [item if chance.random() < 0.5 else _another(template, item, chance) for item in others]


def item_replaced(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    """Another item stands where the quoted one was, with its values."""
    return [*items[:at], replace(items[at], label=template.labels[-1]), *items[at + 1 :]]


def reordered(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    return chance.sample(items, len(items))


def reordered_and_changed(
    template: Template, items: list[Item], at: int, chance: random.Random
) -> list[Item]:
    return chance.sample(own_value_changed(template, items, at, chance), len(items))


def other_values_changed(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    return [item if n == at else _another(template, item, chance) for n, item in enumerate(items)]


def one_other_value_changed(
    template: Template, items: list[Item], at: int, chance: random.Random
) -> list[Item]:
    other = chance.choice([n for n in range(len(items)) if n != at])
    return own_value_changed(template, items, other, chance)


def inserted_before(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    return [*items[:at], template.item(template.labels[-1], chance), *items[at:]]


def inserted_after(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    return [*items[: at + 1], template.item(template.labels[-1], chance), *items[at + 1 :]]


def another_removed(template: Template, items: list[Item], at: int, chance: random.Random) -> list[Item]:
    return item_removed(template, items, at + 1 if at + 1 < len(items) else at - 1, chance)


UPDATES: dict[str, Update] = {
    "own value changed": own_value_changed,
    "own value to another item": own_value_to_another_item,
    "all values changed": all_values_changed,
    "values turned": values_turned,
    "item removed": item_removed,
    "item removed and values changed": item_removed_and_values_changed,
    "item replaced": item_replaced,
    "reordered": reordered,
    "reordered and changed": reordered_and_changed,
    "other values changed": other_values_changed,
    "one other value changed": one_other_value_changed,
    "inserted before": inserted_before,
    "inserted after": inserted_after,
    "another removed": another_removed,
}

_TOLD_BY_LABELS = ("values turned", "item replaced", "reordered", "reordered and changed")
"""The updates that nobody can tell from others, or from none, where the items are numbers without names."""

STAYING = frozenset(list(UPDATES)[-5:])
"""The updates that leave the quoted item as it was, in its place."""


def _another(template: Template, item: Item, chance: random.Random) -> Item:
    def other(value: str) -> str:
        return chance.choice([each for each in template.values if each != value])

    return replace(item, value=other(item.value), second=other(item.second))
