"""What is wrong with a bank statement, in both languages, with what to do."""

from sanad.evidence.refusals import Refused, Sayings

SAYINGS: Sayings = {
    "cannot_read": (
        "The file cannot be read as CSV: {error}. Save it again as CSV in UTF-8.",
        "تعذّرت قراءة الملف بصيغة CSV: {error}. احفظوه من جديد بصيغة CSV وترميز UTF-8.",
    ),
    "no_header": (
        "No row names the columns `date` and `amount`. Add the row `date,amount,reference,note` before the lines.",
        "لا صف يسمّي العمودين date وamount. أضيفوا الصف date,amount,reference,note قبل السطور.",
    ),
    "missing": (
        "`{field}` is missing. Write it before the lines, as in `{field},{example}`.",
        "{field} ناقص. اكتبوه قبل السطور، مثل {field},{example}.",
    ),
    "twice": (
        "`{field}` is written twice with different values. Keep the one that is right.",
        "{field} مكتوب مرتين بقيمتين مختلفتين. أبقوا القيمة الصحيحة.",
    ),
    "bad_amount": (
        "`{value}` is no sum in {currency}. Write digits with a point, and a minus where money left: -1250.50.",
        "{value} ليس مبلغًا بعملة {currency}. اكتبوا أرقامًا مع نقطة، وعلامة ناقص حيث خرج المال: -1250.50.",
    ),
    "more_decimals": (
        "`{value}` has more than the {places} decimals of {currency}. Write thousands without a point: 1500 or 1,500.",
        "في {value} منازل عشرية أكثر من {places}، وهي منازل {currency}. اكتبوا الآلاف بلا نقطة: 1500 أو 1,500.",
    ),
    "too_large": (
        "`{value}` is above {most}, the most that one sum can be. Look at its digits again.",
        "{value} فوق {most}، وهو أقصى ما يكون عليه مبلغ. راجعوا أرقامه.",
    ),
    "zero": ("A line of 0 moves nothing. Leave it out.", "سطر بقيمة 0 لا يحرّك مالًا. احذفوه."),
    "bad_day": (
        "`{value}` is no day. Write year, month and day: 2026-03-31.",
        "{value} ليس يومًا. اكتبوا السنة والشهر واليوم: 2026-03-31.",
    ),
    "later_day": (
        "{value} is still to come. Write the day on the bank statement.",
        "{value} لم يأتِ بعد. اكتبوا اليوم الذي في كشف المصرف.",
    ),
    "too_long": (
        "The text is longer than {most} signs. Shorten it.",
        "النص أطول من {most} حرف. اختصروه.",
    ),
    "unreadable": (
        "The text holds signs that nobody can read. Take them out.",
        "في النص علامات لا تُقرأ. احذفوها.",
    ),
    "ragged": (
        "The row has {found} cells where the header has {expected}. Quote texts that hold the separator.",
        "في الصف {found} خلية وفي صف العناوين {expected}. ضعوا النصوص التي فيها الفاصلة بين علامتي اقتباس.",
    ),
    "no_lines": ("The statement has no lines. Nothing is to be taken in.", "لا سطور في الكشف، فلا شيء يُقيَّد."),
    "does_not_add_up": (
        "{opening} and the lines make {found}, not {closing}: {difference} apart. Ask the bank for all lines.",
        "{opening} مع السطور يساوي {found} لا {closing}: الفرق {difference}. اطلبوا من المصرف الكشف كاملًا.",
    ),
    "no_currency": (
        "`{value}` is no currency code, such as USD.",
        "{value} ليس رمز عملة، مثل USD.",
    ),
    "other_currency": (
        "The statement is in {found} and the fund {fund} in {expected}. Take it in for the fund of this account.",
        "الكشف بعملة {found} والصندوق {fund} بعملة {expected}. خذوه للصندوق صاحب هذا الحساب.",
    ),
    "other_account": (
        "The statement is of account {found}, and the fund {fund} pays from another. Choose the fund of this account.",
        "الكشف للحساب {found}، والصندوق {fund} يدفع من حساب آخر. اختاروا الصندوق صاحب هذا الحساب.",
    ),
    "not_marked_sent": (
        "Payment {reference} is in run {run}, which is not marked as sent. Mark it as sent, then take this in.",
        "عملية الدفع {reference} في قائمة الدفع {run} التي لم تُسجَّل مرسلة. سجّلوا إرسالها ثم خذوا الكشف.",
    ),
    "other_content": (
        "Statement {id} was taken in on {on} with other lines. Nothing was booked. Compare both with the bank.",
        "أُخذ الكشف {id} في {on} بسطور أخرى. لم يُقيَّد شيء. قارنوا الاثنين مع المصرف.",
    ),
}


class StatementRefused(Refused):
    """All that is wrong with the statement at once; nothing of it was booked."""
