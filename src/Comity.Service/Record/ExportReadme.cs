namespace Comity.Service.Record;

/// <summary>The words that travel with an export.</summary>
internal static class ExportReadme
{
    public static string Text(LogId log) =>
        $"""
            This is an export of a council's record, made by Comity.
            The log is called: {log}

            What is in it
              record.jsonl    one line for each thing that happened, oldest first. Where you
                              may not see an entry, or it was erased, only its hash is given,
                              so that you can still count and check everything around it.
              contents.jsonl  what the entries say, as far as you may see it.
              checkpoint.txt  the council's signed statement of how long the record is and
                              what it adds up to.
              vkey.txt        the public key that checks the council's signatures.
              manifest.txt    the signed list of these files with their hashes.

            How to check it
              comity verify THIS-FILE --checkpoint HELD.txt --key HELD-KEY.txt

            HELD.txt is a checkpoint of this log that you, or somebody you trust, kept from an
            earlier day. HELD-KEY.txt is the key as you received it some other way. Without
            them the check shows only that the export agrees with itself. With them it shows
            that nothing up to that day has been changed, removed or put in between since.

            Nothing here needs the council's computers. The formats are public: RFC 6962 for
            the hashes, C2SP signed-note and tlog-checkpoint for the signatures.

            """.ReplaceLineEndings("\n");
}
