"""``triallint inspect FILE``: what was read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

_FACTS = (
    "trial_id title official_title status phase study_type enrollment minimum_age maximum_age sex sponsor "
    "acronym enrollment_type healthy_volunteers why_stopped summary reviewed_by".split()
)


@click.command("inspect")
@click.argument("path")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How it is shown.")
def command(path: str, output_format: str) -> None:
    """Show what was read from a file: every field with its line and how it was found.

    \b
    Example:
      triallint inspect page.html
    """
    from triallint import reading
    from triallint.inputs import Input
    from triallint.source import Unreadable

    try:
        source = Input(path).load()
        form = reading.format_of(source.name, source.text[:4096])
        pages = list(reading.read(source))
    except Unreadable as problem:
        place = ""
        if problem.span is not None and problem.source is not None:
            position = problem.source.position(problem.span.start)
            place = f":{position.line}:{position.column}"
        raise click.ClickException(f"{path}{place}: {problem.why}") from None
    if output_format == "json":
        plain = {
            "path": path,
            "format": form,
            "profile": pages[0].profile if pages else None,
            "pages": [_plain(page) for page in pages],
        }
        click.echo(json.dumps(plain, indent=2, ensure_ascii=False))
        return
    if not pages:
        click.echo(f"{path}: no trial was found in it.")
    for page in pages:
        _table(page)


def _plain(page: Any) -> dict[str, Any]:
    """A trial as plain values, and beside them where each was read."""
    updated = page.dates.get("reviewed_on") or page.dates.get("last_updated")
    contacts = [" ".join(filter(None, (each.name, each.phone, each.email))) for each in page.contacts]
    shown = {name: _value(page.facts[name].value) if name in page.facts else None for name in _FACTS}
    return {
        **shown,
        "last_updated": updated.value if updated else None,
        "dates": {name: each.value for name, each in page.dates.items()},
        "conditions": [each.value for each in page.lists.get("conditions", ())],
        "interventions": [each.value for each in page.lists.get("interventions", ())],
        "keywords": [each.value for each in page.lists.get("keywords", ())],
        "locations": [_site(each) for each in page.sites] or [each.value for each in page.lists.get("locations", ())],
        "contacts": contacts,
        "inclusion": [each.passage.decoded for each in page.criteria if each.kind == "inclusion"],
        "exclusion": [each.passage.decoded for each in page.criteria if each.kind == "exclusion"],
        "headings": [each.decoded for each in page.headings],
        "places": {name: _place(page, *where) for name, where in _places(page)},
        "criteria": [_criterion(page, each) for each in page.criteria],
    }


def _value(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _site(site: Any) -> str:
    return ", ".join(filter(None, (site.facility, site.city, site.state, site.country))) if site.facility else site.place.decoded


def _places(page: Any) -> Iterator[tuple[str, tuple[Any, str, float]]]:
    for name, each in page.facts.items():
        yield name, (each.place, each.how, each.sure)
    for name, each in page.dates.items():
        yield name, (each.place, each.how, each.sure)
    for name, items in page.lists.items():
        for at, each in enumerate(items):
            yield f"{name}[{at}]", (each.place, each.how, each.sure)


def _place(page: Any, place: Any, how: str, sure: float) -> dict[str, Any]:
    span = place.span
    start, end = page.source.position(span.start), page.source.position(span.end)
    return {
        "start": {"line": start.line, "column": start.column, "offset": start.offset},
        "end": {"line": end.line, "column": end.column, "offset": end.offset},
        "how": how or "path",
        "confidence": sure,
    }


def _criterion(page: Any, each: Any) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "number": each.number,
        "text": each.passage.decoded,
        "group": each.group.decoded if each.group else None,
        "place": _place(page, each.passage, "list", 1.0),
        "children": [_criterion(page, child) for child in each.children],
    }


def _table(page: Any) -> None:
    rows = [(name, _value(page.facts[name].value), page.facts[name]) for name in page.facts]
    rows += [(name, each.value, each) for name, each in page.dates.items()]
    rows += [(f"{name}[{at}]", each.value, each) for name, items in page.lists.items() for at, each in enumerate(items)]
    click.echo(f"{page.source.name}: a {page.kind}, read as {page.profile}")
    for name, value, each in rows:
        _row(page, name, str(value), each.place, each.how or "path")
    for each in page.all_criteria:
        _row(page, each.passage.field, each.passage.decoded, each.passage, "list")
    for at, each in enumerate(page.sites):
        _row(page, f"locations[{at}]", _site(each), each.place, "section")
    for at, each in enumerate(page.contacts):
        _row(page, f"contacts[{at}]", each.place.decoded, each.place, "section")
    for each in page.sections:
        _row(page, f"section {each.name or '?'}", each.heading.decoded, each.heading, "heading")


def _row(page: Any, name: str, value: str, place: Any, how: str) -> None:
    from triallint.reporters import visible

    line = page.source.position(place.span.start).line
    shown = visible(" ".join(value.split()))
    click.echo(f"  {line:>5}  {name:<28}  {shown[:90]}{'…' if len(shown) > 90 else ''}  ({how})")
