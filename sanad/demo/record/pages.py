"""The pages of the demo: all are held; some are confirmed whole, the others wait for the record keeper."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sanad.demo.record import closed_list, leaked_call
from sanad.demo.record.annotated import Annotated, Found, confirm_all, decide_the_rest
from sanad.demo.record.promised import commit_all
from sanad.record.kinds import Method, Rights, SegmentKind, WorkKind
from sanad.record.log import By
from sanad.record.models import Account, Segment, TextLayer
from sanad.record.services.incoming import Asked, hold_file
from sanad.staff.models import User

PAGES = Path(__file__).parent.parent / "pages"
CONFIRMED = ("06-leaked-call", "02-taawidat-tal-ward", "03-hariq-wa-kahraba", "10-mahdar-lajnat-ighatha")
TOLD_IN_MANY_WAYS = {closed_list.FILE: closed_list, leaked_call.FILE: leaked_call}
KINDS = {
    "news": WorkKind.NEWS_ARTICLE,
    "interview": WorkKind.INTERVIEW,
    "notice": WorkKind.OFFICIAL_DOC,
    "minutes": WorkKind.MEETING_RECORD,
}


def keep_record(at: datetime, keeper: User) -> None:
    """Hold every page and confirm some; the record keeper's list then has work and finished pages."""
    by = By(keeper, at)
    for file in sorted(PAGES.glob("*/*.txt")):
        layer = _hold(file, by)
        if file.stem in CONFIRMED:
            _confirm(file, layer, by)


def gold_of(file: Path) -> Found:
    found: Found = json.loads(file.with_suffix(".gold.json").read_text("utf-8"))
    return found


def _hold(file: Path, by: By) -> TextLayer:
    told = gold_of(file)["page"]
    asked = Asked(KINDS[told["kind"]], Rights.PUBLIC, Method.PASTE, published=told["published"] or "")
    (page,) = hold_file(file.name, file.read_bytes(), asked, by).held
    return page.layer


def _confirm(file: Path, layer: TextLayer, by: By) -> None:
    gold = gold_of(file)
    articles = dict(zip((one["id"] for one in gold["articles"]), _articles(layer), strict=False))
    own = {name: Account.objects.get(work__segment=segment) for name, segment in articles.items()}
    tellings: dict[str, Account] = {}
    page = Annotated(layer, gold, by, articles, lambda one: tellings.get(one["id"], own[one["article"]]))
    told = TOLD_IN_MANY_WAYS.get(file.stem)
    if told:
        tellings |= told.accounts_of(page, own)
    confirm_all(page)
    commit_all(page)
    decide_the_rest(page)
    if told:
        told.ask_about_it(page)


def _articles(layer: TextLayer) -> Iterator[Segment]:
    return iter(layer.segments.filter(kind=SegmentKind.ARTICLE).order_by("start"))
