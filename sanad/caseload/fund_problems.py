"""What keeps a file of funds from being used, by code, in English and Arabic."""

FUND_SAYINGS: dict[str, tuple[str, str]] = {
    "bad_fund": (
        "{file}, row {row}: `{value}` is no amount of the fund ({wrong}). Write it in major units, as 1000000.50.",
        "{file}، الصف {row}: `{value}` ليست مبلغًا للصندوق ({wrong}). اكتبه بالوحدات الرئيسية، مثل 1000000.50.",
    ),
    "other_currency": (
        "{file}, row {row}: the fund is in {found}, the programme pays in {currency}. Exchange it first.",
        "{file}، الصف {row}: الصندوق بعملة {found} والبرنامج يدفع بعملة {currency}. حوّله أولًا.",
    ),
    "no_funds": (
        "{file}: no fund is listed. Write a row for each, or leave `--funds` out to see what would be due.",
        "{file}: لا يوجد صندوق في الملف. اكتب صفًا لكل صندوق، أو احذف `--funds` لترى ما يُستحق.",
    ),
    "unnamed_fund": (
        "{file}, row {row}: the fund has no name. Write one in the column `fund`.",
        "{file}، الصف {row}: ليس للصندوق اسم. اكتب اسمه في العمود `fund`.",
    ),
    "doubled_fund": (
        "{file}, row {row}: the fund `{name}` stands twice. Add the amounts up, or give one of them another name.",
        "{file}، الصف {row}: الصندوق `{name}` مكتوب مرتين. اجمع المبلغين، أو غيّر اسم أحدهما.",
    ),
    "funds_too_large": (
        "{file}: the funds add up to more than 64 bits hold. Decide with less money at hand.",
        "{file}: مجموع الصناديق أكبر مما يسعه 64 بت. احسب بمال أقل.",
    ),
    "earmark_syntax": (
        "{file}, row {row}, earmarks: `{name}` cannot be read. Write it as `zone=north|south; line=rent`.",
        "{file}، الصف {row}، earmarks: لا يمكن قراءة `{name}`. اكتبه هكذا: `zone=north|south; line=rent`.",
    ),
    "earmark_field": (
        (
            "{file}, row {row}, earmarks: `{name}` is no choice or true-or-false field or definition of a claim. "
            "{nearest}"
        ),
        "{file}، الصف {row}، earmarks: ليس `{name}` حقل اختيار أو حقلًا منطقيًا أو تعريفًا كهذا للطلب. {nearest_ar}",
    ),
    "earmark_value": (
        "{file}, row {row}, earmarks: `{name}` is no value that can stand there. {nearest}",
        "{file}، الصف {row}، earmarks: ليست `{name}` قيمة ممكنة هنا. {nearest_ar}",
    ),
    "earmark_thing": (
        "{file}, row {row}, earmarks: the line `{name}` gives a thing, and funds pay no things. Name a line of money.",
        "{file}، الصف {row}، earmarks: البند `{name}` يعطي شيئًا، والصناديق لا تدفع أشياء. اذكر بندًا يعطي مالًا.",
    ),
    "earmark_doubled": (
        "{file}, row {row}, earmarks: `{name}` stands twice. Write all of its values once, as `{name}=a|b`.",
        "{file}، الصف {row}، earmarks: `{name}` مكتوب مرتين. اكتب قيمه كلها مرة واحدة، مثل `{name}=a|b`.",
    ),
}
