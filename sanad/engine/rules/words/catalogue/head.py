"""Phrases for the head of an explanation: what is decided, by whom, and what to be careful about."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

HEAD: Phrases = {
    "claim": {"en": "Claim {id}", "ar": "الطلب {id}"},
    "programme": {"en": "Programme", "ar": "البرنامج"},
    "issuer": {"en": "Issued by", "ar": "الجهة"},
    "decided_on": {"en": "Decided on", "ar": "يوم البتّ"},
    "version": {"en": "Version of the rules", "ar": "إصدار القواعد"},
    "reading": {"en": "Reading of the sources", "ar": "القراءة المعتمدة للمصادر"},
    "reference": {
        "en": (
            "For reference only. Another body runs this programme; nothing is paid from here, "
            "and no sum below is a promise of money."
        ),
        "ar": ("للمرجع فقط. هذا البرنامج تديره جهة أخرى، ولا يُدفع شيء من هنا، وليس أي مبلغ مذكور أدناه وعدًا بالدفع."),
    },
    "draft": {
        "en": "This is a draft of the rules. They are not in force, and no sum below is a promise of money.",
        "ar": "هذه مسودة للقواعد. وهي غير سارية، وليس أي مبلغ مذكور أدناه وعدًا بالدفع.",
    },
    "generated": {
        "en": "Made-up example: a program made this claim up from published figures. No real family is behind it.",
        "ar": "مثال مصطنع: ولّد برنامج حاسوب هذا الطلب من أرقام منشورة. وليست وراءه أسرة حقيقية.",
    },
    "assumed": {
        "en": "Assumed, because nobody stated it: {facts}.",
        "ar": "افتُرض ما يلي لأن أحدًا لم يذكره: {facts}.",
    },
}
