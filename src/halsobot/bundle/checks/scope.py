"""What the checks look at: the draft, and which flows are sound enough to be walked through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from halsobot.bundle.assemble import place_kinds
from halsobot.bundle.draft import Draft, Named
from halsobot.bundle.texts import Text, TextFile
from halsobot.flow.names import BUILT_IN_VALUES
from halsobot.flow.nodes import AskNode, Flow, Mark, Node
from halsobot.text.locales import LOCALES, SOURCE


@dataclass(frozen=True)
class Scope:
    """``unsound`` are flows in whose file an error was found: what follows from it stays unsaid."""

    draft: Draft
    unsound: frozenset[str] = frozenset()

    @cached_property
    def sound_flows(self) -> tuple[Flow, ...]:
        return tuple(flow for flow in self.draft.read_flows.values() if flow.name not in self.unsound)

    @cached_property
    def full_names(self) -> dict[str, tuple[Flow, Node]]:
        """Nodes by full name; the first, where two have the same."""
        names: dict[str, tuple[Flow, Node]] = {}
        for flow in self.draft.read_flows.values():
            for node in flow.nodes:
                names.setdefault(f"{flow.name}-{node.name}", (flow, node))
        return names

    @cached_property
    def named(self) -> dict[str, Named]:
        """All names by sort, those that stand in texts and tables included."""
        own = self.draft.names
        built_in = {name: Mark("", 0, 0) for name in BUILT_IN_VALUES}
        sorts = (own["fact"], own["hours"], own["column"])
        in_conditions = {name: at for sort in sorts for name, at in sort.places.items()}
        return {
            **own,
            "condition": Named(built_in | in_conditions, all(sort.complete for sort in sorts)),
            "kind": self._kinds(),
            "language": Named({tag: Mark("", 0, 0) for tag in LOCALES}),
            "picture": Named(self.draft.pictures),
            "phrase": self._phrases(),
            "node": self._nodes(),
            **{f"node {name}": Named(flow.names, flow.complete) for name, flow in self.draft.flows.items()},
        }

    def _kinds(self) -> Named:
        names = self.text_file(SOURCE, "names.ftl")
        kinds = {kind: names.texts[f"kind-{kind}"].at for kind in place_kinds(self.draft)} if names else {}
        return Named(kinds, names is not None and names.source is not None)

    def _phrases(self) -> Named:
        file = self.text_file(SOURCE, "phrases.ftl")
        texts = {id: text.at for id, text in file.texts.items() if id.startswith("phrase-")} if file else {}
        return Named(texts, not self.is_refused(SOURCE, "phrases.ftl"))

    def _nodes(self) -> Named:
        """All nodes by full name, those too that are broken but have a name."""
        marks = {name: node.at for name, (_, node) in self.full_names.items()}
        broken = {
            f"{flow.name}-{name}": Mark(f"flows/{flow.name}.yaml", 1, 1)
            for flow in self.draft.flows.values()
            for name in flow.names
        }
        return Named(broken | marks, all(flow.complete for flow in self.draft.flows.values()))

    @cached_property
    def texts(self) -> dict[str, dict[str, Text]]:
        """All messages of each locale by id, without those of refused files; of two with one id the first."""
        return {
            locale: {
                id: text
                for file in reversed([*files.values()])
                if file.source is not None
                for id, text in file.texts.items()
            }
            for locale, files in self.draft.texts.items()
        }

    def text(self, locale: str, id: str) -> Text | None:
        return self.texts.get(locale, {}).get(id)

    def text_file(self, locale: str, name: str) -> TextFile | None:
        return self.draft.texts.get(locale, {}).get(name)

    def is_refused(self, locale: str, name: str) -> bool:
        """Whether this file is there but cannot be read, so that nobody knows what it lacks."""
        file = self.text_file(locale, name)
        return file is not None and file.source is None

    def translations(self) -> Iterator[str]:
        """The locales other than Swedish that have any words."""
        return (locale for locale in LOCALES if locale != SOURCE and locale in self.draft.texts)

    def flow_of(self, id: str) -> str | None:
        """The flow to which a message belongs by its name, the longest that fits."""
        fitting = [name for name in {*self.draft.flows, *self.unsound} if id == name or id.startswith(f"{name}-")]
        return max(fitting, key=len, default=None)


def answers(flow: Flow) -> dict[str, AskNode]:
    """The answers that live in a flow, by name."""
    return {node.name: node for node in flow.nodes if isinstance(node, AskNode) and node.answer is not None}
