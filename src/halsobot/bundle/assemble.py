"""A draft without errors -> the frozen bundle that conversations run on."""

from __future__ import annotations

from halsobot.bundle.content import Bundle, Region
from halsobot.bundle.digest import digest
from halsobot.bundle.draft import Draft, Files
from halsobot.bundle.regions import RegionDraft
from halsobot.text.catalogue import Catalogue
from halsobot.text.locales import SOURCE


def assemble(draft: Draft, files: Files, *, show_unreviewed: bool) -> Bundle:
    """Freeze a draft in which no error was found."""
    return Bundle(
        digest=digest(files),
        flows=draft.read_flows,
        facts=draft.facts,
        regions={name: _region(region) for name, region in draft.regions.items()},
        home=draft.home,
        statuses=draft.statuses,
        place_kinds=place_kinds(draft),
        red_flag_nodes={name: word.text for name, word in draft.red_flag_nodes.items()},
        word_lists=draft.word_lists,
        support=draft.support,
        phrases=draft.phrases,
        pictures={name: files[mark.file] for name, mark in draft.pictures.items()},
        catalogue=_catalogue(draft, show_unreviewed),
    )


def place_kinds(draft: Draft) -> frozenset[str]:
    """The kinds of places: those with a Swedish name ``kind-…`` in ``names.ftl``."""
    names = draft.texts.get(SOURCE, {}).get("names.ftl")
    return frozenset(id.removeprefix("kind-") for id in names.texts if id.startswith("kind-")) if names else frozenset()


def _region(region: RegionDraft) -> Region:
    return Region(
        name=region.name,
        title=region.title,
        municipalities=tuple(region.municipalities),
        hours=region.hours,
        facts=region.facts,
        places=region.places,
        statuses=region.statuses.rows,
        answering=region.answering,
    )


def _catalogue(draft: Draft, show_unreviewed: bool) -> Catalogue:
    resources = {
        locale: {file.name: file.source for file in files.values() if file.source is not None}
        for locale, files in draft.texts.items()
    }
    return Catalogue.build(resources, draft.reviews, show_unreviewed=show_unreviewed)
