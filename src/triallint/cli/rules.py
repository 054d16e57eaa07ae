"""``triallint rules``: the list."""

from __future__ import annotations

import json

import click


@click.command("rules")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How they are shown.")
def command(output_format: str) -> None:
    """List the rules with their codes, severities and one sentence each."""
    from triallint import explain, rules

    listed = [explain.summary(rule) for rule in rules.every()]
    if output_format == "json":
        click.echo(json.dumps(listed, indent=2, ensure_ascii=False))
        return
    width = max(len(str(each["name"])) for each in listed)
    family = ""
    for each in listed:
        if each["family"] != family:
            family = str(each["family"])
            click.echo(f"\n{family.replace('_', ' ')}")
        marks = f"{'' if each['default'] else 'off '}{'fix' if each['fixable'] else ''}"
        click.echo(f"  {each['code']}  {each['name']:<{width}}  {each['severity']:<7}  {marks:<7}  {each['summary']}")
