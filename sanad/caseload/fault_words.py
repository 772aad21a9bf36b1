"""What is wrong with a bad row, in a sentence for each code."""

FAULT_WORDS: dict[str, dict[str, str]] = {
    "after_the_round": {
        "en": "The payment is dated after the round. Leave it to the next one, or mend the date.",
        "ar": "تاريخ الدفعة بعد يوم الجولة. اتركها للجولة التالية أو صحّح تاريخها.",
    },
    "ambiguous_date": {
        "en": "The day could be read in two ways. Write it as 2016-04-03, or declare `dates` in the mapping.",
        "ar": "يمكن قراءة التاريخ بطريقتين. اكتبه هكذا 2016-04-03 أو صرّح بترتيبه (`dates`) في ملف المطابقة.",
    },
    "ambiguous_number": {
        "en": "The comma or point could divide thousands or decimals. Declare `decimal` in the mapping.",
        "ar": "قد تفصل الفاصلة أو النقطة الآلاف أو الكسور. صرّح بمعناها (`decimal`) في ملف المطابقة.",
    },
    "bad_date": {"en": "This is no day of the calendar.", "ar": "ليس هذا يومًا في التقويم."},
    "bad_id": {"en": "The id is too long or holds invisible signs.", "ar": "المعرّف طويل جدًا أو فيه رموز خفية."},
    "bad_in_group": {
        "en": "The rules rank or count this claim together with a row that is bad; correct that one first.",
        "ar": "القواعد تحتسب هذا الطلب مع صف معيب أو ترتّبه معه؛ صحّح ذلك الصف أولًا.",
    },
    "bad_member": {
        "en": "A row of somebody or something that belongs to this claim is bad; correct that one first.",
        "ar": "هناك صف معيب لفرد أو شيء يتبع هذا الطلب؛ صحّح ذلك الصف أولًا.",
    },
    "bad_number": {"en": "This is no number.", "ar": "ليس هذا عددًا."},
    "bad_parent": {
        "en": "The row that this one lies within is bad itself; correct that one first.",
        "ar": "الصف الذي يقع هذا ضمنه معيب؛ صحّح ذلك أولًا.",
    },
    "duplicate_id": {"en": "Several rows have this id.", "ar": "لأكثر من صف هذا المعرّف."},
    "no_id": {"en": "The row has no id.", "ar": "لا معرّف لهذا الصف."},
    "not_a_boolean": {"en": "Write yes or no.", "ar": "اكتب نعم أو لا."},
    "not_an_option": {"en": "This is none of the field's options.", "ar": "ليس هذا من خيارات الحقل."},
    "not_exact": {
        "en": "The number is too large for the file to hold it exactly. Store it as text or as a whole number.",
        "ar": "العدد أكبر من أن يحفظه الملف بدقة. خزّنه نصًا أو عددًا صحيحًا.",
    },
    "not_finite": {"en": "This is no finite number.", "ar": "ليس هذا عددًا محدودًا."},
    "not_mapped": {
        "en": "The mapping gives no value for this text.",
        "ar": "لا يعطي ملف المطابقة قيمة لهذا النص.",
    },
    "not_whole": {"en": "A whole number is needed.", "ar": "يلزم عدد صحيح."},
    "out_of_range": {"en": "The value lies outside the field's range.", "ar": "القيمة خارج مدى الحقل."},
    "ragged_row": {
        "en": "The row has more or fewer cells than the header.",
        "ar": "عدد خانات الصف يختلف عن عدد الأعمدة.",
    },
    "required": {"en": "The fact is required and absent.", "ar": "الواقعة مطلوبة وغائبة."},
    "scientific_number": {
        "en": "A spreadsheet has shortened the number, as in 3.1E+11. Write it out.",
        "ar": "اختصر برنامج الجداول العدد كما في 3.1E+11. اكتبه كاملًا.",
    },
    "shares_do_not_add_up": {
        "en": "The shares that belong to this claim do not add up. Add the row that is missing, or correct them.",
        "ar": "الحصص التابعة لهذا الطلب لا يكتمل مجموعها. أضف الصف الناقص أو صحّحها.",
    },
    "spreadsheet_error": {
        "en": "The cell shows an error of the spreadsheet, as #REF!.",
        "ar": "في الخانة خطأ من برنامج الجداول مثل #REF!.",
    },
    "too_many_decimals": {
        "en": "The number has more decimals than the field or the currency.",
        "ar": "للعدد منازل عشرية أكثر مما يقبله الحقل أو العملة.",
    },
    "two_parents": {
        "en": "Rows place the same thing in two different upper things.",
        "ar": "تضع الصفوف الشيء نفسه ضمن شيئين مختلفين من مستوى أعلى.",
    },
    "undecodable": {
        "en": "The cell holds bytes that are no text. Write it again, and save the table as UTF-8.",
        "ar": "في الخانة رموز تالفة ليست نصًا. اكتبها من جديد واحفظ الجدول بترميز UTF-8.",
    },
    "unknown_claim": {"en": "No good row of the claims has this id.", "ar": "لا صف سليمًا في الطلبات بهذا المعرّف."},
    "unknown_parent": {
        "en": "The file of the upper level has no row with this id.",
        "ar": "ليس في ملف المستوى الأعلى صف بهذا المعرّف.",
    },
    "upper_level_disagrees": {
        "en": "Rows of the same household, building or other upper thing say different things of it.",
        "ar": "تذكر صفوف الأسرة أو المبنى أو أي شيء أعلى نفسه وقائع مختلفة عنه.",
    },
}
