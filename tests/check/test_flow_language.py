"""The language itself: what is read from a flow, its drawing, and the schema for editors."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from halsobot.bundle.answering import CHANNELS
from halsobot.bundle.load import load
from halsobot.bundle.shapes import ANSWERING, GUIDE, INTERPRETER_HOUR
from halsobot.flow.graph import draw, facts_known, reachable
from halsobot.flow.keys import HEAD, KINDS
from halsobot.flow.nodes import ALWAYS, AskNode, Clause, Condition, Flow, Node, ScreenNode
from halsobot.flow.parse import parse
from halsobot.flow.schema import schema
from halsobot.handover.guides import Answers, Meet
from halsobot.handover.hours import DAYS

from .mistakes import CONTENT

ROOT = Path(__file__).parents[2]
FLOWS = [
    path
    for folder in (ROOT / "flows", CONTENT / "flows")
    for path in sorted(folder.glob("*.yaml"))
    if not path.name.endswith(".test.yaml")
]


def flow(name: str) -> Flow:
    path = CONTENT / "flows" / f"{name}.yaml"
    read = parse(path.read_bytes(), f"flows/{name}.yaml").flow
    assert read is not None
    return read


def node(flow_name: str, name: str) -> Node:
    read = flow(flow_name).node(name)
    assert read is not None
    return read


def test_a_choice_is_called_what_it_leads_to() -> None:
    """Without a name of its own a choice has that of its target, and with one it has its own."""
    bring = node("book-care", "bring")
    assert isinstance(bring, ScreenNode)
    assert [(choice.name, choice.target.flow, choice.target.node) for choice in bring.choices] == [
        ("price", "costs", None),
        ("finish", None, "finish"),
    ]


def test_a_condition_is_a_sentence() -> None:
    """``is``, ``or`` and ``and`` are read as they are said, with the place of each part."""
    low_fee = node("costs", "low-fee")
    assert isinstance(low_fee, ScreenNode)
    card, finish = low_fee.choices
    assert card.when == Condition((Clause("status", "is", ("asylum-seeker", "temporary-protection")),))
    assert (card.when.clauses[0].at.line, card.when.clauses[0].at.column) == (15, 15)
    assert finish.when == ALWAYS


def test_an_ask_keeps_its_bounds() -> None:
    """Numbers are read only where a key asks for one."""
    age = node("children", "age")
    assert isinstance(age, AskNode)
    assert (age.answer, age.lowest, age.highest, age.next.node) == ("number", 0, 120, "by-age")


def test_values_stay_as_written() -> None:
    """What YAML would make a boolean, a number or a date stays text."""
    text = b"flow: no\nowner: on\nreview-by: 2026-11-23\nnodes:\n  - end: finish\n"
    read = parse(text, "flows/no.yaml")
    assert read.findings == ()
    assert read.flow is not None
    assert (read.flow.name, read.flow.owner, read.flow.review_by) == ("no", "on", "2026-11-23")


def test_what_is_known_on_every_way() -> None:
    """A fact counts as known only where each way has asked, and no longer after the place was asked for."""
    known = facts_known(flow("costs"), [])
    assert known["ordinary-fee"] == {"fee-visit"}
    assert known["ask-first"] == known["finish"] == frozenset()


def test_what_can_be_reached() -> None:
    """From the first node of a correct flow everything can be reached."""
    for name in ("book-care", "costs", "children"):
        read = flow(name)
        assert reachable(read, [read.first.name]) == {each.name for each in read.nodes}


def test_a_flow_is_drawn_with_its_ways() -> None:
    """The drawing names each node, each choice, and the condition under which a way is open."""
    drawn = draw(flow("book-care")).splitlines()
    assert drawn[0] == "flowchart TD"
    assert '    n-open["open"]' in drawn
    assert '    n-now -.->|"health-centre is open"| n-open' in drawn
    assert '    n-bring -->|"price"| f-costs(["flow costs"])' in drawn


def as_editors_read(path: Path) -> Any:
    """YAML as an editor's extension sees it: our lists and keys, values as words."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("path", FLOWS, ids=[f"{path.parts[-3]}-{path.stem}" for path in FLOWS])
