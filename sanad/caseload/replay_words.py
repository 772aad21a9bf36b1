"""What is not the same in a replayed round, in a sentence for each kind of difference."""

REPLAY_WORDS: dict[str, dict[str, str]] = {
    "missing": {
        "en": "{file}, file: it is missing. Put it back from a copy of the round.",
        "ar": "{file}، الملف: مفقود. أعِده من نسخة عن الجولة.",
    },
    "damaged": {
        "en": "{file}, file: it is damaged and cannot be read. Put it back from a copy of the round.",
        "ar": "{file}، الملف: تالف ولا يمكن قراءته. أعِده من نسخة عن الجولة.",
    },
    "content": {
        "en": "{file}, content: its content is not what was sealed. Which row was changed cannot be known.",
        "ar": "{file}، المحتوى: محتواه ليس ما خُتم. ولا يمكن معرفة الصف الذي تغيّر.",
    },
    "rules": {
        "en": "{file}, content: these are not the rules that the round was decided with.",
        "ar": "{file}، المحتوى: ليست هذه القواعد التي بُتّ بها في الجولة.",
    },
    "fact": {
        "en": "{file}, claim {claim}: one of its facts was changed after the round was sealed. Which one is not known.",
        "ar": "{file}، الطلب {claim}: تغيّرت إحدى وقائعه بعد ختم الجولة. ولا يُعرف أيّها.",
    },
    "claim_missing": {
        "en": "{file}, claim {claim}: it was sealed, and is missing.",
        "ar": "{file}، الطلب {claim}: كان في الجولة عند ختمها، وهو الآن مفقود.",
    },
    "claim_added": {
        "en": "{file}, claim {claim}: it was not there when the round was sealed.",
        "ar": "{file}، الطلب {claim}: لم يكن في الجولة عند ختمها.",
    },
    "mark": {
        "en": "{file}, claim {claim}: the mark stored for it is not that of its facts, which are as they were sealed.",
        "ar": "{file}، الطلب {claim}: العلامة المحفوظة له ليست علامة وقائعه، أما وقائعه فكما خُتمت.",
    },
    "payments": {
        "en": "{file}, claim {claim}, column amount: its payments add up to {stored}, and its award counted {again}.",
        "ar": "{file}، الطلب {claim}، العمود amount: مجموع دفعاته {stored}، وفي قراره {again}.",
    },
    "columns": {
        "en": "{file}, columns: the file has {stored}; the rules give {again}.",
        "ar": "{file}، الأعمدة: في الملف {stored}، والقواعد تعطي {again}.",
    },
    "cell": {
        "en": "{file}, claim {claim}, column {column}: the file holds {stored}; deciding again gives {again}.",
        "ar": "{file}، الطلب {claim}، العمود {column}: في الملف {stored}، والبتّ من جديد يعطي {again}.",
    },
    "allocation": {
        "en": "{file}, claim {claim}, line {line}: the file has {stored} from the fund {fund}; it must be {again}.",
        "ar": "{file}، الطلب {claim}، البند {line}: في الملف {stored} من الصندوق {fund}، ويجب أن يكون {again}.",
    },
    "funds": {
        "en": "{file}, funds: an entry was changed and cannot be read. Put the file back from a copy of the round.",
        "ar": "{file}، funds: تغيّر بيان فيه ولا يمكن قراءته. أعِد الملف من نسخة عن الجولة.",
    },
    "doubled": {
        "en": "{file}, claim {claim}: it stands in the file more than once.",
        "ar": "{file}، الطلب {claim}: يرد في الملف أكثر من مرة.",
    },
    "rows": {
        "en": "{file}, number of rows: the file holds {stored}; there must be {again}.",
        "ar": "{file}، عدد الصفوف: في الملف {stored}، ويجب أن تكون {again}.",
    },
    "line": {
        "en": "{file}, line {line}: the file holds `{stored}`; deciding again gives `{again}`.",
        "ar": "{file}، السطر {line}: في الملف `{stored}`، والبتّ من جديد يعطي `{again}`.",
    },
    "bad_line": {
        "en": "{file}, line {line}, column {column}: `{stored}` is nothing that Sanad writes there.",
        "ar": "{file}، السطر {line}، العمود {column}: لا يكتب سند هناك `{stored}`.",
    },
    "code_count": {
        "en": "{file}, column code, {code}: the file holds {stored}; round.json counts {again}.",
        "ar": "{file}، العمود code، ‏{code}: في الملف {stored}، وفي round.json {again}.",
    },
    "seal": {
        "en": "{file}, seal: an entry that changes no result was altered after the round was sealed, such as "
        "the day, the engine or the version of Sanad. Which one cannot be known; compare with a copy of the round.",
        "ar": "{file}، seal: تغيّر بعد الختم بيان لا يغيّر أي نتيجة، مثل اليوم أو المحرك أو إصدار سند. "
        "ولا يمكن معرفة أيّها، فقارن بنسخة عن الجولة.",
    },
    "entry": {
        "en": "{file}, {entry}: the file holds {stored}; deciding again gives {again}.",
        "ar": "{file}، {entry}: في الملف {stored}، والبتّ من جديد يعطي {again}.",
    },
}
