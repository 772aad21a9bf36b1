"""Statements as schema.org quotations, and where they come from in the words of PROV: one node in each line."""

from collections.abc import Iterator, Mapping
from typing import Any

from sanad.record.exporting.citation import citation
from sanad.record.exporting.told import End, Hop, Layer, Said, Source, Telling, Who

OURS = "urn:sanad:"
CONTEXT: Mapping[str, Any] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sanad": f"{OURS}terms:",
    "id": "@id",
    "type": "@type",
    "row": "sanad:row",
    "text": "schema:text",
    "name": "schema:name",
    "description": "schema:description",
    "inLanguage": "schema:inLanguage",
    "datePublished": "schema:datePublished",
    "publisher": {"@id": "schema:publisher", "@type": "@id"},
    "url": {"@id": "schema:url", "@type": "@id"},
    "isPartOf": {"@id": "schema:isPartOf", "@type": "@id"},
    "creator": {"@id": "schema:creator", "@type": "@id"},
    "spokenByCharacter": {"@id": "schema:spokenByCharacter", "@type": "@id"},
    "citation": "schema:citation",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "hadPrimarySource": {"@id": "prov:hadPrimarySource", "@type": "@id"},
    "qualifiedDerivation": "prov:qualifiedDerivation",
    "entity": {"@id": "prov:entity", "@type": "@id"},
    "retrieved": {"@id": "sanad:retrieved", "@type": "xsd:date"},
    "sha256": "sanad:sha256",
    "concludedOn": {"@id": "sanad:concludedOn", "@type": "xsd:date"},
    "saidBy": {"@id": "sanad:saidBy", "@type": "@id"},
    "toldIn": {"@id": "sanad:toldIn", "@type": "@id"},
    "within": {"@id": "sanad:within", "@type": "@id"},
    "passedOnBy": {"@id": "sanad:passedOnBy", "@type": "@id"},
    "to": {"@id": "sanad:to", "@type": "@id"},
    "@vocab": f"{OURS}terms:",
}
"""All that is needed to read the file; nothing is fetched."""
WORKS = {
    "news_article": "schema:NewsArticle",
    "magazine_report": "schema:Article",
    "recording": "schema:AudioObject",
    "interview": "schema:Article",
    "post": "schema:SocialMediaPosting",
}
Node = dict[str, Any]


def id_of(kind: str, key: int | str) -> str:
    return f"{OURS}{kind}:{key}"


def hash_id(sha256: str) -> str:
    return f"urn:sha256:{sha256}"


def statement_node(said: Said) -> Node:
    """Words in marks are the speaker's; other words are the source's own, and only *said by* somebody."""
    who = said.speaker
    return _filled(
        id=id_of("statement", said.key),
        type=["schema:Quotation", "prov:Entity"],
        row=f"record_statement:{said.key}",
        text=said.place.exact,
        inLanguage=said.layer.language,
        spokenByCharacter=_agent_id(who) if said.is_in_marks else None,
        creator=_agent_id(who if said.is_in_marks else said.telling.narrator or said.telling.source.publisher),
        saidBy=_agent_id(who),
        wasAttributedTo=_agent_id(who),
        isPartOf=id_of("work", said.telling.source.key),
        toldIn=id_of("account", said.telling.key),
        wasDerivedFrom=[hash_id(said.place.layer), id_of("account", said.telling.key)],
        citation=[{"@value": citation(said, lang), "@language": lang} for lang in ("en", "ar")],
        kind=said.kind,
        verbatim=said.verbatim,
        speakerStatus=said.speaker_status,
        start=said.place.start,
        end=said.place.end,
        cue=said.cue,
        mention=said.mention,
        manner=said.manner,
        place=said.where,
        when=said.when,
        event=said.event,
        saidAgainAndAgain=said.is_iterated or None,
        within=id_of("statement", said.parent) if said.parent else None,
        retracted=list(said.retracted),
        role=[{"role": role, "to": _agent_id(agent)} for role, agent in said.roles if agent.name],
        part=[_filled(text=one.place.exact, saidBy=_agent_id(one.speaker)) for one in said.parts],
        sum=[
            {
                "text": one.words,
                "minorUnits": one.amount,
                "currency": one.currency,
                "bound": one.bound,
                "for": one.purpose,
            }
            for one in said.sums
        ],
    )


