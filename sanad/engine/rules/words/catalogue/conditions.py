"""Phrases for conditions: what must hold, or what held."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

CONDITIONS: Phrases = {
    "always": {"en": "always", "ar": "دائمًا"},
    "never": {"en": "never", "ar": "أبدًا"},
    "stated": {"en": "{name} is stated", "ar": "{name}: مذكور"},
    "not_stated": {"en": "{name} is not stated", "ar": "{name}: غير مذكور"},
    "compares": {"en": "{left} is {bound}", "ar": "{left}: {bound}"},
    "compares_found": {"en": "{left} is {value} ({bound})", "ar": "{left}: {value} ({bound})"},
    "compares_beside": {"en": "{left} is {value}, {bound}", "ar": "{left}: {value}، {bound}"},
    "number_==": {"en": "{right}", "ar": "{right}"},
    "number_!=": {"en": "not {right}", "ar": "غير {right}"},
    "number_<": {"en": "less than {right}", "ar": "أقل من {right}"},
    "number_<=": {"en": "{right} or less", "ar": "{right} أو أقل"},
    "number_>": {"en": "more than {right}", "ar": "أكثر من {right}"},
    "number_>=": {"en": "{right} or more", "ar": "{right} أو أكثر"},
    "name_==": {"en": "the same as {right}", "ar": "مثل {right}"},
    "name_!=": {"en": "not the same as {right}", "ar": "غير {right}"},
    "name_<": {"en": "less than {right}", "ar": "أقل من {right}"},
    "name_<=": {"en": "no more than {right}", "ar": "لا أكثر من {right}"},
    "name_>": {"en": "more than {right}", "ar": "أكثر من {right}"},
    "name_>=": {"en": "no less than {right}", "ar": "لا أقل من {right}"},
    "day_==": {"en": "on {right}", "ar": "في {right}"},
    "day_!=": {"en": "not on {right}", "ar": "في يوم غير {right}"},
    "day_<": {"en": "before {right}", "ar": "قبل {right}"},
    "day_<=": {"en": "no later than {right}", "ar": "في {right} أو قبله"},
    "day_>": {"en": "after {right}", "ar": "بعد {right}"},
    "day_>=": {"en": "no earlier than {right}", "ar": "في {right} أو بعده"},
    "within": {"en": "{name} lies in {place}", "ar": "{name} ضمن نطاق {place}"},
    "not_within": {"en": "{name} does not lie in {place}", "ar": "{name} خارج نطاق {place}"},
    "within_found": {"en": "{name} is {value}, which lies in {place}", "ar": "{name}: {value}، وهو ضمن نطاق {place}"},
    "not_within_found": {
        "en": "{name} is {value}, which does not lie in {place}",
        "ar": "{name}: {value}، وهو خارج نطاق {place}",
    },
    "one_of": {"en": "{values}", "ar": "{values}"},
    "none_of": {"en": "none of: {values}", "ar": "ليس من: {values}"},
    "if_else": {
        "en": "where this holds: {condition}, then {then}; otherwise {other}",
        "ar": "إذا صحّ هذا: {condition}، فعندئذ {then}؛ وإلا {other}",
    },
}
