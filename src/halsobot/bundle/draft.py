"""All content as it was read, before one file is compared with another. Pure: files in, draft out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from halsobot.bundle.content import Fact
from halsobot.bundle.facts import read_facts
from halsobot.bundle.regions import RegionDraft, StatusTable, read_region, read_statuses
from halsobot.bundle.shapes import (
    HOME,
    OWNER,
    SOURCE,
    Record,
    Shape,
    Sheet,
    entries,
    keys_of,
    open_sheet,
    record,
)
from halsobot.bundle.texts import TextFile, read_texts
from halsobot.bundle.word_lists import (
    WordLists,
    read_answers,
    read_common,
    read_globe,
    read_keywords,
    read_phrases,
    read_red_flags,
    read_support,
)
from halsobot.flow import shape
from halsobot.flow.finding import Finding
from halsobot.flow.nodes import Flow, Mark
from halsobot.flow.parse import Parsed, parse
from halsobot.flow.reading import Use
from halsobot.flow.source import Word, decode
from halsobot.text.locales import LOCALES

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Named:
    """The names of one sort, with their places. Not ``complete``: a file that may hold more was unreadable."""

    places: Mapping[str, Mark]
    complete: bool = True

    def lacks(self, name: str) -> bool:
        """Whether this name surely does not exist."""
        return self.complete and name not in self.places


@dataclass(frozen=True)
class Draft:
    """Everything that was read, with the names that are used, and what each file has wrong by itself."""

    flows: Mapping[str, Parsed]
    texts: Mapping[str, Mapping[str, TextFile]]
    reviews: Mapping[str, str]
    facts: Mapping[str, Fact]
    regions: Mapping[str, RegionDraft]
    statuses: Mapping[str, Mapping[str, str]]
    home: str | None
    red_flag_nodes: Mapping[str, Word]
    word_lists: WordLists
    support: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]
    pictures: Mapping[str, Mark]
    names: Mapping[str, Named]
    uses: tuple[Use, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def read_flows(self) -> Mapping[str, Flow]:
        """The flows of which at least one node could be read."""
        return {name: parsed.flow for name, parsed in self.flows.items() if parsed.flow}

    def versions(self, name: str) -> tuple[Fact, ...]:
        """A fact as the country and each region have it."""
        everywhere = (self.facts, *(region.facts for region in self.regions.values()))
        return tuple(facts[name] for facts in everywhere if name in facts)


@dataclass(slots=True)
class _Pile:
    """Collects what all content files say, as they are read one after the other."""

    files: Files
    findings: list[Finding] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)  # sorts of files of which one could not be read

    def sheet(self, path: str) -> Sheet:
        return open_sheet(self.files.get(path), path)

    def done(self, *sheets: Sheet) -> bool:
        """Keep what the sheets found. Whether all the names in them are known."""
        for sheet in sheets:
            self.uses += sheet.uses
            self.findings += sheet.out
        return all(_is_complete(sheet) for sheet in sheets)


#: After these a name may stand in the file that could not be read.
_NAME_LOST = {
    *("name-bad", "name-long", "fact-name", "entry-name", "key-twice", "braces", "short-hand", "several-lines"),
    *("colon-in-list", "want-list", "want-table", "empty-item", "line", "file-missing"),
}


def _is_complete(sheet: Sheet) -> bool:
    if sheet.table is None and sheet.out:
        return False
    return not any(finding.code in _NAME_LOST for finding in sheet.out)


def draft(files: Files) -> Draft:
    """Read all files. Never raises; what is wrong stands in ``findings``."""
    pile = _Pile(files)
    flows = {parsed.name: parsed for parsed in _flows(pile)}
    texts = _texts(pile)
    facts, national = _facts(pile)
    regions = _regions(pile)
    law = _law(pile)
    red_flag_nodes, categories = _red_flag_nodes(pile)
    names = _names(pile, flows, national, regions, law) | {
        "source": _listed(pile, "content/facts/sources.yaml", SOURCE),
        "owner": _listed(pile, "content/owners.yaml", OWNER),
        "category": categories,
    }
    return Draft(
        flows=flows,
        texts=texts,
        reviews=_reviews(pile),
        facts=facts,
        regions=regions,
        statuses=law.rows,
        home=_home(pile),
        red_flag_nodes=red_flag_nodes,
        word_lists=_word_lists(pile),
        support=_support(pile),
        phrases=_phrases(pile),
        pictures=_pictures(pile),
        names=names,
        uses=(*pile.uses, *(use for parsed in flows.values() for use in parsed.uses)),
        findings=tuple(pile.findings),
    )


def _law(pile: _Pile) -> StatusTable:
    sheet = pile.sheet("content/statuses.yaml")
    law = read_statuses(sheet)
    if not pile.done(sheet):
        pile.broken.add("law")
    return law


def _flows(pile: _Pile) -> Iterable[Parsed]:
    for path, data in _matching(pile.files, r"flows/([^/]+)\.yaml"):
        if not path.endswith(".test.yaml"):
            parsed = parse(data, path)
            pile.findings += parsed.findings
            yield parsed


def _texts(pile: _Pile) -> Mapping[str, Mapping[str, TextFile]]:
    texts: dict[str, dict[str, TextFile]] = {}
    for path, data in _matching(pile.files, r"locales/[^/]+/[^/]+\.ftl"):
        _, locale, name = path.split("/")
        if locale in LOCALES:
            texts.setdefault(locale, {})[name] = read = read_texts(data, path)
            pile.findings += read.findings
    return texts


def _reviews(pile: _Pile) -> Mapping[str, str]:
    logs: dict[str, str] = {}
    for path, data in _matching(pile.files, r"locales/[^/]+/review\.log"):
        text = decode(data, path)
        if isinstance(text, Finding):
            pile.findings.append(text)
        else:
            logs[path.split("/")[1]] = text
    return logs


def _facts(pile: _Pile) -> tuple[Mapping[str, Fact], Named]:
    facts: dict[str, Fact] = {}
    places: dict[str, Mark] = {}
    complete = True
    for path, _ in _matching(pile.files, r"content/facts/[^/]+\.yaml"):
        if path == "content/facts/sources.yaml":
            continue
        sheet = pile.sheet(path)
        read, marks = read_facts(sheet)
        for name in places.keys() & marks.keys():
            sheet.say("fact-twice", marks[name], name=name, file=places[name].file, line=str(places[name].line))
        facts, places = {**read, **facts}, {**marks, **places}
        complete = pile.done(sheet) and complete
    return facts, Named(places, complete)


def _regions(pile: _Pile) -> Mapping[str, RegionDraft]:
    folders = {path.split("/")[2] for path, _ in _matching(pile.files, r"content/regions/[^/]+/[^/]+\.yaml")}
    regions: dict[str, RegionDraft] = {}
    for name in sorted(folders):
        regions[name], sheets = read_region(name, pile.files)
        pile.broken |= {part for part, sheet in sheets.items() if not pile.done(sheet)}
    return regions


def _listed(pile: _Pile, path: str, what: Shape) -> Named:
    """A file in which each entry only has to be complete: sources, owners."""
    sheet = pile.sheet(path)
    if path not in pile.files:
        sheet.say("file-missing", Mark(path, 1, 1), name=path)
    for name, tree in entries(sheet, what).items():
        record(name, tree, what, sheet)
    return Named({name.text: name.at for name in entries(sheet, what)}, pile.done(sheet))


def _home(pile: _Pile) -> str | None:
    sheet = pile.sheet("content/home.yaml")
    home = None
    if sheet.table:
        head = Record(Word("home", sheet.table.at), sheet.table, sheet)
        keys_of(head.table, head.name, HOME, sheet)
        home = head.named("region")
    pile.done(sheet)
    return home


def _red_flag_nodes(pile: _Pile) -> tuple[Mapping[str, Word], Named]:
    """Where each category leads, by full name of a node."""
    sheet = pile.sheet("content/words/redflags.yaml")
    read = {name: shape.word(tree, name.text, sheet.out) for name, tree in entries(sheet).items()}
    complete = pile.done(sheet)
    nodes = {name.text: word for name, word in read.items() if word}
    return nodes, Named({name.text: name.at for name in read}, complete)


def _word_lists(pile: _Pile) -> WordLists:
    """What every language has under ``content/words/``, and the languages of the globe choice."""
    read: dict[str, list[tuple[str, Sheet]]] = {name: [] for name in ("keywords", "answers", "common")}
    flags = [
        read_red_flags(path.split("/")[2], data, path)
        for path, data in _matching(pile.files, r"content/words/[^/]+/redflags\.yaml")
    ]
    for path, _ in _matching(pile.files, r"content/words/[^/]+/(keywords|answers|common)\.yaml"):
        _, _, locale, name = path.removesuffix(".yaml").split("/")
        read[name].append((locale, pile.sheet(path)))
    globe = pile.sheet("content/words/globe.yaml")
    lists = WordLists(
        red_flags=tuple(lists for lists, _ in flags),
        keywords=tuple(read_keywords(locale, sheet) for locale, sheet in read["keywords"]),
        answers=tuple(read_answers(locale, sheet) for locale, sheet in read["answers"]),
        common={**{locale: read_common(sheet) for locale, sheet in read["common"]}, **read_globe(globe)},
    )
    pile.done(globe, *(sheet for _, sheet in flags), *(sheet for sheets in read.values() for _, sheet in sheets))
    return lists


def _support(pile: _Pile) -> Mapping[str, tuple[str, ...]]:
    sheet = pile.sheet("content/words/support.yaml")
    lines = read_support(sheet)
    pile.done(sheet)
    return lines


def _phrases(pile: _Pile) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for path, _ in _matching(pile.files, r"content/phrases/[^/]+\.yaml"):
        sheet = pile.sheet(path)
        groups |= read_phrases(sheet)
        pile.done(sheet)
    return groups


def _pictures(pile: _Pile) -> Mapping[str, Mark]:
    found_pictures: dict[str, Mark] = {}
    for path, data in _matching(pile.files, r"content/pictures/[^/]+\.svg"):
        found_pictures[path.split("/")[-1].removesuffix(".svg")] = Mark(path, 1, 1)
        text = decode(data, path)
        if isinstance(text, Finding):
            pile.findings.append(text)
    return found_pictures


def _matching(files: Files, pattern: str) -> list[tuple[str, bytes]]:
    return [(path, data) for path, data in sorted(files.items()) if re.fullmatch(pattern, path)]


def _names(
    pile: _Pile, flows: Iterable[str], national: Named, regions: Mapping[str, RegionDraft], law: StatusTable
) -> dict[str, Named]:
    """The names that a region, or the whole country, gives to things."""
    packs = list(regions.values())
    tables = [law, *(pack.statuses for pack in packs)]
    statuses_read = not {"statuses", "law"} & pile.broken
    values = {
        column: Named(_union(table.values.get(column, {}) for table in tables), statuses_read)
        for column in _union(table.columns for table in tables)
    }
    return {
        "flow": Named({name: Mark(f"flows/{name}.yaml", 1, 1) for name in flows}),
        "national": national,
        "fact": Named(
            _union([national.places, *(pack.fact_marks for pack in packs)]),
            national.complete and "facts" not in pile.broken,
        ),
        "region": Named({pack.name: pack.at for pack in packs}),
        "municipality": Named(_union(pack.municipalities for pack in packs), "region" not in pile.broken),
        "hours": Named(_union(pack.hour_marks for pack in packs), "region" not in pile.broken),
        "status": Named(law.marks, "law" not in pile.broken),
        "column": Named(_union(table.columns for table in tables), statuses_read),
        **{f"column {column}": named for column, named in values.items()},
    }


def _union(maps: Iterable[Mapping[str, Mark]]) -> dict[str, Mark]:
    return {name: mark for each in reversed(list(maps)) for name, mark in each.items()}
