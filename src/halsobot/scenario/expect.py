"""What a step expects of the screen, and what to say when it is not so. Knows views only."""

from __future__ import annotations

from halsobot.flow.finding import Finding, found
from halsobot.model.view import (
    AttachedView,
    Block,
    Bubble,
    ButtonView,
    CallView,
    LinkView,
    PlaceView,
    SentenceView,
    View,
)
from halsobot.scenario.talk import Step
from halsobot.text.bidi import strip


def failure(step: Step, view: View) -> Finding | None:
    """Why this step fails on this screen; None if it holds."""
    offered = [button.name for button in (*view.choices, *view.bar)]
    there = {"screen": view.screen, "offered": ", ".join(offered)}
    wanted = step.values[0]
    match step.verb:
        case "sees" if view.screen != wanted:
            return found("step-sees", step.at, name=wanted, screen=view.screen)
        case "reads" if _plain(wanted) not in words(view):
            return found("step-reads", step.at, name=wanted, screen=view.screen, words=words(view))
        case "offers" if missing := [name for name in step.values if name not in offered]:
            return found("step-offers", step.at, name=", ".join(missing), **there)
        case "hides" if shown := [name for name in step.values if name in offered]:
            return found("step-hides", step.at, name=", ".join(shown), **there)
        case "taps" if wanted not in offered:
            return found("step-taps", step.at, name=wanted, **there)
    return None


def button(view: View, name: str) -> ButtonView:
    """The button of that name. Raises StopIteration where ``failure`` has said that there is none."""
    return next(each for each in (*view.choices, *view.bar) if each.name == name)


def words(view: View) -> str:
    """All words on a screen, labels and numbers included, without direction marks."""
    said = [text for block in view.blocks for text in _texts(block)]
    labels = [each.label.text for each in (*view.choices, *view.bar)]
    return _plain(" ".join([*said, *labels]))


def _plain(text: str) -> str:
    return " ".join(strip(text).split())


def _texts(block: Block) -> list[str]:
    match block:
        case Bubble(run=run):
            return [run.text]
        case SentenceView(swedish=swedish, heard=heard, meaning=meaning):
            return [swedish, *(run.text for run in (heard, meaning) if run)]
        case CallView(name=name, number=number, hours=hours):
            return [name.text, number, *([hours.text] if hours else [])]
        case LinkView(name=name, address=address, language=language):
            return [name.text, address, *([language.text] if language else [])]
        case PlaceView(name=name, lines=lines, call=call):
            return [name, *(run.text for run in lines), *([call.number] if call else [])]
        case AttachedView(label=label):
            return [label.text]