def test_the_schema_accepts_every_flow(path: Path) -> None:
    """Editors do not complain about a flow in which ``check`` finds no mistake."""
    jsonschema.Draft202012Validator(schema()).validate(as_editors_read(path))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("screen: bring", "scren: bring"),
        ("picture: phone-call", "picure: phone-call"),
        ("screen: bring", "screen: Ta med"),
        ("      - price: flow costs", "      - price: flow costs now"),
        ("      - finish", "      - back: open"),
        ("call: [phone-1177]", "call: phone-1177"),
        ("health-centre is open:", "health-centre = open:"),
        ("owner: halsoguider\n", ""),
        ("    next: bring\n", ""),
        ("review-by: 2027-05-01", "review-by: 1 May 2027"),
    ],
)
def test_the_schema_refuses_what_check_refuses(old: str, new: str) -> None:
    """Editors underline these mistakes while they are made."""
    text = (CONTENT / "flows/book-care.yaml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.load(text.replace(old, new, 1), Loader=yaml.BaseLoader), schema())


def test_the_schema_explains_every_key() -> None:
    """Each key and each kind shows a sentence when an editor points at it."""
    whole = schema()
    jsonschema.Draft202012Validator.check_schema(whole)
    tables = [whole, *(whole["$defs"][f"node-{kind}"] for kind in KINDS)]
    assert all(each["description"] for table in tables for each in table["properties"].values())


def test_every_key_is_in_the_guide() -> None:
    """``docs/flow-language.md`` names every key of every kind, and every key of the head."""
    guide = (ROOT / "docs/flow-language.md").read_text(encoding="utf-8")
    keys = {*HEAD, *KINDS, *(key for kind in KINDS.values() for key in kind)}
    assert {key for key in keys if f"`{key}`" not in guide} == set()


def test_the_shipped_content_is_a_bundle() -> None:
    """The repository's own flows, texts and facts have no errors."""
    loaded = load(ROOT, show_unreviewed=True)
    assert [str(problem) for problem in loaded.problems if problem.severity == "error"] == []
    assert loaded.bundle is not None


def test_the_guide_to_who_answers(tmp_path: Path) -> None:
    """Its example is complete, the check has nothing to say about it, and each key is explained."""
    section = (ROOT / "docs/flow-language.md").read_text(encoding="utf-8").partition("## Who answers\n")[2]
    section = section.partition("\n## ")[0]
    example = section.partition("```yaml\n")[2].partition("```")[0]
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "content/regions/jamtland-harjedalen/guides.yaml").write_text(example, encoding="utf-8")
    loaded = load(tmp_path, show_unreviewed=True)
    assert [str(problem) for problem in loaded.problems if problem.file.endswith("guides.yaml")] == []
    assert loaded.bundle is not None
    assert len(loaded.bundle.regions["jamtland-harjedalen"].answering.guides) == 2
    for key in (*ANSWERING.keys, *GUIDE.keys, *INTERPRETER_HOUR.keys):
        assert f"`{key}`" in section, key
    for word in (*get_args(Answers), *get_args(Meet), *CHANNELS, *DAYS):
        assert re.search(rf"\b{word}\b", section.partition("```yaml")[2].partition("```\n")[2]), word
    assert "docs/flow-language.md#who-answers" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("program", "columns"),
    [
        ("tests/support/labelled.py", ("heard", "broken into", "asked", "topic", "language (first)")),
        ("tests/handover/test_week.py", ("asked", "answered", "told anew", "longest wait")),
    ],
)
def test_the_readme_explains_each_column(program: str, columns: tuple[str, ...]) -> None:
    """What ``make words`` and ``make week`` print has a line each."""
    [head] = re.findall(r'"(?:\\n)?(language  .*)"', (ROOT / program).read_text(encoding="utf-8"))
    known = (*columns, "language", "open", "closed")
    assert [each for each in re.split(r" {2,}", head) if not any(column in each for column in known)] == []
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [each for each in columns if f"| `{each}`" not in readme] == []
