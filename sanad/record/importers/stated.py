"""What a web page says of itself in its head: address, title, publisher, date, licence; as it is written there."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from resiliparse.parse.html import HTMLTree

from sanad.record.importers.read import Stated

META = {
    "url": ("og:url",),
    "title": ("og:title", "dc.title", "twitter:title"),
    "publisher": ("og:site_name", "dc.publisher", "publisher"),
    "published": ("article:published_time", "datepublished", "dc.date", "dcterms.created", "date", "pubdate"),
    "licence": ("dc.rights", "dcterms.license", "rights", "copyright"),
}
SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s*\n\s*url:\s*(\S+)")
LONGEST = 2_000
"""Signs; what is longer is no title and no address."""
LARGEST_LINKED_DATA = 200_000
DEEPEST = 8


def stated_in(tree: HTMLTree, html: str) -> Stated:
    told = _metas(tree)
    links = {_said(one["rel"]): one["href"] for one in _all(tree, "link[rel][href]")}
    linked = _linked_data(tree)
    saved = SINGLE_FILE.search(html, 0, LONGEST) if "SingleFile" in html[:LONGEST] else None
    first = {name: next((told[key] for key in keys if told.get(key)), None) for name, keys in META.items()}
    return Stated(
        url=links.get("canonical") or first["url"] or (saved[1] if saved else None),
        title=first["title"] or _short(tree.title),
        publisher=first["publisher"] or linked.get("publisher"),
        published=first["published"] or linked.get("datePublished") or _printed_time(tree),
        licence=links.get("license") or first["licence"],
    )


def _all(tree: HTMLTree, selector: str) -> Any:
    """The values of a list at once: going through it one by one takes the square of its length."""
    return tree.document.query_selector_all(selector).values() if tree.document else ()


def _metas(tree: HTMLTree) -> dict[str, str]:
    """The first of each name counts."""
    told: dict[str, str] = {}
    for one in _all(tree, "meta[content]"):
        name = one.getattr("property") or one.getattr("name") or one.getattr("itemprop")
        content = _short(one["content"])
        if name and content:
            told.setdefault(_said(name), content)
    return told


def _printed_time(tree: HTMLTree) -> str | None:
    times = _all(tree, "time[itemprop=datePublished][datetime], time[pubdate][datetime]")
    return next((_short(one["datetime"]) for one in times), None)


def _linked_data(tree: HTMLTree) -> dict[str, str]:
    """Date and publisher of a story that the page describes for search engines."""
    found: dict[str, str] = {}
    for script in _all(tree, 'script[type="application/ld+json"]'):
        for one in _objects(script.text_content or ""):
            date, publisher = one.get("datePublished"), one.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else publisher
            for key, value in (("datePublished", date), ("publisher", name)):
                if isinstance(value, str) and _short(value):
                    found.setdefault(key, value.strip())
    return found


def _objects(text: str) -> Iterator[Mapping[str, Any]]:
    try:
        told = json.loads(text) if len(text) <= LARGEST_LINKED_DATA else None
    except (ValueError, RecursionError):
        return
    waiting = [(told, 0)]
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, dict):
            yield one
        if depth < DEEPEST and isinstance(one, dict | list):
            waiting += [(each, depth + 1) for each in (one.values() if isinstance(one, dict) else one)]


def _said(name: str) -> str:
    return name.strip().lower()


def _short(text: str | None) -> str | None:
    told = " ".join((text or "").split())
    return told if 0 < len(told) <= LONGEST else None
