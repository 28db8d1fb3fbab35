namespace Comity.Service.Record;

/// <summary>The six files of an export.</summary>
internal static class ExportFiles
{
    public const string Readme = "README.txt";
    public const string Record = "record.jsonl";
    public const string Contents = "contents.jsonl";
    public const string Checkpoint = "checkpoint.txt";
    public const string Key = "vkey.txt";
    public const string Manifest = "manifest.txt";

    /// <summary>The files that the manifest lists: all but itself, which is signed.</summary>
    public static readonly IReadOnlyList<string> Listed = [Readme, Record, Contents, Checkpoint, Key];
}
