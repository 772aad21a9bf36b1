"""A page's proposals as one object for programs, in the shape in which pages are annotated by hand."""

from typing import Any

from sanad.record.proposing.page import Article, Entity, Moment, Page, Promise, Quotation, Reported, Span, Sum


def shape_of(page: Page) -> dict[str, Any]:
    """Spans are `{start, end, text}` in code points of the text; whoever cannot be told is null."""
    text = page.text
    return {
        "articles": [_article(text, one) for one in page.articles],
        "entities": [_entity(one) for one in page.entities],
        "quotations": [_quotation(text, one) for one in page.quotations],
        "not_quotations": [{"span": _span(text, one.span), "why": one.why} for one in page.no_speech],
        "reported": [_reported(text, one) for one in page.reported],
        "dates": [_date(text, one) for one in page.moments],
        "money": [_sum(text, one, page.quotations) for one in page.sums],
        "commitments": [_promise(text, one) for one in page.promises],
    }


def _span(text: str, span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.of(text)}


def _article(text: str, one: Article) -> dict[str, Any]:
    return {
        "id": one.id,
        "range": {"start": one.range.start, "end": one.range.end},
        "headline": {"keep": _span(text, one.headline), "drop": [_span(text, each) for each in one.doubled]},
        "captions": [{"keep": _span(text, each), "drop": []} for each in one.captions],
        "furniture": [_span(text, each) for each in one.furniture],
        "body_start": one.body_start,
    }


def _entity(one: Entity) -> dict[str, Any]:
    return {"id": one.id, "article": one.article, "kind": one.kind, "name": one.name, "aliases": list(one.aliases)}


def _spoken(text: str, one: Quotation | Reported) -> dict[str, Any]:
    return {
        "speaker": one.voice.who,
        "speaker_mention": _span(text, one.voice.mention),
        "resolution": one.voice.resolution,
        "cue": _span(text, one.cue),
        "addressee": list(one.addressees),
        "rule": one.rule,
        "confidence": one.confidence,
    }


def _quotation(text: str, one: Quotation) -> dict[str, Any]:
    place = {"id": one.id, "article": one.article, "kind": one.kind}
    spans = {"span": _span(text, one.span), "inner": _span(text, one.inner)}
    return place | spans | _spoken(text, one) | {"flags": list(one.flags)}


def _reported(text: str, one: Reported) -> dict[str, Any]:
    return {"id": one.id, "article": one.article, "span": _span(text, one.span)} | _spoken(text, one)


def _date(text: str, one: Moment) -> dict[str, Any]:
    told = {"article": one.article, "span": _span(text, one.span), "norm": one.norm, "kind": one.kind}
    return told | {"confidence": one.confidence, "in_caption": one.in_caption}


def _sum(text: str, one: Sum, quotations: list[Quotation]) -> dict[str, Any]:
    said_in = next((each for each in quotations if each.id == one.quotation), None)
    return {
        "id": one.id,
        "article": one.article,
        "span": _span(text, one.span),
        "amount": int(one.amount) if one.amount.isdecimal() else float(one.amount),
        "currency": one.currency,
        "bound": one.bound,
        "bound_text": _span(text, one.bound_span),
        "for": one.purpose,
        "stated_by": said_in.voice.who if said_in else None,
        "quote": one.quotation,
        "confidence": one.confidence,
    }


def _promise(text: str, one: Promise) -> dict[str, Any]:
    return {
        "id": one.id,
        "article": one.article,
        "evidence": _span(text, one.evidence),
        "act": one.act,
        "strength": one.strength,
        "made_by": one.who,
        "due": one.due,
        "due_kind": one.due_kind,
        "outcome_evidence": [_span(text, each) for each in one.outcomes],
        "rule": one.rule,
        "confidence": one.confidence,
    }
