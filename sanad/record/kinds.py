"""The closed lists of the record's words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Method(TextChoices):
    """How a page came to us."""

    PASTE = "paste", _("Pasted")
    UPLOAD = "upload", _("Uploaded")
    WARC = "warc", "WARC"
    WACZ = "wacz", "WACZ"
    SINGLEFILE = "singlefile", "SingleFile"
    SCAN = "scan", _("Scanned")
    AUDIO = "audio", _("Recorded")


class SegmentKind(TextChoices):
    ARTICLE = "article", _("Article")
    HEADLINE = "headline", _("Headline")
    CAPTION = "caption", _("Caption")
    CREDIT = "credit", _("Credit")
    FURNITURE = "furniture", _("Beside the text")
    BODY = "body", _("Body")
    PARAGRAPH = "paragraph", _("Paragraph")
    BYLINE = "byline", _("Byline")
    CUE = "cue", _("Part of a recording")


SILENT = (SegmentKind.CAPTION, SegmentKind.CREDIT, SegmentKind.FURNITURE, SegmentKind.HEADLINE, SegmentKind.BYLINE)
"""Parts of a page that yield no statement."""


class WorkKind(TextChoices):
    NEWS_ARTICLE = "news_article", _("News article")
    MAGAZINE_REPORT = "magazine_report", _("Magazine report")
    RECORDING = "recording", _("Recording")
    INTERVIEW = "interview", _("Interview")
    MEETING_RECORD = "meeting_record", _("Record of a meeting")
    OFFICIAL_DOC = "official_doc", _("Official document")
    POST = "post", _("Post")


class Holding(TextChoices):
    """Whether we have the work itself, or only others who speak of it."""

    HELD = "held", _("Held by us")
    CITED_ONLY = "cited_only", _("Known only from others")


class Rights(TextChoices):
    PUBLIC = "public", _("May be shown")
    QUOTE_ONLY = "quote_only", _("May be quoted")
    CLOSED = "closed", _("Closed")


class Authenticity(TextChoices):
    UNVERIFIED = "unverified", _("Not verified")
    VERIFIED = "verified", _("Verified")
    DISPUTED = "disputed", _("Disputed")


class Hop(TextChoices):
    """How a telling went from one to the next."""

    WITNESSED = "witnessed", _("Witnessed")
    TOLD = "told", _("Passed on in words")
    INTERVIEWED = "interviewed", _("Interviewed")
    RECORDED = "recorded", _("Recorded")
    TRANSCRIBED = "transcribed", _("Transcribed")
    TRANSLATED = "translated", _("Translated")
    LEAKED = "leaked", _("Leaked")
    PUBLISHED = "published", _("Made public")
    REPUBLISHED = "republished", _("Published again")
    SUMMARISED = "summarised", _("Summarised")
    QUOTED = "quoted", _("Quoted")


class AgentKind(TextChoices):
    PERSON = "person", _("Person")
    ORG = "org", _("Organisation")
    GROUP = "group", _("Group")
    UNNAMED = "unnamed", _("Not named")
    COLLECTIVE = "collective", _("Several together")


PERSONS = (AgentKind.PERSON, AgentKind.UNNAMED)
"""Who may be a living private person."""


class Naming(TextChoices):
    """How much of a name the text gives. Only a full name may be met again outside of its article."""

    FULL = "full", _("Full name")
    FORENAME = "forename", _("Forename only")
    PSEUDONYM = "pseudonym", _("Pseudonym")
    DESCRIBED = "described", _("Description only")


class Basis(TextChoices):
    """Whether the text says so, or a person concluded it."""

    STATED = "stated", _("Stated")
    INFERRED = "inferred", _("Concluded")


class StatementKind(TextChoices):
    DIRECT = "direct", _("In quotation marks")
    MIXED = "mixed", _("Partly in quotation marks")
    NESTED = "nested", _("Quoted inside a quotation")
    REPORTED = "reported", _("Reported")
    THOUGHT = "thought", _("Thought or feeling")
    SPEECH_ACT = "speech_act", _("Act of speech")
    JOINT = "joint", _("Said together")
    AGGREGATE = "aggregate", _("Said by many")
    NARRATION = "narration", _("In the source's own voice")


class SpeakerStatus(TextChoices):
    NAMED = "named", _("Named")
    PSEUDONYMOUS = "pseudonymous", _("Under another name")
    DESCRIBED = "described", _("Described, not named")
    UNNAMED_PASSIVE = "unnamed_passive", _("The text does not say who")
    UNKNOWN = "unknown", _("Unknown")


NOBODY = (SpeakerStatus.UNNAMED_PASSIVE, SpeakerStatus.UNKNOWN)


class Verbatim(TextChoices):
    """How near the words are to those that were spoken, the nearest first."""

    RECORDING_CHECKED = "recording_checked", _("Checked against a recording")
    PRINTED_IN_MARKS = "printed_in_marks", _("Printed in quotation marks")
    PRINTED_TRANSLATED = "printed_translated", _("Printed in quotation marks, translated")
    PARAPHRASE = "paraphrase", _("In other words")
    INNER_STATE = "inner_state", _("What somebody is said to have thought")


IN_MARKS = (Verbatim.RECORDING_CHECKED, Verbatim.PRINTED_IN_MARKS, Verbatim.PRINTED_TRANSLATED)


class SpeechRole(TextChoices):
    ADDRESSEE = "addressee", _("Spoken to")
    OVERHEARER = "overhearer", _("Heard it")
    RELAYER = "relayer", _("Passed it on")
    SUBJECT = "subject", _("Spoken of")
    KEPT_FROM = "kept_from", _("Was not to know")


class Order(TextChoices):
    BEFORE = "before", _("Before")
    REPLIES_TO = "replies_to", _("Is answered by")
    SAME_TIME = "same_time", _("At the same time")


class Bound(TextChoices):
    EXACT = "exact", _("exactly")
    AT_MOST = "at_most", _("at most")
    AT_LEAST = "at_least", _("at least")
    MORE_THAN = "more_than", _("more than")
    LESS_THAN = "less_than", _("less than")
    ABOUT = "about", _("about")


class Stance(TextChoices):
    ASSERTS = "asserts", _("Says so")
    DENIES = "denies", _("Denies it")
    DOWNPLAYS = "downplays", _("Makes less of it")
    CONCEDES = "concedes", _("Concedes it")
    ASKS = "asks", _("Asks")


class Act(TextChoices):
    PAY = "pay", _("Pay")
    REPAIR = "repair", _("Repair")
    HOUSE = "house", _("House")
    APPOINT = "appoint", _("Appoint")
    INFORM = "inform", _("Inform")
    SUPPLY = "supply", _("Supply")
    OTHER = "other", _("Other")


class Strength(TextChoices):
    PROMISE = "promise", _("Promise")
    AGREEMENT = "agreement", _("Agreed")
    OFFER = "offer", _("Offer")
    ANNOUNCED_PLAN = "announced_plan", _("Announced plan")
    RESPONSIBILITY = "responsibility", _("Responsibility")
    STATED_PREPARATION = "stated_preparation", _("Stated preparation")


class DueKind(TextChoices):
    DATED = "dated", _("Dated")
    VAGUE = "vague", _("Vague")
    CONDITIONAL = "conditional", _("On a condition")
    NONE = "none", _("No day given")


class Came(TextChoices):
    """What came of a commitment, as somebody says."""

    KEPT = "kept", _("Kept")
    PARTLY = "partly", _("Partly kept")
    LATE = "late", _("Kept late")
    NOT_MET = "not_met", _("Not kept")
    HALTED = "halted", _("Stopped midway")
    WITHDRAWN = "withdrawn", _("Taken back")
    SUPERSEDED = "superseded", _("Replaced by another")
    CANNOT_TELL = "cannot_tell", _("Cannot be told")


class Why(TextChoices):
    """Why something is retracted. `safety` takes it off every public page at once."""

    SOURCE_RETRACTED = "source_retracted", _("The source took it back")
    SOURCE_CORRECTED = "source_corrected", _("The source corrected it")
    WITHDRAWN_BY_US = "withdrawn_by_us", _("Withdrawn by us")
    SAFETY = "safety", _("Somebody could be harmed")


TAKEN_OFF = (Why.SAFETY, Why.WITHDRAWN_BY_US)
"""Retractions that take a statement off every public page; the others mark it."""


class Level(TextChoices):
    PUBLIC = "public", _("Public")
    PSEUDONYM = "pseudonym", _("Public under another name")
    SEALED = "sealed", _("Closed")
    EMBARGO = "embargo", _("Closed until a day")


class Way(TextChoices):
    """How somebody was asked for a reply."""

    LETTER = "letter", _("By letter")
    MAIL = "mail", _("By e-mail")
    TELEPHONE = "telephone", _("By telephone")
    IN_PERSON = "in_person", _("In person")
    LAWYER = "lawyer", _("Through a lawyer")


class ProposalState(TextChoices):
    OPEN = "open", _("Waits")
    ACCEPTED = "accepted", _("Accepted")
    EDITED = "edited", _("Accepted with changes")
    REJECTED = "rejected", _("Rejected")
    OBSOLETE = "obsolete", _("The text was replaced")


DECIDED = (ProposalState.ACCEPTED, ProposalState.EDITED, ProposalState.REJECTED)


class ProposalKind(TextChoices):
    QUOTATION = "quotation", _("Quotation")
    REPORTED = "reported", _("Reported speech")
    TIME = "time", _("Time")
    SUM = "sum", _("Sum")
    COMMITMENT = "commitment", _("Commitment")


SPEECH = (ProposalKind.QUOTATION, ProposalKind.REPORTED)
"""Proposals that become a statement; the others are read as a day, a sum or a promise."""


class Openness(TextChoices):
    PUBLIC = "public", _("Public")
    CLOSED = "closed", _("Behind closed doors")


class Part(TextChoices):
    PRINCIPAL = "principal", _("Principal")
    AIDE = "aide", _("Aide")
    INTERPRETER = "interpreter", _("Interpreter")
    HOST = "host", _("Host")
    ABSENT = "absent", _("Absent")


class Bond(TextChoices):
    """How one agent stands to another, as told."""

    APPOINTED_BY = "appointed_by", _("Appointed by")
    PART_OF = "part_of", _("Part of")
    LED_BY = "led_by", _("Led by")
    SPEAKS_FOR = "speaks_for", _("Speaks for")


class SourceKind(TextChoices):
    WORK = "work", _("Work")
    ACCOUNT = "account", _("Telling")
