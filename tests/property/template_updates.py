"""Articles made of templates, updated as newsrooms update them: what repeats itself looks alike, and moves."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from annotations.model import ArticleReference, Target

__all__ = ["HELD_OUT", "STAYING", "TEMPLATES", "UPDATES", "TemplateCase", "template_cases"]

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


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a template: what it is about, and its two values."""

    label: str
    value: str
    second: str


@dataclass(frozen=True, slots=True)
class Template:
    """A text of items in one form. `quotes` are the parts of an item that somebody may annotate."""

    form: str
    quotes: tuple[str, ...]
    labels: tuple[str, ...]
    values: tuple[str, ...]
    head: str = ""
    tail: str = ""
    joint: str = "\n"

    def text(self, items: list[Item]) -> tuple[str, list[int]]:
        """The text, and the place at which each item begins."""
        text, starts = self.head, []
        for number, item in enumerate(items):
            text += self.joint if number else ""
            starts.append(len(text))
            text += self.filled(self.form, item)
        return text + self.tail, starts

    def filled(self, form: str, item: Item) -> str:
        return form.format(label=item.label, value=item.value, second=item.second)

    def span(self, items: list[Item], label: str, quote: str) -> tuple[int, int] | None:
        """The place of a quote in the item of that label; None where the item is gone."""
        _, starts = self.text(items)
        for item, start in zip(items, starts, strict=True):
            if item.label == label:
                words = self.filled(quote, item)
                begin = start + self.filled(self.form, item).index(words)
                return begin, begin + len(words)
        return None

    def item(self, label: str, chance: random.Random) -> Item:
        return Item(label, chance.choice(self.values), chance.choice(self.values))


TOWNS = ("Arden", "Borden", "Corvin", "Dalmere", "Elsworth", "Fenwick", "Garside", "Holm", "Ilford Cross")
PEOPLE = ("Anna Berg", "Tom Cole", "Ines Dahl", "Rui Faro", "Mia Gant", "Odo Haas", "Lena Ives", "Pia Juhl")
NUMBERS = ("2", "3", "4", "7", "9", "12", "14", "21")
WORDS = ("two", "three", "four", "seven", "nine", "twelve", "fourteen")
SCORES = ("0–0", "1–0", "1–1", "2–1", "0–2", "3–1")
TIMES = ("08:15", "09:40", "10:05", "11:30", "12:20", "13:45", "14:10", "15:55")
DIGITS = ("1", "2", "3", "4", "5", "6", "7", "8")
STATES = ("open", "closed", "open to buses only", "closed until noon")
CRASH = "Hospitals fill up after the tram crash\n\nThe tram left its rails at noon on Monday.\n\n"
THURSDAY = "\n\nTrams are to run again on Thursday, the operator said.\n"

