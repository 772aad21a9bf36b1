"""Why something could not be read, and what must be known of a page that was read, in English and Arabic."""

REFUSALS: dict[str, dict[str, str]] = {
    "no_prose": {
        "en": "{file} holds no prose: only menus, links and the like. Save the page of the story itself.",
        "ar": "لا نص متصلًا في {file}: قوائم وروابط وما يحيط بالخبر فقط. احفظ صفحة الخبر نفسه.",
    },
    "not_as_declared": {
        "en": "{file}: the text at byte {at} is not written in {charset}, as the site declared.",
        "ar": "{file}: النص عند البايت {at} ليس بترميز {charset} كما أعلن الموقع.",
    },
    "too_many_tags": {
        "en": "{file} has {tags} tags, which no page needs. It was not read.",
        "ar": "في {file} {tags} وسمًا، ولا صفحة تحتاج إليها. لم يُقرأ.",
    },
    "too_many_attributes": {
        "en": "{file} has a tag with more than 20,000 attributes, near byte {at}. It was not read.",
        "ar": "في {file} وسم له أكثر من 20,000 خاصية، قرب البايت {at}. لم يُقرأ.",
    },
    "too_deep": {
        "en": "{file} has tags inside tags, {depth} deep; no browser shows that. It was not read.",
        "ar": "في {file} وسوم متداخلة بعمق {depth}، ولا متصفح يعرض ذلك. لم يُقرأ.",
    },
    "not_pdf": {
        "en": "{file} does not begin as a PDF does.",
        "ar": "{file} لا يبدأ كما تبدأ ملفات PDF.",
    },
    "unreadable_pdf": {
        "en": "{file} is broken. Print it to a new PDF from a program that shows it.",
        "ar": "{file} معطوب. اطبعه إلى ملف PDF جديد من برنامج يعرضه.",
    },
    "slow_pdf": {
        "en": "{file} takes too long to read. Part it, or print it to a new PDF from a program that shows it.",
        "ar": "تطول قراءة {file} أكثر مما يجوز. قسّمه أو اطبعه إلى ملف PDF جديد من برنامج يعرضه.",
    },
    "encrypted_pdf": {
        "en": "{file} opens only with a password. Save it without one and keep the old file as it is.",
        "ar": "{file} لا يُفتح إلا بكلمة سر. احفظه من دونها وأبقِ الملف القديم كما هو.",
    },
    "too_many_sheets": {
        "en": "{file} has more than 2,000 pages or 5,000,000 letters. Part it first.",
        "ar": "في {file} أكثر من 2,000 صفحة أو 5,000,000 حرف. قسّمه أولًا.",
    },
    "no_text": {
        "en": "None of the {sheets} pages of {file} holds text: they are pictures. Run text recognition first.",
        "ar": "لا نص في أي من صفحات {file} وعددها {sheets}: هي صور. استخرج نصها ببرنامج تعرّف ضوئي أولًا.",
    },
    "no_cues": {
        "en": "{file} holds nothing that was said between two times.",
        "ar": "لا شيء في {file} قيل بين وقتين.",
    },
    "other_data": {
        "en": "{file} holds neither `source` nor `quotations`, so nobody typed quotations here.",
        "ar": "لا `source` ولا `quotations` في {file}، فليس فيه ما كُتب باليد من أقوال.",
    },
    "no_entry": {
        "en": "{file} cannot be read as quotations typed by hand: look at {what}.",
        "ar": "تعذّرت قراءة {file} على أنه أقوال كُتبت باليد: انظر {what}.",
    },
    "too_large_by_hand": {
        "en": "{file} is larger than 1 MB, which nobody types.",
        "ar": "{file} أكبر من 1 ميغابايت، ولا أحد يكتب ذلك باليد.",
    },
    "no_records": {
        "en": "{file} holds no record of a web archive.",
        "ar": "لا سجل لأرشيف ويب في {file}.",
    },
    "broken_record": {
        "en": "{file} is broken at byte {at}: the record there could not be read.",
        "ar": "{file} معطوب عند البايت {at}: تعذّرت قراءة السجل هناك.",
    },
    "broken_archive": {
        "en": "{file} is no archive that can be read; the reading ended at byte {at}.",
        "ar": "{file} ليس أرشيفًا تمكن قراءته، وانتهت القراءة عند البايت {at}.",
    },
    "unpacks_too_far": {
        "en": "{file} unpacks to more than an archive may hold; the reading ended at byte {at}.",
        "ar": "يتجاوز {file} عند فك ضغطه ما يجوز أن يحويه أرشيف، وانتهت القراءة عند البايت {at}.",
    },
    "unknown_coding": {
        "en": "{file}: the record at byte {at} is packed in a way that is not known here.",
        "ar": "{file}: السجل عند البايت {at} مضغوط بطريقة غير معروفة هنا.",
    },
    "digest_differs": {
        "en": "{file}: the record at byte {at} was changed after it was archived: its digest differs. It was not read.",
        "ar": "{file}: غُيّر السجل عند البايت {at} بعد أرشفته: بصمته مختلفة. لم يُقرأ.",
    },
    "changed_file": {
        "en": "{file}: {inside} was changed after it was packed: its hash is not the listed one.",
        "ar": "{file}: غُيّر {inside} بعد حزمه: بصمته غير المذكورة في القائمة.",
    },
    "file_not_listed": {
        "en": "{file}: {inside} is not in the list of the archive, so nobody can tell whether it was changed.",
        "ar": "{file}: {inside} غير مذكور في قائمة الأرشيف، فلا يُعرف هل غُيّر.",
    },
    "unsafe_name": {
        "en": "{file}: {inside} would leave its folder when unpacked. It was not read.",
        "ar": "{file}: {inside} يخرج من مجلده عند فك الضغط. لم يُقرأ.",
    },
    "no_list": {
        "en": "{file} has no datapackage.json that lists its files, so nothing in it can be checked.",
        "ar": "لا datapackage.json في {file} يعدّد ملفاته، فلا يمكن التحقق من شيء فيه.",
    },
}
WARNINGS: dict[str, dict[str, str]] = {
    "prose_lost": {
        "en": "Of {of} signs of prose {signs} are not in the text; the first begins: {begins}",
        "ar": "من {of} حرفًا من النص المتصل غاب {signs} عن النص المستخرج؛ يبدأ أولها: {begins}",
    },
    "cards_left_out": {
        "en": "Links to other stories left out: {count}.",
        "ar": "روابط إلى أخبار أخرى تُركت: {count}.",
    },
    "invalid_bytes": {
        "en": "Signs that could not be read in {charset}: {count}. Each stands as \ufffd.",
        "ar": "رموز تعذّرت قراءتها بترميز {charset}: {count}. يظهر كل منها هكذا: \ufffd.",
    },
    "charset_assumed": {
        "en": "The page does not say how its letters are written; it was read as {charset}.",
        "ar": "لا تذكر الصفحة ترميز حروفها، فقُرئت بترميز {charset}.",
    },
    "language_differs": {
        "en": "The page says that it is in “{told}”; by its letters it is in “{found}”.",
        "ar": "تقول الصفحة إن لغتها «{told}»، وحروفها تدل على «{found}».",
    },
    "no_digest": {
        "en": "The archive holds no digest of this page, so nobody can tell whether it was changed.",
        "ar": "لا بصمة لهذه الصفحة في الأرشيف، فلا يُعرف هل غُيّرت.",
    },
    "status_not_ok": {
        "en": "The site answered with status {status}, so this may be no page of it.",
        "ar": "أجاب الموقع بالرمز {status}، فقد لا تكون هذه صفحة منه.",
    },
    "sheets_without_text": {
        "en": "Pages without text: {count} ({sheets}).",
        "ar": "صفحات بلا نص: {count} ({sheets}).",
    },
    "unordered_times": {
        "en": "Times that begin before the one above them: {count}.",
        "ar": "أوقات تبدأ قبل الوقت الذي فوقها: {count}.",
    },
    "overlapping_times": {
        "en": "Times that begin before the one above them has ended: {count}.",
        "ar": "أوقات تبدأ قبل انتهاء الوقت الذي فوقها: {count}.",
    },
    "backward_times": {
        "en": "Times that end before they begin: {count}.",
        "ar": "أوقات تنتهي قبل أن تبدأ: {count}.",
    },
    "unread_blocks": {
        "en": "Blocks without times, left out: {count}.",
        "ar": "مقاطع بلا أوقات تُركت: {count}.",
    },
    "tags_removed": {
        "en": "Tags taken out: {count}.",
        "ar": "وسوم حُذفت: {count}.",
    },
}
