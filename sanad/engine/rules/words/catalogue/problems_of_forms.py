"""What is wrong with choices, things and sums in other units, in Arabic: by code, what it is and what to do."""

PROBLEMS_OF_FORMS: dict[str, tuple[str, str]] = {
    "bad_waiver": ("لا يصح هذا التنازل في هذا الخيار", "اذكر في `lines` بنودًا أخرى، وفي `by` من بدائل الخيار نفسه"),
    "choice_field": ("هذا ليس حقل اختيار", "اذكر حقل اختيار يعود إلى الطلب"),
    "choice_options": ("خيارات الحقل لا تطابق بنود هذا الخيار", "سمِّ خيارات الحقل بأسماء البنود، أو اكتب `options`"),
    "clock_without_asking": ("لهذا البند `asked_until` ولا يلزم أن يطلبه أحد", "أضف `asked` أو ضعه في `choices`"),
    "in_two_choices": ("هذا البند مذكور في خيارين", "أبقِه في خيار واحد"),
    "mixed_forms": ("للبند صورتان معًا", "للمال `amount`؛ وللشيء `thing` و`number`، و`value` للعلم فقط"),
    "thing_in_limit": ("هذا البند يعطي شيئًا لا مالًا", "احذفه من هنا؛ وحدّد عدده في `number` بواسطة `min()`"),
    "no_alternative": ("لا بديل في هذا الخيار", "اذكر بندين أو أكثر"),
}
