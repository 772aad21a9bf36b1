"""What a citation says in its own words, in English and Arabic."""

Phrases = dict[str, dict[str, str]]

WORDS: Phrases = {
    "from_on": {"en": "from {first} on", "ar": "منذ {first}"},
    "until": {"en": "until {last}", "ar": "حتى {last}"},
    "between": {"en": "between {first} and {last}", "ar": "بين {first} و{last}"},
    "about": {"en": "about {day}", "ar": "نحو {day}"},
    "not_certain": {"en": "{day}, not certain", "ar": "{day}، غير مؤكد"},
    "about_not_certain": {"en": "about {day}, not certain", "ar": "نحو {day}، غير مؤكد"},
    "year_not_said": {"en": "{day}, the year is not said", "ar": "{day}، والسنة غير مذكورة"},
    "decade": {"en": "the {year}s", "ar": "عقد {year}"},
    "spring": {"en": "spring", "ar": "ربيع"},
    "summer": {"en": "summer", "ar": "صيف"},
    "autumn": {"en": "autumn", "ar": "خريف"},
    "winter": {"en": "winter", "ar": "شتاء"},
    "unnamed_passive": {"en": "Somebody whom the text does not name", "ar": "قائل لا يسمّيه النص"},
    "unknown": {"en": "Unknown speaker", "ar": "قائل غير معروف"},
    "described": {"en": "{name} (described, not named)", "ar": "{name} (موصوف غير مسمّى)"},
    "not_shown": {"en": "somebody who is not named here", "ar": "من لا يُسمّى هنا"},
    "said": {"en": "{who}: {words}", "ar": "{who}: {words}"},
    "in_other_words": {"en": "{who}, in the words of the source: {words}", "ar": "{who}، بكلمات المصدر: {words}"},
    "in_work": {"en": "In: {work}", "ar": "في: {work}"},
    "no_day": {"en": "no day given", "ar": "بلا تاريخ مذكور"},
    "place": {"en": "Signs {start}–{end} of the text {text}", "ar": "العلامات {start}–{end} من النص {text}"},
    "told_by": {"en": "As told by: {chain}", "ar": "كما رواه: {chain}"},
    "capture": {"en": "Capture sha256 {hash}", "ar": "بصمة اللقطة sha256 {hash}"},
    "retrieved": {"en": "retrieved on {day}", "ar": "حُفظت في {day}"},
    "retracted": {"en": "Taken back: {how}", "ar": "سُحب: {how}"},
    "by": {"en": "by {who}", "ar": "عن طريق {who}"},
    "of_event": {"en": "of: {event}", "ar": "عن: {event}"},
    "concluded": {"en": "concluded by {who} on {day}: {why}", "ar": "استنتجه {who} في {day}: {why}"},
    "staff": {"en": "staff member {number}", "ar": "الموظف {number}"},
}

HOPS: Phrases = {
    "witnessed": {"en": "witnessed", "ar": "شهده"},
    "told": {"en": "passed on in words", "ar": "نقل شفهي"},
    "interviewed": {"en": "interviewed", "ar": "مقابلة"},
    "recorded": {"en": "recorded", "ar": "تسجيل"},
    "transcribed": {"en": "transcribed", "ar": "تفريغ"},
    "translated": {"en": "translated", "ar": "ترجمة"},
    "leaked": {"en": "leaked", "ar": "تسريب"},
    "published": {"en": "made public", "ar": "نشر"},
    "republished": {"en": "published again", "ar": "إعادة نشر"},
    "summarised": {"en": "summarised", "ar": "تلخيص"},
    "quoted": {"en": "quoted", "ar": "اقتباس"},
}

RETRACTED: Phrases = {
    "source_retracted": {"en": "by the source", "ar": "من المصدر"},
    "source_corrected": {"en": "the source corrected it", "ar": "صحّحه المصدر"},
}

OUR_OWN: dict[str, str] = {
    "the page itself": "الصفحة نفسها",
    "it stands on the page in the page's own voice": "ورد في الصفحة بلسانها هي",
}
"""What the record itself writes down where a page is held; every other label is somebody's own."""
