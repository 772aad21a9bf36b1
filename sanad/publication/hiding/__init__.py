"""Pure: which numbers of a table may be published, so that nobody finds out what fewer than ten families account for.

What is derivable from a published table is the sum of its *atoms* (`trees`). The rules hold atoms, and what changed in
them since every earlier version, against one measure (`enough`). docs/publication.md has the method and its proof.
"""
