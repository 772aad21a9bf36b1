"""Every column that tells something of a person: why it is kept, who may see it, until when.

It is whole: tests/health/test_personal.py holds it against the models. What is sealed lies under a key of its own
(`sanad.evidence`) and ends with that key, in every copy of the database.
"""

from dataclasses import dataclass

from sanad.staff.roles import Role

CASEWORK = (Role.CASEWORKER, Role.ASSESSOR, Role.PROGRAMME_LEAD, Role.AUDITOR)
PAYING = (Role.CASEWORKER, Role.FINANCE_OFFICER)
SAFETY = (Role.SAFETY_OFFICER, Role.ENGINEER)
KEEPERS = (Role.RECORD_KEEPER,)
HALTS = (*SAFETY, Role.FINANCE_OFFICER, Role.PROGRAMME_LEAD, Role.AUDITOR)
EVERY_ROLE = tuple(Role)

FIVE_YEARS = "five years after the last payment, or after the claim was refused or withdrawn"
TEN_YEARS = "ten years after the statement, as books are kept"
RESOLVED = "one year after the report was sorted"
RESTARTED = "five years after the halt ended"
EMPLOYED = "ten years after the person's last act, since acts name their author"
WITHDRAWN = "until the witness withdraws"
LETTER = "until the receipt is replaced or the claim's retention ends"


@dataclass(frozen=True, slots=True)
class Personal:
    """`is_sealed`: under a key; else in plain, and then it holds no name and no free text of a family."""

    purpose: str
    seen_by: tuple[Role, ...]
    kept_until: str
    is_sealed: bool


PERSONAL: dict[str, Personal] = {
    "registry.Person.name": Personal("to address the person and tell people apart", CASEWORK, FIVE_YEARS, True),
    "registry.Person.latin_name": Personal("to find the person in either script", CASEWORK, FIVE_YEARS, True),
    "registry.Person.phone": Personal("to call the family about its claim", CASEWORK, FIVE_YEARS, True),
    "registry.Person.birth_year": Personal("to tell people of one name apart", CASEWORK, FIVE_YEARS, True),
    "claims.Statement.texts": Personal("what a family wrote beside its facts", CASEWORK, FIVE_YEARS, True),
    "claims.Statement.facts": Personal("to decide the claim by the rules", CASEWORK, FIVE_YEARS, False),
    "claims.ClaimStep.note": Personal("why a claim was moved, in the officer's words", CASEWORK, FIVE_YEARS, True),
    "awards.LineEnding.note": Personal("why an allowance ends, in the officer's words", CASEWORK, FIVE_YEARS, True),
    "claims.Receipt.code": Personal("to let the family sign in; a hash only", (), LETTER, False),
    "evidence.File.name": Personal("to find a paper by the name it came under", CASEWORK, FIVE_YEARS, True),
    "answers.Explained.content": Personal(
        "to tell the family why, with the facts that the rules read", CASEWORK, FIVE_YEARS, False
    ),
    "answers.Prepared.content": Personal(
        "to answer the family at once: sums, days and states of its claim, without a name", CASEWORK, FIVE_YEARS, False
    ),
    "payments.PayeeAccount.holder": Personal("to pay the family", PAYING, FIVE_YEARS, True),
    "payments.PayeeAccount.number": Personal("to pay the family", PAYING, FIVE_YEARS, True),
    "payments.BankLine.words": Personal("to find out whose money it is", (Role.FINANCE_OFFICER,), TEN_YEARS, True),
    "answers.Inquiry.words": Personal("to answer what the family asked", CASEWORK, FIVE_YEARS, True),
    "answers.Reply.words": Personal("to show the family what it was answered", CASEWORK, FIVE_YEARS, True),
    "answers.Reply.answer": Personal(
        "to show what an answer rested on: sums, days and states, without a name", CASEWORK, FIVE_YEARS, False
    ),
    "safety.DangerReport.words": Personal("to find the danger", SAFETY, RESOLVED, True),
    "safety.DangerReport.contact": Personal("to ask the reporter", SAFETY, RESOLVED, True),
    "works.Halt.note": Personal("why something was halted, in its author's words", HALTS, RESTARTED, True),
    "witnesses.Identity.name": Personal("to keep the name out of everything public", (), WITHDRAWN, True),
    "witnesses.Identity.aliases": Personal("to find the name in every spelling", (), WITHDRAWN, True),
    "witnesses.Identity.contact": Personal("to warn the witness", (), WITHDRAWN, True),
    "witnesses.Identity.case": Personal("to keep the number out of everything public", (), WITHDRAWN, True),
    "witnesses.Lodged.words": Personal("to hold what families were told", KEEPERS, WITHDRAWN, True),
    "witnesses.Lodged.teller_words": Personal("to hold who told it", KEEPERS, WITHDRAWN, True),
    "witnesses.Lodged.place": Personal("to hold where it was told", KEEPERS, WITHDRAWN, True),
    "web_family.DrawnPage.content": Personal("to show the family its page quickly", (), LETTER, True),
    "staff.User.name": Personal("to show who did what", EVERY_ROLE, EMPLOYED, False),
    "staff.User.email": Personal("to sign in", (Role.ADMINISTRATOR,), EMPLOYED, False),
    "staff.User.password": Personal("to sign in; a hash only", (), EMPLOYED, False),
}

