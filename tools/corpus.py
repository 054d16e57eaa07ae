"""The documents of a corpus folder, kind by kind; what rules are measured on.

FOLDER holds records/ctgov_v2.ndjson.gz, records/eligibility_legacy.ndjson.gz, records/who_ictrp_covid19.ndjson.gz,
records/nci_cts.ndjson.gz, pages/*/*.html, content/*/*.md and content/*/*.json. ``rendered`` are the records as a site's own
template would show them: the only pages in number whose wording is that of summaries and criteria.
"""

from __future__ import annotations

import gzip
import html
import json
import pathlib
import sys
from collections.abc import Iterator
from typing import Any

from triallint.inputs import Input
from triallint.source import Source, Unreadable

KINDS = {
    "records": "2,919 registry records",
    "pages": "143 saved web pages",
    "markdown": "301 Markdown pages",
    "content": "site JSON (48 files)",
    "rendered": "2,919 records as pages",
    "legacy": "17,367 eligibility texts",
    "summaries": "9,476 older summaries, each set as a section of a page",
    "who": "792 rows of the WHO's platform, as pages",
}


def documents(corpus: pathlib.Path, kind: str) -> Iterator[Source]:
    """The sources of one kind, in a fixed order."""
    if kind in ("records", "rendered"):
        for at, line in enumerate(_lines(corpus, "ctgov_v2")):
            yield Source(f"v2-{at}.json", line) if kind == "records" else _rendered(json.loads(line)["protocolSection"])
    elif kind == "legacy":
        for at, line in enumerate(_lines(corpus, "eligibility_legacy")):
            yield _as_record(f"legacy-{at}.json", json.loads(line))
    elif kind == "summaries":
        rows = map(json.loads, _lines(corpus, "eligibility_legacy"))
        yield from (_as_summary(each) for each in rows if each.get("brief_summary"))
    elif kind == "who":
        for at, line in enumerate(_lines(corpus, "who_ictrp_covid19")):
            yield _as_page(f"who-{at}.html", json.loads(line))
    else:
        pattern = {"pages": "pages/*/*.html", "markdown": "content/*/*.md", "content": "content/*/*.json"}[kind]
        for file in sorted(corpus.glob(pattern)):
            try:
                yield Input(str(file)).load()
            except Unreadable as problem:
                print(f"{file}: {problem.why}", file=sys.stderr)


def _lines(corpus: pathlib.Path, name: str) -> Iterator[str]:
    with gzip.open(corpus / f"records/{name}.ndjson.gz", "rt", encoding="utf-8") as lines:
        yield from lines


def _as_record(name: str, row: dict[str, object]) -> Source:
    modules = {
        "identificationModule": {
            "nctId": row["nct_id"],
            "briefTitle": row["title"],
            "officialTitle": row.get("official_title", ""),
        },
        "descriptionModule": {"briefSummary": row.get("brief_summary", "")},
        "eligibilityModule": {"eligibilityCriteria": row["eligibility"]},
    }
    return Source(name, json.dumps({"protocolSection": modules}, ensure_ascii=False))


def _as_summary(row: dict[str, str]) -> Source:
    return Source(
        f"{row['nct_id']}.html",
        f"{_head(row['nct_id'], row['title'] or '')}<h2>Summary</h2>{_blocks(row['brief_summary'])}</html>\n",
    )


def _as_page(name: str, row: dict[str, object]) -> Source:
    cells = "".join(f"<tr><th>{key}</th><td>{value}</td></tr>" for key, value in row.items() if isinstance(value, str))
    return Source(name, f"<html lang=en><table>{cells}</table></html>")


def _rendered(record: dict[str, Any]) -> Source:
    """A record as a plain site shows it: facts in a list, summary and criteria under headings."""
    ident, design = record["identificationModule"], record.get("designModule", {})
    eligibility = record.get("eligibilityModule", {})
    arms = record.get("armsInterventionsModule", {}).get("interventions", [])
    sites = record.get("contactsLocationsModule", {}).get("locations", [])
    facts = {
        "Status": record["statusModule"].get("overallStatus", "").replace("_", " ").capitalize(),
        "Phase": ", ".join(design.get("phases", [])).replace("PHASE", "Phase ").replace("NA", "N/A"),
        "Study type": design.get("studyType", "").capitalize(),
        "Enrollment": str(design.get("enrollmentInfo", {}).get("count", "")),
        "Ages": f"{eligibility.get('minimumAge', 'any age')} to {eligibility.get('maximumAge', 'any age')}",
        "Sex": eligibility.get("sex", "").capitalize(),
        "Sponsor": record.get("sponsorCollaboratorsModule", {}).get("leadSponsor", {}).get("name", ""),
        "Conditions": ", ".join(record.get("conditionsModule", {}).get("conditions", [])),
        "Interventions": ", ".join(each["name"] for each in arms),
        "Locations": "; ".join(f"{each.get('city', '')}, {each.get('country', '')}" for each in sites[:5]),
    }
    shown = "".join(f"<dt>{name}</dt><dd>{html.escape(text)}</dd>" for name, text in facts.items() if text)
    title, summary = ident.get("briefTitle", ""), record.get("descriptionModule", {}).get("briefSummary", "")
    criteria = eligibility.get("eligibilityCriteria", "").replace("\\", "")
    return Source(
        f"{ident['nctId']}.html",
        f"{_head(ident['nctId'], title)}<dl>{shown}</dl><h2>Summary</h2>{_blocks(summary)}"
        f"<h2>Eligibility criteria</h2>{_blocks(criteria)}</html>\n",
    )


def _head(trial_id: str, title: str) -> str:
    shown = html.escape(title)
    return f'<!doctype html><html lang="en"><title>{shown}</title><h1>{shown}</h1><p>{trial_id}</p>'


def _blocks(text: str) -> str:
    """Paragraphs, and lists where lines begin with a bullet."""
    made, in_list = "", False
    for line in filter(None, map(str.strip, text.split("\n"))):
        is_item = line.startswith("* ")
        made += ("<ul>" if is_item and not in_list else "</ul>" if in_list and not is_item else "") + (
            f"<li>{html.escape(line[2:])}</li>" if is_item else f"<p>{html.escape(line)}</p>"
        )
        in_list = is_item
    return made + ("</ul>" if in_list else "")
