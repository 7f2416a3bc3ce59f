"""The shape of the code: how large files, functions and classes may be, and how they are named."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

import pytest

from tests.conftest import ROOT

LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 300, 40
LINES_OF_A_CLASS, METHODS_OF_A_CLASS = 300, 30  # as it runs: with its own bases of ours

TABLES = {"reader/language/boilerplate/patterns.py"}
"""Files of data: they are as long as their tables."""

PRONOUNS = {"What", "Which", "Who", "Whom", "Whose", "Where", "How"}
"""A docstring begins with the noun that it is about, or with a verb for an action."""

TREES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for package in ("annotations", "reader")
    for path in sorted((ROOT / package).rglob("*.py"))
}

Node = TypeVar("Node", bound=ast.AST)


def nodes(kind: type[Node]) -> Iterator[tuple[str, Node]]:
    """Every node of a kind, with the file that it is in."""
    for path, tree in TREES.items():
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, kind))


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    yield from nodes(ast.FunctionDef)
    yield from nodes(ast.AsyncFunctionDef)


CLASSES = {node.name: node for _, node in nodes(ast.ClassDef)}


def length(node: ast.stmt) -> int:
    assert node.end_lineno
    return node.end_lineno - node.lineno + 1


def with_bases(name: str) -> set[str]:
    """The class and all the bases of ours that it has, by name: no two classes share one."""
    bases = (ast.unparse(base).split("[")[0].rsplit(".", 1)[-1] for base in CLASSES[name].bases)
    return {name}.union(*(with_bases(base) for base in bases if base in CLASSES))


def methods(name: str) -> set[str]:
    return {
        node.name for node in CLASSES[name].body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_no_two_classes_share_a_name() -> None:
    trees = (tree.body for tree in TREES.values())
    names = Counter(node.name for body in trees for node in body if isinstance(node, ast.ClassDef))
    assert [name for name, uses in names.items() if uses > 1] == []


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_no_class_is_large_when_it_runs(name: str) -> None:
    classes = with_bases(name)
    assert sum(length(CLASSES[each]) for each in classes) <= LINES_OF_A_CLASS, classes
    assert len(set[str]().union(*map(methods, classes))) <= METHODS_OF_A_CLASS, classes


def test_no_file_is_long() -> None:
    sizes = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in TREES}
    assert {path: size for path, size in sizes.items() if size > LINES_OF_A_FILE}.keys() <= TABLES


def test_no_function_is_long() -> None:
    long = [(path, node.name) for path, node in functions() if length(node) > LINES_OF_A_FUNCTION]
    assert long == []


def test_docstrings_begin_with_their_noun() -> None:
    documented = [*TREES.items(), *nodes(ast.ClassDef), *functions()]
    docstrings = ((path, ast.get_docstring(node) or "") for path, node in documented)
    assert [(path, text.splitlines()[0]) for path, text in docstrings if text.split(" ")[0] in PRONOUNS] == []
