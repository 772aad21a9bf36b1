"""What is wrong with worked cases, in Arabic: by code, what it is and what to do."""

PROBLEMS_OF_CASES: dict[str, tuple[str, str]] = {
    "beside_days": ("هذا لا يكون إلى جانب `days`", "اكتبه في كل يوم"),
    "days_out_of_order": ("هذا اليوم لا يأتي بعد اليوم الذي قبله", "اكتب الأيام بترتيبها"),
    "no_fund": ("لا شيء يُخصَّص: ليس لهذا اليوم مال", "أضف `fund:` أو اكتب `pays: due`"),
    "paid_later": ("هذه الدفعة متأخرة عن يوم الحالة", "صحّح أحد التاريخين"),
    "reversed_too_much": ("تهبط القيود إلى ما دون الصفر", "لا تعكس أكثر مما قُيّد إلى ذلك الحين"),
}