TEMPLATES: dict[str, Template] = {
    "hospitals": Template(
        "The hospital in {label} said it had treated {value} people since the crash.",
        ("{value} people", "{value}", "treated {value} people since the crash", "The hospital in {label}"),
        TOWNS,
        NUMBERS,
        CRASH,
        THURSDAY,
        "\n\n",
    ),
    "hospitals in one paragraph": Template(
        "The hospital in {label} treated {value} people, {second} of them children.",
        ("{value} people", "{second} of them", "The hospital in {label} treated {value} people"),
        TOWNS,
        NUMBERS,
        CRASH,
        THURSDAY,
        " ",
    ),
    "list of tolls": Template(
        "{label}: {value} dead", ("{value} dead", "{value}", "{label}: {value} dead"), TOWNS, NUMBERS,
        "The toll by town:\n\n", "\n\nThe search goes on at first light.\n",
    ),
    "tolls with bullets": Template(
        "- {label}: {value} killed and {second} hurt",
        ("{value} killed", "{second} hurt", "{value} killed and {second} hurt"),
        TOWNS, NUMBERS, "What is known so far\n\n", THURSDAY,
    ),
    "tolls in words": Template(
        "In {label}, {value} people were killed.", ("{value} people were killed", "{value} people"),
        TOWNS, WORDS, CRASH, THURSDAY, " ",
    ),
    "tolls with semicolons": Template(
        "{label} {value}", ("{value}", "{label} {value}"), TOWNS, NUMBERS,
        "Deaths by town: ", ". Officials gave no other figures.\n", "; ",
    ),
    "town above its toll": Template(
        "{label}\n{value} dead, {second} missing", ("{value} dead", "{value} dead, {second} missing"),
        TOWNS, NUMBERS, "The toll by town\n\n", THURSDAY, "\n\n",
    ),
    "table with bars": Template(
        "| {label} | {value} | {second} |", ("{value}", "{second}", "{label} | {value}"), TOWNS, NUMBERS,
        "| Town | Dead | Hurt |\n| --- | --- | --- |\n", "\n\nFigures of Tuesday noon.\n",
    ),
    "table with blanks": Template(
        "{label}    {value}    {second}", ("{value}    {second}", "{value}"), TOWNS, NUMBERS,
        "Town    Dead    Hurt\n", "\n\nFigures of Tuesday noon.\n",
    ),
    "column of numbers": Template(
        "{value}", ("{value}",), TOWNS, NUMBERS, "Calls to the fire brigade, hour by hour\n\n",
        "\n\nSource: the brigade.\n",
    ),
    "scores": Template(
        "{label} – Rovers {value}", ("{value}", "Rovers {value}"), TOWNS, SCORES, "Results on Saturday\n\n",
        "\n\nThe next round is in May.\n",
    ),
    "votes": Template(
        "{label} ({second}) got {value}00 votes", ("{value}00 votes", "{label} ({second})"), PEOPLE, NUMBERS,
        "The vote in the first ward\n\n", "\n\nTurnout was low.\n",
    ),
    "wards": Template(
        "Ward {label}: {value} patients, {second} beds free", ("{value} patients", "{second} beds free"),
        DIGITS, NUMBERS, "The wards on Monday night\n\n", "\n\nVisitors are asked to call first.\n",
    ),
    "chronology": Template(
        "{label} – The bridge is closed. {value} lorries wait.",
        ("The bridge is closed", "{value} lorries wait", "{value} lorries"),
        TIMES, NUMBERS, "The day in Merrowick\n\n", "\n\nMore tomorrow.\n", "\n\n",
    ),
    "time above its entry": Template(
        "{label}\nThe water at the old mill is at {value} feet.", ("{value} feet", "The water at the old mill"),
        TIMES, NUMBERS, "Flood watch\n\n", "\n\nMore tomorrow.\n", "\n\n",
    ),
    "refrain": Template(
        "The council of {label} met for {value} hours. A spokesman declined to comment.",
        ("A spokesman declined to comment.", "declined to comment", "{value} hours"),
        TOWNS, NUMBERS, "Councils meet over the dam\n\n", "\n\nThe dam was built in 1931.\n", "\n\n",
    ),
    "refrain in its own paragraph": Template(
        "{label} was asked about the {value} missing files.\n\n“I have nothing to say,” came the answer.",
        ("“I have nothing to say,” came the answer.", "nothing to say", "{value} missing files"),
        PEOPLE, NUMBERS, "Hearing in the case of the archive\n\n", "\n\nThe hearing goes on.\n", "\n\n",
    ),
    "roads": Template(
        "The road to {label} is {value}.", ("{value}", "is {value}", "The road to {label} is {value}."),
        TOWNS, STATES, "Snow in the hills\n\n", "\n\nPloughs are out.\n",
    ),
    "clauses": Template(
        "{value} in {label}", ("{value}", "{value} in {label}"), TOWNS, WORDS,
        "Firefighters were hurt in five towns: ", ", the union said. It wants better masks.\n", ", ",
    ),
    "prices": Template(
        "A loaf costs £{value}.20 in {label}, and a pint of milk £{second}.10.",
        ("£{value}.20", "£{second}.10", "a pint of milk £{second}.10"), TOWNS, NUMBERS,
        "What food costs\n\n", "\n\nPrices were noted on Friday.\n", " ",
    ),
    "obituaries": Template(
        "{label}, {second}, a driver. Killed with {value} others at the crossing.",
        ("Killed with {value} others", "{value} others", "a driver", "{label}, {second}"), PEOPLE, NUMBERS,
        "The dead\n\n", "\n\nA service is held on Sunday.\n", "\n\n",
    ),
    "long frames": Template(
        "According to the office that counts such things for the ministry of the interior, {value} people who "
        "had been reported missing when the river rose over its banks have been found alive in {label}.",
        ("{value} people", "{value} people who had been reported missing"), TOWNS, NUMBERS, CRASH, THURSDAY,
        "\n\n",
    ),
    "weather": Template(
        "{label}: sunny, {value} degrees. Tomorrow: rain, {second} degrees.",
        ("sunny, {value} degrees", "rain, {second} degrees", "{second} degrees"), TOWNS, NUMBERS,
        "The weather\n\n", "\n\nThe outlook is mixed.\n",
    ),
    "questions": Template(
        "Question {label}: How many boats were out? Answer: {value}.",
        ("Answer: {value}.", "How many boats were out?", "{value}"), DIGITS, WORDS,
        "From the minutes of the inquiry\n\n", "\n\nThe inquiry goes on.\n", "\n\n",
    ),
}  # fmt: skip

HELD_OUT = frozenset(random.Random("by lot, issue 13").sample(sorted(TEMPLATES), 8))
"""The templates that no rule and no threshold was chosen on."""

Update = Callable[[Template, list[Item], int, random.Random], list[Item]]


def template_cases(names: frozenset[str]) -> Iterator[TemplateCase]:
    """Every update of the templates of these names, for each of their quotes and several chances."""
    for name in sorted(names):
        template = TEMPLATES[name]
        for update, change in UPDATES.items():
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

STAYING = frozenset(list(UPDATES)[-5:])
"""The updates that leave the quoted item as it was, in its place."""


def _another(template: Template, item: Item, chance: random.Random) -> Item:
    def other(value: str) -> str:
        return chance.choice([each for each in template.values if each != value])

    return replace(item, value=other(item.value), second=other(item.second))
