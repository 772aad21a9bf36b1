"""What a bundle says of itself to whoever opens it."""

README = """\
A BUNDLE OF THE RECORD
======================

The record never says that something is true. It says: in this account, at this place in this text, somebody says this.
Accounts that contradict each other stand side by side.

To verify it, with Python 3.11 or later and without a network:

    python verify.py bundle.zip

Take verify.py from a place that you trust; the one in here is a copy for reading. It says "all fits" and ends with 0,
or names each thing that does not fit with file, row and field and ends with 1.

What is held against what
-------------------------
manifest.json   the SHA-256 of every file and the number of every row; the last bytes of the bundle are the SHA-256 of
                all bytes before them; manifest.sha256 holds the manifest
texts/          whole texts, where their rights allow it; the name of each is its SHA-256
places.jsonl    from which sign to which (code points, from 0), with the words there and 32 signs on each side; where
                a text is not here, its words can be held against your own copy of it
rows.jsonl      each row as it was written. Its digest is the SHA-256 of one line of JSON: its values with "table" and
                "row", keys in their order, no spaces. "path" leads from the digest to the root of the act that wrote
                the row (Merkle tree of RFC 6962 over "table:row:digest")
acts.jsonl      each act: its digest is the SHA-256 of one line of JSON: its content with "number" and "before", which
                is the digest of the act before it
head.json       how many acts there are and the digest of the last; "note" is a signed note (C2SP, Ed25519) of both.
                Hold it against a note of the same length that was published elsewhere
statements.jsonld, annotations.jsonld, *.csv, citations.txt   the same for readers and programs

What it cannot show
-------------------
Acts that are not of the record stay inside, so between two acts of it the chain is not seen here. A row with a "why"
has no digest or no path: it stands beside something that may not be shown. Whoever leaves something out of a whole
bundle makes another bundle; hold its head against the published one.


حزمة من سجل التصريحات
=====================

السجل لا يقول أبدًا إن شيئًا صحيح. يقول: في هذه الرواية، في هذا الموضع من هذا النص، قال فلان كذا. والروايات المتعارضة
تقف جنبًا إلى جنب.

للتحقق منها، ببايثون 3.11 أو أحدث ومن دون شبكة:

    python verify.py bundle.zip

خذوا verify.py من مكان تثقون به؛ الموجود هنا نسخة للقراءة. يقول "all fits" وينتهي بـ 0، أو يسمّي كل ما لا يطابق مع الملف
والسطر والحقل وينتهي بـ 1.

ما الذي يُقابَل بماذا
--------------------
manifest.json   بصمة SHA-256 لكل ملف ورقم كل سطر؛ وآخر بايتات الحزمة بصمة كل ما قبلها؛
                وفي manifest.sha256 بصمة manifest.json
texts/          نصوص كاملة حيث تسمح الحقوق، واسم كل منها بصمته
places.jsonl    من أي علامة إلى أي علامة (تُعدّ من 0) مع الكلمات التي هناك و32 علامة من كل جانب؛ وحيث لا يوجد النص هنا
                يمكن مقابلة الكلمات بنسختكم منه
rows.jsonl      كل سطر كما كُتب، وبصمته، والطريق منها إلى جذر العمل الذي كتبه
acts.jsonl      كل عمل، وبصمته، وبصمة العمل الذي قبله
head.json       عدد الأعمال وبصمة آخرها، مع ورقة موقَّعة بهما؛ قابلوها بورقة بالطول نفسه نُشرت في مكان آخر
statements.jsonld وannotations.jsonld و*.csv وcitations.txt   الشيء نفسه للقراء وللبرامج

ما لا تستطيع أن تُظهره
---------------------
الأعمال التي ليست من السجل تبقى في الداخل، فلا تُرى السلسلة هنا بين عملين منه. وسطر فيه "why" لا بصمة له أو لا طريق:
فهو بجانب ما لا يجوز عرضه. ومن حذف شيئًا من حزمة كاملة فقد صنع حزمة أخرى؛ قابلوا رأسها بالمنشور.
"""
