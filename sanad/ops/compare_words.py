"""The sentences of `sanad compare`, in English and Arabic; outcomes are said as in `decide_words`."""

from sanad.ops.decide_words import WORDS as OF_ROUNDS
from sanad.ops.programme_words import Language

WORDS: dict[str, dict[str, str]] = {
    "title": {"en": "What changes from A to B", "ar": "ما الذي يتغيّر من «أ» إلى «ب»"},
    "a": {"en": "A", "ar": "«أ»"},
    "b": {"en": "B", "ar": "«ب»"},
    "both": {"en": "A and B", "ar": "«أ» و«ب»"},
    "side_step": {"en": "{side}: {step}", "ar": "{side}: {step}"},
    "comparing": {"en": "comparing claim by claim", "ar": "المقارنة طلبًا بطلب"},
    "telling": {"en": "explaining the biggest changes", "ar": "شرح أكبر التغييرات"},
    "programme": {"en": "Programme", "ar": "البرنامج"},
    "folder": {"en": "Folder", "ar": "المجلد"},
    "reading": {"en": "Reading", "ar": "القراءة"},
    "day": {"en": "Day", "ar": "اليوم"},
    "currency": {"en": "Currency", "ar": "العملة"},
    "status": {"en": "Status", "ar": "الحالة"},
    "status_operative": {"en": "in force", "ar": "معمول به"},
    "rules": {"en": "Rules", "ar": "القواعد"},
    "results": {"en": "Results", "ar": "النتائج"},
    "read_rows": {"en": "Rows read", "ar": "صفوف قُرئت"},
    "bad_rows_count": {"en": "Bad rows", "ar": "صفوف معيبة"},
    "bad_payments_count": {"en": "Bad payments", "ar": "دفعات معيبة"},
    "given_rows": {
        "en": (
            "Rows in {file}: {given}. Read for both: {both}, for A only: {only_a}, for B only: {only_b}, "
            "for neither: {neither}."
        ),
        "ar": (
            "صفوف {file}: {given}. قُرئ للطرفين: {both}، وللطرف «أ» وحده: {only_a}، وللطرف «ب» وحده: {only_b}، "
            "ولم يُقرأ لأيّ طرف: {neither}."
        ),
    },
    "not_operative": {
        "en": "The rules of {side} are {status}: the figures are no promise of payment.",
        "ar": "حالة قواعد {side}: {status}. والأرقام ليست وعدًا بالدفع.",
    },
    "assumed_in": {
        "en": "Assumed in {side}, because the file does not say: {facts}",
        "ar": "مفترَض في {side} لأن الملف لا يذكره: {facts}",
    },
    "missing_in": {
        "en": "Facts of {side} that the file does not hold (absent in every claim): {facts}",
        "ar": "وقائع تخصّ {side} ولا يحويها الملف (غائبة في كل الطلبات): {facts}",
    },
    "apart": {
        "en": (
            "A pays in {a} and B in {b}. No exchange rate is part of a comparison, so the sums stand side by side "
            "without a difference."
        ),
        "ar": "يدفع «أ» بعملة {a} و«ب» بعملة {b}. لا سعر صرف في المقارنة، فيُعرض المبلغان بلا فرق بينهما.",
    },
    "cost": {"en": "What it costs", "ar": "الكلفة"},
    "in_currency": {"en": "In {currency}", "ar": "المبالغ بعملة {currency}"},
    "in_currencies": {"en": "A in {a}, B in {b}", "ar": "«أ» بعملة {a}، و«ب» بعملة {b}"},
    "what": {"en": "What", "ar": "ماذا"},
    "difference": {"en": "Difference", "ar": "الفرق"},
    "percent_of_a": {"en": "of A", "ar": "من «أ»"},
    "cost_a": {"en": "Cost in A", "ar": "الكلفة في «أ»"},
    "cost_b": {"en": "Cost in B", "ar": "الكلفة في «ب»"},
    "awards": {"en": "claims awarded", "ar": "طلبات مُنحت"},
    "not_compared": {"en": "not compared", "ar": "لا يُقارن"},
    "who": {"en": "Who gets more, who gets less", "ar": "من يأخذ أكثر ومن يأخذ أقل"},
    "who_caption": {
        "en": "Decided means awarded or refused. The differences add up to the whole.",
        "ar": "بُتّ فيه: مُنح أو رُفض. ومجموع الفروق هو الفرق كله.",
    },
    "who_caption_apart": {"en": "Decided means awarded or refused.", "ar": "بُتّ فيه: مُنح أو رُفض."},
    "change": {"en": "From A to B", "ar": "من «أ» إلى «ب»"},
    "more": {"en": "get more in B", "ar": "تأخذ أكثر في «ب»"},
    "less": {"en": "get less in B", "ar": "تأخذ أقل في «ب»"},
    "same": {"en": "unchanged", "ar": "لا تتغيّر"},
    "other_money": {"en": "a sum in both, in two currencies", "ar": "لها مبلغ في الطرفين بعملتين"},
    "only_a": {"en": "decided in A only", "ar": "بُتّ فيها في «أ» وحده"},
    "only_b": {"en": "decided in B only", "ar": "بُتّ فيها في «ب» وحده"},
    "one_side": {"en": "decided in one only", "ar": "بُتّ فيها في طرف واحد"},
    "neither": {"en": "decided in neither", "ar": "لم يُبتّ فيها في أيّ طرف"},
    "unread": {"en": "rows that neither could read", "ar": "صفوف لم يقرأها أيّ طرف"},
    "together": {"en": "together", "ar": "المجموع"},
    "cross": {"en": "Outcomes", "ar": "النتائج"},
    "cross_caption": {
        "en": "Number of claims. Down: the outcome in A; across: in B. All rows of the file are here.",
        "ar": "عدد الطلبات. عموديًا: النتيجة في «أ»، وأفقيًا: في «ب». وهنا كل صفوف الملف.",
    },
    "outcome_a": {"en": "in A", "ar": "في «أ»"},
    "in_b": {"en": "in B: {outcome}", "ar": "في «ب»: {outcome}"},
    "bad_row": {"en": "bad row", "ar": "صف معيب"},
    "where_it_changes": {"en": "Where it changes", "ar": "أين يتغيّر"},
    "group_caption": {"en": "Claims by “{name}”. {money}", "ar": "الطلبات بحسب «{name}». {money}"},
    "group_by_rules": {
        "en": "Worked out by the rules of {side}.",
        "ar": "محسوب بقواعد {side}.",
    },
    "not_known": {"en": "not known", "ar": "غير معروف"},
    "no_groups": {
        "en": "The file states no choice with few options to group by. Name something with --by.",
        "ar": "لا يذكر الملف حقل خيارات قليلة تُجمع الطلبات بحسبه. اذكر ما تريد بالخيار --by.",
    },
    "biggest": {"en": "The biggest changes, explained", "ar": "أكبر التغييرات، مشروحة"},
    "biggest_intro": {
        "en": "Claims that change for the same reasons are taken together, and one of them is told.",
        "ar": "الطلبات التي تتغيّر للأسباب نفسها تُجمع معًا، ويُشرح واحد منها.",
    },
    "section_more": {"en": "More in B", "ar": "أكثر في «ب»"},
    "section_less": {"en": "Less in B", "ar": "أقل في «ب»"},
    "section_outcome": {"en": "Another outcome", "ar": "نتيجة أخرى"},
    "section_due": {"en": "As much in all, another part due now", "ar": "المجموع نفسه، وجزء آخر مستحق الآن"},
    "section_other_money": {"en": "A sum in both, in two currencies", "ar": "مبلغ في الطرفين بعملتين"},
    "nothing_changes": {
        "en": "No claim gets another sum or another outcome, and nothing else falls due.",
        "ar": "لا يتغيّر مبلغ أي طلب ولا نتيجته ولا ما يستحق منه الآن.",
    },
    "claim": {"en": "Claim", "ar": "الطلب"},
    "alike": {"en": "Claims that change in the same way: {count}", "ar": "طلبات تتغيّر بالطريقة نفسها: {count}"},
    "alike_sum": {"en": "together {sum}", "ar": "ومجموع فروقها {sum}"},
    "answer": {"en": "Answer", "ar": "الجواب"},
    "missing_fact": {"en": "Missing: {facts}.", "ar": "الناقص: {facts}."},
    "no_sum_yet": {"en": "no sum yet", "ar": "لا مبلغ بعد"},
    "no_such_line": {"en": "no such line", "ar": "لا بند كهذا"},
    "not_read": {"en": "not used", "ar": "لا يُستعمل"},
    "not_applicable": {"en": "does not apply", "ar": "لا ينطبق"},
    "open": {"en": "not asked for", "ar": "لم يُطلب"},
    "figure": {"en": "{value}{since}{source}", "ar": "{value}{since}{source}"},
    "figure_since": {"en": "{value}, since {since} ({source})", "ar": "{value}، منذ {since} ({source})"},
    "whole": {"en": "Both explanations whole", "ar": "الشرحان كاملين"},
    "bad": {"en": "Rows that could not be read", "ar": "صفوف تعذّرت قراءتها"},
    "bad_caption": {"en": "Counted by their first fault.", "ar": "معدودة بحسب أول عيب فيها."},
    "fault": {"en": "Fault", "ar": "العيب"},
    "rows_a": {"en": "Rows in A", "ar": "الصفوف في «أ»"},
    "rows_b": {"en": "Rows in B", "ar": "الصفوف في «ب»"},
    "internal": {"en": "For internal use", "ar": "للاستعمال الداخلي"},
    "internal_why": {
        "en": (
            "This page names single claims and shows groups of any size, however small. It is not made to be published."
        ),
        "ar": "تذكر هذه الصفحة طلبات بأرقامها وتعرض مجموعات مهما صغرت. وهي غير معدّة للنشر.",
    },
    "made_by": {
        "en": (
            "Made by Sanad {version} from {file}. Deciding the same file under the same rules gives the same results: "
            "{a} and {b}."
        ),
        "ar": "أعدّها سند {version} من {file}. والبتّ في الملف نفسه بالقواعد نفسها يعطي النتائج نفسها: {a} و{b}.",
    },
    "to_content": {"en": "Skip to content", "ar": "إلى المحتوى"},
    "brand": {"en": "Sanad", "ar": "سند"},
    "written": {"en": "Everything is in {out}", "ar": "كل شيء في {out}"},
    "page_written": {"en": "The page is {out}", "ar": "الصفحة هي {out}"},
    "same_sides": {
        "en": (
            "A and B are the same rules on the same day, so nothing can differ. Name another folder, another reading "
            "(PROGRAMME@READING), or another day for B: --on-b DATE."
        ),
        "ar": (
            "«أ» و«ب» هما القواعد نفسها في اليوم نفسه، فلا شيء يختلف. اذكر مجلدًا آخر، أو قراءة أخرى "
            "(PROGRAMME@READING)، أو يومًا آخر للطرف «ب»: --on-b DATE."
        ),
    },
    "of_side": {"en": "{side}: {says}", "ar": "{side}: {says}"},
    "out_exists": {
        "en": "{out} exists already, and nothing is written over. Choose another name.",
        "ar": "{out} موجود من قبل، ولا يُكتب شيء فوق آخر. اختر اسمًا آخر.",
    },
}


def say(language: Language, sentence: str, **parts: object) -> str:
    known = WORDS.get(sentence) or OF_ROUNDS[sentence]
    return known[language].format(**parts)


def says(sentence: str, **parts: object) -> dict[str, str]:
    return {language.value: say(language, sentence, **parts) for language in Language}