NOTHING_PERSONAL: dict[str, str] = {
    "evidence.Key.wrapped": "a key, wrapped; it ends when it is destroyed",
    "audit.Event.on": "a kind and a reference",
    "audit.Event.facts": "references, codes and sums; names and free text are forbidden there",
    "notices.Notice.facts": "references, sums and days that a sentence of a known kind names",
    "notices.Standing.facts": "as of a notice",
    "claims.ClaimStep.body": "an office or court that a claim waits for",
    "places.Source.title": "a published list",
    "places.Source.publisher": "a published list",
    "places.Source.licence": "a published list",
    "places.PlaceName.text": "a place",
    "registry.DamageEvent.title": "an event",
    "rulebook.Programme.title": "a programme",
    "rulebook.Programme.issuer": "the body that issued it",
    "rulebook.RuleSet.text": "rules",
    "ledger.Account.code": "a ledger account",
    "funds.Donor.names": "a body that gives; its officers are not kept",
    "funds.Fund.names": "a fund",
    "funds.Fund.holder": "the name of the fund's own account at its bank",
    "funds.Part.line": "lines of awards",
    "funds.Agreement.source": "a document",
    "funds.Outflow.reason": "why money left a fund, by the finance office",
    "funds.Exchange.source": "where a rate was published",
    "works.Contractor.name": "a firm; nobody who works there is kept",
    "works.Order.reason": "why works were sent back or closed, by the office",
    "works.Stage.title": "what is built in a stage",
    "works.Halt.words": "what the office tells the families of a halt; the form asks to name nobody",
    "works.Halt.body_name": "a body that has to act",
    "works.Halt.ending_words": "what restarted it, by the office",
    "works.Extension.words": "why a review was moved, as the families read it",
    "payments.Payee.organisation": "the name of an organisation; no person",
    "payments.PaymentRun.holder": "the name of a fund's own account",
    "payments.PaymentRun.reason": "why a run was dropped, by the finance office",
    "payments.BankStatement.counts": "how many lines ended how",
    "payments.SuspenseDecision.reason": "why money in suspense went where it went, by the finance office",
    "publication.Release.note": "what a release corrects, by the programme lead",
    "publication.Basis.contents": "keys of households and what each adds to a table",
    "awards.Round.reason": "why a round was sent back, by its approver",
    "awards.Round.failure": "why a step of a round failed: a code and references",
    "awards.Round.left_out": "how many claims a round leaves out",
    "awards.Award.reasons": "reason codes",
    "record.Capture.http_meta": "headers with which a server gave a page",
    "record.Capture.timestamp_proofs": "proofs of when bytes were there",
    "record.TextLayer.params": "how a text was made",
    "outcomes.ClaimSet.title": "which claims are meant together; whoever writes it is asked to name nobody",
    "outcomes.Link.note": "why a commitment is about something, in the same way",
    "outcomes.Link.line": "a line of awards",
    "outcomes.LedgerCheck.parameters": "references of what a query was asked about",
    "outcomes.LedgerCheck.expected": "numbers that the words name",
    "outcomes.LedgerCheck.observed": "numbers that the ledger shows",
    "outcomes.Voice.code": "an office or a donor",
    "answers.OrderOfPayment.parts": "free money by part of a fund",
    "answers.OrderOfPayment.outlook": "pledges of donors and how long payments took",
}
"""Columns that could hold free text and hold none of a person, each with what it holds instead."""
PRINTED: dict[str, str] = {
    "record.TextLayer.text": "the text of a page, emptied when its capture is sealed",
    "record.Span.exact": "words of a page with their place, emptied when its capture is sealed",
    "record.Proposal.payload": "what a rule read in a page; never shown outside of the record desk",
    "record.Agent.label": "by what name a source has somebody",
    "record.Name.text": "a name as it is printed",
    "record.Office.title": "an office as told",
    "record.Work.title": "a headline or a title",
    "record.Work.url": "the address of a published work that others cite",
    "record.Account.label": "whose telling it is",
    "record.Event.label": "what a source tells of",
    "record.Event.place": "where, as told",
    "record.AgendaItem.text": "what was spoken of, as told",
    "record.Statement.place": "where it was said, as told",
    "record.Statement.speaker_note": "how an editor concluded who speaks",
    "record.Figure.purpose": "what a sum is said to be for",
    "record.EventOrder.why": "how an editor concluded an order",
    "record.Transmission.why": "how an editor concluded a hop",
    "record.Question.text": "what is told in more than one way",
    "record.Version.summary": "one neutral line on a telling",
    "record.Commitment.text": "what was undertaken, in an editor's words",
    "record.Commitment.due_text": "the text's words for when",
    "record.Commitment.condition": "the text's words for on what condition",
    "record.Outcome.note": "what is said to have come of it",
    "record.Retraction.reason": "why something was taken back",
    "record.Disclosure.reason": "why something may or may not be shown",
    "record.Disclosure.shown_as": "another name that somebody is shown under",
    "record.Disclosure.legal_note": "by which right a private person is shown",
    "record.ReplyAsked.asked_of": "who was asked for a reply",
    "record.Reply.text": "what somebody answered who is spoken of",
    "record.Sealing.reason": "why a capture was sealed",
    "record.Capture.url": "the address of a published page",
}
"""Columns that hold what a source has printed, and what editors of the record wrote about it: names of people included.

They lie in plain, so that the database itself holds every quotation against its text. What of them may be shown is said
by disclosures, the last one for each; the file that a page came in lies under a key of its own.
"""
