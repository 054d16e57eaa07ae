"""``triallint rule NAME``: what a rule is about."""

from __future__ import annotations

import difflib
import json

import click


@click.command("rule")
@click.argument("name")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How it is shown.")
def command(name: str, output_format: str) -> None:
    """Explain a rule: what it finds, why that matters, what to do, with examples and sources.

    \b
    Example:
      triallint rule mistranslated-term
    """
    from triallint import explain, rules

    known = rules.by_name()
    by_code = {rule.code.casefold(): rule for rule in known.values()}
    rule = known.get(name.casefold()) or by_code.get(name.casefold())
    if rule is None:
        near = difflib.get_close_matches(name.casefold(), [*known, *by_code], 1, 0.4)
        raise click.ClickException(f"There is no rule {name!r}{f'; did you mean {near[0]}?' if near else '.'}")
    if output_format == "json":
        click.echo(json.dumps({**explain.summary(rule), "markdown": explain.markdown(rule)}, indent=2, ensure_ascii=False))
    else:
        click.echo(explain.markdown(rule), nl=False)
