"""The kit's own rows: keys, the log, answers to repeated POSTs, versions."""

FIELDS = {
    "DataKey": "keep: the key itself is destroyed where its file is erased",
    "Event": "keep: ids and codes, never words; proves who did what (UU 27/2022 Pasal 31)",
    "Once": "keep: answers made of ids, found by a random key",
    "Version": "keep: emptied together with the row that it is a version of",
}
