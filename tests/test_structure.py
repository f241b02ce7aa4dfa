"""The house: imports point one way, each outside library has one owner, rooms stay small."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

from conftest import ROOT

SOURCE = ROOT / "src" / "qicao"
FILES = sorted(SOURCE.rglob("*.py"))

# Lower layers first; a module imports only from its own layer or below.
LAYERS = (
    ("places", "numerals", "regions", "slots", "files", "datafiles", ""),
    ("speech", "yamltext", "fold", "layout", "reckon", "timing", "weekdays", "likeness", "figures"),
    ("yamlfile", "sentence"),
    ("form",),
    ("library",),
    ("roles", "manuscript", "residue", "allowed"),
    ("rulekit", "gazetteer", "names"),
    ("facts", "brief", "outlinefiles"),
    ("owners",),
    ("problems", "itemized"),
    ("outline", "values"),
    ("outlinecheck",),
    ("picks",),
    ("aims",),
    ("choose", "tell", "fit", "assemble"),
    ("compose", "own"),
    ("rules", "checkup"),
    ("examined", "libcheck"),
    ("manual",),
    ("writers", "template"),
    ("readers",),
    ("ooxml",),
    ("marks", "swap"),
    ("cli", "__main__"),
)
OWNERS = {
    "yaml": {"yamlfile.py"},
    "jinja2": {"sentence.py", "outline.py", "outlinecheck.py", "outlinefiles.py"},
    "docx": {"writers/word/base.py"},
    "lxml": {"writers/word/base.py", "ooxml/xml.py"},
}
NETWORK = {"socket", "urllib.request", "http", "http.client", "ssl", "ftplib", "requests", "asyncio"}
UNSAFE = {"pickle", "marshal", "shelve", "subprocess", "ctypes"}


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
    return names


def layer(module: str) -> int:
    head = module.removeprefix("qicao").lstrip(".").split(".")[0]
    return next(number for number, names in enumerate(LAYERS) if head in names)


def test_it_looks_at_something() -> None:
    assert len(FILES) >= 40
    seen = {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in FILES}
    assert {"places", "speech", "brief", "library", "compose", "writers", "readers", "cli"} <= seen


def test_imports_point_one_way() -> None:
    edges = 0
    for path in FILES:
        own = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix("__init__").rstrip(".")
        for name in imports(path):
            if name == "qicao" or name.startswith("qicao."):
                edges += 1
                # The library's reader checks outlines as it finds them, so that a warm start need not.
                if (own, name) == ("library.read", "qicao.outlinecheck") or (own, name) == (
                    "outlinefiles",
                    "qicao.library.folders",
                ):
                    continue
                assert layer(name) <= layer(own), f"{own} imports {name}"
    assert edges > 100


def test_each_library_has_one_owner() -> None:
    seen: set[str] = set()
    for path in FILES:
        where = path.relative_to(SOURCE).as_posix()
        for name in imports(path):
            head = name.split(".")[0]
            if head in OWNERS:
                assert where in OWNERS[head], f"{where} imports {name}"
                seen.add(head)
            if head == "click":
                assert where.startswith("cli/"), f"{where} imports click"
                seen.add(head)
    assert seen == {*OWNERS, "click"}


def test_no_network_and_nothing_that_executes_data() -> None:
    for path in FILES:
        assert not imports(path) & (NETWORK | UNSAFE), path


def test_rooms_stay_small() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").split("\n")) for path in FILES}
    assert statistics.median(sizes.values()) <= 120
    assert max(sizes.values()) <= 400
    functions = 0
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                functions += 1
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= 50, f"{path.name}:{node.name} is {length} lines"
    assert functions > 200


def test_public_modules_and_classes_say_what_they_are() -> None:
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), path
        for node in tree.body:
            if (
                isinstance(node, (ast.ClassDef, ast.FunctionDef))
                and not node.name.startswith("_")
                and path.parent.name != "cli"
                and not (path.parent.name == "rules" and node.name == "check")  # its module says what it does
            ) and (isinstance(node, ast.ClassDef) or len(node.body) > 3):
                assert ast.get_docstring(node), f"{path.name}: {node.name}"


def test_only_the_command_line_prints_or_exits() -> None:
    for path in FILES:
        if path.parent.name == "cli" or path.name == "__main__.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("print", "exit", "quit", "eval", "exec", "input"), path
