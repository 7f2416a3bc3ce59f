"""Templates of news: sentences, lists and tables whose items look alike but for a name or a number."""

from __future__ import annotations

import random
from dataclasses import dataclass

__all__ = ["TEMPLATES", "Item", "Template"]


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
        "{label}\nThe water at the old mill is at {value} feet.",
        ("{value} feet", "The water at the old mill"), TIMES, NUMBERS,
        "Flood watch\n\n", "\n\nMore tomorrow.\n", "\n\n",
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
        "According to the office that counts such things for the ministry of the interior, {value} people "
        "who had been reported missing when the river rose over its banks have been found alive in {label}.",
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
