"""The sentences of the commands that use the database, in English and Arabic."""

from sanad.ops.programme_words import Language

WORDS: dict[str, dict[str, str]] = {
    "bad_settings": {
        "en": "The settings cannot be used: {error}",
        "ar": "تعذّر استعمال الإعدادات: {error}",
    },
    "no_database": {
        "en": "The database cannot be used: {error}. Check SANAD_DATABASE_URL, or run `sanad migrate` first.",
        "ar": "تعذّر استعمال قاعدة البيانات: {error}. تحقّقوا من SANAD_DATABASE_URL، أو نفّذوا `sanad migrate` أولًا.",
    },
    "unmigrated": {
        "en": "The database is older than this program: {count} steps are missing. Make a backup, then run "
        "`sanad migrate`.",
        "ar": "قاعدة البيانات أقدم من هذا البرنامج: تنقصها {count} من الخطوات. خذوا نسخة احتياطية ثم نفّذوا "
        "`sanad migrate`.",
    },
    "migrated": {"en": "The database is ready: {database}", "ar": "قاعدة البيانات جاهزة: {database}"},
    "serving": {
        "en": "Sanad is at {address} (stop it with Ctrl+C). Data: {data}",
        "ar": "سند على العنوان {address} (يتوقّف بـ Ctrl+C). البيانات في: {data}",
    },
    "port_taken": {
        "en": "Nothing can be served at {address}: another program is there. Name another port with --port.",
        "ar": "لا يمكن تشغيل الموقع على {address}: يشغله برنامج آخر. اذكروا منفذًا آخر بواسطة --port.",
    },
    "sound": {
        "en": "All is as it was sealed. Position {position}, events: {events}, issued rounds: {issued_rounds}.",
        "ar": "كل شيء كما خُتم. الموضع {position}، وعدد الأحداث {events}، وعدد الجولات الصادرة {issued_rounds}.",
    },
    "release_altered": {
        "en": "Release {release}: {file} is not as it was published. Restore it from a backup, or publish anew and say "
        "why.",
        "ar": "النشرة {release}: الملف {file} ليس كما نُشر. استرجعوه من نسخة احتياطية، أو انشروا من جديد واذكروا السبب.",
    },
    "published": {
        "en": "Release {number} is published at position {position}: {folder}. Rows hidden: {hidden}; rows that keep "
        "an earlier day: {held}.",
        "ar": "نُشرت النشرة {number} عند الموضع {position}: {folder}. الصفوف المخفية: {hidden}، والصفوف الباقية على يوم "
        "سابق: {held}.",
    },
    "nothing_happened": {
        "en": "Nothing has happened since release {number}, so there is nothing new to publish.",
        "ar": "لم يحدث شيء منذ النشرة {number}، فلا جديد يُنشر.",
    },
    "another_published": {
        "en": "Somebody else published release {number} at the same moment. Look at it first, then publish again.",
        "ar": "نشر شخص آخر النشرة {number} في اللحظة نفسها. انظروا إليها أولًا، ثم انشروا من جديد.",
    },
    "never_still": {
        "en": "The office is writing without a pause, so no moment could be frozen. Try again in a minute.",
        "ar": "المكتب يكتب بلا توقّف، فتعذّر تثبيت لحظة واحدة. أعيدوا المحاولة بعد دقيقة.",
    },
    "note_is_half": {
        "en": "Write what is corrected in both languages: --note-ar and --note-en.",
        "ar": "اكتبوا ما يُصحَّح باللغتين: --note-ar و --note-en.",
    },
    "unsound": {"en": "{count} findings:", "ar": "عدد ما لا يتّفق: {count}"},
    "changed": {
        "en": "Event {first} is not as it was sealed: it was changed or moved.",
        "ar": "الحدث {first} ليس كما خُتم: غُيّر أو نُقل من مكانه.",
    },
    "missing": {"en": "Events {first} to {last} are missing.", "ar": "الأحداث من {first} إلى {last} مفقودة."},
    "cut_off": {
        "en": "The end of the chain was cut off: events {first} to {last} are gone. {where}",
        "ar": "قُطعت نهاية السلسلة: اختفت الأحداث من {first} إلى {last}. {where}",
    },
    "beyond_head": {
        "en": "Events {first} to {last} stand beyond the head of the chain.",
        "ar": "الأحداث من {first} إلى {last} تتجاوز رأس السلسلة.",
    },
    "other_head": {
        "en": "The head of the chain does not hold the digest of event {first}.",
        "ar": "رأس السلسلة لا يحمل بصمة الحدث {first}.",
    },
    "against_checkpoint": {
        "en": "Event {first} is not the one that was signed in {where}: the history was written anew.",
        "ar": "الحدث {first} ليس الذي وُقّع في {where}: أُعيدت كتابة السجل.",
    },
    "bad_checkpoint": {
        "en": "The note {where} was not signed by this site's key, or it was edited.",
        "ar": "الملف {where} لم يوقّعه مفتاح هذا الموقع، أو عُدّل بعد توقيعه.",
    },
    "unsealed": {
        "en": "{last} events wait for a seal longer than 60 seconds. Is `sanad worker` running?",
        "ar": "عدد الأحداث التي تنتظر الختم منذ أكثر من 60 ثانية: {last}. هل يعمل `sanad worker`؟",
    },
    "no_email": {"en": "`{email}` is no e-mail address.", "ar": "`{email}` ليس عنوان بريد إلكتروني."},
    "email_known": {
        "en": "Somebody signs in with {email} already.",
        "ar": "هناك من يدخل بالعنوان {email}.",
    },
    "administrator": {
        "en": "Added. {email} signs in with the password {password} (shown this once), changes it and sets up a second "
        "factor. The other members of staff are added in the office, under Staff.",
        "ar": "أُضيف. يدخل {email} بكلمة السر {password} (تُعرض هذه المرة فقط)، ثم يغيّرها ويضبط عاملًا ثانيًا. يُضاف باقي "
        "الموظفين في المكتب، تحت «الموظفون».",
    },
    "not_their_role": {
        "en": "Nobody with the address {email} holds the role {role} for every place today.",
        "ar": "لا أحد بالعنوان {email} له اليوم الدور {role} في كل الأماكن.",
    },
    "unknown_place": {
        "en": "A row lies within {place}, which is in no list here; import that list first.",
        "ar": "يقع سطر داخل {place}، وهو في غير أي قائمة هنا؛ استوردوا تلك القائمة أولًا.",
    },
    "no_places": {
        "en": "{path} is no list of places that can be read: {error}",
        "ar": "{path} ليس قائمة أماكن يمكن قراءتها: {error}",
    },
    "no_places_file": {
        "en": "There is no file or folder {path}. Nothing was taken in.",
        "ar": "لا يوجد ملف ولا مجلد باسم {path}. لم يُستورد شيء.",
    },
    "no_places_in_folder": {
        "en": "The folder {path} lacks {file}, one of Lebanon's published lists. Nothing was taken in.",
        "ar": "ينقص المجلد {path} الملف {file}، وهو من قوائم لبنان المنشورة. لم يُستورد شيء.",
    },
    "places_lack_field": {
        "en": "{path} lacks the field `{field}`. Nothing was taken in.",
        "ar": "ينقص {path} الحقل `{field}`. لم يُستورد شيء.",
    },
    "places_taken": {
        "en": "{list}: {rows} rows read; new {new}, changed {changed}, as before {same}, no longer listed {gone}; "
        "faults: {faults}",
        "ar": "{list}: قُرئ {rows} من الأسطر؛ جديد {new}، متغيّر {changed}، كما كان {same}، لم يعد في القائمة {gone}؛ "
        "عيوب: {faults}",
    },
    "places_would": {
        "en": "{list}: {rows} rows read; would be new {new}, changed {changed}, as before {same}, no longer listed "
        "{gone}; faults: {faults}. Nothing was written.",
        "ar": "{list}: قُرئ {rows} من الأسطر؛ سيكون جديدًا {new}، ومتغيّرًا {changed}، وكما كان {same}، وخارج القائمة "
        "{gone}؛ عيوب: {faults}. لم يُكتب شيء.",
    },
    "no_fund": {
        "en": "The fund cannot be opened so: {error}",
        "ar": "لا يمكن فتح الصندوق على هذا النحو: {error}",
    },
    "unknown_area": {
        "en": "There is no place {area} here. Write the code of one that was taken in: `sanad import places`.",
        "ar": "لا مكان هنا باسم {area}. اكتبوا رمز مكان سبق استيراده: `sanad import places`.",
    },
    "unknown_fund": {"en": "There is no fund {code}.", "ar": "لا يوجد صندوق {code}."},
    "fund_open": {
        "en": "{code} is open. Money that arrives is recorded in the office and confirmed by a second person.",
        "ar": "فُتح {code}. يُسجَّل المال الذي يصل في المكتب ويؤكّده شخص ثانٍ.",
    },
    "already_frozen": {
        "en": "These very rules ({hash}) are kept already.",
        "ar": "هذه القواعد نفسها ({hash}) محفوظة من قبل.",
    },
    "prefix_taken": {
        "en": "Another programme's numbers begin with {prefix}. Choose other letters.",
        "ar": "تبدأ أرقام برنامج آخر بـ {prefix}. اختاروا حروفًا أخرى.",
    },
    "currency_changed": {
        "en": "A programme keeps its currency; {currency} is another one. Begin a programme of its own for it.",
        "ar": "يحتفظ البرنامج بعملته، و{currency} غيرها. ابدأوا لها برنامجًا قائمًا بذاته.",
    },
    "frozen": {
        "en": "{programme} is kept as {hash}: rounds can be prepared by it.",
        "ar": "حُفظ {programme} باسم {hash}، ويمكن تحضير الجولات به.",
    },
    "books": {
        "en": "The books do not follow from their transfers ({code}): {where} says {found}, and {expected} is right.",
        "ar": "الدفاتر لا تتبع تحويلاتها ({code}): في {where} ورد {found}، والصحيح {expected}.",
    },
    "awards": {
        "en": "The awards of round {round} are not those that were issued: {found} are there, {issued} were issued.",
        "ar": "قرارات الجولة {round} ليست التي صدرت: الموجود منها {found}، والصادر {issued}.",
    },
    "payments_differ": {
        "en": "Fund {fund}: the books say {what} {found}, its payments {expected} (minor units).",
        "ar": "الصندوق {fund}: في الدفتر {what} {found}، وفي مدفوعاته {expected} (بالوحدات الصغرى).",
    },
    "backed_up": {
        "en": "Backup in {out}: position {position}, {files} files, {size} MB. The keys are not in it: keep a copy of "
        "SANAD_MASTER_KEY and SANAD_SECRET_KEY (or {keys}), and of SANAD_WITNESS_KEY if it is set, in another place.",
        "ar": "النسخة الاحتياطية في {out}: الموضع {position}، وعدد الملفات {files}، وحجمها {size} م.ب. "
        "ليست المفاتيح فيها: احفظوا نسخة من SANAD_MASTER_KEY وSANAD_SECRET_KEY (أو من {keys}) "
        "ومن SANAD_WITNESS_KEY إن حُدّد، في مكان آخر.",
    },
    "backup_exists": {
        "en": "{out} exists already; a backup never overwrites anything. Name a new folder.",
        "ar": "{out} موجود، والنسخة الاحتياطية لا تكتب فوق شيء. اذكروا مجلدًا جديدًا.",
    },
    "no_backup": {
        "en": "{path} holds no whole backup: {what}. Nothing was restored.",
        "ar": "لا توجد في {path} نسخة احتياطية كاملة: {what}. لم يُستعد شيء.",
    },
    "not_empty": {
        "en": "There is data already ({what}). Restore into an empty place: name another folder by SANAD_DATA, or "
        "another database by SANAD_DATABASE_URL.",
        "ar": "توجد بيانات في المكان ({what}). استعيدوا النسخة في مكان فارغ: اذكروا مجلدًا آخر في SANAD_DATA أو قاعدة "
        "بيانات أخرى في SANAD_DATABASE_URL.",
    },
    "restored": {
        "en": "Restored: position {position}. Now run `sanad verify`.",
        "ar": "استُعيدت البيانات: الموضع {position}. نفّذوا الآن `sanad verify`.",
    },
    "other_kind": {
        "en": "The backup is of {theirs}, this place runs on {ours}. Restore it where SANAD_DATABASE_URL names "
        "{theirs}.",
        "ar": "النسخة الاحتياطية من {theirs}، وهذا المكان يعمل على {ours}. استعيدوها حيث يدلّ SANAD_DATABASE_URL على "
        "{theirs}.",
    },
    "no_tool": {
        "en": "`{tool}` failed: {error}",
        "ar": "فشل `{tool}`: {error}",
    },
}


def says(phrase: str, **gaps: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language: text.format(**gaps) for language, text in WORDS[phrase].items()}


def say(language: Language, phrase: str, **gaps: object) -> str:
    return WORDS[phrase][language].format(**gaps)