def nodes_around(said: Said) -> Iterator[Node]:
    """Whoever it names, its text, its work, its telling with its chain. The same node comes again with the next
    statement."""
    whos = [said.speaker, *(who for _, who in said.roles), *(part.speaker for part in said.parts)]
    whos += [said.telling.narrator, said.telling.source.publisher, *(hop.by for hop in said.telling.hops)]
    yield from (agent_node(who) for who in whos if who and who.name)
    yield from layer_nodes(said.layer, said.telling.source)
    yield source_node(said.telling.source)
    yield telling_node(said.telling)
    yield from _cited(said.telling)


def agent_node(who: Who) -> Node:
    """Somebody of whom only a description is printed has no name."""
    kind = "schema:Person" if who.kind in ("person", "unnamed") else "schema:Organization"
    told = {"description": who.name} if who.is_described else {"name": who.name}
    return {"id": id_of("agent", who.key), "type": [kind, "prov:Agent"], **told}


def layer_nodes(layer: Layer, source: Source) -> Iterator[Node]:
    made_from = hash_id(layer.made_from or layer.capture)
    yield _filled(
        id=hash_id(layer.sha256),
        type=["prov:Entity", "sanad:Text"],
        row=f"record_textlayer:{layer.key}",
        sha256=layer.sha256,
        inLanguage=layer.language,
        producer=layer.producer,
        # Plain text can be the very bytes that came in.
        wasDerivedFrom=made_from if made_from != hash_id(layer.sha256) else None,
    )
    if layer.capture != layer.sha256:
        yield _filled(
            id=hash_id(layer.capture),
            type=["prov:Entity", "sanad:Capture"],
            sha256=layer.capture,
            retrieved=source.retrieved.isoformat() if source.retrieved else None,
        )


def source_node(source: Source) -> Node:
    return _filled(
        id=id_of("work", source.key),
        type=[WORKS.get(source.kind, "schema:CreativeWork"), "prov:Entity"],
        row=f"record_work:{source.key}",
        name=source.title,
        publisher=_agent_id(source.publisher),
        datePublished=source.published,
        inLanguage=source.language,
        url=source.url,
        rights=source.rights,
        holding=source.holding,
        wasDerivedFrom=hash_id(source.capture) if source.capture else None,
    )


def telling_node(telling: Telling) -> Node:
    hops = [hop for hop in telling.hops if (hop.child.kind, hop.child.key) == ("account", telling.key)]
    return _filled(
        id=id_of("account", telling.key),
        type=["prov:Entity", "sanad:Telling"],
        row=f"record_account:{telling.key}",
        label=telling.label,
        wasAttributedTo=_agent_id(telling.narrator),
        isPartOf=id_of("work", telling.source.key),
        **_derived(hops),
    )


def _cited(telling: Telling) -> Iterator[Node]:
    """Works and tellings further up, as far as the chain is known."""
    own = ("account", telling.key), ("work", telling.source.key)
    ends = {(end.kind, end.key): end for hop in telling.hops for end in (hop.child, hop.parent) if end}
    for key, end in ends.items():
        if key not in own:
            hops = [hop for hop in telling.hops if (hop.child.kind, hop.child.key) == key]
            yield _filled(
                id=id_of(end.kind, end.key),
                type=["prov:Entity", f"sanad:{'Telling' if end.kind == 'account' else 'Work'}"],
                label=end.label,
                **_derived(hops),
            )


def _derived(hops: list[Hop]) -> Node:
    parents = [hop.parent for hop in hops if hop.parent]
    return {
        "wasDerivedFrom": [_end_id(parent) for parent in parents],
        "hop": [_hop(hop) for hop in hops if not hop.parent],
        "qualifiedDerivation": [
            {"type": "prov:Derivation", "entity": _end_id(hop.parent), **_hop(hop)} for hop in hops if hop.parent
        ],
    }


def _hop(hop: Hop) -> Node:
    """A hop that no text states says who concluded it, and why."""
    return _filled(
        row=f"record_transmission:{hop.key}",
        how=hop.kind,
        passedOnBy=_agent_id(hop.by),
        fromEvent=hop.event,
        when=hop.when,
        basis="stated" if hop.is_stated else "inferred",
        concludedBy=hop.concluded_by,
        concludedOn=hop.concluded_on.isoformat() if hop.concluded_on else None,
        why=hop.why,
        loss=list(hop.losses),
    )


def _end_id(end: End) -> str:
    return id_of(end.kind, end.key)


def _agent_id(who: Who | None) -> str | None:
    return id_of("agent", who.key) if who and who.name else None


def _filled(**told: Any) -> Node:
    return {name: value for name, value in told.items() if value not in (None, "", [], ())}
